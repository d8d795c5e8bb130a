"""Two counts side by side: is the one rate higher, by how much, and how often would chance do it.

The p-value is *central*: twice the smaller tail. So the test and the interval always agree: p
below 1 - confidence exactly where the interval leaves out a ratio of one.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from integraal.statistics.inputs import (
    DEFAULT_CONFIDENCE,
    checked_counts,
    checked_exposures,
    tail_probability,
)
from integraal.statistics.rates.conditional import (
    Method,
    central_p,
    lowest_odds,
    refuse_other_method,
)
from integraal.statistics.rates.distinct import distinct_rows
from integraal.statistics.rates.rounding import half_step
from integraal.statistics.roots import Array


@dataclass(frozen=True, slots=True)
class CountComparison:
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
    rounded_to: ArrayLike = 1,
    rounded_to_b: ArrayLike | None = None,
) -> CountComparison:
    """Compare two independent Poisson counts, element by element; b is the reference.

    Long arrays are quick where the same counts and exposures come back: each distinct row is
    worked out once.

    Args:
        count_a, count_b: events seen, whole numbers of zero or more, broadcast together.
        exposure_a, exposure_b: what they happened in (years, inhabitants), above zero, both in
            the same unit.
        confidence: coverage of the interval, between 0 and 1.
        method: "midp" counts half of the probability of what was seen (Berry and Armitage
            1995); "exact" counts all of it, is never too bold and often too shy.
        rounded_to: the step to which the source rounded both counts, 5 for CBS tables; one for
            counts as they are.
        rounded_to_b: the step of count b, where it differs.

    Returns:
        Ratio of the rates (nan for 0 against 0, inf for some against 0), limits found by
        turning the test around, and the central p-value, all of the broadcast shape. Two
        zeros say nothing: limits 0 and inf, p-value 1. A rounded count stands for everything
        within half a step: limits and p-value are those of the least telling counts. Two
        rounded counts are not tested against each other: their p-value is nan.

    Raises:
        ValueError: a count is negative, broken or not finite, an exposure is not above zero,
            a step is under one, the confidence is not between 0 and 1, or the method is
            another one.
    """
    tail = tail_probability(confidence)
    refuse_other_method(method)
    slack_a = half_step(rounded_to)
    rows = distinct_rows(
        whole_counts(count_a),
        whole_counts(count_b),
        positive_exposures(exposure_a) / positive_exposures(exposure_b),
        slack_a,
        slack_a if rounded_to_b is None else half_step(rounded_to_b),
    )
    a, b, odds, slack_a, slack_b = rows.columns
    range_a = np.maximum(a - slack_a, 0.0), a + slack_a
    range_b = np.maximum(b - slack_b, 0.0), b + slack_b
    tested = (slack_a == 0) | (slack_b == 0)
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = np.divide(a, b) / odds
        lower = lowest_odds(range_a[0], range_b[1], tail, method) / odds
        upper = 1 / (lowest_odds(range_b[0], range_a[1], tail, method) * odds)
    p_value = np.where(tested, central_p(range_a, range_b, odds, method), np.nan)
    return CountComparison(*(rows.spread(each) for each in (ratio, lower, upper, p_value)))


def whole_counts(count: ArrayLike) -> Array:
    """The counts as doubles; raises ValueError unless whole and not negative."""
    counts = checked_counts(count)
    if np.any(counts != np.floor(counts)):
        raise ValueError("Counts that are compared must be whole numbers.")
    return counts


def positive_exposures(exposure: ArrayLike) -> Array:
    """The exposures as doubles; raises ValueError unless above zero."""
    exposures = checked_exposures(exposure)
    if np.any(exposures == 0):
        raise ValueError("A comparison needs exposures above zero.")
    return exposures
