"""Which pairs of counts are called a change, and how often that happens."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from scipy import optimize, special

from integraal.statistics.roots import Array

Method = Literal["exact", "midp"]
_SPREAD = 9.0  # standard deviations on either side: beyond lies less than 1e-17


@dataclass(frozen=True, slots=True)
class CalledChanges:
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
        below = special.pdtr(np.maximum(self.highest_fall, 0), mean)
        return float(self.weights @ np.where(self.highest_fall >= 0, below, 0.0))

    def shown_rise(self, change: float) -> float:
        mean = self.expected * (1 + change)
        return float(self.weights @ special.pdtrc(self.lowest_rise - 1, mean))

    def smallest_decrease(self, power: float) -> float:
        if self.shown_fall(-1.0) < power:
            return math.nan
        if self.shown_fall(0.0) >= power:
            return 0.0
        return float(optimize.brentq(lambda fall: self.shown_fall(fall) - power, -1.0, 0.0))

    def smallest_increase(self, power: float) -> float:
        if self.shown_rise(0.0) >= power:
            return 0.0
        high = 1.0
        while self.shown_rise(high) < power:
            high *= 2
        return float(optimize.brentq(lambda rise: self.shown_rise(rise) - power, 0.0, high))


@lru_cache(maxsize=512)
def called_changes(
    count: float, years_before: int, years_after: int, tail: float, method: Method
) -> CalledChanges:
    """For a yearly count before: what the central conditional test calls a change."""
    mean = count * years_before
    away = _SPREAD * math.sqrt(mean) + 10
    before = np.arange(max(math.floor(mean - away), 0), math.ceil(mean + away) + 1.0)
    share = years_before / (years_before + years_after)
    return CalledChanges(
        weights=np.exp(special.xlogy(before, mean) - mean - special.gammaln(before + 1)),
        highest_fall=_highest_fall(before, share, tail, method),
        lowest_rise=_lowest_rise(before, share, tail, method),
        expected=count * years_after,
    )


def _highest_fall(before: Array, share: float, tail: float, method: Method) -> Array:
    """Fewer after makes the count before more surprising; -1 where none is surprising enough."""
    root = np.sqrt(before * (1 - share) / share) + special.ndtri(tail) / 2 / math.sqrt(share)
    return _last(
        lambda after: _upper_tail(before, after, share, method) < tail, np.maximum(root, 0.0) ** 2
    )


def _lowest_rise(before: Array, share: float, tail: float, method: Method) -> Array:
    root = np.sqrt(before * (1 - share) / share) - special.ndtri(tail) / 2 / math.sqrt(share)
    return 1 + _last(lambda after: _upper_tail(after, before, 1 - share, method) >= tail, root**2)


def _last(holds: Callable[[Array], NDArray[np.bool_]], guess: Array) -> Array:
    """The last whole number for which each condition holds, from a guess; -1 where none does.

    A condition that does not hold for a number does not hold for a larger one.
    """
    step = 2.0
    low, high = np.maximum(np.floor(guess) - step, -1.0), np.floor(guess) + step
    while np.any(over := (low >= 0) & ~holds(np.maximum(low, 0.0))):
        low, high = np.where(over, np.maximum(low - 4 * step, -1.0), low), np.where(over, low, high)
        step *= 4
    while np.any(under := holds(high)):
        low, high = np.where(under, high, low), np.where(under, high + 4 * step, high)
        step *= 4
    while np.any(high - low > 1):
        middle = np.floor((low + high) / 2)
        true = holds(np.maximum(middle, 0.0)) | (middle < 0)
        low, high = np.where(true, middle, low), np.where(true, high, middle)
    return low


def _upper_tail(first: Array, second: Array, share: float, method: Method) -> Array:
    """P(X >= first) for X binomial with size first + second, the mid-p way unless exact."""
    seen = first > 0
    at_least = np.where(seen, special.betainc(np.where(seen, first, 1.0), second + 1, share), 1.0)
    if method == "exact":
        return at_least
    ways = special.gammaln(first + second + 1) - special.gammaln(first + 1)
    ways = ways - special.gammaln(second + 1)
    just = np.exp(ways + first * math.log(share) + second * math.log1p(-share))
    middle: Array = at_least - just / 2
    return middle
