"""What a reader still knows from earlier releases of the same counts."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from integraal.statistics.disclosure.axes import Axis
from integraal.statistics.disclosure.moves import Mask
from integraal.statistics.roots import Array

if TYPE_CHECKING:
    from integraal.statistics.disclosure.outcome import TableSuppression


@dataclass(frozen=True, slots=True)
class Memory:
    """By line and line: shown earlier and still true; hidden earlier; told to be small and still
    the same."""

    known: Mask
    hidden: Mask
    small: Mask


def remembering(
    rows: Axis, columns: Axis, released: Sequence["TableSuppression"]
) -> tuple[Axis, Axis]:
    """The lines of a table and, unpublished, those that earlier releases had besides.

    Raises:
        ValueError: an earlier release is about other rows or columns.
    """
    parts = rows.member.shape[1], columns.member.shape[1]
    for earlier in released:
        if (earlier.row_members.shape[1], earlier.column_members.shape[1]) != parts:
            raise ValueError("An earlier release must be about the same rows and columns.")
        rows = rows.widened(earlier.row_members)
        columns = columns.widened(earlier.column_members)
    return rows, columns


def recall(
    released: Sequence["TableSuppression"], rows: Axis, columns: Axis, values: Array
) -> Memory:
    """Lay earlier releases over the lines of this table; a line is known by its parts."""
    known, hidden, small = (np.zeros(values.shape, dtype=np.bool_) for _ in range(3))
    for earlier in released:
        which_row = _same_lines(rows.member, earlier.row_members)
        which_column = _same_lines(columns.member, earlier.column_members)

        def there(
            marked: Mask, by: Array = which_row, over: Array = which_column
        ) -> NDArray[np.bool_]:
            return np.asarray(by @ marked.astype(np.float64) @ over.T > 0)

        # Lines with the same parts have the same counts, so any of them will do.
        before = earlier.counts[np.ix_(which_row.argmax(axis=1), which_column.argmax(axis=1))]
        changed = before != values
        known |= there(earlier.shown) & ~changed
        hidden |= there(earlier.hidden)
        small |= there(np.asarray(earlier.kinds == "small")) & ~changed
    return Memory(known, hidden & ~known, small)


def _same_lines(own: Array, other: Array) -> Array:
    """(own lines, other lines) one where both hold the same parts."""
    apart = own.sum(axis=1)[:, None] + other.sum(axis=1)[None, :] - 2 * own @ other.T
    return (apart == 0).astype(np.float64)
