"""What a reader of linked tables has: cells, marks and sums, of one export or of two."""

from itertools import product

import numpy as np

from integraal.statistics.disclosure.audit import Relation, determined


def sums_of(counts, rows, columns, name=lambda cell: cell):
    """Every sum between cells that a reader can make, finest cells as unknowns where absent."""
    found = []
    for (row, members), (column, areas) in product(rows.items(), columns.items()):
        if (row, column) in counts:
            atoms = tuple(name(("atom", *pair)) for pair in product(sorted(members), sorted(areas)))
            found.append(Relation(name((row, column)), atoms))
    return found


def told(count, kind, *, whole_line_hidden, threshold=5):
    """The limits that a mark gives away, for a reader who takes every mark literally."""
    if kind == "small":
        return 1, threshold - 1
    if whole_line_hidden:
        return 0, np.inf
    return (threshold if count >= threshold else min(count, 1)), np.inf


def view_of(counts, result, columns, always_shown=()):
    """What is shown, and the limits of what is hidden."""
    shown = {cell: count for cell, count in counts.items() if cell not in result.kinds}
    public = {columns[column] for column in always_shown}
    open_rows = {row for row, column in shown if columns[column] not in public}
    limits = {
        cell: told(counts[cell], kind, whole_line_hidden=cell[0] not in open_rows)
        for cell, kind in result.kinds.items()
    }
    return shown, limits


def attack(counts, result, rows, columns, always_shown=()):
    shown, limits = view_of(counts, result, columns, always_shown)
    return determined(shown, limits, sums_of(counts, rows, columns))


def attack_both(exports, rows, columns, always_shown):
    """Lay two exports together.

    A count is one cell when it stayed the same and the reader can see that, or must think so:
    it is shown in one of them, or the line's public total did not change. Else it is two.

    Args:
        exports: (counts, result) of each, the finest counts among them.
    """
    (before, first), (after, second) = exports

    def is_same(cell):
        if before.get(cell) != after.get(cell):
            return False
        hidden_twice = cell in first.kinds and cell in second.kinds
        totals = [(cell[0], whole) for whole in always_shown]
        return not hidden_twice or all(before.get(one) == after.get(one) for one in totals)

    shown, limits, sums = {}, {}, []
    for turn, (counts, result) in enumerate(exports):

        def name(cell, turn=turn):
            return (cell, "both" if is_same(cell[1:] if cell[0] == "atom" else cell) else turn)

        seen, told_ = view_of(counts, result, columns, always_shown)
        shown |= {name(cell): count for cell, count in seen.items()}
        for cell, (low, high) in told_.items():
            was = limits.get(name(cell), (0, np.inf))
            limits[name(cell)] = max(low, was[0]), min(high, was[1])
        sums += sums_of(counts, rows, columns, name)
    hidden = {cell: ends for cell, ends in limits.items() if cell not in shown}
    return determined(shown, hidden, list(dict.fromkeys(sums)))
