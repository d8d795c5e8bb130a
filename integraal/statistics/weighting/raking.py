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

_MOST_ROUNDS = 1_000


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
    variables = read_margins(categories, margins)
    weights = known_weights(base_weights, variables[0].codes.size)
    weights = weights * (variables[0].totals.sum() / weights.sum())
    rounds, gap = 0, np.inf
    while gap > tolerance and rounds < _MOST_ROUNDS:
        rounds += 1
        for one in variables:
            weights = weights * _ratios(one, weights)[one.codes]
        gap = largest_gap(variables, weights)
    if gap > tolerance:
        raise ValueError(
            "No weights meet these margins: some combinations have no answers. Join categories."
        )
    values = weights if bounds is None else trimmed(weights, bounds)
    effect, effective = kish(values)
    return Weights(values, effect, effective, rounds, weights, largest_gap(variables, values))


def trimmed(weights: Array, bounds: tuple[float, float]) -> Array:
    """Cut weights off at parts of their mean, and share out what was cut.

    Raises:
        ValueError: the bounds do not lie around one.
    """
    lowest, highest = bounds
    if not 0 <= lowest < 1 < highest:
        raise ValueError("Bounds must lie around one, such as 0.3 and 3 times the mean weight.")
    mean = weights.mean()
    low, high = lowest * mean, highest * mean
    found = weights.copy()
    for _ in range(_MOST_ROUNDS):
        inside = (found > low) & (found < high)
        if np.all((found >= low * (1 - 1e-12)) & (found <= high * (1 + 1e-12))):
            break
        cut = np.clip(found, low, high)
        spare = found.sum() - cut.sum()
        found = np.where(inside, cut + spare / max(inside.sum(), 1), cut)
        if not inside.any():
            break
    return found


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
