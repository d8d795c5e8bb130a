"""The weighted sum: the score that everybody at the table can check by hand."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from integraal.statistics.ranking.decision_matrix import (
    Places,
    checked_directions,
    checked_matrix,
    checked_weights,
    places,
)
from integraal.statistics.roots import Array


@dataclass(frozen=True, slots=True)
class Scores:
    """Per alternative its weighted score and its place from 1; equals share the best place."""

    value: Array
    rank: Places


def weighted_sum(utilities: ArrayLike, weights: ArrayLike) -> Scores:
    """Add up the scores of each alternative, each criterion with its weight.

    Args:
        utilities: (..., alternatives, criteria) on one scale, more is better: stated scores
            from 0 to 10, or `min_max_utilities` of measured ones.
        weights: (criteria,) or (..., criteria), zero or more; made to add up to one.

    Returns:
        Value and rank of shape (..., alternatives).

    Raises:
        ValueError: a score is missing, or the weights do not go with the criteria.

    Source: P.C. Fishburn, Additive utilities with incomplete product sets (1967).
    """
    scores = checked_matrix(utilities)
    shares = checked_weights(weights, scores.shape[-1])
    value = np.einsum("...ac,...c->...a", scores, shares)
    return Scores(value, places(value))


def min_max_utilities(
    matrix: ArrayLike, directions: Sequence[Any] | ArrayLike | None = None
) -> Array:
    """Stretch each criterion from 0 for the worst alternative to 1 for the best.

    The scale then depends on which alternatives are on the list: leaving out the worst one can
    change the order of the others. Stated scores need no stretching.

    Args:
        matrix: (..., alternatives, criteria).
        directions: per criterion "max" or 1, "min" or -1; None means more is better.

    Returns:
        Utilities of the same shape; 0 throughout for a criterion on which all are equal.

    Raises:
        ValueError: a score is missing, or a direction is unknown.
    """
    scores = checked_matrix(matrix)
    better = scores * checked_directions(directions, scores.shape[-1])
    worst = better.min(axis=-2, keepdims=True)
    reach = better.max(axis=-2, keepdims=True) - worst
    utilities: Array = (better - worst) / np.where(reach > 0, reach, 1.0)
    return utilities
