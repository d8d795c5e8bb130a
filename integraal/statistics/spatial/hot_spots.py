"""Gi*: is it high, or low, in an area together with its neighbours?"""

from dataclasses import dataclass
from typing import Any

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
class HotSpots:
    """Per area whether it lies in a hot or a cold spot; arrays of shape (..., areas).

    Attributes:
        z: Gi* in standard deviations: above zero where it is high round about.
        p_value: two-sided; 1 where nothing can be tested (a missing value, all values equal,
            every area a neighbour).
        adjusted_p: Benjamini-Hochberg over the areas of the row.
        kind: "hot", "cold" or "none"; "unknown" where the value is missing; "not_meaningful"
            everywhere when there are too few areas.
        meaningful: (...) whether the row has at least 30 known areas. With fewer, use a funnel.
    """

    z: Array
    p_value: Array
    adjusted_p: Array
    kind: NDArray[np.str_]
    meaningful: NDArray[np.bool_]


def getis_ord_star(
    values: ArrayLike,
    neighbours: Neighbours,
    *,
    permutations: int = 0,
    seed: int = 0,
    confidence: float = DEFAULT_CONFIDENCE,
) -> HotSpots:
    """Find hot and cold spots among areas.

    Args:
        values: (..., areas), best smoothed rates (raw rates of small areas make false spots);
            nan where there is none: that area is left out, also as a neighbour.
        neighbours: for each area the places (from 0) of its neighbours, or a square matrix of
            zeros and ones, dense or sparse. The area itself always belongs to its own group.
        permutations: 0 for normal p-values; else the number of conditional permutations, 9999
            or more, for skewed values.
        seed: of the permutations.
        confidence: 0.95 for classes at a false discovery rate of 5 %.

    Returns:
        Statistic, p-values and class. An area without neighbours is judged by itself
        alone, and has p-value 1 by permutation.

    Raises:
        ValueError: an infinite value, or neighbours that do not go with the areas.

    Source: J.K. Ord and A. Getis, Local spatial autocorrelation statistics, Geographical
    Analysis 27 (1995), formula 14 with weights of one.
    """
    alpha = 2 * tail_probability(confidence)
    given, known = checked_values(values)
    lists = neighbour_lists(neighbours, given.shape[-1])
    distance, number = standardised(given, known)
    z = _statistic(distance, known, number, adjacency(lists))
    p_value = two_sided(z)
    if permutations > 0:
        p_value = conditional_p_values(distance, known, lists, permutations, seed)
    meaningful = number[..., 0] >= MINIMUM_AREAS
    adjusted = adjusted_by_row(p_value, known)
    kind = np.select(
        [~known, ~meaningful[..., None] & known, adjusted >= alpha, z > 0],
        ["unknown", "not_meaningful", "none", "hot"],
        "cold",
    )
    return HotSpots(z, p_value, adjusted, kind, np.asarray(meaningful))


def _statistic(distance: Array, known: NDArray[np.bool_], number: Array, links: Any) -> Array:
    """Sum over the own group of distances to the mean, in its standard deviations."""
    total = over_neighbours(distance, links) + distance
    group = over_neighbours(known.astype(np.float64), links) + known
    spread = group * (number - group) / np.maximum(number - 1, 1)
    testable = known & (spread > 0)
    return np.where(testable, total / np.sqrt(np.where(testable, spread, 1.0)), 0.0)
