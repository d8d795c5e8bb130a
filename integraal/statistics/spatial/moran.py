"""Global Moran's I: do areas resemble their neighbours at all?"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import sparse

from integraal.statistics.roots import Array
from integraal.statistics.spatial.areas import (
    Neighbours,
    adjacency,
    checked_values,
    neighbour_lists,
    standardised,
    two_sided,
)


@dataclass(frozen=True, slots=True)
class GlobalMoran:
    """One figure per row of areas; arrays of shape (...).

    Attributes:
        statistic: about -1 / (n - 1) by chance, towards 1 when neighbours are alike. Zero where
            all values are equal or no area has neighbours.
        expected, variance: under randomisation (the values change places).
        z, p_value: (statistic - expected) / sqrt(variance) and its two-sided normal p-value; 0
            and 1 with fewer than four areas or equal values.
        areas: number of areas with a value and a neighbour; the others are left out.
    """

    statistic: Array
    expected: Array
    variance: Array
    z: Array
    p_value: Array
    areas: NDArray[np.int64]


def global_moran(values: ArrayLike, neighbours: Neighbours) -> GlobalMoran:
    """Measure whether neighbours are alike, each neighbour of an area weighing the same.

    Args:
        values: (..., areas); nan where there is none.
        neighbours: as for `local_moran`.

    Returns:
        Moran's I with row-standardised weights and its moments.

    Raises:
        ValueError: an infinite value, or neighbours that do not go with the areas.

    Source: A.D. Cliff and J.K. Ord, Spatial Processes (1981), chapter 2.
    """
    given, known = checked_values(values)
    links = adjacency(neighbour_lists(neighbours, given.shape[-1]))
    rows = given.reshape(int(np.prod(given.shape[:-1])), given.shape[-1])
    which = known.reshape(rows.shape)
    found = [_of_row(row, chosen, links) for row, chosen in zip(rows, which, strict=True)]
    shape = given.shape[:-1]
    figures = np.array(found, dtype=np.float64).reshape((*shape, 4))
    statistic, expected, variance = (figures[..., at] for at in range(3))
    z = np.where(variance > 0, statistic - expected, 0.0)
    z = z / np.sqrt(np.where(variance > 0, variance, 1.0))
    areas = figures[..., 3].astype(np.int64)
    return GlobalMoran(statistic, expected, variance, z, two_sided(z), areas)


def _of_row(values: Array, known: NDArray[np.bool_], links: Any) -> tuple[float, ...]:
    """Statistic, expected, variance and number of areas of one row."""
    places = np.flatnonzero(known)
    among = links[places][:, places]
    places, among = places[among.sum(axis=1) > 0], among[among.sum(axis=1) > 0]
    # Whoever has no neighbour of its own may still be one in a matrix that is not symmetric.
    columns = np.flatnonzero(known)
    among = among[:, np.isin(columns, places)]
    size = places.size
    own, _ = standardised(values[places], np.ones(size, dtype=np.bool_))
    if size < 2 or not own.any():
        return 0.0, -1 / max(size - 1, 1), 0.0, size
    near = among.sum(axis=1)
    weights = sparse.csr_array(among.multiply(1 / np.maximum(near, 1)[:, None]))
    statistic = float(own @ (weights @ own)) / float(weights.sum())
    return statistic, -1 / (size - 1), _variance(weights, own), size


def _variance(weights: Any, own: Array) -> float:
    """Variance under randomisation of Moran's I; `own` has mean 0 and mean square 1."""
    size = own.size
    if size < 4:
        return 0.0
    total = float(weights.sum())
    both_ways = weights + weights.T
    squares = float((both_ways.multiply(both_ways)).sum()) / 2
    crossed = float(((weights.sum(axis=1) + weights.sum(axis=0)) ** 2).sum())
    kurtosis = float((own**4).mean())
    even = size * ((size**2 - 3 * size + 3) * squares - size * crossed + 3 * total**2)
    peaked = kurtosis * ((size**2 - size) * squares - 2 * size * crossed + 6 * total**2)
    below = (size - 1) * (size - 2) * (size - 3) * total**2
    return max((even - peaked) / below - 1 / (size - 1) ** 2, 0.0)
