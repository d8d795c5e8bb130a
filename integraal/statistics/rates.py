"""How sure a count and a rate are: exact and mid-P Poisson intervals.

Police counts of a municipality are small, so nothing here leans on the normal approximation.
All functions work element by element on arrays that NumPy can broadcast together.
"""

from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import ArrayLike
from scipy import special

from integraal.statistics.inputs import (
    DEFAULT_CONFIDENCE,
    checked_counts,
    checked_exposures,
    tail_probability,
)
from integraal.statistics.roots import Array, increasing_root

Method = Literal["exact", "midp"]


class Interval(NamedTuple):
    """Lower and upper limits, in the unit of the count."""

    low: Array
    high: Array


class RateInterval(NamedTuple):
    """Rates with their limits, per the number of exposure units asked for."""

    rate: Array
    low: Array
    high: Array


def poisson_interval(
    count: ArrayLike, *, level: float = DEFAULT_CONFIDENCE, method: Method = "exact"
) -> Interval:
    """Interval for the expected number of events, given the number that was seen.

    Args:
        count: events seen, any shape; zero or more. Half events are accepted, so that the
            ends of a rounded count can be passed.
        level: probability that the interval covers the expected number, between 0 and 1.
        method: "exact" covers at least `level` (Garwood 1936); "midp" counts half of the
            probability of the seen number and covers about `level` (Cohen and Yang 1994).

    Returns:
        Limits in events, of the shape of `count`. The lower limit of zero events is zero.

    Raises:
        ValueError: a count is negative or not finite, or the level is not between 0 and 1.
    """
    counts = checked_counts(count)
    tail = tail_probability(level)
    some = counts > 0
    # Never the ufunc argument `where=` here: scipy 1.17.1 crashes on it for longer arrays.
    low = np.where(some, special.gammaincinv(np.where(some, counts, 1.0), tail), 0.0)
    high = special.gammainccinv(counts + 1, tail)
    if method == "exact":
        return Interval(low, high)
    return _mid_p_interval(counts, tail, Interval(low, high))


def rate_interval(
    count: ArrayLike,
    exposure: ArrayLike,
    *,
    per: float = 1000,
    level: float = DEFAULT_CONFIDENCE,
    method: Method = "exact",
) -> RateInterval:
    """Rate per `per` units of exposure, with its interval.

    Args:
        count: events seen, zero or more.
        exposure: units in which they could happen (inhabitants, homes), zero or more,
            broadcast against `count` and taken as known without error.
        per: the number of units the rate is stated for, 1000 for "per 1,000 inhabitants".
        level, method: as for `poisson_interval`.

    Returns:
        Rate and limits, of the broadcast shape; nan where the exposure is zero, because a
        rate per nobody does not exist.

    Raises:
        ValueError: as for `poisson_interval`, or an exposure is negative or not finite.
    """
    counts, exposures = np.broadcast_arrays(checked_counts(count), checked_exposures(exposure))
    limits = poisson_interval(counts, level=level, method=method)
    factor = np.full(exposures.shape, np.nan)
    np.divide(per, exposures, out=factor, where=exposures > 0)
    return RateInterval(counts * factor, limits.low * factor, limits.high * factor)


def _mid_p_interval(counts: Array, tail: float, exact: Interval) -> Interval:
    """Mid-P limits; they always lie inside the exact ones, which serve as the bracket."""
    centre = np.maximum(counts, exact.low)
    low = increasing_root(lambda mean: _mid_at_least(counts, mean) - tail, exact.low, centre)
    high = increasing_root(
        lambda mean: tail - (1 - _mid_at_least(counts, mean)), centre, exact.high
    )
    return Interval(np.where(counts > 0, low, 0.0), high)


def _mid_at_least(counts: Array, mean: Array) -> Array:
    """P(X > count) + P(X = count) / 2 for Poisson X; increases with the mean."""
    some = counts > 0
    at_least = np.where(some, special.gammainc(np.where(some, counts, 1.0), mean), 1.0)
    more: Array = special.gammainc(counts + 1, mean)
    return (at_least + more) / 2
