"""The result of weighting: the weights, and what they cost in precision."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from integraal.statistics.roots import Array


@dataclass(frozen=True, slots=True)
class Weights:
    """One weight for each answer.

    Attributes:
        values: (n,), adding up to the number of people.
        design_effect: Kish's: how much larger the variance becomes by weights that differ.
        effective_n: how many equal answers these are worth.
        iterations: rounds it took.
        before_trimming: (n,) the weights that meet the margins; the same as `values` unless
            these were trimmed.
        largest_gap: largest relative distance of a weighted total from its margin.
    """

    values: Array
    design_effect: float
    effective_n: float
    iterations: int
    before_trimming: Array
    largest_gap: float


def weight_arrays(weights: "ArrayLike | Weights", size: int) -> tuple[Array, Array]:
    """The weights of n answers, and those that meet the margins they were made by.

    Raises:
        ValueError: another number of weights, or one that is not above zero.
    """
    if isinstance(weights, Weights):
        values, meeting = weights.values, weights.before_trimming
    else:
        values = meeting = np.asarray(weights, dtype=np.float64)
    if values.shape != (size,):
        raise ValueError("There must be one weight for each answer.")
    if not np.all(np.isfinite(values) & (values > 0)):
        raise ValueError("Weights must be above zero.")
    return values, meeting


def kish(weights: ArrayLike) -> tuple[float, float]:
    """Kish's design effect and the effective number of answers (Kish 1965, section 11.7).

    Args:
        weights: (n,) zero or more; those of zero do not count.
    """
    given = np.asarray(weights, dtype=np.float64)
    squares = float((given**2).sum())
    if squares == 0:
        return float("nan"), 0.0
    effective = float(given.sum()) ** 2 / squares
    return int((given > 0).sum()) / effective, effective
