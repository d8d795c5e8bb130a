"""Two counts side by side: is the one rate higher, by how much, and how often would chance do it.

Given the sum of two Poisson counts, the first is binomial; its share depends only on the ratio
of the two rates (Przyborowski and Wilenski 1940). The p-value is *central*: twice the smaller
tail. So the test and the interval always agree: p below 1 - level exactly where the interval
leaves out a ratio of one.
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike
from scipy import special

from integraal.statistics.inputs import (
    DEFAULT_CONFIDENCE,
    checked_counts,
    checked_exposures,
    tail_probability,
)
from integraal.statistics.rates import Method
from integraal.statistics.roots import Array, increasing_root


class Comparison(NamedTuple):
    """Rate one divided by rate two, the interval of that ratio, and the two-sided p-value."""

    ratio: Array
    low: Array
    high: Array
    p_value: Array


def compare_counts(
    count_1: ArrayLike,
    exposure_1: ArrayLike,
    count_2: ArrayLike,
    exposure_2: ArrayLike,
    *,
    level: float = DEFAULT_CONFIDENCE,
    method: Method = "midp",
) -> Comparison:
    """Compare two independent Poisson counts, element by element.

    Args:
        count_1, count_2: events seen, whole numbers of zero or more, broadcast together.
        exposure_1, exposure_2: what they happened in (years, inhabitants), above zero, both in
            the same unit.
        level: coverage of the interval, between 0 and 1.
        method: "midp" counts half of the probability of what was seen (Berry and Armitage
            1995); "exact" counts all of it, is never too bold and often too shy.

    Returns:
        Ratio of the rates (nan for 0 against 0, inf for some against 0), limits found by
        turning the test around, and the central p-value, all of the broadcast shape. Two
        zeros say nothing: limits 0 and inf, p-value 1.

    Raises:
        ValueError: a count is negative, broken or not finite, an exposure is not above zero,
            or the level is not between 0 and 1.
    """
    tail = tail_probability(level)
    first, second, time_1, time_2 = np.broadcast_arrays(
        _whole_counts(count_1),
        _whole_counts(count_2),
        _positive_exposures(exposure_1),
        _positive_exposures(exposure_2),
    )
    odds = time_1 / time_2
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = np.divide(first, second) / odds
        low = _lowest_odds(first, second, tail, method) / odds
        high = 1 / (_lowest_odds(second, first, tail, method) * odds)
    return Comparison(ratio, low, high, _central_p(first, second, odds, method))


def benjamini_hochberg(p_values: ArrayLike) -> Array:
    """Adjust the p-values of one family for their number (Benjamini and Hochberg 1995).

    Args:
        p_values: one-dimensional, between 0 and 1; nan means that no test was done, which
            stays nan and does not count.

    Returns:
        Adjusted p-values in the same order: those below 0.05 are together expected to hold at
        most 5 % false alarms.

    Raises:
        ValueError: more than one dimension, or a value outside 0 to 1.
    """
    given = np.asarray(p_values, dtype=np.float64)
    tested = np.flatnonzero(~np.isnan(given)) if given.ndim == 1 else None
    if tested is None or np.any((given[tested] < 0) | (given[tested] > 1)):
        raise ValueError("P-values must be one row of numbers between 0 and 1.")
    order = tested[np.argsort(-given[tested], kind="stable")]
    ranks = np.arange(order.size, 0, -1)
    adjusted = np.full(given.shape, np.nan)
    adjusted[order] = np.minimum.accumulate(np.minimum(given[order] * order.size / ranks, 1))
    return adjusted


def _whole_counts(count: ArrayLike) -> Array:
    counts = checked_counts(count)
    if np.any(counts != np.floor(counts)):
        raise ValueError("Counts that are compared must be whole numbers.")
    return counts


def _positive_exposures(exposure: ArrayLike) -> Array:
    exposures = checked_exposures(exposure)
    if np.any(exposures == 0):
        raise ValueError("A comparison needs exposures above zero.")
    return exposures


def _central_p(first: Array, second: Array, odds: Array, method: Method) -> Array:
    """Twice the smaller tail of the first count, when both rates are equal."""
    share = odds / (1 + odds)
    upper = _upper_tail(method)(first, second, share)
    lower = _upper_tail(method)(second, first, 1 / (1 + odds))
    both: Array = 2 * np.minimum(upper, lower)
    return np.minimum(both, 1.0)


def _lowest_odds(first: Array, second: Array, tail: float, method: Method) -> Array:
    """The smallest odds of falling in the first count that its upper tail does not refuse."""
    seen = first > 0
    total = np.where(seen, first + second, 1.0)
    count = np.where(seen, first, 1.0)
    share = special.betaincinv(count, total - count + 1, tail)
    if method == "midp":
        upper_tail = _upper_tail(method)
        share = increasing_root(
            lambda share: upper_tail(count, total - count, share) - tail, share, count / total
        )
    lowest: Array = np.where(seen, share, 0.0)
    return lowest / (1 - lowest)


def _upper_tail(method: Method) -> Callable[[Array, Array, Array], Array]:
    return _exact_upper_tail if method == "exact" else _mid_upper_tail


def _exact_upper_tail(first: Array, second: Array, share: Array) -> Array:
    """P(X >= first) for X binomial with size first + second; increases with the share."""
    seen = first > 0
    return np.where(seen, special.betainc(np.where(seen, first, 1.0), second + 1, share), 1.0)


def _mid_upper_tail(first: Array, second: Array, share: Array) -> Array:
    """P(X > first) + P(X = first) / 2 for the same X."""
    more = second > 0
    beyond = np.where(more, special.betainc(first + 1, np.where(more, second, 1.0), share), 0.0)
    return (_exact_upper_tail(first, second, share) + beyond) / 2
