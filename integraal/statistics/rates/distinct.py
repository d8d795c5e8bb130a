"""Do each distinct case once: a country of small counts holds few different ones.

Eight million cells of areas, offences and months hold some thousands of different pairs of
counts. Working those out and looking the rest up takes a second instead of a minute.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from integraal.statistics.roots import Array

_FEW = 2_000  # below this, looking for equal rows costs more than it saves
_MOST_KEYS = 2**62


@dataclass(frozen=True, slots=True)
class DistinctRows:
    """Rows to work out, and how to put the results back in place.

    Attributes:
        columns: the values of each distinct row, one-dimensional or in the shape asked for.
        place: for each element of the full shape, its row; None where nothing was gathered.
    """

    columns: tuple[Array, ...]
    place: NDArray[np.integer] | None

    def spread(self, result: Array) -> Array:
        """Return a result per row as a result per element; a number where there is just one."""
        return result[()] if self.place is None else result[self.place]


def distinct_rows(*columns: Array) -> DistinctRows:
    """Gather the distinct rows of columns that broadcast together.

    Args:
        columns: arrays of finite doubles, zero or more.

    Returns:
        The rows as they are when they are few, or when they differ in too many ways.
    """
    shape = np.broadcast_shapes(*(column.shape for column in columns))
    size = int(np.prod(shape))
    if size >= _FEW:
        levels = [_levels(column, size) for column in columns]
        radices = [len(values) for values, _ in levels]
        keys = int(np.prod([float(radix) for radix in radices]))
        if keys < _MOST_KEYS:
            key = _keys([codes for _, codes in levels], radices, shape)
            found, place = _numbered(key, keys)
            digits = np.unravel_index(found, radices)
            values = (values[digit] for (values, _), digit in zip(levels, digits, strict=True))
            return DistinctRows(tuple(values), place)
    return DistinctRows(tuple(np.broadcast_arrays(*columns)), None)


def _levels(column: Array, size: int) -> tuple[Array, NDArray[np.int64]]:
    """The values a column can have, and which of them each element has."""
    most = column.max()
    if most <= size and np.array_equal(column, np.floor(column)):
        return np.arange(most + 1), column.astype(np.int64)
    values, codes = np.unique(column, return_inverse=True)
    return values, codes.reshape(column.shape)


def _keys(
    codes: list[NDArray[np.int64]], radices: list[int], shape: tuple[int, ...]
) -> NDArray[np.int64]:
    """One whole number per row: its codes, written as digits."""
    key = np.zeros(shape, dtype=np.int64)
    for code, radix in zip(codes, radices, strict=True):
        key *= radix
        key += code
    return key


def _numbered(key: NDArray[np.int64], keys: int) -> tuple[NDArray[np.integer], NDArray[np.integer]]:
    """The keys that occur, and for each element the number of its key."""
    if keys > 4 * key.size:
        found, place = np.unique(key, return_inverse=True)
        return found, place.reshape(key.shape)
    present = np.zeros(keys, dtype=np.bool_)
    present[key] = True
    found = np.flatnonzero(present)
    number = np.zeros(keys, dtype=np.int32)
    number[found] = np.arange(found.size, dtype=np.int32)
    return found, number[key]
