"""Which counts to hide when tables share their counts: baskets of classes, districts of areas.

A basket less its other classes is the class that was hidden; a district less its other
neighbourhoods is the neighbourhood. So everything that is published about one year is hidden
together: lines (a class, a basket of classes, the total of a list) by areas (a neighbourhood, a
district, the municipality).

What the reader is taken to know: every count that is shown, now and in an earlier export; which
hidden counts are small ("< 5") and that the others are not, save in a line of which nothing is
shown; every sum; and what lies in no area, or in no class of a basket. What is not covered: a
reader who knows this program and undoes its choices.
"""

from collections.abc import Collection, Hashable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

import numpy as np

from integraal.statistics.disclosure.linked_board import LinkedBoard
from integraal.statistics.disclosure.lists import DEFAULT_THRESHOLD, HiddenKind
from integraal.statistics.disclosure.moves import Mask
from integraal.statistics.disclosure.swaps import Search

Row = TypeVar("Row", bound=Hashable)
Column = TypeVar("Column", bound=Hashable)
Earlier = int | HiddenKind
_MOST_ROUNDS = 50
# What an earlier export showed often lets no choice help; then more rounds only take time.
_ROUNDS_BESIDE_EARLIER = 6


@dataclass(frozen=True, slots=True)
class LinkedSuppression(Generic[Row, Column]):
    """The counts to hide, each with why; and those of them that no choice could protect."""

    kinds: dict[tuple[Row, Column], HiddenKind]
    exposed: frozenset[tuple[Row, Column]]


def suppress_linked(
    counts: Mapping[tuple[Row, Column], int],
    rows: Mapping[Row, frozenset[Hashable]],
    columns: Mapping[Column, frozenset[Hashable]],
    *,
    always_shown: Collection[Column] = (),
    hidden: Mapping[tuple[Row, Column], HiddenKind] | None = None,
    earlier: Mapping[tuple[Row, Column], Earlier] | None = None,
    threshold: int = DEFAULT_THRESHOLD,
) -> LinkedSuppression[Row, Column]:
    """Choose what to hide in counts that add up to each other in two directions.

    Args:
        counts: line and area to a count of zero or more; one that is not there is unknown to
            the reader as well.
        rows, columns: each line, and each area, as the set of the finest parts that it adds up.
            Two lines with the same parts are one and the same, and hidden alike. In which order
            they stand decides between choices that are as good.
        always_shown: areas whose counts are public anyway: the municipality.
        hidden: what is hidden in any case, because another page hides it, and why it says so.
        earlier: what an earlier export of the same counts showed: the number, or why it was
            hidden. What was hidden stays hidden; what was shown and still holds protects nothing.
        threshold: counts above zero and under this are small. Zero is shown, save in a line of
            which nothing is shown because it is too small as a whole.

    Returns:
        The counts to hide. Exposed is what follows from counts that must be shown, or were shown
        earlier; and what has nothing beside it. Without these nothing is ever exposed.

    Raises:
        ValueError: a count is negative, or the threshold is under three.

    Source: as `suppress_table`; the moves are those of its hypercubes (swaps.py).
    """
    if threshold < 3 or any(count < 0 for count in counts.values()):
        raise ValueError("Counts must be zero or more and the threshold at least three.")
    if not counts:
        return LinkedSuppression({}, frozenset())
    board = LinkedBoard.of(
        counts, rows, columns, always_shown, earlier or {}, threshold, hidden or {}
    )
    rounds = _ROUNDS_BESIDE_EARLIER if earlier else _MOST_ROUNDS
    found, labelled, exposed = _hide(board, rounds)
    kinds: dict[tuple[Row, Column], HiddenKind] = {}
    open_: set[tuple[Row, Column]] = set()
    for row, column in counts:
        place = board.rows.place[rows[row]], board.columns.place[columns[column]]
        if found[place]:
            kinds[row, column] = "small" if labelled[place] else "complementary"
        if exposed[place]:
            open_.add((row, column))
    return LinkedSuppression(kinds, frozenset(open_))


def _hide(board: LinkedBoard, most_rounds: int) -> tuple[Mask, Mask, Mask]:
    """Hide; where that does not do, hide whole lines, then those that they add up to, and again."""
    withheld = board.too_small_lines()
    tried = best = _pass(board, withheld)
    for _ in range(most_rounds):
        wider = withheld.copy()
        for row in np.flatnonzero(tried[2].any(axis=1)).tolist():
            wider[board.next_to_withhold(row, withheld)] = True
        if (wider == withheld).all():
            break
        withheld, tried = wider, _pass(board, wider)
        # To hide more in vain helps nobody.
        best = min(best, tried, key=lambda one: int(one[2].sum()))
    return best


def _pass(board: LinkedBoard, withheld: Mask) -> tuple[Mask, Mask, Mask]:
    """Protect every count that must be hidden, the most composite first; they prove the rest."""
    hidden = board.must_hide(withheld)
    labelled = board.small & ~withheld[:, None] & ~board.unlabelled
    exposed = np.zeros_like(hidden)
    search = Search.begin(board, withheld, hidden)
    for row, column in board.in_order(hidden & (board.values > 0)):
        if search.proven[row, column]:
            continue
        swap = search.cheapest(row, column)
        if swap is None:
            exposed[row, column] = True
            continue
        hidden |= swap.touched & board.hideable
        labelled &= ~swap.unlabelled
        search.taken(swap, hidden)
    return hidden, labelled & hidden, np.asarray(exposed & ~search.proven)
