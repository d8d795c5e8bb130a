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
        changed: no earlier export had them as they are: another number, or not there at all.
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
        moved = np.zeros(shape, dtype=np.bool_)
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
                moved[place] |= present[place] and was != values[place]
                changed[place] = moved[place]
            else:
                hidden[place], changed[place] = True, False
                small[place] |= was == "small"
        whole = np.zeros(shape[1], dtype=np.bool_)
        whole[[column_of[columns[column]] for column in always_shown]] = True
        changed |= hidden & (moved & whole).any(axis=1)[:, None]
        return cls(
            row_members, column_members, row_of, column_of, values, present,
            present & ~whole & ~(known & ~hidden), (values > 0) & (values < threshold) & present,
            hidden, small, changed, whole, bool(earlier), threshold,
        )  # fmt: skip

    @property
    def unlabelled_before(self) -> Mask:
        """Counts that an earlier export did not call small; to call them so now would tell."""
        return self.hidden_before & ~self.small_before

    def start(self, withheld: Mask) -> Mask:
        """What must be hidden, before anything is hidden to protect it."""
        must = self.small | self.hidden_before | withheld[:, None]
        return np.asarray(must & self.present & ~self.whole)

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
        loosenable = self.small & ~withheld[:, None] & self.hideable & ~self.hidden_before
        room = Room(up, down, loosenable)
        rooms = self._rooms_beside_earlier(room) if self.has_earlier else [room]
        return Search(self, cost, rooms, np.zeros_like(hidden))

    def _room(self, withheld: Mask) -> tuple[Array, Array]:
        """How far each count can go up and down for all that the reader is told of it."""
        loose = withheld[:, None]
        labelled = self.small & ~loose & ~self.unlabelled_before
        up = np.where(labelled, self.threshold - 1 - self.values, np.inf)
        least = np.where(self.small, 1.0, float(self.threshold))
        down = np.where(loose, self.values, np.maximum(self.values - least, 0.0))
        fixed = self.present & (
            ~self.hideable | ((self.values == 0) & ~loose & ~self.hidden_before)
        )
        up, down = (np.where(fixed, 0.0, room) for room in (up, down))
        return np.where(self.present, up, np.inf), np.where(self.present, down, self._unknown())

    def _unknown(self) -> Array:
        """How far down what is in no table can go: in a finest cell no further than one way in
        which the lines that hold it can be filled; sums as far as their parts can."""
        single_row, single_column = self.rows.sum(axis=1) == 1, self.columns.sum(axis=1) == 1
        found = np.where(np.outer(single_row, single_column), 0.0, np.inf)
        line_of = np.empty(self.rows.shape[1], dtype=int)
        line_of[self.rows[single_row].argmax(axis=1)] = np.flatnonzero(single_row)
        for column in np.flatnonzero(single_column):
            missing = ~self.present[line_of, column]
            sums = self.present[:, column] & (self.rows[:, missing].sum(axis=1) > 0)
            if sums.any():
                holds = self.rows[sums]
                known = np.where(missing, 0.0, self.values[line_of, column])
                rests = np.maximum(self.values[sums, column] - holds @ known, 0.0)
                filled = _filling(holds * missing, rests, ~self.present[line_of].any(axis=1))
                found[line_of[missing], column] = filled[missing]
        return found

    def _rooms_beside_earlier(self, room: "Room") -> list["Room"]:
        """Swaps among counts that were hidden before, within what was told then; and among
        counts that are new. A swap of both would not fit one of the exports."""
        finest = np.outer(self.rows.sum(axis=1) == 1, self.columns.sum(axis=1) == 1)
        was_told = self.small_before & self.small
        most = np.where(was_told, self.threshold - 1 - self.values, np.inf)
        same = (self.hidden_before & ~(finest & self.changed)) | (~self.present & self.changed)
        fixed = finest & ~self.changed
        return [
            Room(
                np.where(same, np.minimum(room.up, most), 0.0),
                np.where(same, room.down, 0.0),
                np.zeros_like(same),
            ),
            Room(
                np.where(fixed, 0.0, room.up),
                np.where(fixed, 0.0, room.down),
                room.loosenable & ~fixed,
            ),
        ]


@dataclass(slots=True)
class Room:
    """How far each count can go up and down for all that a reader knows; and which could go up
    if they were not called small."""

    up: Array
    down: Array
    loosenable: Mask


@dataclass(slots=True)
class Search:
    """A search for swaps, with what was hidden on the way."""

    board: LinkedBoard
    cost: Array
    rooms: list[Room]
    proven: Mask
    _fits: dict[tuple[int, int, bool], tuple[Array, Array]] = field(default_factory=dict)

    def cheapest(self, row: int, column: int) -> Swap | None:
        """Return the swap that hides least, of those that change a count; None without any."""
        for loosely in (False, True):
            found = [
                self._cheapest(number, first, second, (row, column), loosely)
                for number in range(len(self.rooms))
                for first in np.flatnonzero(self.board.rows[row]).tolist()
                for second in np.flatnonzero(self.board.columns[column]).tolist()
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
            for room in self.rooms:
                room.up[swap.unlabelled & room.loosenable] = np.inf
                room.loosenable &= ~swap.unlabelled
            self._fits.clear()

    def _cheapest(
        self, number: int, first: int, second: int, place: tuple[int, int], loosely: bool
    ) -> tuple[float, Swap] | None:
        """The cheapest swap by one room that adds to, or takes from, one finest count."""
        room = self.rooms[number]
        by_row = _taken_from(self.board.rows, first)
        by_column = _taken_from(self.board.columns, second)
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


def _lines(given: Collection[frozenset[Hashable]]) -> tuple[dict[frozenset[Hashable], int], Array]:
    """Each different set of parts with its place; finest parts without a line get one."""
    parts = list(dict.fromkeys(part for members in given for part in sorted(members, key=repr)))
    sets = dict.fromkeys([*given, *(frozenset([part]) for part in parts)])
    members = np.array([[float(part in one) for part in parts] for one in sets])
    return {one: place for place, one in enumerate(sets)}, members.reshape(len(sets), len(parts))


def _filling(holds: Array, rests: Array, unheard: Mask) -> Array:
    """Numbers for unknown parts that give each line what is left of it; zero where in doubt.

    Of parts that are unheard of elsewhere too, any numbers will do; others must be just right.
    """
    left, found = rests.copy(), np.zeros(holds.shape[1])
    unsure = holds.any(axis=0)
    order = np.argsort(holds.sum(axis=1), kind="stable")
    for line in order:
        alone = np.flatnonzero(unsure & (holds[line] > 0))
        if len(alone) == 1:
            found[alone] = max(left[line], 0.0)
            left -= found[alone] * holds[:, alone[0]]
            unsure[alone] = False
    left[(holds[:, unsure & ~unheard] > 0).any(axis=1)] = 0.0
    for line in order:
        for part in np.flatnonzero(unsure & unheard & (holds[line] > 0)):
            room = max(left[holds[:, part] > 0].min(), 0.0)
            found[part] += room
            left -= room * holds[:, part]
    found[unsure & (holds[left > 0] > 0).any(axis=0)] = 0.0
    return found


def _taken_from(members: Array, part: int) -> Array:
    """(ways, lines) what adding one to a part and taking it from each part, or none, changes."""
    taken = np.concatenate([members.T, np.zeros((1, len(members)))])
    return np.asarray(members[:, part][None, :] - taken)
