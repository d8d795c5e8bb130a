"""Conditional permutation: an area keeps its value, all the others change places."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from integraal.statistics.roots import Array
from integraal.statistics.spatial.areas import among_known

_NUMBERS_AT_ONCE = 2_000_000


def conditional_p_values(
    values: Array,
    known: NDArray[np.bool_],
    lists: list[NDArray[np.intp]],
    permutations: int,
    seed: int,
) -> Array:
    """Two-sided p-values of the sum over the neighbours of each area.

    The draws are shared between the areas (as in the software of spatial analysts), which
    leaves each p-value right and makes them a little alike.

    Args:
        values: (..., areas).
        known: (..., areas) which values there are; the others take no part.
        lists: places of the neighbours of each area, without itself.
        permutations: number of draws, at least one.
        seed: of the generator; each row of areas gets the same draws.

    Returns:
        (..., areas) twice the smaller tail, what was seen counted along, at most 1; 1 for an
        area without neighbours or without a value.
    """
    p_values = np.ones(values.shape)
    for row in np.ndindex(values.shape[:-1]):
        places, kept = among_known(known[row], lists)
        if places.size > 1:
            found = _p_values_of_row(values[row][places], kept, permutations, seed)
            p_values[row][places] = found
    return p_values


def _p_values_of_row(
    values: Array, lists: list[NDArray[np.intp]], permutations: int, seed: int
) -> Array:
    size = values.size
    most = max(each.size for each in lists)
    above, below = np.zeros(size), np.zeros(size)
    seen = np.array([values[each].sum() for each in lists])
    slack = 1e-10 * np.abs(values).sum()
    for picks in _draws(size - 1, most, permutations, seed):
        for area, each in enumerate(lists):
            places = picks[: each.size]
            sums = values[places + (places >= area)].sum(axis=0)
            above[area] += np.count_nonzero(sums >= seen[area] - slack)
            below[area] += np.count_nonzero(sums <= seen[area] + slack)
    tails = (np.minimum(above, below) + 1) / (permutations + 1)
    return np.asarray(np.minimum(2 * tails, 1.0))


def _draws(others: int, most: int, permutations: int, seed: int) -> Iterator[NDArray[np.intp]]:
    """Draws without replacement (most, some) out of the others, in random order."""
    rng = np.random.default_rng(seed)
    at_once = max(1, _NUMBERS_AT_ONCE // max(most, 1))
    for start in range(0, permutations, at_once):
        yield _sample(rng, others, most, min(at_once, permutations - start))


def _sample(rng: np.random.Generator, others: int, most: int, number: int) -> NDArray[np.intp]:
    """Subsets by Floyd's method, all draws at once, then shuffled: any beginning is a fair one."""
    picks = np.empty((most, number), dtype=np.intp)
    for row, top in enumerate(range(others - most, others)):
        pick = rng.integers(0, top + 1, size=number)
        taken = (picks[:row] == pick).any(axis=0)
        picks[row] = np.where(taken, top, pick)
    return rng.permuted(picks, axis=0)
