"""Local Moran's I: is an area like its neighbours, or the odd one out?"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from integraal.statistics.inputs import DEFAULT_CONFIDENCE, tail_probability
from integraal.statistics.roots import Array
from integraal.statistics.spatial.areas import (
    MINIMUM_AREAS,
    Neighbours,
    adjacency,
    adjusted_by_row,
    checked_values,
    neighbour_lists,
    over_neighbours,
    standardised,
    two_sided,
)
from integraal.statistics.spatial.conditional import conditional_p_values


@dataclass(frozen=True, slots=True)
class LocalMoran:
    """Per area how it compares with its neighbours; arrays of shape (..., areas).

    Attributes:
        statistic: z times the mean z of the neighbours, z in standard deviations (divisor n):
            above zero among its like. Zero for an area without neighbours or without a value.
        expected, variance: of the statistic when the area keeps its value and the others
            change places.
        z: (statistic - expected) / sqrt(variance), zero where the variance is.
        p_value: two-sided, by permutation or normal; 1 where nothing can be tested.
        adjusted_p: Benjamini-Hochberg over the areas of the row that were tested.
        kind: "high_high", "low_low" (clusters), "high_low", "low_high" (own first, odd ones
            out), "none"; "unknown" without a value; "not_meaningful" with too few areas.
        meaningful: (...) whether the row has at least 30 known areas.
    """

    statistic: Array
    expected: Array
    variance: Array
    z: Array
    p_value: Array
    adjusted_p: Array
    kind: NDArray[np.str_]
    meaningful: NDArray[np.bool_]


def local_moran(
    values: ArrayLike,
    neighbours: Neighbours,
    permutations: int = 9999,
    seed: int = 0,
    *,
    confidence: float = DEFAULT_CONFIDENCE,
) -> LocalMoran:
    """Compare each area with the mean of its neighbours.

    Args:
        values: (..., areas), best smoothed rates; nan where there is none: that area is left
            out, also as a neighbour.
        neighbours: for each area the places (from 0) of its neighbours, or a square matrix of
            zeros and ones, dense or sparse. An area is never its own neighbour here.
        permutations: number of conditional permutations; 0 for normal p-values. The smallest
            p-value is 2 / (permutations + 1), so few permutations find nothing among many areas.
        seed: of the permutations.
        confidence: 0.95 for classes at a false discovery rate of 5 %.

    Returns:
        Statistic, its moments, p-values and class.

    Raises:
        ValueError: an infinite value, or neighbours that do not go with the areas.

    Source: L. Anselin, Local indicators of spatial association, Geographical Analysis 27
    (1995); moments by conditional permutation as in R.R. Sokal, N.L. Oden and B.A. Thomson,
    Local spatial autocorrelation in a biological model, Geographical Analysis 30 (1998).
    """
    alpha = 2 * tail_probability(confidence)
    given, known = checked_values(values)
    lists = neighbour_lists(neighbours, given.shape[-1])
    links = adjacency(lists)
    own, number = standardised(given, known)
    near = np.where(known, over_neighbours(known.astype(np.float64), links), 0.0)
    around = over_neighbours(own, links) / np.maximum(near, 1)
    tested = near > 0
    statistic = np.where(tested, own * around, 0.0)
    expected, variance = _conditional_moments(own, near, number)
    z = np.where(variance > 0, statistic - expected, 0.0)
    z = z / np.sqrt(np.where(variance > 0, variance, 1.0))
    p_value = two_sided(z)
    if permutations > 0:
        permuted = conditional_p_values(own, known, lists, permutations, seed)
        p_value = np.where(variance > 0, permuted, 1.0)
    adjusted = adjusted_by_row(p_value, tested)
    meaningful = np.asarray(number[..., 0] >= MINIMUM_AREAS)
    shown = tested & (adjusted < alpha)
    kind = _kinds(own, around, known, shown, meaningful)
    return LocalMoran(statistic, expected, variance, z, p_value, adjusted, kind, meaningful)


def _conditional_moments(own: Array, near: Array, number: Array) -> tuple[Array, Array]:
    """Mean and variance of own value times the mean of `near` draws from the others."""
    others = np.maximum(number - 1, 1)
    tested = near > 0
    expected = np.where(tested, -(own**2) / others, 0.0)
    # Variance of a mean of k draws without replacement from n - 1 values.
    of_others = number / np.maximum(number - 2, 1) * np.maximum(1 - own**2 / others, 0.0)
    of_mean = np.maximum(1 / np.maximum(near, 1) - 1 / others, 0.0) * of_others
    variance = np.where(tested & (number > 2), own**2 * of_mean, 0.0)
    return expected, np.where(variance > 1e-14, variance, 0.0)


def _kinds(
    own: Array,
    around: Array,
    known: NDArray[np.bool_],
    shown: NDArray[np.bool_],
    meaningful: NDArray[np.bool_],
) -> NDArray[np.str_]:
    high, high_around = own > 0, around > 0
    return np.select(
        [
            ~known,
            ~meaningful[..., None] & known,
            ~shown,
            high & high_around,
            high,
            high_around,
        ],
        ["unknown", "not_meaningful", "none", "high_high", "high_low", "low_high"],
        "low_low",
    )
