"""Counts of many series over time, and the blocks in which they are worked through."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from integraal.statistics.roots import Array
from integraal.statistics.surveillance.arrays import Flags, Places

_SERIES_AT_ONCE = 16_384  # bounds the memory for tables in double precision


@dataclass(frozen=True, slots=True)
class Series:
    """Counts (series, time), the points to test, and the points no baseline may hold.

    `outer` is the shape that the caller's results get: axes that were not given are dropped.
    """

    counts: NDArray[Any]
    at: Places
    excluded: Flags
    outer: tuple[int, ...]

    @property
    def shape(self) -> tuple[int, int]:
        return len(self.counts), len(self.at)

    def blocks(self) -> Iterator[slice]:
        """Slices of series, one after the other."""
        for start in range(0, len(self.counts), _SERIES_AT_ONCE):
            yield slice(start, start + _SERIES_AT_ONCE)

    def tested(
        self, history: int, limit54: tuple[float, int], rows_at_once: int
    ) -> Iterator[tuple[Places, Places]]:
        """Pairs of series and column of `at` with history and cases enough, in portions."""
        for block in self.blocks():
            enough = np.zeros((len(self.counts[block]), len(self.at)), dtype=np.bool_)
            for column, point in enumerate(self.at):
                if point >= history:
                    recent = self.counts[block, max(0, point - limit54[1] + 1) : point + 1]
                    total = np.nansum(recent, axis=1, dtype=np.float64)
                    enough[:, column] = (total >= limit54[0]) & ~np.isnan(recent[:, -1])
            rows, columns = np.nonzero(enough)
            rows += block.start
            for start in range(0, rows.size, rows_at_once):
                portion = slice(start, start + rows_at_once)
                yield rows[portion], columns[portion]

    def with_reference(
        self, rows: Places, columns: Places, offsets: Places
    ) -> tuple[Array, Array, Array]:
        """Counts tested (m,), those they are held against (m, n), and which of these count."""
        points = self.at[columns]
        around = points[:, None] + offsets
        observed = self.counts[rows, points].astype(np.float64)
        reference = self.counts[rows[:, None], around].astype(np.float64)
        unusable = np.isnan(reference) | self.excluded[around]
        reference[unusable] = 0
        return observed, reference, (~unusable).astype(np.float64)


def counts_over_time(counts: ArrayLike, at: ArrayLike, excluded: ArrayLike | None = None) -> Series:
    """Check what a caller gave.

    Raises:
        ValueError: a count is negative or infinite, there are more than two axes, a point to
            test lies outside the series, or `excluded` is not one flag per point in time.
    """
    given = np.asarray(counts)
    if given.dtype.kind not in "uif":
        given = given.astype(np.float64)
    points = np.asarray(at)
    if given.ndim not in (1, 2) or points.ndim > 1:
        raise ValueError("Counts must be one series, or rows of series over time.")
    table = np.atleast_2d(given)
    for start in range(0, len(table), _SERIES_AT_ONCE):
        block = table[start : start + _SERIES_AT_ONCE]
        if np.any(block < 0) or np.any(np.isinf(block)):
            raise ValueError("Counts must be numbers of zero or more, or missing.")
    length = table.shape[1]
    whole = points.dtype.kind in "ui" or not points.size
    if not whole or np.any((points < 0) | (points >= length)):
        raise ValueError("The points to test must be places in the series, counted from zero.")
    left_out = np.zeros(length, dtype=np.bool_)
    if excluded is not None:
        left_out = np.asarray(excluded, dtype=np.bool_)
        if left_out.shape != (length,):
            raise ValueError("The excluded points must be one flag for each point in time.")
    outer = given.shape[:-1] + points.shape
    return Series(table, np.atleast_1d(points).astype(np.int64), left_out, outer)
