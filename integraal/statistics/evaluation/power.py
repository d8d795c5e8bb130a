"""Which change could be seen at all: asked before a target is promised.

Two periods are compared with the central conditional test of `rates.compare_counts`. How often
that test finds a real change is reckoned exactly, by adding up the probabilities of all pairs
of counts that it would call a change.
"""

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import special, stats

from integraal.statistics.inputs import DEFAULT_CONFIDENCE, tail_probability
from integraal.statistics.roots import Array

Method = Literal["exact", "midp"]
USUAL_POWER = 0.8
MOST_COUNTED = 100_000.0
"""A yearly count above this is not looked for: no municipality has it."""
_NEARBY = 3.0  # counts; the normal limit is this close to the exact one, or nearly
_SPREAD = 9.0  # standard deviations on either side: beyond lies less than 1e-17


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
        region = _region(float(counts[place]), years_before, years_after, tail, method)
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
        region = _region(float(counts[place]), years_before, years_after, tail, "midp")
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
    guess = _by_normal(change, years, power, tail)
    if not guess <= 2 * MOST_COUNTED:
        return math.nan

    def found(count: float) -> float:
        return _region(count, *years, tail, "midp").power(change)

    def shows(count: int) -> bool:
        return found(float(count)) >= power

    # The normal quantile of the power grows with the root of the count, so that one look at the
    # power there mends the guess; then a narrow bracket, widened where it does not hold.
    sure, seen = -special.ndtri(tail), min(max(found(max(round(guess), 1)), 0.01), 0.99)
    guess *= ((sure + special.ndtri(power)) / (sure + special.ndtri(seen))) ** 2
    step = max(int(guess * 0.003), 2)
    low, high = max(int(guess) - step, 1), int(guess) + step
    while not shows(high):
        low, high, step = high, high + 2 * step, 2 * step
        if high > MOST_COUNTED:
            return math.nan
    while low > 1 and shows(low):
        low, high, step = max(low - 2 * step, 1), low, 2 * step
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if shows(middle) else (middle, high)
    return float(high) if high <= MOST_COUNTED else math.nan


def _by_normal(change: float, years: tuple[int, int], power: float, tail: float) -> float:
    """The count by the normal approximation on the square-root scale; infinite for no change."""
    apart = abs(1 - math.sqrt(1 + change))
    if apart == 0:
        return math.inf
    quantiles = -special.ndtri(tail) + special.ndtri(power)
    return float((quantiles / (2 * apart)) ** 2 * (1 / years[0] + 1 / years[1]))


@dataclass(frozen=True, slots=True)
class _Region:
    """For each count before: the counts after that are called a fall and a rise.

    Attributes:
        weights: probability of each count before.
        highest_fall: largest count after that is called a fall; -1 where none is.
        lowest_rise: smallest count after that is called a rise.
        expected: after, if nothing changes.
    """

    weights: Array
    highest_fall: Array
    lowest_rise: Array
    expected: float

    def power(self, change: float) -> float:
        """Probability that a change is shown, whichever way."""
        # The probabilities of large counts add up to a hair more than one.
        return min(self.shown_fall(change) + self.shown_rise(change), 1.0)

    def shown_fall(self, change: float) -> float:
        mean = self.expected * (1 + change)
        some = self.highest_fall >= 0
        below = np.where(some, stats.poisson.cdf(self.highest_fall, mean), 0.0)
        return float(self.weights @ below)

    def shown_rise(self, change: float) -> float:
        mean = self.expected * (1 + change)
        return float(self.weights @ stats.poisson.sf(self.lowest_rise - 1, mean))

    def smallest_decrease(self, power: float) -> float:
        if self.shown_fall(-1.0) < power:
            return math.nan
        low, high = -1.0, 0.0  # shown at low, not at high
        for _ in range(40):
            middle = (low + high) / 2
            low, high = (middle, high) if self.shown_fall(middle) >= power else (low, middle)
        return low

    def smallest_increase(self, power: float) -> float:
        low, high = 0.0, 1.0
        while self.shown_rise(high) < power:
            low, high = high, high * 2
        for _ in range(40):
            middle = (low + high) / 2
            low, high = (low, middle) if self.shown_rise(middle) >= power else (middle, high)
        return high


@lru_cache(maxsize=512)
def _region(
    count: float, years_before: int, years_after: int, tail: float, method: Method
) -> _Region:
    mean = count * years_before
    away = _SPREAD * math.sqrt(mean) + 10
    before = np.arange(max(math.floor(mean - away), 0), math.ceil(mean + away) + 1.0)
    share = years_before / (years_before + years_after)
    return _Region(
        weights=np.exp(special.xlogy(before, mean) - mean - special.gammaln(before + 1)),
        highest_fall=_highest_fall(before, share, tail, method),
        lowest_rise=_lowest_rise(before, share, tail, method),
        expected=count * years_after,
    )


def _highest_fall(before: Array, share: float, tail: float, method: Method) -> Array:
    """By halving: fewer after makes the count before more surprising."""

    def falls(after: Array) -> NDArray[np.bool_]:
        shown: NDArray[np.bool_] = _upper_tail(before, np.maximum(after, 0), share, method) < tail
        return shown & (after >= 0)

    near = _near_limit(before, share, -tail)
    low, high = np.maximum(near - _NEARBY, -1.0), near + _NEARBY
    low = np.where(falls(low), low, -1.0)  # called a fall, or -1
    furthest = np.ceil(before * (1 - share) / share) + 1
    high = np.where(falls(high), furthest, high)  # not called a fall
    while np.any(high - low > 1):
        middle = np.floor((low + high) / 2)
        shown = falls(middle)
        low, high = np.where(shown, middle, low), np.where(shown, high, middle)
    return low


def _lowest_rise(before: Array, share: float, tail: float, method: Method) -> Array:
    def rises(after: Array) -> NDArray[np.bool_]:
        shown: NDArray[np.bool_] = _upper_tail(after, before, 1 - share, method) < tail
        return shown

    expected = before * (1 - share) / share
    near = _near_limit(before, share, tail)
    low, high = np.maximum(near - _NEARBY, 0.0), near + _NEARBY
    low = np.where(rises(low), np.floor(expected), low)  # not called a rise
    furthest = np.ceil(expected + 12 * np.sqrt(expected + 1) / share + 40)
    high = np.where(rises(high), high, furthest)  # called a rise
    while np.any(high - low > 1):
        middle = np.floor((low + high) / 2)
        shown = rises(middle)
        low, high = np.where(shown, low, middle), np.where(shown, middle, high)
    return high


def _near_limit(before: Array, share: float, tail: float) -> Array:
    """About where the counts after are first called a change, by the square-root normal.

    Args:
        tail: below zero for a fall, above it for a rise.
    """
    ratio = (1 - share) / share
    away = math.copysign(special.ndtri(1 - abs(tail)) / 2 * math.sqrt(1 + ratio), tail)
    return np.round(np.maximum(np.sqrt(before * ratio) + away, 0.0) ** 2)


def _upper_tail(first: Array, second: Array, share: float, method: Method) -> Array:
    """P(X >= first) for X binomial with size first + second, the mid-p way unless exact."""
    seen = first > 0
    at_least = np.where(seen, special.betainc(np.where(seen, first, 1.0), second + 1, share), 1.0)
    if method == "exact":
        return at_least
    more = second > 0
    beyond = np.where(more, special.betainc(first + 1, np.where(more, second, 1.0), share), 0.0)
    middle: Array = (at_least + beyond) / 2
    return middle


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
    if not 0 < power < 1:
        raise ValueError("The power must lie between 0 and 1, such as 0.8.")
