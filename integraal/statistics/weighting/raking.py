"""Raking: weights by which the answers look like the people, one variable after another."""

import numpy as np
from numpy.typing import ArrayLike

from integraal.statistics.roots import Array
from integraal.statistics.weighting.margins import (
    Categories,
    Margin,
    Margins,
    known_weights,
    read_margins,
)
from integraal.statistics.weighting.weights import Weights, kish

_MOST_ROUNDS = 10_000
_SMALLEST_WEIGHT = 1e-200  # one that sinks this far is on its way to nothing
_SMALLEST_SPARE = 1e-13


def rake(
    categories: Categories,
    margins: Margins,
    *,
    base_weights: ArrayLike | None = None,
    bounds: tuple[float, float] | None = None,
    tolerance: float = 1e-12,
) -> Weights:
    """Weigh answers to the margins of several variables (Deming and Stephan 1940).

    Args:
        categories: variable to the category of each of n answers.
        margins: variable to the number of people in each category.
        base_weights: (n,) above zero to begin with; equal ones when left out.
        bounds: smallest and largest weight, as parts of the mean weight. What is cut off is
            shared out equally over the weights in between, again until none lies outside.
            Trimmed weights no longer meet the margins quite; `largest_gap` says how far off.
        tolerance: largest relative distance from a margin to stop at.

    Returns:
        Weights that add up to the number of people.

    Raises:
        ValueError: as for `read_margins`, bounds that leave no room, or margins that contradict
            each other so that no weights can meet them.
    """
    if bounds is not None:
        check_bounds(bounds)
    variables = read_margins(categories, margins)
    weights = known_weights(base_weights, variables[0].codes.size)
    weights = weights * (variables[0].totals.sum() / weights.sum())
    near_enough = max(tolerance, weights.size * np.finfo(np.float64).eps)
    rounds, gap = 0, np.inf
    while gap > near_enough and rounds < _MOST_ROUNDS and weights.min() > _SMALLEST_WEIGHT:
        rounds += 1
        for one in variables:
            weights = weights * _ratios(one, weights)[one.codes]
        gap = largest_gap(variables, weights)
    if not gap <= near_enough:
        raise ValueError(
            "No weights meet these margins: some combinations have no answers. Join categories."
        )
    values = weights if bounds is None else trimmed(weights, bounds)
    gap, alike = largest_gap(variables, values), np.ones(weights.shape)
    return Weights(values, *kish(values), rounds, weights, gap, alike)


def trimmed(weights: Array, bounds: tuple[float, float]) -> Array:
    """Cut weights off at parts of their mean, and share out what was cut.

    It goes in equal parts to the weights between the bounds; where that lifts one over a bound,
    again. The sum stays the same.
    """
    lowest, highest = bounds
    total = weights.sum()
    low, high = lowest * total / weights.size, highest * total / weights.size
    found = weights.copy()
    for _ in range(_MOST_ROUNDS):
        inside = (found >= low) & (found <= high)
        found = np.clip(found, low, high)
        spare = total - found.sum()
        if abs(spare) <= _SMALLEST_SPARE * total:
            break
        takers = inside if inside.any() else np.ones_like(inside)
        found[takers] += spare / takers.sum()
    return np.asarray(np.clip(found, low, high))


def check_bounds(bounds: tuple[float, float]) -> None:
    """Raises ValueError unless the bounds lie around one."""
    if not 0 <= bounds[0] < 1 < bounds[1]:
        raise ValueError("Bounds must lie around one, such as 0.3 and 3 times the mean weight.")


def largest_gap(variables: tuple[Margin, ...], weights: Array) -> float:
    """The largest relative distance of a weighted total from its margin."""
    gaps = [0.0]
    for one in variables:
        some = one.totals > 0
        found = np.bincount(one.codes, weights, minlength=one.totals.size)
        gaps.append(float(np.max(np.abs(found[some] / one.totals[some] - 1), initial=0.0)))
    return max(gaps)


def _ratios(one: Margin, weights: Array) -> Array:
    found = np.bincount(one.codes, weights, minlength=one.totals.size)
    return np.divide(one.totals, found, out=np.zeros_like(one.totals), where=found > 0)
