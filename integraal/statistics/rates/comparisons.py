"""Two counts side by side: is the one rate higher, by how much, and how often would chance do it.

Given the sum of two Poisson counts, the first is binomial; its share depends only on the ratio
of the two rates (Przyborowski and Wilenski 1940). The p-value is *central*: twice the smaller
tail. So the test and the interval always agree: p below 1 - confidence exactly where the interval
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
from integraal.statistics.rates.intervals import Method
from integraal.statistics.roots import Array, increasing_root


class CountComparison(NamedTuple):
    """Rate a divided by rate b, the interval of that ratio, and the two-sided p-value."""

    ratio: Array
    lower: Array
    upper: Array
    p_value: Array


def compare_counts(
    count_a: ArrayLike,
    exposure_a: ArrayLike,
    count_b: ArrayLike,
    exposure_b: ArrayLike,
    *,
    confidence: float = DEFAULT_CONFIDENCE,
    method: Method = "midp",
) -> CountComparison:
    """Compare two independent Poisson counts, element by element; b is the reference.

    Args:
        count_a, count_b: events seen, whole numbers of zero or more, broadcast together.
        exposure_a, exposure_b: what they happened in (years, inhabitants), above zero, both in
            the same unit.
        confidence: coverage of the interval, between 0 and 1.
        method: "midp" counts half of the probability of what was seen (Berry and Armitage
            1995); "exact" counts all of it, is never too bold and often too shy.

    Returns:
        Ratio of the rates (nan for 0 against 0, inf for some against 0), limits found by
        turning the test around, and the central p-value, all of the broadcast shape. Two
        zeros say nothing: limits 0 and inf, p-value 1.

    Raises:
        ValueError: a count is negative, broken or not finite, an exposure is not above zero,
            or the confidence is not between 0 and 1.
    """
    tail = tail_probability(confidence)
    first, second, time_a, time_b = np.broadcast_arrays(
        _whole_counts(count_a),
        _whole_counts(count_b),
        _positive_exposures(exposure_a),
        _positive_exposures(exposure_b),
    )
    odds = time_a / time_b
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = np.divide(first, second) / odds
        lower = _lowest_odds(first, second, tail, method) / odds
        upper = 1 / (_lowest_odds(second, first, tail, method) * odds)
    return CountComparison(ratio, lower, upper, _central_p(first, second, odds, method))


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
