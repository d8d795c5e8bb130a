"""How far the parts of a plan are, from its content. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from integraal.policy.plan.kinds import CHAPTERS, GOAL, KINDS, Chapter, Kind
from integraal.policy.plan.writing.lacking import lacking_of

Json = dict[str, Any]


@dataclass(frozen=True)
class ThemeStands:
    """How far one theme is.

    Attributes:
        goals: how many there are.
        unfinished: how many of them are no complete work yet.
        lacking: what the theme lacks, as one sentence; empty when nothing.
    """

    code: str
    key: str
    name: str
    is_priority: bool
    focus: str
    goals: int
    unfinished: int
    lacking: str

    @property
    def goals_words(self) -> str:
        return {0: "nog geen doel", 1: "1 doel"}.get(self.goals, f"{self.goals} doelen")


@dataclass(frozen=True)
class ChapterStands:
    """How far one chapter is: what stands in it, and what a plan holds that is not there yet."""

    code: str
    name: str
    holds: str
    lacking: str


def themes_stand(content: Json) -> list[ThemeStands]:
    """Return how far each theme of a plan is, in its order."""
    return [_theme(one) for one in content["themes"]]


def chapters_stand(content: Json) -> list[ChapterStands]:
    """Return how far each chapter is, that of the themes left out."""
    counts: dict[str, int] = {}
    for block in content["blocks"]:
        counts[block["kind"]] = counts.get(block["kind"], 0) + 1
    return [_chapter(one, counts) for one in CHAPTERS if one.code != "themes"]


def _theme(theme: Json) -> ThemeStands:
    goals = [one for one in theme["blocks"] if one["kind"] == GOAL.code]
    unfinished = [one for one in goals if lacking_of(one)]
    is_priority = theme["details"].get("priority") == "yes"
    return ThemeStands(
        code=theme["code"],
        key=theme["key"],
        name=theme["name"],
        is_priority=is_priority,
        focus=theme["details"].get("focus", ""),
        goals=len(goals),
        unfinished=len(unfinished),
        lacking=_lacking(is_priority, goals, unfinished),
    )


def _lacking(is_priority: bool, goals: list[Json], unfinished: list[Json]) -> str:
    if is_priority and not goals:
        return "Een prioriteit zonder doel. Voeg een doel toe."
    if not unfinished:
        return ""
    words = list(dict.fromkeys(word for one in unfinished for word in lacking_of(one)))
    which = "Bij 1 doel" if len(unfinished) == 1 else f"Bij {len(unfinished)} doelen"
    return f"{which} ontbreekt nog: {', '.join(words)}."


def _chapter(chapter: Chapter, counts: Mapping[str, int]) -> ChapterStands:
    kinds = [kind for kind in KINDS if kind.chapter == chapter.code]
    there = [_counted(kind, counts[kind.code]) for kind in kinds if counts.get(kind.code)]
    missing = [kind.name for kind in kinds if not kind.is_folded and not counts.get(kind.code)]
    return ChapterStands(chapter.code, chapter.name, ", ".join(there), ", ".join(missing))


def _counted(kind: Kind, many: int) -> str:
    return f"{kind.plural.lower()} ({many})" if kind.is_many else kind.name
