"""Areas with their neighbours, in the one form that the statistics of areas reckon with."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import sparse, special
from scipy.stats import false_discovery_control

from integraal.statistics.roots import Array

# Lists of places, a dense matrix, or a sparse one (for which SciPy gives no types).
Neighbours = Sequence[ArrayLike] | NDArray[Any] | Any
MINIMUM_AREAS = 30  # with fewer, chance makes "hot spots" and hides true ones


def neighbour_lists(neighbours: Neighbours, areas: int) -> list[NDArray[np.intp]]:
    """The places of the neighbours of each area, in order, each once and never itself.

    Args:
        neighbours: for each area the places (from 0) of its neighbours; or a square matrix,
            dense or sparse, that is not zero where the column is a neighbour of the row.
        areas: number of areas.

    Raises:
        ValueError: not one list or row for each area, or a place that does not exist.
    """
    given: Any = neighbours
    if sparse.issparse(given) or (isinstance(given, np.ndarray) and given.ndim == 2):
        if given.shape != (areas, areas):
            raise ValueError("The matrix of neighbours must be square, a row for each area.")
        matrix = sparse.csr_array(given)
        matrix.eliminate_zeros()
        given = np.split(matrix.indices, matrix.indptr[1:-1]) if areas else []
    if len(given) != areas:
        raise ValueError("There must be one list of neighbours for each area.")
    lists = []
    for area, each in enumerate(given):
        places = np.unique(np.asarray(each, dtype=np.float64).ravel())
        if np.any((places != np.floor(places)) | (places < 0) | (places >= areas)):
            raise ValueError("Neighbours must be places of areas, counted from 0.")
        lists.append(places[places != area].astype(np.intp))
    return lists


def adjacency(lists: list[NDArray[np.intp]]) -> Any:
    """The same as a sparse matrix of zeros and ones, without the diagonal."""
    size = len(lists)
    columns = np.concatenate(lists) if lists else np.empty(0, dtype=np.intp)
    starts = np.concatenate([[0], np.cumsum([each.size for each in lists])]).astype(np.intp)
    return sparse.csr_array((np.ones(columns.size), columns, starts), shape=(size, size))


def checked_values(values: ArrayLike) -> tuple[Array, NDArray[np.bool_]]:
    """Values (..., areas) with zero where missing, and which are known.

    Raises:
        ValueError: no row of areas, or an infinite value.
    """
    given = np.asarray(values, dtype=np.float64)
    if given.ndim == 0 or np.any(np.isinf(given)):
        raise ValueError("Values must be a row of finite numbers, nan where there is none.")
    known = ~np.isnan(given)
    return np.where(known, given, 0.0), known


def standardised(given: Array, known: NDArray[np.bool_]) -> tuple[Array, Array]:
    """Distances to the mean in standard deviations (divisor n), and how many are known.

    Zero where missing, and throughout where all are the same up to rounding.
    """
    number = known.sum(axis=-1, keepdims=True).astype(np.float64)
    divisor = np.maximum(number, 1)
    largest = np.abs(given).max(axis=-1, keepdims=True, initial=0.0)
    scaled = given / np.where(largest > 0, largest, 1.0)
    mean = scaled.sum(axis=-1, keepdims=True) / divisor
    distance = np.where(known, scaled - mean, 0.0)
    deviation = np.sqrt((distance**2).sum(axis=-1, keepdims=True) / divisor)
    varies = deviation > 1e-14
    return np.where(varies, distance / np.where(varies, deviation, 1.0), 0.0), number


def two_sided(z: Array) -> Array:
    """Two-sided normal p-values."""
    return np.asarray(2 * special.ndtr(-np.abs(z)))


def adjusted_by_row(p_values: Array, tested: NDArray[np.bool_]) -> Array:
    """Benjamini-Hochberg over the tested areas of each row; p-values pass where not tested."""
    adjusted = p_values.copy()
    for row in np.ndindex(p_values.shape[:-1]):
        chosen = tested[row]
        if chosen.any():
            adjusted[row][chosen] = false_discovery_control(p_values[row][chosen])
    return adjusted


def over_neighbours(values: Array, links: Any) -> Array:
    """Sum over the neighbours of each area, for all rows at once."""
    if not values.size:
        return values
    rows = values.reshape(-1, values.shape[-1])
    summed: Array = np.asarray((links @ rows.T).T)
    return summed.reshape(values.shape)


def among_known(
    known: NDArray[np.bool_], lists: list[NDArray[np.intp]]
) -> tuple[NDArray[np.intp], list[NDArray[np.intp]]]:
    """The known areas, and their neighbours as places among those."""
    places = np.flatnonzero(known)
    renumbered = np.cumsum(known) - 1
    return places, [renumbered[lists[area][known[lists[area]]]] for area in places]
