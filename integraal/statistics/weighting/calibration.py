"""Calibration: the weights nearest to those one began with that meet the margins exactly."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike
from scipy import special

from integraal.statistics.roots import Array
from integraal.statistics.weighting.margins import (
    Categories,
    Margin,
    Margins,
    known_weights,
    read_margins,
)
from integraal.statistics.weighting.raking import check_bounds, largest_gap
from integraal.statistics.weighting.weights import Weights, kish

Distance = Literal["linear", "logit"]
_MOST_ROUNDS = 200
_MOST_HALVINGS = 40
_ENOUGH = 1e-4
_SMALLEST_PART = 1e-12
_SMALLEST_SLOPE = 1e-6


@dataclass(frozen=True, slots=True)
class _Curve:
    """How each weight is multiplied, how fast that changes along the line, and its integral."""

    factors: Array
    slopes: Array
    integrals: Array


_Line = Callable[[Array], _Curve]


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
    if distance not in ("linear", "logit"):
        raise ValueError("The distance is linear or logit.")
    if distance == "logit":
        check_bounds(bounds)
    curve = _linear if distance == "linear" else _logit(bounds)
    near_enough = max(tolerance, base.size * np.finfo(np.float64).eps)
    found = _newton(variables, base, curve, near_enough)
    if found is None:
        raise ValueError(
            "No weights within these bounds meet the margins. Widen the bounds or join categories."
        )
    values, rounds = found
    return Weights(values, *kish(values), rounds, values, largest_gap(variables, values), base)


def _newton(
    variables: tuple[Margin, ...], base: Array, curve: _Line, near_enough: float
) -> tuple[Array, int] | None:
    """The weights, and the rounds taken; None when there are none.

    Newton's method on the dual, which is convex; each step is halved until the dual has fallen
    enough (Armijo 1966), without which narrow bounds throw it far off.
    """
    table, totals = _table(variables)
    multipliers = np.zeros(totals.size)
    at = curve(table @ multipliers)
    rounds = 0
    while largest_gap(variables, base * at.factors) > near_enough:
        rounds += 1
        if rounds > _MOST_ROUNDS:
            return None
        missing = totals - table.T @ (base * at.factors)
        gram = np.asarray(table.T @ (table * (base * at.slopes)[:, None]))
        step = np.linalg.pinv(gram, rcond=_SMALLEST_PART, hermitian=True) @ missing
        height = base @ at.integrals - totals @ multipliers
        for _ in range(_MOST_HALVINGS):
            at = curve(table @ (multipliers + step))
            fallen = height - base @ at.integrals + totals @ (multipliers + step)
            if fallen >= _ENOUGH * (missing @ step) or abs(fallen) <= 1e-14 * abs(height):
                break
            step = step / 2
        multipliers = multipliers + step
    return base * at.factors, rounds


def _table(variables: tuple[Margin, ...]) -> tuple[Array, Array]:
    columns = [np.eye(one.totals.size)[one.codes] for one in variables]
    return np.hstack(columns), np.concatenate([one.totals for one in variables])


def _linear(line: Array) -> _Curve:
    return _Curve(1 + line, np.ones_like(line), line + line**2 / 2)


def _logit(bounds: tuple[float, float]) -> _Line:
    """A logistic curve from bound to bound, with value and slope one at the start."""
    low, high = bounds
    width = high - low
    scale = width / ((1 - low) * (high - 1))
    start = math.log((1 - low) / (high - 1))

    def curve(line: Array) -> _Curve:
        place = scale * line + start
        part = special.expit(place)
        return _Curve(
            low + width * part,
            # Where all lie at a bound there would be no slope left to steer by.
            np.maximum(width * scale * part * (1 - part), _SMALLEST_SLOPE),
            low * line + width / scale * np.logaddexp(0, place),
        )

    return curve
