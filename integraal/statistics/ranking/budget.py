"""Weights from budgets: everybody divides 100 points over the criteria, by himself."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from integraal.statistics.roots import Array


@dataclass(frozen=True, slots=True)
class BudgetWeights:
    """What the group made of it, per criterion.

    Attributes:
        weights: the medians made to add up to one. When every median is zero (each participant
            put all points elsewhere) the means, which then are all there is.
        median, lower_quartile, upper_quartile: of the shares of the participants, from 0 to 1.
        participants: how many gave points.
        rescaled: per participant whether the points did not add up to the total and were taken
            in proportion.
    """

    weights: Array
    median: Array
    lower_quartile: Array
    upper_quartile: Array
    participants: int
    rescaled: NDArray[np.bool_]


def budget_weights(points: ArrayLike, *, total: float = 100.0) -> BudgetWeights:
    """Combine the points of all participants into weights, with how far they lie apart.

    Args:
        points: (participants, criteria), zero or more. A participant with nothing but nan did
            not take part; nan beside other points is zero points.
        total: what each participant was asked to divide.

    Returns:
        Median weights and quartiles.

    Raises:
        ValueError: nobody took part, points are negative, or somebody gave no point at all.
    """
    given = np.asarray(points, dtype=np.float64)
    if given.ndim != 2 or not given.shape[-1]:
        raise ValueError("Points need a row for each participant and a column for each criterion.")
    took_part = ~np.all(np.isnan(given), axis=1)
    rows = np.where(np.isnan(given), 0.0, given)[took_part]
    if not rows.size:
        raise ValueError("Nobody gave points.")
    if np.any((rows < 0) | np.isinf(rows)):
        raise ValueError("Points must be numbers of zero or more.")
    sums = rows.sum(axis=1)
    if np.any(sums == 0):
        raise ValueError("Each participant must give at least one point.")
    shares = rows / sums[:, None]
    lower, median, upper = np.quantile(shares, [0.25, 0.5, 0.75], axis=0)
    centre = median if median.sum() > 0 else shares.mean(axis=0)
    rescaled = np.zeros(given.shape[0], dtype=np.bool_)
    rescaled[took_part] = ~np.isclose(sums, total)
    return BudgetWeights(
        centre / centre.sum(), median, lower, upper, int(took_part.sum()), rescaled
    )
