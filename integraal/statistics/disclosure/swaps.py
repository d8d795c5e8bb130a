"""Swaps: the simplest ways to change a hidden count so that everything shown stays right.

One is added to a class in an area and taken from another class there, or from none; the other
way around in a second area. All lines and areas that hold them go along. A swap that keeps within
what the reader is told of every count is the proof for all hidden counts that it touches.
"""

from dataclasses import dataclass, field
from itertools import product
from typing import Self

import numpy as np

from integraal.statistics.disclosure.linked_board import LinkedBoard
from integraal.statistics.disclosure.moves import Mask
from integraal.statistics.disclosure.room import Room, rooms
from integraal.statistics.roots import Array

_LABEL_COST = 100.0  # telling less about a small count is for when nothing else helps
_SUM_COST = 5.0  # a sum is worth that many ordinary counts


@dataclass(frozen=True, slots=True)
class Swap:
    """Which counts change, and which of them can then no longer be called small."""

    touched: Mask
    unlabelled: Mask


@dataclass(slots=True)
class Search:
    """A search for swaps, with what was hidden on the way."""

    rows: Array
    columns: Array
    cost: Array
    rooms: list[Room]
    proven: Mask
    _fits: dict[tuple[int, int, bool], tuple[Array, Array]] = field(default_factory=dict)

    @classmethod
    def begin(cls, board: LinkedBoard, withheld: Mask, hidden: Mask) -> Self:
        """Begin, with `hidden` hidden and the lines of `withheld` as a whole."""
        by_side = (np.where(side.finest, 1.0, _SUM_COST) for side in (board.rows, board.columns))
        prices = (1 + np.log1p(board.values)) * np.outer(*by_side)
        cost = np.where(board.present & ~hidden, prices, 0.0)
        proven = np.zeros_like(hidden)
        return cls(board.rows.member, board.columns.member, cost, rooms(board, withheld), proven)

    def cheapest(self, row: int, column: int) -> Swap | None:
        """Return the swap that hides least, of those that change a count; None without any."""
        ways = list(
            product(
                range(len(self.rooms)),
                np.flatnonzero(self.rows[row]).tolist(),
                np.flatnonzero(self.columns[column]).tolist(),
            )
        )
        for loosely in (False, True):
            best: tuple[float, Swap] | None = None
            for number, first, second in ways:
                found = self._cheapest(number, first, second, (row, column), loosely)
                if found is not None and (best is None or found[0] < best[0]):
                    best = found
                if best is not None and best[0] == 0:
                    break
            if best is not None:
                return best[1]
        return None

    def taken(self, swap: Swap, hidden: Mask) -> None:
        """Note that a swap was used."""
        self.proven |= swap.touched
        self.cost[hidden] = 0.0
        if swap.unlabelled.any():
            for room in self.rooms:
                room.up[swap.unlabelled & room.loosenable] = np.inf
                room.loosenable &= ~swap.unlabelled
            self._fits.clear()

    def _cheapest(
        self, number: int, first: int, second: int, place: tuple[int, int], loosely: bool
    ) -> tuple[float, Swap] | None:
        """The cheapest swap by one room that adds to, or takes from, one finest count."""
        room = self.rooms[number]
        by_row = _taken_from(self.rows, first)
        by_column = _taken_from(self.columns, second)
        apart = np.outer(by_row[:, place[0]] == 1, by_column[:, place[1]] == 1)
        hides = self.cost + (_LABEL_COST * room.loosenable if loosely else 0.0)
        cost = np.abs(by_row) @ hides @ np.abs(by_column).T
        more, less = self._misfits(number, first, by_row, loosely)
        best: tuple[float, Swap] | None = None
        for sign, plus, minus in ((1, more, less), (-1, less, more)):
            misfits = plus @ (by_column > 0).T + minus @ (by_column < 0).T
            found = np.where(apart & (misfits == 0), cost, np.inf)
            way, other = np.unravel_index(found.argmin(), found.shape)
            if found[way, other] < (best[0] if best else np.inf):
                change = sign * np.outer(by_row[way], by_column[other])
                unlabelled = (change > 0) & (room.up < 1) & room.loosenable
                best = float(found[way, other]), Swap(change != 0, unlabelled)
        return best

    def _misfits(
        self, number: int, first: int, by_row: Array, loosely: bool
    ) -> tuple[Array, Array]:
        """(ways, areas) whether a line has no room to add that way, or to take that way."""
        key = number, first, loosely
        if key not in self._fits:
            room = self.rooms[number]
            full = ((room.up < 1) & ~(room.loosenable & loosely)).astype(np.float64)
            empty = (room.down < 1).astype(np.float64)
            plus, minus = (by_row > 0).astype(np.float64), (by_row < 0).astype(np.float64)
            more = (plus @ full + minus @ empty > 0).astype(np.float64)
            less = (plus @ empty + minus @ full > 0).astype(np.float64)
            self._fits[key] = more, less
        return self._fits[key]


def _taken_from(members: Array, part: int) -> Array:
    """(ways, lines) what adding one to a part and taking it from each part, or none, changes."""
    taken = np.concatenate([members.T, np.zeros((1, len(members)))])
    return np.asarray(members[:, part][None, :] - taken)
