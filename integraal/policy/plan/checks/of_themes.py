"""Rules of the themes and the priorities. Pure."""

import re
from collections.abc import Iterator

from integraal.policy.picture.writing.tokens import figures_in
from integraal.policy.plan.checks.checking import (
    AUDITORS,
    GOALS,
    OWN,
    PRIORITIES,
    Json,
    Lacking,
    Rule,
    Subject,
    at,
    rule,
)
from integraal.policy.plan.kinds import APPROACH, GOAL

_OTHERS = re.compile(
    r"\b(?:regio|regionale?|landelijke?|politie|openbaar ministerie|OM|buurgemeenten?|rijk)\b",
    re.IGNORECASE,
)


@rule(
    "warn",
    why="Een prioriteit zonder reden is een smaak. Met een reden kan de raad haar wegen.",
    source=PRIORITIES,
)
def priority_has_reason(plan: Subject) -> Iterator[Lacking]:
    """Elke prioriteit heeft een reden."""
    for theme in plan.priorities:
        if not theme["details"].get("reason"):
            yield at(theme, f"{theme['name']} is een prioriteit, maar er staat niet waarom.")


@rule(
    "warn",
    why="Een prioriteit volgt uit de veiligheidsanalyse. Staat er geen cijfer bij, dan is later "
    "niet te zien of de keuze klopte.",
    source=PRIORITIES,
)
def priority_has_figure(plan: Subject) -> Iterator[Lacking]:
    """Achter elke prioriteit staat een cijfer."""
    for theme in plan.priorities:
        if not _has_figure(theme):
            yield at(
                theme,
                f"Achter de prioriteit {theme['name']} staat geen cijfer. Noem er een in de tekst, "
                "of koppel het aan een doel.",
            )


@rule(
    "warn",
    why="Wie alles belangrijk vindt, kiest niet. Het advies is: liever twee dan vijf.",
    source=PRIORITIES,
)
def priorities_are_few(plan: Subject) -> Iterator[Lacking]:
    """Er zijn niet meer prioriteiten dan de gemeente aankan."""
    many = len(plan.priorities)
    if many > plan.most_priorities:
        yield Lacking(
            f"Het plan heeft {many} prioriteiten. Houd het bij {plan.most_priorities}, of leg bij "
            "“Hoe de prioriteiten zijn gekozen” uit waarom het er meer zijn.",
            chapter="priorities",
        )


@rule(
    "warn",
    why="Partners werken ook met prioriteiten van het land en de regio. Waar de gemeente anders "
    "kiest, is dat goed, als er staat waarom.",
    source=PRIORITIES,
)
def priorities_stand_beside_others(plan: Subject) -> Iterator[Lacking]:
    """De prioriteiten liggen naast die van land, regio en buurgemeenten."""
    texts = [one["text"] for one in plan.of_kind("choosing")]
    texts += [theme["details"].get("reason", "") for theme in plan.priorities]
    if plan.priorities and not any(_OTHERS.search(text) for text in texts):
        yield Lacking(
            "Nergens staat hoe de prioriteiten zich verhouden tot die van politie, regio, land "
            "of buurgemeenten. Schrijf dat bij “Hoe de prioriteiten zijn gekozen”.",
            chapter="priorities",
        )


@rule(
    "warn",
    why="Een thema zonder doel vraagt tijd en geld zonder dat iemand weet waarvoor.",
    source=f"{AUDITORS}; {GOALS}",
)
def theme_has_goal(plan: Subject) -> Iterator[Lacking]:
    """Elk thema heeft een doel."""
    for theme in plan.themes:
        if not _has(theme, GOAL.code):
            yield at(theme, f"Bij {theme['name']} staat geen doel.")


@rule(
    "suggest",
    why="De hoofdlijnen laten zien hoe het doel bereikt kan worden. De maatregelen volgen in het "
    "uitvoeringsprogramma.",
    source=f"{OWN}, naar de hoofdstukken van het CCV",
)
def theme_has_approach(plan: Subject) -> Iterator[Lacking]:
    """Elk thema heeft een aanpak in hoofdlijnen."""
    for theme in plan.themes:
        if not _has(theme, APPROACH.code):
            yield at(theme, f"Bij {theme['name']} staat nog geen aanpak in hoofdlijnen.")


def _has(theme: Json, kind: str) -> bool:
    return any(one["kind"] == kind for one in theme["blocks"])


def _has_figure(theme: Json) -> bool:
    within = [theme, *theme["blocks"]]
    words = [one["text"] for one in within] + [theme["details"].get("reason", "")]
    return any(figures_in(text) for text in words) or any(
        one["details"].get("indicator") for one in within
    )


RULES: tuple[Rule, ...] = (
    priority_has_reason,
    priority_has_figure,
    priorities_are_few,
    priorities_stand_beside_others,
    theme_has_goal,
    theme_has_approach,
)
