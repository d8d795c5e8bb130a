"""Do groups answer otherwise? Rao and Scott's tests for weighted answers."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import special

from integraal.statistics.roots import Array
from integraal.statistics.weighting.margins import Categories
from integraal.statistics.weighting.shares import linearised
from integraal.statistics.weighting.weights import Weights, weight_arrays


@dataclass(frozen=True, slots=True)
class GroupComparison:
    """Answers by group.

    Attributes:
        groups, answers: their labels, in order.
        shares: (groups, answers) weighted, adding up to one per group.
        counts: (groups, answers) unweighted.
        f, numerator_df, denominator_df, p_value: second-order corrected F test.
        chi_square, chi_square_p: Pearson's statistic, and its first-order corrected p-value.
    """

    groups: tuple[str, ...]
    answers: tuple[str, ...]
    shares: Array
    counts: NDArray[np.intp]
    f: float
    numerator_df: float
    denominator_df: float
    p_value: float
    chi_square: float
    chi_square_p: float


def compare_groups(
    answers: Sequence[Hashable] | NDArray[np.generic],
    groups: Sequence[Hashable] | NDArray[np.generic],
    weights: ArrayLike | Weights,
    *,
    calibrated_on: Categories | None = None,
) -> GroupComparison:
    """Test whether groups answered alike (Rao and Scott 1984, Annals of Statistics 12).

    Args:
        answers: (n,) labels; None, empty or NaN for no answer.
        groups: (n,) labels; None, empty or NaN for no group.
        weights: (n,) above zero, or the result of `rake` or `calibrate`.
        calibrated_on: as for `estimate_share`.

    Returns:
        NaN for the tests when there is one group or one answer only.

    Raises:
        ValueError: another number of labels or weights, or nobody who answered.
    """
    rows, row_known = _coded(groups)
    columns, column_known = _coded(answers)
    if rows[1].size != columns[1].size:
        raise ValueError("There must be one answer and one group for each person.")
    values, psw = weight_arrays(weights, rows[1].size)
    known = row_known & column_known
    if not known.any():
        raise ValueError("Nobody both answered and has a group.")
    shape = (len(rows[0]), len(columns[0]))
    cells = np.where(known, rows[1] * shape[1] + columns[1], 0)
    table = np.eye(shape[0] * shape[1])[cells] * known[:, None]
    means, covariance = linearised(table, known, values, psw, calibrated_on)
    size = values.size if calibrated_on is not None else int(known.sum())
    tested = _tested(means, covariance, shape, size)
    square = means.reshape(shape)
    total = square.sum(axis=1, keepdims=True)
    return GroupComparison(
        rows[0],
        columns[0],
        np.divide(square, total, out=np.full(shape, np.nan), where=total > 0),
        np.bincount(cells[known], minlength=shape[0] * shape[1]).reshape(shape),
        *tested,
    )


def _coded(
    given: Sequence[Hashable] | NDArray[np.generic],
) -> tuple[tuple[tuple[str, ...], NDArray[np.intp]], NDArray[np.bool_]]:
    labels = [_label(each) for each in np.asarray(given, dtype=object)]
    known = np.array([label is not None for label in labels], dtype=np.bool_)
    names = sorted({label for label in labels if label is not None})
    place = {name: number for number, name in enumerate(names)}
    codes = np.array([place.get(label or "", 0) for label in labels], dtype=np.intp)
    return (tuple(names), codes), known


def _label(value: object) -> str | None:
    if value is None or value == "" or (isinstance(value, float) and np.isnan(value)):
        return None
    return str(value)


def _tested(
    means: Array, covariance: Array, shape: tuple[int, int], size: int
) -> tuple[float, float, float, float, float, float]:
    if min(shape) < 2:
        return (float("nan"),) * 6
    contrasts = _interactions(shape)
    inverse = np.diag(np.divide(1, means, out=np.zeros_like(means), where=means > 0))
    plain = contrasts.T @ (inverse / size) @ contrasts
    real = contrasts.T @ inverse @ covariance @ inverse @ contrasts
    delta = np.linalg.pinv(plain) @ real
    trace, squared = float(np.trace(delta)), float(np.trace(delta @ delta))
    square = means.reshape(shape)
    expected = np.outer(square.sum(axis=1), square.sum(axis=0))
    apart = np.divide((square - expected) ** 2, expected, out=np.zeros(shape), where=expected > 0)
    pearson = size * float(apart.sum())
    if trace <= 0 or squared <= 0:
        return float("nan"), float("nan"), float("nan"), float("nan"), pearson, float("nan")
    numerator = trace**2 / squared
    denominator = numerator * (size - 1)
    f = pearson / trace
    freedom = contrasts.shape[1]
    return (
        f,
        numerator,
        denominator,
        float(special.fdtrc(numerator, denominator, f)),
        pearson,
        float(special.chdtrc(freedom, pearson / (trace / freedom))),
    )


def _interactions(shape: tuple[int, int]) -> Array:
    """Columns for what is left of a table when rows and columns are taken out."""
    rows, columns = np.indices(shape).reshape(2, -1)
    row_effects = (rows[:, None] == np.arange(1, shape[0])).astype(np.float64)
    column_effects = (columns[:, None] == np.arange(1, shape[1])).astype(np.float64)
    alone = np.column_stack([np.ones(rows.size), row_effects, column_effects])
    both = (row_effects[:, :, None] * column_effects[:, None, :]).reshape(rows.size, -1)
    solved, *_ = np.linalg.lstsq(alone, both, rcond=None)
    left: Array = both - alone @ solved
    return left
