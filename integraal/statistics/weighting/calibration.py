"""Calibration: the weights nearest to those one began with that meet the margins exactly."""

from typing import Literal

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
from integraal.statistics.weighting.raking import largest_gap
from integraal.statistics.weighting.weights import Weights, kish

Distance = Literal["linear", "logit"]
_MOST_ROUNDS = 200


def calibrate(
    categories: Categories,
    margins: Margins,
    *,
    base_weights: ArrayLike | None = None,
    distance: Distance = "linear",
    bounds: tuple[float, float] = (0.3, 3.0),
    tolerance: float = 1e-10,
) -> Weights:
    """Weigh answers to margins by a distance (Deville and Sarndal 1992, JASA 87).

    Args:
        categories, margins: as for `rake`.
        base_weights: (n,) above zero; equal ones when left out.
        distance: "linear" has an answer at once but may give negative weights; "logit" keeps
            every weight between the bounds, as parts of the weight it began with.
        bounds: of the logit distance.
        tolerance: largest relative distance from a margin.

    Raises:
        ValueError: as for `rake`, or no weights within the bounds meet the margins.
    """
    variables = read_margins(categories, margins)
    base = known_weights(base_weights, variables[0].codes.size)
    base = base * (variables[0].totals.sum() / base.sum())
    if distance == "logit" and not 0 <= bounds[0] < 1 < bounds[1]:
        raise ValueError("Bounds must lie around one, such as 0.3 and 3 times the base weight.")
    table, totals = _table(variables)
    multipliers = np.zeros(totals.size)
    factors, slopes = _factors(table @ multipliers, distance, bounds)
    rounds = 0
    while largest_gap(variables, base * factors) > tolerance:
        rounds += 1
        if rounds > _MOST_ROUNDS:
            raise ValueError(
                "No weights within these bounds meet the margins. Widen the bounds or join "
                "categories."
            )
        missing = totals - table.T @ (base * factors)
        gram = np.asarray(table.T @ (table * (base * slopes)[:, None]))
        multipliers = multipliers + np.linalg.pinv(gram, hermitian=True) @ missing
        factors, slopes = _factors(table @ multipliers, distance, bounds)
    values = base * factors
    effect, effective = kish(values)
    return Weights(values, effect, effective, rounds, values, largest_gap(variables, values))


def _table(variables: tuple[Margin, ...]) -> tuple[Array, Array]:
    columns = [np.eye(one.totals.size)[one.codes] for one in variables]
    return np.hstack(columns), np.concatenate([one.totals for one in variables])


def _factors(line: Array, distance: Distance, bounds: tuple[float, float]) -> tuple[Array, Array]:
    """How each weight is multiplied, and how fast that changes along the line."""
    if distance == "linear":
        return 1 + line, np.ones_like(line)
    low, high = bounds
    scale = (high - low) / ((1 - low) * (high - 1))
    power = np.exp(np.clip(scale * line, -500, 500))
    below, above = high - 1, (1 - low) * power
    factors = (low * below + high * above) / (below + above)
    slopes = (factors - low) * (high - factors) / ((1 - low) * (high - 1))
    return factors, slopes
