"""Which answers of a poll to hide: small groups, and answers that few, or all but few, gave."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from integraal.statistics.disclosure.axes import Axis
from integraal.statistics.disclosure.memory import recall, remembering
from integraal.statistics.disclosure.moves import Board
from integraal.statistics.disclosure.outcome import TableSuppression, finished
from integraal.statistics.disclosure.search import hide
from integraal.statistics.disclosure.tables import Groups, checked_parts


def suppress_answers(
    answers: ArrayLike,
    *,
    row_groups: Groups = (),
    released: Sequence[TableSuppression] = (),
    minimum_group: int = 10,
    minimum_answers: int = 5,
    protection: int = 5,
    parts_published: bool = True,
) -> TableSuppression:
    """Choose what to hide in a table of answers by group.

    A group of fewer than `minimum_group` respondents is hidden with its size. In larger ones an
    answer is hidden that fewer than `minimum_answers` gave, none included, and one that all but
    so few gave: else one knows what nearly everybody in the group said. Then more answers are
    hidden until nothing follows from the sizes of groups and the answers of all together.
    Whatever is hidden gets one and the same mark; the reader is told nothing of it.

    Args:
        answers: (groups, answers) whole numbers of respondents.
        row_groups: groupings of the rows that are published too, as in `suppress_table`. For
            several questions about background (sex, age, village): a row for each combination,
            a grouping for each question, and `parts_published` False.
        released: earlier results about the same rows and answers.
        minimum_group, minimum_answers: the rules, at least one.
        protection: how far the lowest and highest possible number behind a hidden one must lie
            apart at least.
        parts_published: whether the rows themselves are in the table.

    Returns:
        Lines: the groups, groupings and all together; the answers, and the size of the group.
        Kind "small" is what a rule asks to hide, "complementary" what protects it.

    Raises:
        ValueError: numbers are not whole or negative, or a rule is below one.

    Source: the rules are those of this product (docs/methods/disclosure.md).
    """
    parts = checked_parts(answers)
    if min(minimum_group, minimum_answers, protection) < 1:
        raise ValueError("Minimum group, minimum answers and protection must be at least one.")
    rows = Axis.of(parts.shape[0], row_groups, parts_published=parts_published)
    columns = Axis.of(parts.shape[1], ())
    rows, columns = remembering(rows, columns, released)
    values = np.round(rows.member @ parts @ columns.member.T)
    published = np.outer(rows.published, columns.published)
    size = parts.sum(axis=1) @ rows.member.T
    few = np.minimum(values, size[:, None] - values) < minimum_answers
    few[:, columns.member.sum(axis=1) == parts.shape[1]] = False
    small = published & (few | (size < minimum_group)[:, None]) & (size > 0)[:, None]
    memory = recall(released, rows, columns, values)
    fixed = memory.known | np.broadcast_to((size == 0)[:, None] & published, values.shape)
    board = Board(
        rows,
        columns,
        np.where(fixed, 0.0, np.inf),
        np.where(fixed, 0.0, values),
        np.where(fixed, 0.0, values),
        np.zeros_like(values),
        np.zeros_like(small),
    )
    start = small | memory.hidden
    found = hide(board, values, published, start, np.zeros_like(small), protection)
    return finished(board, values, published, found, small)
