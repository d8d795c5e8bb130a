"""TOPSIS: closeness to the best imaginable alternative. A cross-check, never the leading view.

Adding or leaving out one alternative can turn the order of the others around.
"""

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
class Closeness:
    """Per alternative its closeness to the ideal, from 0 to 1, and its place from 1."""

    value: Array
    rank: Places


def topsis(
    matrix: ArrayLike,
    weights: ArrayLike,
    directions: Sequence[Any] | ArrayLike | None = None,
) -> Closeness:
    """Rank by distance to the best and to the worst value of each criterion.

    Each criterion is divided by its Euclidean length, times its weight; distances are Euclidean.

    Args:
        matrix: (..., alternatives, criteria).
        weights: (..., criteria), zero or more; made to add up to one.
        directions: per criterion "max" or 1, "min" or -1; None means more is better.

    Returns:
        Closeness and rank of shape (..., alternatives). 0.5 when all alternatives are equal:
        then each is the best and the worst.

    Raises:
        ValueError: a score is missing, or weights or directions do not go with the criteria.

    Source: C.-L. Hwang and K. Yoon, Multiple Attribute Decision Making (1981).
    """
    scores = checked_matrix(matrix)
    criteria = scores.shape[-1]
    largest = np.abs(scores).max(axis=-2, keepdims=True)
    scaled = scores / np.where(largest > 0, largest, 1.0)
    length = np.sqrt((scaled**2).sum(axis=-2, keepdims=True))
    weighted = scaled / np.where(length > 0, length, 1.0)
    weighted = weighted * checked_weights(weights, criteria)[..., None, :]
    better = weighted * checked_directions(directions, criteria)
    to_best = np.linalg.norm(better.max(axis=-2, keepdims=True) - better, axis=-1)
    to_worst = np.linalg.norm(better - better.min(axis=-2, keepdims=True), axis=-1)
    whole = to_best + to_worst
    value = np.where(whole > 0, to_worst / np.where(whole > 0, whole, 1.0), 0.5)
    return Closeness(value, places(value))
