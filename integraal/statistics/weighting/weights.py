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
        regression_weights: (n,) how much each answer counts when the categories are used to
            explain what was answered: alike after `rake`, by base weight after `calibrate`.
    """

    values: Array
    design_effect: float
    effective_n: float
    iterations: int
    before_trimming: Array
    largest_gap: float
    regression_weights: Array


def weight_arrays(weights: "ArrayLike | Weights", size: int) -> tuple[Array, Array, Array]:
    """The weights of n answers, those that meet the margins, and those of the regression.

    Raises:
        ValueError: another number of weights, or one that is not above zero.
    """
    if isinstance(weights, Weights):
        values, meeting = weights.values, weights.before_trimming
        regression = weights.regression_weights
    else:
        values = meeting = np.asarray(weights, dtype=np.float64)
        regression = np.ones(values.shape)
    if values.shape != (size,):
        raise ValueError("There must be one weight for each answer.")
    if not np.all(np.isfinite(values) & (values > 0)):
        raise ValueError(
            "Weights must be above zero. Linear calibration can go below; take bounds instead."
        )
    scale = values.max(initial=0.0) or 1.0
    return values / scale, meeting / scale, regression


def kish(weights: ArrayLike) -> tuple[float, float]:
    """Kish's design effect and the effective number of answers (Kish 1965, section 11.7).

    Args:
        weights: (n,); those of zero do not count.
    """
    given = np.asarray(weights, dtype=np.float64)
    scale = float(np.abs(given).max(initial=0.0))
    if scale == 0:
        return float("nan"), 0.0
    effective = float((given / scale).sum()) ** 2 / float(((given / scale) ** 2).sum())
    return int((given != 0).sum()) / effective if effective else float("inf"), effective
