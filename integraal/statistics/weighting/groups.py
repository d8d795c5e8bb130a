"""Do groups answer otherwise? Rao and Scott's tests for weighted answers."""

import math
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import special

from integraal.statistics.roots import Array
from integraal.statistics.weighting.linearisation import Sample
from integraal.statistics.weighting.margins import Categories, is_missing
from integraal.statistics.weighting.weights import Weights


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
    row_labels, column_labels = _labels(groups), _labels(answers)
    if len(row_labels) != len(column_labels):
        raise ValueError("There must be one answer and one group for each person.")
    known = np.array(
        [None not in pair for pair in zip(row_labels, column_labels, strict=True)], dtype=np.bool_
    )
    if not known.any():
        raise ValueError("Nobody both answered and has a group.")
    row_names, rows = _coded(row_labels, known)
    column_names, columns = _coded(column_labels, known)
    shape = (len(row_names), len(column_names))
    cells = rows * shape[1] + columns
    table = np.zeros((shape[0] * shape[1], known.size))
    table[cells[known], known.nonzero()[0]] = 1.0
    sample = Sample(weights, known.size, calibrated_on)
    total = sample.weights[known].sum()
    means = table @ sample.weights / total
    covariance = sample.covariance(np.where(known, table - means[:, None], 0.0) / total)
    square = means.reshape(shape)
    return GroupComparison(
        row_names,
        column_names,
        square / square.sum(axis=1, keepdims=True),
        table.sum(axis=1).astype(np.intp).reshape(shape),
        *_tested(means, covariance, shape, known.size),
    )


def _labels(given: Sequence[Hashable] | NDArray[np.generic]) -> list[str | None]:
    return [_label(each) for each in np.asarray(given, dtype=object)]


def _label(value: object) -> str | None:
    """As text, a whole number without decimals; None where there is no label."""
    if is_missing(value):
        return None
    is_whole = isinstance(value, float) and value.is_integer()
    return str(int(value)) if is_whole else str(value)  # type: ignore[call-overload]


def _coded(
    labels: list[str | None], known: NDArray[np.bool_]
) -> tuple[tuple[str, ...], NDArray[np.intp]]:
    """The labels of those known in order, numbers by size, and the place of each."""
    used = {label for label, is_known in zip(labels, known, strict=True) if is_known}
    names = sorted((label for label in used if label is not None), key=_by_size)
    place = {name: number for number, name in enumerate(names)}
    return tuple(names), np.array([place.get(label or "", 0) for label in labels], dtype=np.intp)


def _by_size(label: str) -> tuple[bool, float, str]:
    number = float(label) if label.lstrip("-").replace(".", "", 1).isdecimal() else math.inf
    return math.isinf(number), number, label


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
