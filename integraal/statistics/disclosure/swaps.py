"""Swaps: the simplest ways to change a hidden count so that everything shown stays right.

One is added to a class in an area and taken from another class there, or from none; the other
way around in a second area. All lines and areas that hold them go along. A swap that keeps within
what the reader is told of every count is the proof for all hidden counts that it touches.
"""

from collections.abc import Collection, Hashable, Mapping
from dataclasses import dataclass, field
from typing import Any, Self

import numpy as np

from integraal.statistics.disclosure.lists import suppress
from integraal.statistics.disclosure.moves import Mask
from integraal.statistics.roots import Array

_LABEL_COST = 100.0  # telling less about a small count is for when nothing else helps
_SUM_COST = 5.0  # a sum is worth that many ordinary counts


@dataclass(frozen=True, slots=True)
class Swap:
    """Which counts change, and which of them can then no longer be called small."""

    touched: Mask
    unlabelled: Mask


@dataclass(frozen=True, slots=True)
class LinkedBoard:
    """Counts by line (rows) and area (columns), and what is fixed about them.

    Attributes:
        rows, columns: (lines, finest parts) one where the line holds the part. Every finest
            class has a line of its own, published or not; so has every finest area.
        values: the counts; zero where there is none.
        present: which are in the table.
        hideable: present and not public anyway, nor shown earlier.
        small: above zero and under the threshold.
        hidden_before, small_before: how an earlier export had them.
        changed: shown in an earlier export as another number, or not there at all.
    """

    rows: Array
    columns: Array
    row_of: dict[frozenset[Hashable], int]
    column_of: dict[frozenset[Hashable], int]
    values: Array
    present: Mask
    hideable: Mask
    small: Mask
    hidden_before: Mask
    small_before: Mask
    changed: Mask
    whole: Mask
    has_earlier: bool
    threshold: int

    @classmethod
    def of(
        cls,
        counts: Mapping[Any, int],
        rows: Mapping[Any, frozenset[Hashable]],
        columns: Mapping[Any, frozenset[Hashable]],
        *,
        always_shown: Collection[Any],
        earlier: Mapping[Any, Any],
        threshold: int,
    ) -> Self:
        """Lay the counts out."""
        row_of, row_members = _lines(rows.values())
        column_of, column_members = _lines(columns.values())
        shape = len(row_of), len(column_of)
        values = np.zeros(shape)
        present, known, hidden, small, changed = (np.zeros(shape, dtype=np.bool_) for _ in range(5))
        changed[:] = True
        for (row, column), count in counts.items():
            place = row_of[rows[row]], column_of[columns[column]]
            values[place], present[place] = count, True
        for (row, column), was in earlier.items():
            if row not in rows or column not in columns:
                continue
            place = row_of[rows[row]], column_of[columns[column]]
            if isinstance(was, int):
                known[place] |= present[place] and was == values[place]
                changed[place] &= was != values[place]
            else:
                hidden[place], changed[place] = True, False
                small[place] |= was == "small"
        whole = np.zeros(shape[1], dtype=np.bool_)
        whole[[column_of[columns[column]] for column in always_shown]] = True
        return cls(
            row_members, column_members, row_of, column_of, values, present,
            present & ~whole & ~(known & ~hidden), (values > 0) & (values < threshold) & present,
            hidden, small, changed, whole, bool(earlier), threshold,
        )  # fmt: skip

    def start(self, withheld: Mask) -> Mask:
        """What must be hidden, before anything is hidden to protect it."""
        must = self.small | self.hidden_before | withheld[:, None]
        return np.asarray(must & self.hideable | self.small & ~self.whole)

    def too_small_lines(self) -> Mask:
        """Lines that cannot be protected but as a whole, whatever other lines do."""
        finest = self.columns.sum(axis=1) == 1
        found = np.zeros(len(self.rows), dtype=np.bool_)
        for row, line in enumerate(self.values):
            shown = line[finest & self.present[row]].astype(int).tolist()
            if (self.present[row] & self.whole).any() and self.present[row, finest].all():
                found[row] = not suppress(shown, threshold=self.threshold).total_shown
        return found

    def overlapping(self, row: int) -> Mask:
        """Lines that share a class with a line."""
        return np.asarray(self.rows @ self.rows[row] > 0)

    def in_order(self, wanted: Mask) -> list[tuple[int, int]]:
        """Places, those of most parts first."""
        sizes = np.outer(self.rows.sum(axis=1), self.columns.sum(axis=1))
        rows, columns = np.nonzero(wanted)
        order = np.argsort(-sizes[rows, columns], kind="stable")
        return list(zip(rows[order].tolist(), columns[order].tolist(), strict=True))

    def search(self, withheld: Mask, hidden: Mask) -> "Search":
        """Begin a search, in which the lines of `withheld` show nothing at all."""
        up, down = self._room(withheld)
        prices = (1 + np.log1p(self.values)) * np.outer(
            *(np.where(side.sum(axis=1) > 1, _SUM_COST, 1.0) for side in (self.rows, self.columns))
        )
        cost = np.where(self.present & ~hidden, prices, 0.0)
        loosenable = self.small & ~withheld[:, None] & self.hideable & ~self.small_before
        rooms = [(up, down)]
        if self.has_earlier:
            rooms = list(self._rooms_beside_earlier(up, down))
        return Search(self, cost, loosenable, rooms, np.zeros_like(hidden))

    def _room(self, withheld: Mask) -> tuple[Array, Array]:
        """How far each count can go up and down for all that the reader is told of it."""
        loose = withheld[:, None]
        up = np.where(self.small & ~loose, self.threshold - 1 - self.values, np.inf)
        least = np.where(self.small, 1.0, float(self.threshold))
        down = np.where(loose, self.values, np.maximum(self.values - least, 0.0))
        fixed = self.present & (~self.hideable | ((self.values == 0) & ~loose & ~self.hidden_before))
        up, down = (np.where(fixed, 0.0, room) for room in (up, down))
        return np.where(self.present, up, np.inf), np.where(self.present, down, self._unknown())

    def _unknown(self) -> Array:
        """How far down what is in no table can go: the finest no further than what is left of
        the smallest line that holds it, sums as far as their parts can."""
        finest = np.outer(self.rows.sum(axis=1) == 1, self.columns.sum(axis=1) == 1)
        left = np.where(finest, 0.0, np.inf)
        part_of = {int(self.rows[row].argmax()): row for row in _finest(self.rows)}
        for column in _finest(self.columns):
            values, known = self.values[:, column].copy(), self.present[:, column].copy()
            for row in np.argsort(self.rows.sum(axis=1), kind="stable"):
                parts = [part_of[part] for part in np.flatnonzero(self.rows[row])]
                missing = [part for part in parts if not known[part]]
                if self.present[row, column] and len(missing) == 1:
                    rest = self.values[row, column] - values[[p for p in parts if known[p]]].sum()
                    values[missing[0]] = left[missing[0], column] = max(rest, 0.0)
                    known[missing[0]] = True
        return left

    def _rooms_beside_earlier(self, up: Array, down: Array) -> list[tuple[Array, Array]]:
        """Swaps among counts that were hidden before, within what was told then; and among
        counts that are new. A swap of both would not fit one of the exports."""
        most = np.where(self.small_before & self.small, self.threshold - 1 - self.values, np.inf)
        same = self.hidden_before | ~self.present
        before = np.where(same, np.minimum(up, most), 0.0), np.where(same, down, 0.0)
        finest = np.outer(self.rows.sum(axis=1) == 1, self.columns.sum(axis=1) == 1)
        old = finest & ~self.changed
        return [before, (np.where(old, 0.0, up), np.where(old, 0.0, down))]


