"""What is asked on a ballot, and how the fields of a form are read into it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from integraal.policy.priorities.models import Candidate, Criterion, Session
from integraal.policy.priorities.rules import (
    DOTS,
    Marks,
    dots_problem,
    is_complete,
    marks_problem,
    points_left,
    points_problem,
)

POINTS = "punten"
"""A field is named "theme:criterion", or this word with a criterion: "punten:impact"."""


@dataclass(frozen=True)
class Asked:
    """The questions of a session.

    Attributes:
        themes, criteria: code and row, in their order; with dots the criteria are only weighed.
        dots: how many dots are divided over the themes; 0 where marks are given.
        asks_weights: whether 100 points are divided over the criteria.
    """

    themes: dict[str, Candidate]
    criteria: dict[str, Criterion]
    dots: int
    asks_weights: bool

    @property
    def kinds(self) -> tuple[str, ...]:
        """What a theme is marked by: the criteria, or dots."""
        return (DOTS,) if self.dots else tuple(self.criteria)

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of all fields for marks."""
        return tuple(f"{theme}:{kind}" for theme in self.themes for kind in self.kinds)


def asked_of(session: Session) -> Asked:
    """Return the questions of a session."""
    dots = session.dots if session.scale == Session.Scale.DOTS else 0
    return Asked(
        themes={one.code: one for one in Candidate.objects.filter(session=session)},
        criteria={one.code: one for one in Criterion.objects.filter(session=session)},
        dots=dots,
        asks_weights=session.asks_weights and not dots,
    )


def ballot_problem(asked: Asked, marks: Mapping[str, Any], points: Mapping[str, Any]) -> str | None:
    """Return why a ballot cannot be kept; None when it can."""
    themes = list(asked.themes)
    if asked.dots:
        return dots_problem(marks, themes, asked.dots)
    weighed = list(asked.criteria) if asked.asks_weights else []
    return marks_problem(marks, themes, list(asked.criteria)) or points_problem(points, weighed)


def is_ready(asked: Asked, marks: Marks, points: Mapping[str, int]) -> bool:
    """Return whether everything is filled in."""
    if asked.dots:
        return sum(row.get(DOTS, 0) for row in marks.values()) == asked.dots
    full = is_complete(marks, list(asked.themes), asked.kinds)
    return full and (not asked.asks_weights or points_left(points) == 0)


def read_fields(
    pairs: Iterable[tuple[str, Any]],
) -> tuple[dict[str, dict[str, Any]], dict[str, Any]]:
    """Return marks and points from fields; what is no number stays as it is, to be refused."""
    marks: dict[str, dict[str, Any]] = {}
    points: dict[str, Any] = {}
    for name, value in pairs:
        first, colon, second = name.partition(":")
        if not colon:
            continue
        if first == POINTS:
            points[second] = _number(value)
        else:
            marks.setdefault(first, {})[second] = _number(value)
    return marks, points


def as_fields(marks: Mapping[str, Mapping[str, Any]], points: Mapping[str, Any]) -> dict[str, Any]:
    """Return a ballot as the fields of a form."""
    found = {f"{theme}:{kind}": mark for theme, row in marks.items() for kind, mark in row.items()}
    return {**found, **{f"{POINTS}:{code}": given for code, given in points.items()}}


def _number(value: Any) -> Any:
    if isinstance(value, str):
        value = value.strip()
        if not value:
            return None
        if value.isascii() and value.removeprefix("-").isdecimal() and len(value) < 10:
            return int(value)
    return value
