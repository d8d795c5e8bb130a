"""A goal as numbers: the path from baseline to target, and where a year lies beside it. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from integraal.foundation.ui.dutch import number
from integraal.policy.plan.goals.numbers import value_of

Json = dict[str, Any]
Stand = Literal["ahead", "behind", "unclear", "unknown"]
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True)
class Goal:
    """A goal of the adopted plan, its numbers read from what was typed; None where it has none."""

    key: str
    title: str
    why: str
    theme: str
    theme_name: str
    owner: str
    by_date: str
    indicator: str
    measure: str
    direction: str
    baseline: float | None
    baseline_year: int | None
    baseline_source: str
    target: float | None
    target_year: int | None

    @property
    def is_measured_otherwise(self) -> bool:
        """Whether the product has no indicator for it, so that somebody fills in its readings."""
        return not self.indicator


@dataclass(frozen=True)
class Reached:
    """What a year brought; value None is unknown, which is not zero.

    Attributes:
        low, high: margin of 95 %; None when the source gives none.
        shown: the value as text, or in words why there is none.
        complete: whether the year is over and filled.
    """

    year: int
    value: float | None
    low: float | None
    high: float | None
    shown: str
    source: str
    complete: bool = True


@dataclass(frozen=True)
class Beside:
    """Where a year lies beside the path, with a sentence; direction: on which side of it."""

    stand: Stand
    label: str
    say: str
    direction: Literal["", "up", "down"] = ""


def goal_of(block: Json, theme_name: str) -> Goal:
    """Return a goal of the content of a plan."""
    details: Mapping[str, str] = block["details"]
    return Goal(
        key=block["key"],
        title=block["title"],
        why=block["text"],
        theme=block["theme"],
        theme_name=theme_name,
        owner=details.get("owner", ""),
        by_date=details.get("by_date", ""),
        indicator=details.get("indicator", ""),
        measure=details.get("measure", ""),
        direction=details.get("direction", ""),
        baseline=value_of(details.get("baseline", "")),
        baseline_year=_year(details.get("baseline_period", "")),
        baseline_source=details.get("baseline_source", ""),
        target=value_of(details.get("target", "")),
        target_year=_year(details.get("by_date", "")),
    )


def path_at(goal: Goal, year: int) -> float | None:
    """Return where the straight line from baseline to target lies in a year; the target after it.

    ``None`` before the baseline, and when the goal has no baseline, target or years.
    """
    first, last = goal.baseline_year, goal.target_year
    if goal.baseline is None or goal.target is None or first is None or last is None:
        return None
    if year < first or last <= first:
        return None
    share = min((year - first) / (last - first), 1.0)
    return goal.baseline + share * (goal.target - goal.baseline)


def beside_path(goal: Goal, reached: Reached) -> Beside | None:
    """Return what may be said of a year beside the path; ``None`` where there is no path.

    Nothing is called ahead or behind while the path lies within the margin of the figure.
    """
    path = path_at(goal, reached.year)
    if path is None or reached.year == goal.baseline_year:
        return None
    where = f"Het pad ligt in {reached.year} op {number(path, 1)}."
    problem = _why_not(reached)
    if problem or reached.low is None or reached.high is None:
        return Beside("unknown", "Niet te zeggen", f"{where} {problem}")
    if reached.low <= path <= reached.high:
        return Beside(
            "unclear", "Niet te zeggen",
            f"{where} Dat valt binnen de marge van het cijfer: of het voor of achter ligt, is niet "
            "te zeggen.",
        )  # fmt: skip
    return _aside(goal, reached.high < path, where)


def _aside(goal: Goal, is_below: bool, where: str) -> Beside:
    """Return the words for a year of which the whole margin lies on one side of the path."""
    side: Literal["up", "down"] = "down" if is_below else "up"
    if goal.direction == "hold":
        way = "lager" if is_below else "hoger"
        say = f"{where} Het cijfer ligt aantoonbaar {way}."
        return Beside("behind", "Naast het pad", say, side)
    if is_below == _falls(goal):
        say = f"{where} Het cijfer ligt aantoonbaar gunstiger."
        return Beside("ahead", "Voor op het pad", say, side)
    say = f"{where} Het cijfer ligt aantoonbaar minder gunstig."
    return Beside("behind", "Achter op het pad", say, side)


def why_no_path(goal: Goal) -> str:
    """Return in a sentence what is missing for a path; empty when there is one."""
    missing = [
        *(["een beginstand"] if goal.baseline is None else []),
        *(["het jaar van de beginstand"] if goal.baseline_year is None else []),
        *(["een streefcijfer"] if goal.target is None else []),
        *(["een jaar waarin het bereikt is"] if goal.target_year is None else []),
    ]
    if missing:
        return f"Er is geen pad te tekenen: in het plan mist {' en '.join(missing)}."
    if (goal.target_year or 0) <= (goal.baseline_year or 0):
        return "Er is geen pad te tekenen: het doel eindigt niet na het jaar van de beginstand."
    return ""


def _falls(goal: Goal) -> bool:
    if goal.direction in ("down", "up"):
        return goal.direction == "down"
    return (goal.target or 0) < (goal.baseline or 0)


def _why_not(reached: Reached) -> str:
    if reached.value is None:
        return f"Over {reached.year} is er geen cijfer."
    if not reached.complete:
        return f"Het cijfer over {reached.year} is nog niet compleet."
    if reached.low is None:
        return "Bij dit cijfer staat geen marge. Daarom is niet te zeggen of het voor ligt."
    return ""


def _year(words: str) -> int | None:
    found = _YEAR.findall(words)
    return int(found[-1]) if found else None
