"""Marshall's empirical Bayes: rates drawn towards the mean of all areas, or of the neighbours.

Method of moments, without a distribution (Marshall 1991). The local form takes as population
per area the mean of the neighbourhood, as spatial analysts' software does (Anselin, Lozano and
Koschinsky 2006).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import sparse

from integraal.statistics.inputs import known_pairs
from integraal.statistics.roots import Array

# Lists of places, a dense matrix, or a sparse one (for which SciPy gives no types).
Neighbours = Sequence[ArrayLike] | NDArray[Any] | Any


@dataclass(frozen=True, slots=True)
class SmoothedRates:
    """Rates per unit of exposure, (..., areas), and what they were drawn towards.

    Attributes:
        raw: count divided by exposure; nan where there is no figure or no exposure.
        smoothed: the rate drawn in; nan in the same places.
        mean: rate that it is drawn towards, of all areas or of the own neighbourhood.
        variance: of the true rates between areas, never below zero; zero draws in completely.
    """

    raw: Array
    smoothed: Array
    mean: Array
    variance: Array


def marshall_global(counts: ArrayLike, exposures: ArrayLike) -> SmoothedRates:
    """Draw the rate of each area towards that of all areas together.

    Args:
        counts: (..., areas) events; nan where there is no figure.
        exposures: broadcast: inhabitants, or expected events.

    Returns:
        Smoothed rates; mean and variance are repeated for each area.

    Raises:
        ValueError: a number is negative, or something was counted where the exposure is zero.
    """
    seen, size, known = known_pairs(counts, exposures)
    if seen.ndim == 0:
        raise ValueError("Smoothing needs a row of areas.")

    def together(values: Array) -> Array:
        return np.broadcast_to(values.sum(axis=-1, keepdims=True), values.shape)

    mean = together(seen) / np.maximum(together(size), np.finfo(float).tiny)
    raw = seen / np.where(known, size, 1.0)
    spread = together(size * (raw - mean) ** 2)
    return _drawn_in(
        raw, size, known, mean, spread, together(size), together(known.astype(np.float64))
    )


def marshall_local(
    counts: ArrayLike, exposures: ArrayLike, neighbours: Neighbours
) -> SmoothedRates:
    """Draw the rate of each area towards that of its neighbourhood: itself and its neighbours.

    Args:
        counts, exposures: as for `marshall_global`.
        neighbours: for each area the places of its neighbours, or a square matrix, dense or
            sparse, that is not zero where the column is a neighbour of the row. Whether an area
            is given as its own neighbour makes no difference.

    Returns:
        Smoothed rates. An area without neighbours keeps its own.

    Raises:
        ValueError: as for `marshall_global`, or the neighbours do not go with the areas.
    """
    seen, size, known = known_pairs(counts, exposures)
    if seen.ndim == 0:
        raise ValueError("Smoothing needs a row of areas.")
    area, neighbour = _pairs(neighbours, seen.shape[-1])
    starts = np.searchsorted(area, np.arange(seen.shape[-1]))

    def together(pairs: Array) -> Array:
        if not starts.size:
            return pairs
        found: Array = np.add.reduceat(pairs, starts, axis=-1)
        return found

    near = size[..., neighbour]
    around, areas = together(near), together(known[..., neighbour].astype(np.float64))
    mean = together(seen[..., neighbour]) / np.maximum(around, np.finfo(float).tiny)
    raw = seen / np.where(known, size, 1.0)
    spread = together(near * (raw[..., neighbour] - mean[..., area]) ** 2)
    return _drawn_in(raw, size, known, mean, spread, around, areas)


def _drawn_in(
    raw: Array, size: Array, known: NDArray[np.bool_], mean: Array, spread: Array, around: Array,
    areas: Array,
) -> SmoothedRates:  # fmt: skip
    """Keep of each distance to the mean the part that is not chance.

    The spread is the sum of exposure * squared distance over the areas around; `around` and
    `areas` are their exposure and number.
    """
    whole = np.where(around > 0, around, 1.0)
    variance = np.maximum(spread / whole - mean * areas / whole, 0.0)
    by_chance = mean / np.where(known, size, 1.0)
    both = variance + by_chance
    kept = np.where(both > 0, variance / np.where(both > 0, both, 1.0), 0.0)
    return SmoothedRates(
        np.where(known, raw, np.nan),
        np.where(known, mean + kept * (raw - mean), np.nan),
        np.where(around > 0, mean, np.nan),
        np.where(around > 0, variance, np.nan),
    )


def _pairs(neighbours: Neighbours, areas: int) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Every area with itself and each of its neighbours, once, in order of area."""
    given: Any = neighbours
    if sparse.issparse(given) or np.ndim(given if isinstance(given, np.ndarray) else 0) == 2:
        rows, columns = _nonzero(sparse.coo_array(given), areas)
    else:
        rows, columns = _listed(given, areas)
    itself = np.arange(areas)
    pairs = np.unique(np.concatenate([rows, itself]) * areas + np.concatenate([columns, itself]))
    return pairs // max(areas, 1), pairs % max(areas, 1)


def _nonzero(matrix: Any, areas: int) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    if matrix.shape != (areas, areas):
        raise ValueError("The matrix of neighbours must have a row and a column for each area.")
    given = matrix.data != 0
    return matrix.row[given].astype(np.intp), matrix.col[given].astype(np.intp)


def _listed(
    neighbours: Sequence[ArrayLike], areas: int
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    lists = [np.asarray(each, dtype=np.float64).ravel() for each in neighbours]
    if len(lists) != areas:
        raise ValueError("There must be one list of neighbours for each area.")
    rows = np.repeat(np.arange(areas), [each.size for each in lists])
    columns = np.concatenate(lists) if lists else np.empty(0)
    if np.any((columns != np.floor(columns)) | (columns < 0) | (columns >= areas)):
        raise ValueError("Neighbours must be places of areas, from 0.")
    return rows.astype(np.intp), columns.astype(np.intp)
