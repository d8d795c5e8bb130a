"""Which change could be seen at all: asked before a target is promised.

Two periods are compared with the central conditional test of `rates.compare_counts`. How often
that test finds a real change is reckoned exactly, by adding up the probabilities of all pairs
of counts that it would call a change.
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy import special

from integraal.statistics.evaluation.called_changes import Method, called_changes
from integraal.statistics.inputs import DEFAULT_CONFIDENCE, tail_probability
from integraal.statistics.roots import Array

USUAL_POWER = 0.8
MOST_COUNTED = 100_000.0
"""A yearly count above this is not looked for: no municipality has it."""
_HIGHEST_POWER = 0.9999
_MOST_STEPS = 8
_TINY = 1e-12


@dataclass(frozen=True, slots=True)
class DetectableChange:
    """The smallest changes that would be shown; -0.45 is 45 % less.

    Attributes:
        decrease: between -1 and 0; NaN when not even a fall to nothing would be shown.
        increase: above 0.
    """

    decrease: Array
    increase: Array


def power_before_after(
    count: ArrayLike,
    change: ArrayLike,
    *,
    years_before: int = 1,
    years_after: int = 1,
    confidence: float = DEFAULT_CONFIDENCE,
    method: Method = "midp",
) -> Array:
    """Probability that a real change is shown, one period against one.

    Args:
        count: expected events per year before, above zero, at most 100,000; broadcast.
        change: relative, -0.2 for 20 % less; -1 or more.
        years_before, years_after: how many years are laid together on each side.
        confidence: of the two-sided test.
        method: "midp", as verdicts are made, or "exact".

    Returns:
        Power from 0 to 1, of the broadcast shape; at no change the chance of a false alarm.

    Raises:
        ValueError: a count that is not above zero or too large, a change below -1, or no years.
    """
    counts, changes = np.broadcast_arrays(_checked_counts(count), _checked_changes(change))
    _check_years(years_before, years_after)
    tail = tail_probability(confidence)
    found = np.empty(counts.shape)
    for place in np.ndindex(counts.shape):
        region = called_changes(float(counts[place]), years_before, years_after, tail, method)
        found[place] = region.power(float(changes[place]))
    return found


def detectable_change(
    count_per_year: ArrayLike,
    *,
    years_before: int = 1,
    years_after: int = 1,
    power: float = USUAL_POWER,
    confidence: float = DEFAULT_CONFIDENCE,
) -> DetectableChange:
    """The smallest fall and rise that would be shown with the wished power.

    Args:
        count_per_year: expected events per year before, above zero.
        years_before, years_after: how many years are laid together on each side.
        power: wished probability that the change is shown, between 0 and 1.
        confidence: of the two-sided test.

    Raises:
        ValueError: as for `power_before_after`, or a power that is not between 0 and 1.
    """
    counts = _checked_counts(count_per_year)
    _check_years(years_before, years_after)
    _check_power(power)
    tail = tail_probability(confidence)
    decrease, increase = np.empty(counts.shape), np.empty(counts.shape)
    for place in np.ndindex(counts.shape):
        region = called_changes(float(counts[place]), years_before, years_after, tail, "midp")
        decrease[place] = region.smallest_decrease(power)
        increase[place] = region.smallest_increase(power)
    return DetectableChange(decrease, increase)


def count_needed(
    change: ArrayLike,
    *,
    years_before: int = 1,
    years_after: int = 1,
    power: float = USUAL_POWER,
    confidence: float = DEFAULT_CONFIDENCE,
) -> Array:
    """The yearly count from which on a change would be shown with the wished power.

    Args:
        change: relative, not zero and -1 or more.
        years_before, years_after: how many years are laid together on each side.
        power: wished probability that the change is shown, between 0 and 1.
        confidence: of the two-sided test.

    Returns:
        Whole counts per year, of the shape of `change`; NaN where even 100,000 a year is too
        few.

    Raises:
        ValueError: a change below -1, or a power that is not between 0 and 1.
    """
    changes = _checked_changes(change)
    _check_years(years_before, years_after)
    _check_power(power)
    tail = tail_probability(confidence)
    found = np.empty(changes.shape)
    for place in np.ndindex(changes.shape):
        found[place] = _needed(float(changes[place]), (years_before, years_after), power, tail)
    return found


def _needed(change: float, years: tuple[int, int], power: float, tail: float) -> float:
    """Steps along the normal approximation to near the count, then one by one."""
    rise = 2 * abs(1 - math.sqrt(1 + change)) / math.sqrt(1 / years[0] + 1 / years[1])
    guess = ((special.ndtri(power) - special.ndtri(tail)) / rise) ** 2 if rise else math.inf
    if not guess <= 2 * MOST_COUNTED:
        return math.nan

    def chance(count: int) -> float:
        return called_changes(float(count), *years, tail, "midp").power(change)

    count = max(math.ceil(guess), 1)
    for _ in range(_MOST_STEPS):
        seen = min(max(chance(count), _TINY), 1 - _TINY)
        root = math.sqrt(count) + (special.ndtri(power) - special.ndtri(seen)) / rise
        count, before = max(math.ceil(max(root, 0.0) ** 2), 1), count
        if abs(count - before) <= 1:
            break
    while count <= MOST_COUNTED and chance(count) < power:
        count += 1
    while count > 1 and chance(count - 1) >= power:
        count -= 1
    return float(count) if count <= MOST_COUNTED else math.nan


def _checked_counts(count: ArrayLike) -> Array:
    counts = np.asarray(count, dtype=np.float64)
    if not np.all((counts > 0) & (counts <= MOST_COUNTED)):
        raise ValueError("A yearly count must lie above zero and be at most 100,000.")
    return counts


def _checked_changes(change: ArrayLike) -> Array:
    changes = np.asarray(change, dtype=np.float64)
    if not np.all((changes >= -1) & (changes <= 100)):
        raise ValueError("A change must be -1 (100 % less) or more, and at most 100.")
    return changes


def _check_years(before: int, after: int) -> None:
    if min(before, after) < 1 or max(before, after) > 50:
        raise ValueError("Take one year or more on each side, at most 50.")


def _check_power(power: float) -> None:
    if not 0 < power <= _HIGHEST_POWER:
        raise ValueError("The power must lie between 0 and 1, such as 0.8; at most 0.9999.")
