"""Rates as if every area had the same make-up: by age, by kind of home, by size of shop.

Direct: the own rates per stratum, in the proportions of a standard. Indirect: the own count
beside what the rates of a standard would give for the own make-up.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike
from scipy import special

from integraal.statistics.inputs import (
    DEFAULT_CONFIDENCE,
    checked_counts,
    checked_exposures,
    tail_probability,
)
from integraal.statistics.rates.intervals import poisson_interval
from integraal.statistics.roots import Array

RatioMethod = Literal["exact", "midp", "mid-p", "log"]


@dataclass(frozen=True, slots=True)
class StandardisedRate:
    """Rate per unit of exposure in the make-up of the standard, its limits, and the crude rate."""

    rate: Array
    lower: Array
    upper: Array
    crude_rate: Array


@dataclass(frozen=True, slots=True)
class StandardisedRatio:
    """What was seen divided by what was expected, its limits, and the central p-value."""

    ratio: Array
    lower: Array
    upper: Array
    p_value: Array
    observed: Array
    expected: Array


@dataclass(frozen=True, slots=True)
class IndirectRate:
    """The standardised ratio, and that ratio times the rate of the standard."""

    ratio: StandardisedRatio
    rate: Array
    lower: Array
    upper: Array
    crude_rate: Array


def direct_rate(
    counts: ArrayLike,
    exposures: ArrayLike,
    standard: ArrayLike,
    *,
    confidence: float = DEFAULT_CONFIDENCE,
) -> StandardisedRate:
    """Directly standardised rate with the gamma interval of Fay and Feuer (1997).

    Args:
        counts: (..., strata) events.
        exposures: the same shape, or broadcast: units (inhabitants) in each stratum.
        standard: (strata,) size of each stratum in the standard; only proportions matter.
        confidence: coverage of the interval, between 0 and 1.

    Returns:
        One rate per area, per unit of exposure. Nan where a stratum that the standard has is
        empty in the area: it has no rate there.

    Raises:
        ValueError: a number is negative or not finite, or the standard is empty.
    """
    tail = tail_probability(confidence)
    seen, time = np.broadcast_arrays(checked_counts(counts), checked_exposures(exposures))
    weights = _shares(standard)
    filled = np.where(time > 0, time, 1.0)
    per_event = np.where((time > 0) | (weights == 0), weights / filled, np.nan)
    rate = np.sum(per_event * seen, axis=-1)
    variance = np.sum(per_event**2 * seen, axis=-1)
    largest = np.max(per_event, axis=-1, initial=0.0)
    some = rate > 0
    scale = np.where(some, variance / np.where(some, rate, 1.0), 0.0)
    shape = np.where(some, rate / np.where(some, scale, 1.0), 1.0)
    lower = np.where(some, scale * special.gammaincinv(shape, tail), rate)
    one_more = (variance + largest**2) / (rate + largest)
    upper = one_more * special.gammainccinv((rate + largest) / one_more, tail)
    with np.errstate(invalid="ignore", divide="ignore"):
        crude = seen.sum(axis=-1) / time.sum(axis=-1)
    return StandardisedRate(rate, lower, upper, crude)


def standardised_ratio(
    observed: ArrayLike,
    expected: ArrayLike,
    *,
    confidence: float = DEFAULT_CONFIDENCE,
    method: RatioMethod = "exact",
) -> StandardisedRatio:
    """Observed over expected (SMR, index), the expectation taken as known.

    Args:
        observed: events, zero or more.
        expected: events, zero or more, broadcast.
        confidence: coverage of the interval, between 0 and 1.
        method: "exact" and "midp" are the Poisson limits of the observed count (Garwood 1936;
            Cohen and Yang 1994) and test by the same tails; "log" takes the logarithm of the
            ratio as normal with variance 1 / observed (Breslow and Day 1987, chapter 2).

    Returns:
        Ratio, limits and two-sided p-value of a ratio of one. All nan where nothing is
        expected; with "log" also nan, the ratio apart, where nothing was seen.

    Raises:
        ValueError: a number is negative or not finite, or the method is another one.
    """
    if method not in ("exact", "midp", "mid-p", "log"):
        raise ValueError('The method must be "exact", "midp" or "log".')
    seen, hoped = np.broadcast_arrays(checked_counts(observed), checked_exposures(expected))
    some = hoped > 0
    ratio = np.where(some, seen / np.where(some, hoped, 1.0), np.nan)
    if method == "log":
        events = np.where(seen > 0, seen, np.nan)
        spread = -special.ndtri(tail_probability(confidence)) / np.sqrt(events)
        lower, upper = ratio * np.exp(-spread), ratio * np.exp(spread)
        distance = np.log(np.where(ratio > 0, ratio, np.nan)) * np.sqrt(events)
        p_value = 2 * special.ndtr(-np.abs(distance))
    else:
        lower, upper = poisson_interval(seen, hoped, confidence=confidence, method=method)
        p_value = np.where(some, _central_poisson_p(seen, hoped, method), np.nan)
    return StandardisedRatio(ratio, lower, upper, p_value, seen, hoped)


def indirect_rate(
    counts: ArrayLike,
    exposures: ArrayLike,
    standard_counts: ArrayLike,
    standard_exposures: ArrayLike,
    *,
    confidence: float = DEFAULT_CONFIDENCE,
    method: RatioMethod = "exact",
) -> IndirectRate:
    """Indirectly standardised ratio and rate.

    Args:
        counts, exposures: (..., strata) of the areas.
        standard_counts, standard_exposures: (strata,) of the standard; a stratum that the
            standard does not have must be empty in the areas too.
        confidence, method: as for `standardised_ratio`.

    Returns:
        The ratio of the observed count to what the rates of the standard would give, and the
        crude rate of the standard times that ratio and its limits.

    Raises:
        ValueError: as for `standardised_ratio`, or a stratum has no rate in the standard.
    """
    seen, time = np.broadcast_arrays(checked_counts(counts), checked_exposures(exposures))
    events, units = checked_counts(standard_counts), checked_exposures(standard_exposures)
    if np.any((units == 0) & ((time > 0) | (seen > 0) | (events > 0))):
        raise ValueError("A stratum has no rate in the standard.")
    expected = np.sum(time * (events / np.where(units > 0, units, 1.0)), axis=-1)
    observed = seen.sum(axis=-1)
    ratio = standardised_ratio(observed, expected, confidence=confidence, method=method)
    if units.sum() == 0:
        raise ValueError("The standard is empty.")
    of_standard = events.sum() / units.sum()
    with np.errstate(invalid="ignore", divide="ignore"):
        crude = observed / time.sum(axis=-1)
    return IndirectRate(
        ratio, ratio.ratio * of_standard, ratio.lower * of_standard, ratio.upper * of_standard,
        crude,
    )  # fmt: skip


def _shares(standard: ArrayLike) -> Array:
    sizes = checked_exposures(standard)
    if sizes.sum() == 0:
        raise ValueError("The standard is empty.")
    shares: Array = sizes / sizes.sum()
    return shares


def _central_poisson_p(seen: Array, expected: Array, method: RatioMethod) -> Array:
    """Twice the smaller tail of a Poisson count around what was expected."""
    some = seen > 0
    at_least = np.where(some, special.gammainc(np.where(some, seen, 1.0), expected), 1.0)
    at_most = special.gammaincc(seen + 1, expected)
    if method != "exact":
        own = (at_least + at_most - 1) / 2
        at_least, at_most = at_least - own, at_most - own
    return np.minimum(2 * np.minimum(at_least, at_most), 1.0)
