"""Hide small counts in a list of areas, so that nobody can be recognised in them.

Counts of one up to the threshold are hidden ("< 5"). When the total of the list is published
too, a single hidden count would follow by subtraction; then the next smallest counts are hidden
as well, until no hidden count can be worked out (Hundepool and others 2012, Statistical
Disclosure Control, chapter 4).

What the reader is taken to know: the counts that are shown, the total, which counts are small,
and that the other hidden ones are the smallest of the rest. Not covered: several tables about
the same counts that overlap; those must be hidden together.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

HiddenKind = Literal["small", "complementary"]
DEFAULT_THRESHOLD = 5


@dataclass(frozen=True)
class Suppression:
    """Per count why it is hidden (None: shown), and whether the total may be shown."""

    kinds: tuple[HiddenKind | None, ...]
    total_shown: bool


def suppress(
    counts: Sequence[int | None],
    *,
    total_shown: bool = True,
    threshold: int = DEFAULT_THRESHOLD,
) -> Suppression:
    """Choose which counts of one list to hide.

    Args:
        counts: one count per area, zero or more; None for an area without a figure, which is
            left alone (and makes the total useless for recomputing).
        total_shown: whether the total of the list is published beside it.
        threshold: counts above zero and under this are small. Zero is shown: nobody is in it.

    Returns:
        One kind per count, and whether the total may still be shown: False when hiding more
        counts cannot protect the small ones.

    Raises:
        ValueError: a count is negative, or the threshold is under two.
    """
    if threshold < 2 or any(count is not None and count < 0 for count in counts):
        raise ValueError("Counts must be zero or more and the threshold at least two.")
    small = [place for place, count in enumerate(counts) if count and count < threshold]
    large = [place for place, count in enumerate(counts) if count and count >= threshold]
    if not small or not total_shown or None in counts:
        return Suppression(_kinds(len(counts), small, []), total_shown)
    large.sort(key=lambda place: (counts[place] or 0, place))
    for extra in range(len(large) + 1):
        hidden = [counts[place] or 0 for place in small + large[:extra]]
        ceiling = counts[large[extra]] if extra < len(large) else None
        if _is_protected(hidden, len(small), threshold, ceiling):
            return Suppression(_kinds(len(counts), small, large[:extra]), total_shown=True)
    return Suppression(_kinds(len(counts), small, []), total_shown=False)


def _kinds(
    size: int, small: Sequence[int], complementary: Sequence[int]
) -> tuple[HiddenKind | None, ...]:
    kinds: list[HiddenKind | None] = [None] * size
    for place in small:
        kinds[place] = "small"
    for place in complementary:
        kinds[place] = "complementary"
    return tuple(kinds)


def _is_protected(hidden: Sequence[int], small: int, threshold: int, ceiling: int | None) -> bool:
    """Whether each hidden count can still be two or more numbers, given the hidden sum.

    The first `small` of `hidden` lie between 1 and threshold - 1, the rest between the
    threshold and the ceiling: the smallest large count that is shown, if any.
    """
    top = math.inf if ceiling is None else ceiling
    groups = [_Group(small, 1, threshold - 1), _Group(len(hidden) - small, threshold, top)]
    return all(_has_choice(group, groups, sum(hidden)) for group in groups if group.size)


class _Group(NamedTuple):
    """So many hidden counts, each known to lie between two limits."""

    size: int
    low: float
    high: float


def _has_choice(own: _Group, groups: Sequence[_Group], total: int) -> bool:
    """Whether one count of a group is not fixed by what all the others can add up to."""
    others = [(group.size - (group is own), group) for group in groups]
    others_low = sum(size * group.low for size, group in others if size)
    others_high = sum(size * group.high for size, group in others if size)
    return min(own.high, total - others_low) > max(own.low, total - others_high)
