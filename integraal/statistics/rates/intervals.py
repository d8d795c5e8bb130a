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
from integraal.statistics.rates.distinct import distinct_rows
from integraal.statistics.rates.rounding import half_step
from integraal.statistics.roots import Array, increasing_root

Method = Literal["exact", "midp"]
IntervalMethod = Literal["exact", "midp", "mid-p", "byar"]


class Interval(NamedTuple):
    """Lower and upper limits, in the unit of what was estimated."""

    lower: Array
    upper: Array


class RateInterval(NamedTuple):
    """Rates with their limits, per the number of exposure units asked for."""

    rate: Array
    lower: Array
    upper: Array


def poisson_interval(
    count: ArrayLike,
    exposure: ArrayLike = 1.0,
    *,
    confidence: float = DEFAULT_CONFIDENCE,
    method: IntervalMethod = "exact",
    rounded_to: ArrayLike = 1,
) -> Interval:
    """Interval for the underlying rate, given the number of events that was seen.

    Args:
        count: events seen, any shape; zero or more. Half events are accepted, so that the
            ends of a rounded count can be passed.
        exposure: units in which they could happen (years, inhabitants), zero or more,
            broadcast against `count` and taken as known without error. With the default of
            one the limits are those of the expected number of events.
        confidence: probability that the interval covers the underlying rate, between 0 and 1.
        method: "exact" covers at least `confidence` (Garwood 1936); "midp" (or "mid-p") counts
            half of the probability of the seen number and covers about `confidence` (Cohen and
            Yang 1994); "byar" is the cube-root approximation of the exact limits that Dutch
            health services use (Breslow and Day 1987, chapter 2).
        rounded_to: the step to which the source rounded the count, 5 for CBS tables: half of
            it is added on both sides before the limits are taken. One for counts as they are.

    Returns:
        Limits per unit of exposure, of the broadcast shape. The lower limit of zero events is
        zero. Where the exposure is zero both are nan: a rate per nobody does not exist.

    Raises:
        ValueError: a count or an exposure is negative or not finite, a step is under one, the
            confidence is not between 0 and 1, or the method is another one.
    """
    if method not in _LIMITS:
        raise ValueError('The method must be "exact", "midp" or "byar".')
    factor, tail = _per(1.0, checked_exposures(exposure)), tail_probability(confidence)
    rows = distinct_rows(checked_counts(count), half_step(rounded_to))
    counts, slack = rows.columns
    lower, upper = _LIMITS[method](counts, tail)
    if np.any(slack > 0):
        lower = _LIMITS[method](np.maximum(counts - slack, 0.0), tail).lower
        upper = _LIMITS[method](counts + slack, tail).upper
    return Interval(rows.spread(lower) * factor, rows.spread(upper) * factor)


def rate_interval(
    count: ArrayLike,
    exposure: ArrayLike,
    *,
    per: float = 1000,
    confidence: float = DEFAULT_CONFIDENCE,
    method: IntervalMethod = "exact",
    rounded_to: ArrayLike = 1,
) -> RateInterval:
    """Rate per `per` units of exposure, with its interval.

    Args:
        count, exposure, confidence, method, rounded_to: as for `poisson_interval`.
        per: the number of units the rate is stated for, 1000 for "per 1,000 inhabitants".

    Returns:
        Rate and limits, of the broadcast shape; nan where the exposure is zero.

    Raises:
        ValueError: as for `poisson_interval`.
    """
    counts, factor = checked_counts(count), _per(per, checked_exposures(exposure))
    limits = poisson_interval(counts, confidence=confidence, method=method, rounded_to=rounded_to)
    return RateInterval(counts * factor, limits.lower * factor, limits.upper * factor)


def _per(units: float, exposures: Array) -> Array:
    factor = np.full(exposures.shape, np.nan)
    np.divide(units, exposures, out=factor, where=exposures > 0)
    return factor


def _exact_interval(counts: Array, tail: float) -> Interval:
    some = counts > 0
    # Never the ufunc argument `where=` here: scipy 1.17.1 crashes on it for longer arrays.
    lower = np.where(some, special.gammaincinv(np.where(some, counts, 1.0), tail), 0.0)
    return Interval(lower, special.gammainccinv(counts + 1, tail))


def _byar_interval(counts: Array, tail: float) -> Interval:
    """Wilson and Hilferty's cube root of a chi-square, as Byar turned it into limits."""
    z = -special.ndtri(tail)
    some = np.where(counts > 0, counts, 1.0)
    root = np.maximum(1 - 1 / (9 * some) - z / (3 * np.sqrt(some)), 0.0)
    more = counts + 1
    upper = more * (1 - 1 / (9 * more) + z / (3 * np.sqrt(more))) ** 3
    return Interval(np.where(counts > 0, counts * root**3, 0.0), upper)


def _mid_p_interval(counts: Array, tail: float) -> Interval:
    """Mid-P limits; each lies between the exact limits of this count and its neighbour's."""
    lower, upper = _exact_interval(counts, tail)
    some = counts > 0
    one_more = np.where(some, special.gammaincinv(counts + 1, tail), 0.0)
    one_less = np.where(some, special.gammainccinv(np.where(some, counts, 1.0), tail), 0.0)
    return Interval(
        increasing_root(lambda mean: _mid_at_least(counts, mean) - tail, lower, one_more),
        increasing_root(lambda mean: tail - (1 - _mid_at_least(counts, mean)), one_less, upper),
    )


def _mid_at_least(counts: Array, mean: Array) -> Array:
    """P(X > count) + P(X = count) / 2 for Poisson X; increases with the mean."""
    some = counts > 0
    at_least = np.where(some, special.gammainc(np.where(some, counts, 1.0), mean), 1.0)
    more: Array = special.gammainc(counts + 1, mean)
    return (at_least + more) / 2


_LIMITS = {
    "exact": _exact_interval,
    "midp": _mid_p_interval,
    "mid-p": _mid_p_interval,
    "byar": _byar_interval,
}
