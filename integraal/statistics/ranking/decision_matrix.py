"""What every ranking asks of its scores, weights and directions, and how places are given."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from integraal.statistics.roots import Array

Places = NDArray[np.int64]
_SAME = 1e-11  # of the largest score: differences below this are rounding
_DIRECTIONS = {"max": 1, "min": -1, "1": 1, "-1": -1, "1.0": 1, "-1.0": -1}


def checked_matrix(matrix: ArrayLike) -> Array:
    """Scores (..., alternatives, criteria) as doubles; ValueError unless finite and filled."""
    scores = np.asarray(matrix, dtype=np.float64)
    if scores.ndim < 2 or 0 in scores.shape:
        raise ValueError("Scores need a row for each alternative and a column for each criterion.")
    if not np.all(np.isfinite(scores)):
        raise ValueError(
            "Each alternative needs a score on each criterion; leave out what lacks one."
        )
    return scores


def checked_weights(weights: ArrayLike, criteria: int) -> Array:
    """Weights (..., criteria), each row made to add up to one.

    Raises:
        ValueError: not one weight per criterion, a weight is negative or not finite, or all
            weights of a row are zero.
    """
    given = np.asarray(weights, dtype=np.float64)
    if given.ndim == 0 or given.shape[-1] != criteria:
        raise ValueError("There must be one weight for each criterion.")
    if not np.all(np.isfinite(given) & (given >= 0)):
        raise ValueError("Weights must be numbers of zero or more.")
    largest = given.max(axis=-1, keepdims=True)
    if np.any(largest == 0):
        raise ValueError("At least one weight must be above zero.")
    scaled = given / largest
    shares: Array = scaled / scaled.sum(axis=-1, keepdims=True)
    return shares


def checked_directions(directions: Sequence[Any] | ArrayLike | None, criteria: int) -> Array:
    """One for a criterion where more is better, minus one where less is; None: more, everywhere."""
    if directions is None:
        return np.ones(criteria)
    given: Any = directions
    named = [_DIRECTIONS.get(str(each).lower()) for each in np.atleast_1d(np.asarray(given))]
    if None in named or len(named) not in (1, criteria):
        raise ValueError('Each criterion needs a direction: "max" (or 1), or "min" (or -1).')
    return np.broadcast_to(np.asarray(named, dtype=np.float64), (criteria,))


def places(scores: Array) -> Places:
    """Place of each alternative, the highest score first; equals share the best of their places.

    Args:
        scores: (..., alternatives). Differences within rounding error are no difference.

    Returns:
        Places from 1, of the same shape: 1, 2, 2, 4.
    """
    levelled = level_rounding(scores)
    ascending = np.sort(-levelled, axis=-1)
    ahead = (ascending[..., None, :] < -levelled[..., :, None]).sum(axis=-1)
    return np.asarray(ahead + 1, dtype=np.int64)


def level_rounding(scores: Array) -> Array:
    """Make scores equal that differ by rounding error only."""
    step = np.abs(scores).max(axis=-1, keepdims=True) * _SAME
    levelled: Array = np.round(scores / np.where(step > 0, step, 1.0))
    return levelled
