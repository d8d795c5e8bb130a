"""Tables that share their counts, laid out as one: lines by areas, and what is fixed of them."""

from collections.abc import Collection, Hashable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Self

import numpy as np

from integraal.statistics.disclosure.lists import suppress
from integraal.statistics.disclosure.moves import Mask
from integraal.statistics.roots import Array

Set = frozenset[Hashable]


@dataclass(frozen=True)
class Side:
    """Lines, or areas, as sets of finest parts; each finest part has a line of its own.

    Attributes:
        place: each different set to its place.
        member: (lines, parts) one where the line holds the part.
    """

    place: dict[Set, int]
    member: Array

    @classmethod
    def of(cls, given: Collection[Set]) -> Self:
        """Lay out, in the order given."""
        parts = list(dict.fromkeys(part for one in given for part in sorted(one, key=repr)))
        sets = dict.fromkeys([*given, *(frozenset([part]) for part in parts)])
        member = np.array([[float(part in one) for part in parts] for one in sets])
        places = {one: place for place, one in enumerate(sets)}
        return cls(places, member.reshape(len(sets), len(parts)))

    @cached_property
    def sizes(self) -> Array:
        """Of how many parts each line is."""
        return np.asarray(self.member.sum(axis=1))

    @cached_property
    def finest(self) -> Mask:
        """Which lines are a part by itself."""
        return np.asarray(self.sizes == 1)


@dataclass(frozen=True)
class Before:
    """What an earlier export had: shown and still so, hidden, called small; and what no export
    had as it is now: another number, a line whose public total was corrected, or not there."""

    known: Mask
    hidden: Mask
    small: Mask
    changed: Mask
    any: bool


@dataclass(frozen=True)
class LinkedBoard:
    """Counts by line and area.

    Attributes:
        values: the counts; zero where there is none.
        present: which are in the table.
        public: which areas are public anyway.
        before: what an earlier export had.
        asked, asked_unlabelled: what is hidden in any case; and of that what is not called small.
    """

    rows: Side
    columns: Side
    values: Array
    present: Mask
    public: Mask
    before: Before
    threshold: int
    asked: Mask
    asked_unlabelled: Mask

    @classmethod
    def of(
        cls,
        counts: Mapping[Any, int],
        rows: Mapping[Any, Set],
        columns: Mapping[Any, Set],
        public: Collection[Any],
        earlier: Mapping[Any, Any],
        threshold: int,
        hidden: Mapping[Any, Any],
    ) -> Self:
        """Lay the counts out; arguments as `suppress_linked`."""
        lines, areas = Side.of(rows.values()), Side.of(columns.values())
        values = np.full((len(lines.place), len(areas.place)), np.nan)
        for (row, column), count in counts.items():
            values[lines.place[rows[row]], areas.place[columns[column]]] = count
        wholes = np.zeros(len(areas.place), dtype=np.bool_)
        wholes[[areas.place[columns[column]] for column in public]] = True

        def placed(given: Mapping[Any, Any]) -> dict[tuple[int, int], Any]:
            return {
                (lines.place[rows[row]], areas.place[columns[column]]): one
                for (row, column), one in given.items()
                if row in rows and column in columns
            }

        present = ~np.isnan(values)
        before = _before(placed(earlier), values, present, wholes)
        asked, unlabelled = np.zeros_like(present), np.zeros_like(present)
        for place, kind in placed(hidden).items():
            asked[place] = True
            unlabelled[place] |= kind == "complementary"
        return cls(
            lines,
            areas,
            np.nan_to_num(values),
            present,
            wholes,
            before,
            threshold,
            asked,
            unlabelled,
        )

    @cached_property
    def finest(self) -> Mask:
        """Which counts are of a finest class in a finest area."""
        return np.outer(self.rows.finest, self.columns.finest)

    @cached_property
    def hideable(self) -> Mask:
        """Which counts hiding would help: present, not public, not shown earlier as they are."""
        return self.present & ~self.public & ~self.before.known

    @cached_property
    def small(self) -> Mask:
        """Which counts are above zero and under the threshold."""
        return np.asarray(self.present & (self.values > 0) & (self.values < self.threshold))

    @property
    def unlabelled(self) -> Mask:
        """Counts that another export did not call small; to call them so now would tell."""
        return (self.before.hidden & ~self.before.small) | self.asked_unlabelled

    def must_hide(self, withheld: Mask) -> Mask:
        """What must be hidden, before anything is hidden to protect it."""
        must = self.small | self.before.hidden | self.asked | withheld[:, None]
        return np.asarray(must & self.present & ~self.public)

    def too_small_lines(self) -> Mask:
        """Lines that cannot be protected but as a whole, whatever other lines do."""
        found = np.zeros(len(self.values), dtype=np.bool_)
        for row, present in enumerate(self.present):
            if present[self.public].any() and present[self.columns.finest].all():
                counts = self.values[row, self.columns.finest].astype(int).tolist()
                found[row] = not suppress(counts, threshold=self.threshold).total_shown
        return found

    def next_to_withhold(self, row: int, withheld: Mask) -> list[int]:
        """The line to hide as a whole for the sake of one; then the least of those that share a
        class with it, for they may tell too much of it."""
        if not withheld[row]:
            return [row]
        shares = self.rows.member @ self.rows.member[row] > 0
        others = np.flatnonzero(shares & ~withheld & self.present.any(axis=1)).tolist()
        return sorted(others, key=lambda other: float(self.values[other].sum()))[:1]

    def in_order(self, wanted: Mask) -> list[tuple[int, int]]:
        """Places, those of most parts first: what they take along proves the rest."""
        sizes = np.outer(self.rows.sizes, self.columns.sizes)
        rows, columns = np.nonzero(wanted)
        order = np.argsort(-sizes[rows, columns], kind="stable")
        return list(zip(rows[order].tolist(), columns[order].tolist(), strict=True))


def _before(
    earlier: Mapping[tuple[int, int], Any], values: Array, present: Mask, public: Mask
) -> Before:
    """Lay an earlier export beside the counts of now."""
    was = np.full(values.shape, np.nan)
    hidden, small = np.zeros_like(present), np.zeros_like(present)
    for place, one in earlier.items():
        if isinstance(one, int):
            was[place] = one
        else:
            hidden[place] = True
            small[place] |= one == "small"
    shown = ~np.isnan(was)
    other = shown & present & (was != values)
    corrected = (other & public).any(axis=1)[:, None]
    known = shown & present & (was == values) & ~hidden
    changed = np.where(hidden, corrected, ~shown | other)
    return Before(known, hidden, small, np.asarray(changed), bool(earlier))
