"""Which counts of a table with totals to hide, so that none can be worked out.

What the reader is taken to know: every count that is shown, now and in earlier exports; which
hidden counts are small ("< 5"), and that the others are not; that zero is always shown; all
sums. What is not covered: a reader who knows this program and undoes its choices.
"""

from collections.abc import Hashable, Sequence

import numpy as np
from numpy.typing import ArrayLike

from integraal.statistics.disclosure.axes import Axis
from integraal.statistics.disclosure.lists import DEFAULT_THRESHOLD
from integraal.statistics.disclosure.memory import Memory, recall, remembering
from integraal.statistics.disclosure.moves import Board, Mask
from integraal.statistics.disclosure.outcome import TableSuppression, finished
from integraal.statistics.disclosure.search import hide
from integraal.statistics.inputs import checked_counts
from integraal.statistics.roots import Array

Groups = Sequence[Sequence[Hashable]]


def suppress_table(
    counts: ArrayLike,
    *,
    row_groups: Groups = (),
    column_groups: Groups = (),
    released: Sequence[TableSuppression] = (),
    threshold: int = DEFAULT_THRESHOLD,
    protection: int = 1,
    parts_published: tuple[bool, bool] = (True, True),
    totals_published: tuple[bool, bool] = (True, True),
) -> TableSuppression:
    """Choose what to hide in a table of counts with groups and totals.

    Several tables that overlap are one table here: give the finest crossing as `counts`, one
    grouping for each way in which it is published, and leave out what is too fine to be
    published. Then the choice is right for all of them together.

    Args:
        counts: (rows, columns) whole numbers of the finest parts.
        row_groups, column_groups: groupings, each with a label per row or column: districts of
            neighbourhoods, age groups of ages. They may nest, cross or overlap; None is a part
            in no group of that grouping.
        released: earlier results about the same rows and columns. What was shown and still
            holds is known to the reader; what was hidden stays hidden.
        threshold: counts above zero and under this are small, at least three. Zero is shown.
        protection: how far the lowest and the highest count that the reader must think
            possible lie apart at least, from 1 to threshold - 2.
        parts_published, totals_published: for rows and columns, whether parts and total are
            lines of the table.

    Returns:
        The lines with what to hide. Without earlier releases nothing is ever exposed.

    Raises:
        ValueError: counts are not whole or negative, groupings or earlier results do not go
            with them, or threshold or protection are out of range.

    Source: S. Giessing and D. Repsilber, Tools and strategies to protect multiple tables with
    the GHQUAR cell suppression engine (2002), for the hypercubes that are the moves here; A.
    Hundepool and others, Statistical Disclosure Control (2012), chapter 4.
    """
    parts = checked_parts(counts)
    if threshold < 3 or not 1 <= protection <= threshold - 2:
        raise ValueError(
            "The threshold must be at least three, the protection from 1 to threshold - 2."
        )
    rows, columns = (
        Axis.of(size, groups, parts_published=parts_shown, total_published=total_shown)
        for size, groups, parts_shown, total_shown in zip(
            parts.shape, (row_groups, column_groups), parts_published, totals_published, strict=True
        )
    )
    rows, columns = remembering(rows, columns, released)
    values = np.round(rows.member @ parts @ columns.member.T)
    published = np.outer(rows.published, columns.published)
    memory = recall(released, rows, columns, values)
    small = published & (values > 0) & (values < threshold)
    start = small | (published & memory.hidden)
    room = _room(values, published, start, memory, threshold)
    board = Board(rows, columns, *room, np.zeros_like(values), np.zeros_like(small))
    loosenable = small & ~memory.known & ~memory.small
    found = hide(board, values, published, start | memory.hidden, loosenable, protection)
    labelled = small & ~found.unlabelled
    return finished(board, values, published, found, labelled)


def checked_parts(counts: ArrayLike) -> Array:
    """Counts (rows, columns) as doubles; ValueError unless whole and filled."""
    parts = checked_counts(counts)
    if parts.ndim != 2 or 0 in parts.shape:
        raise ValueError("A table needs at least one row and one column.")
    if np.any(parts != np.floor(parts)):
        raise ValueError("Counts in a table must be whole numbers.")
    return parts


def _room(
    values: Array, published: Mask, start: Mask, memory: Memory, threshold: int
) -> tuple[Array, Array, Array]:
    """How far each count can go up and down for all that the reader is told, and how far down
    when not being called small tells nothing."""
    small = (values > 0) & (values < threshold)
    told = published | memory.hidden
    fixed = memory.known | (published & (values == 0) & ~start)
    up = np.where(told & small, threshold - 1 - values, np.inf)
    low_untold = np.where(told, 1.0, 0.0)
    low = np.where(told & ~small, float(threshold), low_untold)
    room = (up, np.maximum(values - low, 0.0), np.maximum(values - low_untold, 0.0))
    up, down, down_untold = (np.where(fixed, 0.0, each) for each in room)
    return up, down, down_untold
