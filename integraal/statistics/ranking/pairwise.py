"""AHP: weights from comparing criteria two by two, with how far the answers clash."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from integraal.statistics.roots import Array

# Mean consistency index of random answers for 1 to 15 criteria (Saaty 1980).
_RANDOM_INDEX = (
    0.0, 0.0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59,
)  # fmt: skip
CONSISTENT_BELOW = 0.10
_RECIPROCAL_WITHIN = 0.011  # 3 against 0.33 is meant as 3 against a third


@dataclass(frozen=True, slots=True)
class PairwiseWeights:
    """Weights and consistency; of shape (..., criteria) and (...).

    Attributes:
        weights: adding up to one.
        lambda_max: the principal eigenvalue; equal to the number of criteria when the answers
            do not contradict each other.
        consistency_index: (lambda_max - n) / (n - 1); zero for one or two criteria.
        consistency_ratio: that index divided by the one of random answers.
        consistent: whether the ratio is below 0.10.
    """

    weights: Array
    lambda_max: Array
    consistency_index: Array
    consistency_ratio: Array
    consistent: NDArray[np.bool_]


def ahp(
    comparisons: ArrayLike, *, method: Literal["eigenvector", "geometric_mean"] = "eigenvector"
) -> PairwiseWeights:
    """Weigh criteria that were compared two by two.

    Args:
        comparisons: (..., criteria, criteria): how many times as important the row is as the
            column, from 1/9 to 9; ones on the diagonal, and each number the inverse of its
            mirror image (to one per cent).
        method: the principal eigenvector (Saaty), or geometric means of the rows.

    Returns:
        Weights and consistency, for each matrix.

    Raises:
        ValueError: not square, not positive, not reciprocal, or more than 15 criteria.

    Source: T.L. Saaty, The Analytic Hierarchy Process (1980), with its random indices.
    """
    answers = _checked_answers(comparisons)
    criteria = answers.shape[-1]
    weights = _eigenvector(answers) if method == "eigenvector" else _geometric_mean(answers)
    largest = ((answers @ weights[..., None])[..., 0] / weights).mean(axis=-1)
    if criteria < 3:
        largest = np.full_like(largest, float(criteria))
    index = np.maximum(largest - criteria, 0.0) / max(criteria - 1, 1)
    by_chance = _RANDOM_INDEX[criteria - 1]
    ratio = index / by_chance if by_chance else np.zeros_like(index)
    return PairwiseWeights(weights, largest, index, ratio, ratio < CONSISTENT_BELOW)


def _checked_answers(comparisons: ArrayLike) -> Array:
    answers = np.asarray(comparisons, dtype=np.float64)
    if answers.ndim < 2 or answers.shape[-1] != answers.shape[-2] or not answers.shape[-1]:
        raise ValueError("Comparisons need a row and a column for each criterion.")
    if answers.shape[-1] > len(_RANDOM_INDEX):
        raise ValueError("More than 15 criteria cannot be compared two by two.")
    if not np.all(np.isfinite(answers) & (answers > 0)):
        raise ValueError("Comparisons must be numbers above zero.")
    if np.any(np.abs(answers * np.swapaxes(answers, -1, -2) - 1) > _RECIPROCAL_WITHIN):
        raise ValueError("Each comparison must be the inverse of its mirror image: 3 and 1/3.")
    return answers


def _eigenvector(answers: Array) -> Array:
    values, vectors = np.linalg.eig(answers)
    principal = values.real.argmax(axis=-1)[..., None, None]
    found = np.abs(np.take_along_axis(vectors, principal, axis=-1)[..., 0])
    weights: Array = found / found.sum(axis=-1, keepdims=True)
    return weights


def _geometric_mean(answers: Array) -> Array:
    means = np.exp(np.log(answers).mean(axis=-1))
    weights: Array = means / means.sum(axis=-1, keepdims=True)
    return weights
