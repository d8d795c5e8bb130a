"""What residents read: the choices first, then per theme what, when and by which figure.

Nothing of drafts, no function of who wrote it, and no identifiers: only what the council adopted.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from integraal.foundation.ui.dutch import day, listed
from integraal.policy.plan.document_parts.chapters import following, is_priority
from integraal.policy.plan.document_parts.goals import GoalRow, goal_rows_of, measured_words
from integraal.policy.plan.document_parts.sources import source_lines
from integraal.policy.plan.document_parts.words import Term, terms_of
from integraal.policy.plan.public.prose import Prose, PublicBlock

Json = dict[str, Any]
Text = tuple[PublicBlock, ...]
_FOLLOWING = (
    "De gemeente vertelt {rhythm}{to} hoe het gaat.",
    "Halverwege, op {day}, kijken we wat er is bereikt.",
    "Aan het eind, op {day}, maken we de balans op.",
)


@dataclass(frozen=True)
class PublicGoal:
    """A goal in plain words; what nobody filled in is empty."""

    what: str
    why: str
    measured: str
    by_date: str
    owner: str


@dataclass(frozen=True)
class PublicTheme:
    """A theme with its goals and how the municipality goes about it."""

    anchor: str
    name: str
    is_priority: bool
    focus: str
    reason: str
    about: Text
    goals: list[PublicGoal]
    approach: Text


@dataclass(frozen=True)
class Elsewhere:
    """A theme that stands in other policy."""

    name: str
    why: str
    document: str
    link: str


@dataclass(frozen=True)
class PublicPage:
    """What ``plan/public.html`` shows."""

    title: str
    municipality: str
    adopted: str
    lead: str
    summary: Text
    vision: Text
    themes: list[PublicTheme]
    following: list[str]
    elsewhere: list[Elsewhere]
    terms: list[Term]
    sources: list[str]


def public_page(
    content: Json, *, municipality: str, body: str, adopted_on: date | None
) -> PublicPage:
    """Return the page of a plan.

    Args:
        content: as it was adopted.
        municipality: its name.
        body, adopted_on: who adopted it, and when.
    """
    terms = terms_of(content)
    prose = Prose(content["figures"], terms)
    return PublicPage(
        title=content["title"],
        municipality=municipality,
        adopted=f"Vastgesteld door de {body} op {day(adopted_on)}",
        lead=_lead(content),
        summary=prose.section(*_texts(content, "summary")),
        vision=prose.section(*_texts(content, "vision")),
        themes=[
            _theme(place, one, content, prose)
            for place, one in enumerate(_priorities_first(content["themes"]), start=1)
        ],
        following=following(content, *_FOLLOWING),
        elsewhere=[_elsewhere(one) for one in content["blocks"] if one["kind"] == "dropped"],
        terms=terms,
        sources=sorted({one["name"] for one in source_lines(content)}),
    )


def _texts(content: Json, kind: str) -> list[str]:
    return [one["text"] for one in content["blocks"] if one["kind"] == kind]


def _priorities_first(themes: list[Json]) -> list[Json]:
    return sorted(themes, key=lambda one: not is_priority(one))


def _lead(content: Json) -> str:
    goals = sum(len(goal_rows_of(one, content)) for one in content["themes"])
    first, last = content["first_year"], content["last_year"]
    until = f"In {first}" if first == last else f"Van {first} tot en met {last}"
    many = "één doel" if goals == 1 else f"{goals} doelen"
    about = (
        "één onderwerp" if len(content["themes"]) == 1 else f"{len(content['themes'])} onderwerpen"
    )
    names = [one["name"] for one in content["themes"] if is_priority(one)]
    first_of_all = f" Het belangrijkst zijn: {listed(names)}." if names else ""
    return f"{until} werkt de gemeente aan {many}, bij {about}.{first_of_all}"


def _theme(place: int, theme: Json, content: Json, prose: Prose) -> PublicTheme:
    details = theme["details"]
    blocks = [one for one in theme["blocks"] if one["kind"] in ("ambition", "approach")]
    told = [one["text"] for one in blocks if one["kind"] == "ambition"]
    return PublicTheme(
        anchor=f"onderwerp-{place}",
        name=theme["name"],
        is_priority=is_priority(theme),
        focus=details.get("focus", ""),
        reason=details.get("reason", ""),
        about=prose.section(theme["text"], *told),
        goals=[_goal(row) for row in goal_rows_of(theme, content)],
        approach=prose.section(*[one["text"] for one in blocks if one["kind"] == "approach"]),
    )


def _goal(row: GoalRow) -> PublicGoal:
    return PublicGoal(row.what, row.why, measured_words(row), row.by_date, row.owner)


def _elsewhere(block: Json) -> Elsewhere:
    details = block["details"]
    return Elsewhere(
        block["title"], block["text"], details.get("document", ""), details.get("link", "")
    )
