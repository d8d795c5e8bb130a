"""What cannot be said, said aloud. Pure."""

from collections.abc import Iterator

from integraal.foundation.ui.dutch import begin_of, listed
from integraal.policy.accountability.outline import Sentence
from integraal.policy.accountability.reports.telling.goals import judge
from integraal.policy.accountability.reports.telling.measures import status_of
from integraal.policy.accountability.reports.telling.together import (
    GOALS_KEY,
    WHOLE,
    measures_key,
    money_key,
    of_theme,
)
from integraal.policy.accountability.reports.telling.words import Json, many

CAUSE = "Of dit door de maatregelen komt, is niet te zeggen."
_MOST_NAMED = 5


def cannot_say(facts: Json, kind: str) -> tuple[Sentence, ...]:
    """Return what the report as a whole cannot say."""
    return tuple(_all(facts, kind))


def cannot_say_in(facts: Json, theme: str, kind: str) -> tuple[Sentence, ...]:
    """Return what cannot be said within one theme."""
    return tuple(_in_theme(facts, theme, kind))


def _all(facts: Json, kind: str) -> Iterator[Sentence]:
    goals = facts["goals"]
    if goals:
        open_ones = sum(_is_open(one, kind) for one in goals)
        if open_ones:
            part = "het doel" if len(goals) == 1 else f"alle {len(goals)} doelen"
            if open_ones < len(goals):
                part = f"{open_ones} van de {len(goals)} doelen"
            yield Sentence(
                "cannot-goals",
                f"Van {part} is niet te zeggen hoe het ervoor staat: er is geen cijfer, het doel "
                "begint pas, of het verschil valt binnen de marge.",
                (GOALS_KEY,),
            )
        yield Sentence(
            "cannot-cause",
            "De cijfers laten zien wat veranderde, niet waardoor. Of een verandering door de "
            "maatregelen komt, is niet te zeggen: er speelt ook altijd iets anders.",
        )
    elif not facts["plan"]:
        yield Sentence(
            "cannot-goals",
            "Dit programma rust op geen plan met doelen. Of er iets is bereikt, is daarom niet te "
            "zeggen.",
        )
    silent = sum(not status_of(one) for one in facts["measures"])
    if silent:
        words = many(silent, "maatregel", "maatregelen")
        yield Sentence(
            "cannot-silent",
            f"Over {words} is niets gezegd. Dat betekent niet dat er niets is gedaan; we weten "
            "het niet.",
            (measures_key(WHOLE),),
        )
    unknown = sum(not one["spent"]["amount"] for one in facts["measures"])
    if unknown:
        words = many(unknown, "maatregel", "maatregelen")
        yield Sentence(
            "cannot-money",
            f"Bij {words} is niet gemeld wat is uitgegeven. Dat is niet nul, maar onbekend.",
            (money_key(WHOLE),),
        )


def _in_theme(facts: Json, theme: str, kind: str) -> Iterator[Sentence]:
    measures, goals = of_theme(facts["measures"], theme), of_theme(facts["goals"], theme)
    silent = [one["title"] for one in measures if not status_of(one)]
    if silent:
        yield Sentence(
            f"theme-{theme}-silent",
            f"Hierover is niets gezegd: {_named(silent)}.",
            (measures_key(theme),),
        )
    if any(one["years"] and not _is_open(one, kind) for one in goals):
        yield Sentence(f"theme-{theme}-cause", CAUSE)
    if not goals:
        yield Sentence(
            f"theme-{theme}-no-goal",
            "Het plan noemt hier geen doel. Of er iets is bereikt, is niet te zeggen.",
        )


def _named(titles: list[str]) -> str:
    named = [begin_of(one, 80) for one in titles[:_MOST_NAMED]]
    rest = len(titles) - len(named)
    return f"{', '.join(named)} en nog {rest}" if rest else listed(named)


def _is_open(one: Json, kind: str) -> bool:
    return judge(one, kind).outcome in ("unclear", "unknown")
