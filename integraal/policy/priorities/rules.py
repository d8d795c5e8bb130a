"""What a ballot may hold, and which groups may be told apart. Pure."""

from collections.abc import Mapping, Sequence
from typing import Any

LOWEST, HIGHEST = 1, 5
ALL_POINTS = 100
FEWEST = 5
"""A group of fewer is not told apart, so that nobody can be picked out."""
DOTS = "dots"
"""The one criterion of a session in which dots are divided."""

Marks = Mapping[str, Mapping[str, int]]


def groups_apart(counts: Mapping[str, int]) -> set[str]:
    """Return the groups that may be told apart.

    What is left over is either nothing or also five or more: fewer than five ballots without a
    group would be those of the small group, whom everybody in the room can see sitting.

    Args:
        counts: ballots per group.
    """
    apart = {group for group, count in counts.items() if group and count >= FEWEST}
    left = sum(count for group, count in counts.items() if group not in apart)
    for group in sorted(apart, key=lambda one: (counts[one], one)):
        if not 0 < left < FEWEST:
            break
        apart.discard(group)
        left += counts[group]
    return apart


def marks_problem(
    marks: Mapping[str, Any], themes: Sequence[str], criteria: Sequence[str]
) -> str | None:
    """Return why marks of 1 to 5 cannot be kept; None when they can."""
    for theme, given in marks.items():
        if theme not in themes or not isinstance(given, Mapping):
            return "Dit thema hoort niet bij deze sessie. Laad de bladzijde opnieuw."
        for criterion, mark in given.items():
            if criterion not in criteria:
                return "Deze vraag hoort niet bij deze sessie. Laad de bladzijde opnieuw."
            if not _whole(mark, LOWEST, HIGHEST):
                return f"Geef een cijfer van {LOWEST} tot en met {HIGHEST}."
    return None


def dots_problem(marks: Mapping[str, Any], themes: Sequence[str], dots: int) -> str | None:
    """Return why dots over themes cannot be kept; None when they can."""
    total = 0
    for theme, given in marks.items():
        if theme not in themes or not isinstance(given, Mapping) or set(given) - {DOTS}:
            return "Dit thema hoort niet bij deze sessie. Laad de bladzijde opnieuw."
        count = given.get(DOTS, 0)
        if not _whole(count, 0, dots):
            return f"Geef een thema 0 tot en met {dots} stippen."
        total += count
    if total > dots:
        return f"U verdeelde {total} stippen, en u heeft er {dots}. Haal er {total - dots} weg."
    return None


def points_problem(points: Mapping[str, Any], criteria: Sequence[str]) -> str | None:
    """Return why points cannot be kept while somebody is still dividing; None when they can."""
    for criterion, given in points.items():
        if criterion not in criteria:
            return "Deze vraag hoort niet bij deze sessie. Laad de bladzijde opnieuw."
        if not _whole(given, 0, ALL_POINTS):
            return f"Geef hele punten van 0 tot en met {ALL_POINTS}."
    return None


def points_left(points: Mapping[str, int]) -> int:
    """Return how many of the hundred points are still to be divided; below zero: too many."""
    return ALL_POINTS - sum(points.values())


def points_say(points: Mapping[str, int]) -> str:
    """Return the running sum as a sentence."""
    left = points_left(points)
    if left == 0:
        return f"Alle {ALL_POINTS} punten zijn verdeeld."
    if left > 0:
        return f"{ALL_POINTS - left} van {ALL_POINTS} punten verdeeld, nog {left} te gaan."
    return f"{ALL_POINTS - left} punten verdeeld; dat zijn er {-left} te veel."


def is_complete(marks: Marks, themes: Sequence[str], criteria: Sequence[str]) -> bool:
    """Return whether every theme has a mark for every criterion."""
    return all(criterion in marks.get(theme, {}) for theme in themes for criterion in criteria)


def _whole(value: Any, low: int, high: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and low <= value <= high
