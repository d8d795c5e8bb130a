"""The search that protects: a second table that fits everything a reader sees.

A hidden count is safe when it can be changed, and other hidden counts with it, so that all sums
stay right and every count stays within what the reader is told of it. Such a change is a move.
Here a move adds one to one row and takes it from another, or from none, in one column, and the
other way around in a second column, or in none; groups and totals go along. Each move that is
used is a proof for all counts that it touches, so nothing has to be checked afterwards.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from integraal.statistics.disclosure.axes import Axis
from integraal.statistics.roots import Array

Mask = NDArray[np.bool_]


@dataclass(slots=True)
class Board:
    """The state of a search, per line of rows by line of columns.

    Attributes:
        up, down: how far a reader must think the count could be higher, or lower, once it is
            hidden; zero where it is known or must be shown.
        down_untold: the same as `down` when the reader does not take a count to be large because
            it is not called small.
        cost: what hiding it would cost; zero where it is hidden or not in the table.
        proven: which counts a move has been found for.
    """

    rows: Axis
    columns: Axis
    up: Array
    down: Array
    down_untold: Array
    cost: Array
    proven: Mask

    def protect(self, row: int, column: int, protection: int) -> Mask | None:
        """Find the cheapest move that changes a count, and mark all that it touches as proven.

        Args:
            row, column: the count.
            protection: how far apart the lowest and the highest possible count must lie.

        Returns:
            Which counts the move touches (all of them must be hidden); None if there is none.
        """
        least, touched = np.inf, None
        for by_row in self.rows.moves(row):
            for by_column in self.columns.moves(column):
                cost = self._costs(by_row, by_column, protection)
                best, other = np.unravel_index(cost.argmin(), cost.shape)
                if cost[best, other] < least:
                    least = cost[best, other]
                    touched = np.outer(by_row[best], by_column[other]) != 0
        if touched is not None:
            self.proven |= touched
        return touched

    def _costs(self, by_row: Array, by_column: Array, protection: int) -> Array:
        """What each pair of a row and a column move would hide; inf where there is no room."""
        size_row, size_column = np.abs(by_row), np.abs(by_column).T
        possible = np.zeros((len(by_row), len(by_column)), dtype=np.bool_)
        for up in range(protection + 1):
            fits = np.ones_like(possible)
            for steps, sign in ((up, 1), (protection - up, -1)):
                if steps:
                    short_up = (self.up < steps).astype(np.float64)
                    short_down = (self.down < steps).astype(np.float64)
                    # Twice the number of cells that would go up, or down, and cannot.
                    either = size_row @ (short_up + short_down) @ size_column
                    signed = by_row @ (short_up - short_down) @ by_column.T
                    fits &= either + sign * signed < 0.5
            possible |= fits
        return np.where(possible, size_row @ self.cost @ size_column, np.inf)