@dataclass(slots=True)
class Search:
    """A search for swaps, with what was hidden on the way."""

    board: LinkedBoard
    cost: Array
    loosenable: Mask
    rooms: list[tuple[Array, Array]]
    proven: Mask
    _fits: dict[tuple[int, int, bool], tuple[Array, Array]] = field(default_factory=dict)

    def cheapest(self, row: int, column: int) -> Swap | None:
        """Return the swap that hides least, of those that change a count; None without any."""
        for loosely in (False, True):
            found = [
                self._cheapest(number, first, second, row, column, loosely)
                for number in range(len(self.rooms))
                for first in np.flatnonzero(self.board.rows[row])
                for second in np.flatnonzero(self.board.columns[column])
            ]
            possible = [one for one in found if one is not None]
            if possible:
                return min(possible, key=lambda one: one[0])[1]
        return None

    def taken(self, swap: Swap, hidden: Mask) -> None:
        """Note that a swap was used."""
        self.proven |= swap.touched
        self.cost[hidden] = 0.0
        if swap.unlabelled.any():
            for up, _ in self.rooms:
                up[swap.unlabelled] = np.inf
            self.loosenable &= ~swap.unlabelled
            self._fits.clear()

    def _cheapest(
        self, number: int, first: int, second: int, row: int, column: int, loosely: bool
    ) -> tuple[float, Swap] | None:
        by_row = _taken_from(self.board.rows, first)
        by_column = _taken_from(self.board.columns, second)
        apart = (by_row[:, row] == 1)[:, None] & (by_column[:, column] == 1)[None, :]
        hides = self.cost + (_LABEL_COST * self.loosenable if loosely else 0.0)
        cost = np.abs(by_row) @ hides @ np.abs(by_column).T
        more, less = self._fitting(number, first, by_row, loosely)
        best = None
        for sign, plus, minus in ((1, more, less), (-1, less, more)):
            misfits = plus @ (by_column > 0).T + minus @ (by_column < 0).T
            found = np.where(apart & (misfits == 0), cost, np.inf)
            at = np.unravel_index(found.argmin(), found.shape)
            if np.isfinite(found[at]) and (best is None or found[at] < best[0]):
                change = sign * np.outer(by_row[at[0]], by_column[at[1]])
                up = self.rooms[number][0]
                unlabelled = (change > 0) & (up < 1) & self.loosenable
                best = float(found[at]), Swap(change != 0, unlabelled)
        return best

    def _fitting(
        self, number: int, first: int, by_row: Array, loosely: bool
    ) -> tuple[Array, Array]:
        """(ways, areas) in how many lines there is no room to add, or to take, one that way."""
        key = number, first, loosely
        if key not in self._fits:
            up, down = self.rooms[number]
            full = (up < 1) & ~(self.loosenable if loosely else False)
            full, empty = full.astype(np.float64), (down < 1).astype(np.float64)
            plus, minus = (by_row > 0).astype(np.float64), (by_row < 0).astype(np.float64)
            more = plus @ full + minus @ empty > 0
            less = plus @ empty + minus @ full > 0
            self._fits[key] = more.astype(np.float64), less.astype(np.float64)
        return self._fits[key]


def _lines(given: Collection[frozenset[Hashable]]) -> tuple[dict[frozenset[Hashable], int], Array]:
    """Each different set of parts with its place; finest parts without a line get one."""
    parts = list(dict.fromkeys(part for members in given for part in sorted(members, key=repr)))
    sets = dict.fromkeys([*given, *(frozenset([part]) for part in parts)])
    members = np.array([[float(part in one) for part in parts] for one in sets])
    return {one: place for place, one in enumerate(sets)}, members.reshape(len(sets), len(parts))


def _finest(members: Array) -> list[int]:
    return [int(place) for place in np.flatnonzero(members.sum(axis=1) == 1)]


def _taken_from(members: Array, part: int) -> Array:
    """(ways, lines) what adding one to a part and taking it from each part, or none, changes."""
    taken = np.concatenate([members.T, np.zeros((1, len(members)))])
    return np.asarray(members[:, part][None, :] - taken)
