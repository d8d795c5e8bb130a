"""What a reader of linked tables has: cells, marks and sums, of one export or of two."""

from itertools import product

import numpy as np

from integraal.statistics.disclosure.audit import Relation, determined


def sums_of(counts, rows, columns, name=lambda cell: cell):
    """Every sum between cells that a reader can make, finest cells as unknowns where absent."""
    found = []
    row_parts, column_parts = (set().union(*sides.values()) for sides in (rows, columns))
    for (row, members), (column, areas) in product(rows.items(), columns.items()):
        if (row, column) in counts:
            atoms = tuple(name(("atom", *pair)) for pair in product(sorted(members), sorted(areas)))
            found.append(Relation(name((row, column)), atoms))
    assert row_parts and column_parts
    return found


def told(count, kind, *, whole_line_hidden, threshold=5):
    """The limits that a mark gives away, for a reader who takes every mark literally."""
    if kind == "small":
        return 1, threshold - 1
    if whole_line_hidden:
        return 0, np.inf
    return (threshold if count >= threshold else min(count, 1)), np.inf


def view_of(counts, result, always_shown=()):
    """What is shown, and the limits of what is hidden."""
    shown = {cell: count for cell, count in counts.items() if cell not in result.kinds}
    open_rows = {row for row, column in shown if column not in always_shown}
    limits = {
        cell: told(counts[cell], kind, whole_line_hidden=cell[0] not in open_rows)
        for cell, kind in result.kinds.items()
    }
    return shown, limits


def attack(counts, result, rows, columns, always_shown=()):
    shown, limits = view_of(counts, result, always_shown)
    return determined(shown, limits, sums_of(counts, rows, columns))
