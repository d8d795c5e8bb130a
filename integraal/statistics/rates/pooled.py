"""Several years against several, and a municipality against the rest of its region."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import special

from integraal.statistics.inputs import DEFAULT_CONFIDENCE, known_pairs, tail_probability
from integraal.statistics.rates.comparisons import CountComparison
from integraal.statistics.rates.conditional import (
    Method,
    central_p,
    lowest_odds,
    refuse_other_method,
)
from integraal.statistics.roots import Array


@dataclass(frozen=True, slots=True)
class YearsComparison:
    """The pooled rate of some years divided by that of others, per series.

    Attributes:
        ratio, lower, upper, p_value: as in `CountComparison`.
        dispersion: Pearson's phi of the years around the rate of their own side, never below 1;
            1 when it was not asked for, nan where there are too few years to know.
        count_a, exposure_a, count_b, exposure_b: what was pooled.
        years_a, years_b: how many years with a figure each side has.
    """

    ratio: Array
    lower: Array
    upper: Array
    p_value: Array
    dispersion: Array
    count_a: Array
    exposure_a: Array
    count_b: Array
    exposure_b: Array
    years_a: Array
    years_b: Array


def compare_years(
    counts: ArrayLike,
    exposures: ArrayLike,
    years_a: ArrayLike,
    years_b: ArrayLike | None = None,
    *,
    confidence: float = DEFAULT_CONFIDENCE,
    method: Method = "midp",
    overdispersion: bool = False,
) -> YearsComparison:
    """Compare the years of one side with those of the other, pooled; b is the reference.

    Args:
        counts: (..., years) events per area (or series) and year; nan where there is no figure.
        exposures: broadcast against the counts; a year counts where it is above zero.
        years_a: (years,) True for the years of side a.
        years_b: (years,) the same for side b; all the other years when left out.
        confidence, method: as for `compare_counts`.
        overdispersion: whether the years may scatter more than chance. The counts are then
            divided by phi = max(1, Pearson chi-square / df) before they are compared, and the
            normal tails are exchanged for those of Student's t with df = years - 2.

    Returns:
        One comparison per series. A side without a figure gives ratio and p-value nan and
        limits 0 and inf.

    Raises:
        ValueError: a number is negative, something was counted where the exposure is zero, a
            year is on both sides, or the years do not go with the counts.
    """
    tail = tail_probability(confidence)
    refuse_other_method(method)
    numbers, times, known = known_pairs(counts, exposures)
    side_a, side_b = _sides(years_a, years_b, numbers.shape)
    a, b = _Side.of(numbers, times, known & side_a), _Side.of(numbers, times, known & side_b)
    freedom = a.years + b.years - 2
    phi, tails = np.ones(a.count.shape), np.full(a.count.shape, tail)
    if overdispersion:
        phi = np.where(freedom > 0, (a.chi_square + b.chi_square) / np.maximum(freedom, 1), np.nan)
        phi = np.maximum(phi, 1.0)
        tails = special.ndtr(special.stdtrit(np.maximum(freedom, 1), tail))
        tails = np.where(freedom > 0, tails, tail)
    compared = _compared(a, b, np.where(np.isnan(phi), 1.0, phi), tails, method)
    p_value = compared.p_value
    if overdispersion:
        by_t = 2 * special.stdtr(np.maximum(freedom, 1), special.ndtri(p_value / 2))
        p_value = np.where(freedom > 0, by_t, p_value)
    return YearsComparison(
        compared.ratio, compared.lower, compared.upper, p_value, phi,
        a.count, a.exposure, b.count, b.exposure, a.years, b.years,
    )  # fmt: skip


def compare_with_rest(
    count: ArrayLike,
    exposure: ArrayLike,
    whole_count: ArrayLike,
    whole_exposure: ArrayLike,
    *,
    confidence: float = DEFAULT_CONFIDENCE,
    method: Method = "midp",
) -> CountComparison:
    """Compare a municipality with the region or country it is part of, itself taken out.

    Args:
        count, exposure: of the municipality; nan where there is no figure.
        whole_count, whole_exposure: of the region, the municipality included; broadcast.
        confidence, method: as for `compare_counts`.

    Returns:
        Own rate over that of the rest. Without a figure, or without a rest, ratio and p-value
        are nan and the limits 0 and inf.

    Raises:
        ValueError: a number is negative, something was counted where the exposure is zero, or
            the whole is less than its part.
    """
    tail = tail_probability(confidence)
    refuse_other_method(method)
    own, own_time, known = known_pairs(count, exposure)
    whole, whole_time, whole_known = known_pairs(whole_count, whole_exposure)
    shape = np.broadcast_shapes(own.shape, whole.shape)
    both = np.broadcast_to(known & whole_known, shape)
    rest = np.where(both, whole - own, 0.0)
    rest_time = np.where(both, whole_time - own_time, 0.0)
    if np.any((rest < 0) | (rest_time < 0) | ((rest > 0) & (rest_time == 0))):
        raise ValueError("The whole must be at least as much as the part that is compared with it.")
    a = _Side.pooled(np.broadcast_to(own, shape), np.where(both, own_time, 0.0))
    b = _Side.pooled(rest, rest_time)
    return _compared(a, b, np.ones(shape), np.full(shape, tail), method)


@dataclass(frozen=True, slots=True)
class _Side:
    """What the years of one side hold together."""

    count: Array
    exposure: Array
    years: Array
    chi_square: Array

    @classmethod
    def of(cls, counts: Array, exposures: Array, used: NDArray[np.bool_]) -> "_Side":
        """Pool the used years, and measure how they scatter around their common rate."""
        seen, time = np.where(used, counts, 0.0), np.where(used, exposures, 0.0)
        count, exposure = seen.sum(axis=-1), time.sum(axis=-1)
        rate = count / np.where(exposure > 0, exposure, 1.0)
        expected = time * rate[..., None]
        squares = (seen - expected) ** 2 / np.where(expected > 0, expected, 1.0)
        return cls(count, exposure, used.sum(axis=-1).astype(np.float64), squares.sum(axis=-1))

    @classmethod
    def pooled(cls, count: Array, exposure: Array) -> "_Side":
        return cls(count, exposure, np.ones(count.shape), np.zeros(count.shape))


def _sides(
    years_a: ArrayLike, years_b: ArrayLike | None, shape: tuple[int, ...]
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    side_a = np.asarray(years_a)
    side_b = ~side_a if years_b is None and side_a.dtype == np.bool_ else np.asarray(years_b)
    for side in (side_a, side_b):
        if side.dtype != np.bool_ or not shape or side.shape != shape[-1:]:
            raise ValueError("The sides must be rows of True and False, one for each year.")
    if np.any(side_a & side_b):
        raise ValueError("A year cannot be on both sides.")
    return side_a, side_b


def _compared(a: _Side, b: _Side, phi: Array, tails: Array, method: Method) -> CountComparison:
    """Compare counts that are worth one event per phi; nothing where a side is empty."""
    known = (a.exposure > 0) & (b.exposure > 0)
    odds = np.where(known, a.exposure, 1.0) / np.where(known, b.exposure, 1.0)
    first, second = a.count / phi, b.count / phi
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = np.where(known, np.divide(first, second) / odds, np.nan)
        lower = np.where(known, lowest_odds(first, second, tails, method) / odds, 0.0)
        upper = 1 / (lowest_odds(second, first, tails, method) * odds)
    p_value = central_p((first, first), (second, second), odds, method)
    return CountComparison(
        ratio, lower, np.where(known, upper, np.inf), np.where(known, p_value, np.nan)
    )
