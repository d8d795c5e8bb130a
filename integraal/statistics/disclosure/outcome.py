"""The outcome for a table: its lines, and per count what becomes of it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from integraal.statistics.disclosure.axes import ADDED, Node
from integraal.statistics.disclosure.moves import Board, Mask
from integraal.statistics.disclosure.search import Hiding
from integraal.statistics.roots import Array


@dataclass(frozen=True, slots=True)
class TableSuppression:
    """A table with its groups and totals, and what to hide in it; (rows, columns) of lines.

    Attributes:
        rows, columns: the lines: parts, groups and the total.
        counts: the true counts, for nobody but the next call.
        kinds: "shown", "small", "complementary", or "left_out" where the line is not in the
            table.
        exposed: hidden here, but for which no second table was found that fits everything
            shown now and before: take those to be known already.
        row_members, column_members: (lines, parts) which parts make up which line.
    """

    rows: tuple[Node, ...]
    columns: tuple[Node, ...]
    counts: Array
    kinds: NDArray[np.str_]
    exposed: Mask
    exposed_earlier: int
    row_members: Array
    column_members: Array

    @property
    def shown(self) -> Mask:
        """Which counts are published."""
        return np.asarray(self.kinds == "shown")

    @property
    def hidden(self) -> Mask:
        """Which counts are in the table but withheld."""
        return np.asarray((self.kinds == "small") | (self.kinds == "complementary"))

    def visible(self) -> Array:
        """The counts to publish; nan for whatever is not shown."""
        return np.where(self.shown, self.counts, np.nan)


def finished(
    board: Board, values: Array, published: Mask, found: Hiding, labelled: Mask
) -> TableSuppression:
    """The result, without the lines that earlier releases had and this table has not."""
    kinds = np.select(
        [~published, found.hidden & labelled, found.hidden],
        ["left_out", "small", "complementary"],
        "shown",
    )
    rows = [at for at, node in enumerate(board.rows.nodes) if node.level != ADDED]
    columns = [at for at, node in enumerate(board.columns.nodes) if node.level != ADDED]
    own = np.ix_(rows, columns)
    return TableSuppression(
        tuple(board.rows.nodes[at] for at in rows),
        tuple(board.columns.nodes[at] for at in columns),
        values[own],
        kinds[own],
        found.exposed[own],
        int(found.exposed.sum() - found.exposed[own].sum()),
        board.rows.member[rows],
        board.columns.member[columns],
    )
