"""The attacker: all that can be worked out from what was published, by integer programming.

Knows nothing of how the hiding was done. For each hidden count the lowest and the highest number
that fits with everything shown, in all exports together.
"""

from itertools import product

import numpy as np
from scipy import optimize


def parts_of(node, groups, size):
    """Which parts a line holds, from the groupings themselves."""
    if node.level == -1:
        return set(range(size))
    if node.level == 0:
        return {node.label}
    return {part for part in range(size) if groups[node.level - 1][part] == node.label}


def equations(shape, exports):
    """Per count of each export: which parts it adds up, its kind and its true number."""
    found = []
    for export, row_groups, column_groups in exports:
        for (at, row), (over, column) in product(enumerate(export.rows), enumerate(export.columns)):
            if (kind := export.kinds[at, over]) == "left_out":
                continue
            members = np.zeros(shape)
            rows = parts_of(row, row_groups, shape[0])
            columns = parts_of(column, column_groups, shape[1])
            members[np.ix_(sorted(rows), sorted(columns))] = 1
            exposed = bool(export.exposed[at, over])
            found.append((members.ravel(), kind, export.counts[at, over], exposed))
    return found


def told(kind, count, threshold, labels):
    """The limits that the mark in the table gives away."""
    if kind == "shown":
        return count, count
    if not labels:
        return 0, np.inf
    if kind == "small":
        return 1, threshold - 1
    large = labels == "strict" and count >= threshold
    return (threshold if large else min(count, 1)), np.inf


def intervals(shape, exports, *, threshold=5, labels="strict"):
    """Lowest and highest possible number of every hidden count.

    Args:
        labels: "strict" also tells that what is hidden but not called small is large; "loose"
            does not; None: one mark for everything.

    Yields:
        True count, lowest, highest, whether the export itself called it exposed.
    """
    lines = equations(shape, exports)
    sums = np.array([members for members, *_ in lines])
    limits = np.array([told(kind, count, threshold, labels) for _, kind, count, _ in lines])
    for members, kind, count, exposed in lines:
        if kind != "shown":
            ends = [
                optimize.milp(
                    sign * members,
                    constraints=optimize.LinearConstraint(sums, *limits.T),
                    bounds=optimize.Bounds(0, np.inf),
                    integrality=np.ones(members.size),
                )
                for sign in (1, -1)
            ]
            lowest, highest = ends[0].fun, -ends[1].fun if ends[1].x is not None else np.inf
            yield count, round(lowest), highest, exposed


def every_table(counts, export, threshold=5):
    """All tables of one row set and one column set (no groups) that a reader cannot rule out.

    Tries every filling up to a little over the grand total: only for the tiniest tables.
    """
    counts = np.asarray(counts)
    choices = []
    for at, over in np.ndindex(counts.shape):
        kind, count = export.kinds[at, over], counts[at, over]
        low, high = told(kind, count, threshold, "strict")
        choices.append(range(int(low), int(min(high, counts.sum() + 2)) + 1))
    for filling in product(*choices):
        table = np.reshape(filling, counts.shape)
        whole = np.block(
            [[table, table.sum(1, keepdims=True)], [table.sum(0, keepdims=True), table.sum()]]
        )
        limits = np.array(
            [told(*cell, threshold, "strict") for cell in zip(
                export.kinds.ravel(), export.counts.ravel(), strict=True)]
        )  # fmt: skip
        if np.all((whole.ravel() >= limits[:, 0]) & (whole.ravel() <= limits[:, 1])):
            yield whole
