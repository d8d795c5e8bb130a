"""Hide what is small and as little else as protects it, one count after the other."""

from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from integraal.statistics.disclosure.exact import exact_move
from integraal.statistics.disclosure.moves import Board, Mask
from integraal.statistics.roots import Array

_LABEL_COST = 100.0  # telling less about a small count is for when nothing else helps
_TOTALS_COST = 5.0  # a total is worth that many ordinary counts


@dataclass(frozen=True, slots=True)
class Hiding:
    """The outcome: what to hide, of what not to tell that it is small, what cannot be saved."""

    hidden: Mask
    unlabelled: Mask
    exposed: Mask


def hide(
    board: Board, values: Array, published: Mask, start: Mask, loosenable: Mask, protection: int
) -> Hiding:
    """Protect every count that must be hidden, and every one that is hidden to protect it.

    Args:
        board: the room that the reader must allow each count; its costs are set here.
        values: the true counts, by line and line.
        published: which of them the table has.
        start: which must be hidden, or were in an earlier table.
        loosenable: which of those need not be told to be small: then they have room upward.
        protection: see `suppress_table`.

    Returns:
        What is hidden in the end.
    """
    hidden, labelled = start.copy(), loosenable.copy()
    exposed = np.zeros_like(start)
    board.cost = np.where(published & ~hidden, _prices(board, values), 0.0)
    for row, column in _in_order(board, start):
        if board.proven[row, column]:
            continue
        touched = _protecting(board, labelled, row, column, protection)
        if touched is None:
            exposed[row, column] = True
            continue
        hidden |= touched & published
        board.cost[touched] = 0.0
    return Hiding(hidden & published, loosenable & ~labelled, exposed & ~board.proven)


def _protecting(
    board: Board, labelled: Mask, row: int, column: int, protection: int
) -> Mask | None:
    """A move with labels as they are; else one that takes some away; else one that counts on the
    reader's doubt whether what is not called small may be; else any change at all."""
    if max(board.up[row, column], board.down[row, column]) == 0 and not labelled[row, column]:
        return None
    touched = board.protect(row, column, protection)
    if touched is not None:
        return touched
    looser = replace(
        board,
        up=np.where(labelled, np.inf, board.up),
        cost=board.cost + np.where(labelled, _LABEL_COST, 0.0),
    )
    doubtful = replace(looser, down=board.down_untold)
    for search in (looser.protect, doubtful.protect, partial(exact_move, doubtful)):
        touched = search(row, column, protection)
        if touched is not None:
            board.up[touched & labelled] = np.inf
            labelled &= ~touched
            return touched
    return None


def _prices(board: Board, values: Array) -> Array:
    """What it costs to hide each count: more for a larger one, much more for a total."""
    by_row, by_column = (
        np.where(axis.member.sum(axis=1) > 1, _TOTALS_COST, 1.0)
        for axis in (board.rows, board.columns)
    )
    return np.asarray((1 + np.log1p(values)) * by_row[:, None] * by_column[None, :])


def _in_order(board: Board, start: Mask) -> list[tuple[int, int]]:
    """The counts to protect, those of most parts first: what they take along proves the rest."""
    sizes = np.outer(board.rows.member.sum(axis=1), board.columns.member.sum(axis=1))
    rows, columns = np.nonzero(start)
    order = np.argsort(-sizes[rows, columns], kind="stable")
    return list(zip(rows[order].tolist(), columns[order].tolist(), strict=True))
