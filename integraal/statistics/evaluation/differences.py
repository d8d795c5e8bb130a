"""Difference in differences: did it go otherwise here than where the measure was not taken?"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import special

from integraal.statistics.inputs import DEFAULT_CONFIDENCE, tail_probability
from integraal.statistics.roots import Array

FEWEST_CONTROLS = 20
"""With fewer comparable municipalities the smallest possible placebo p is above 0.05."""
_MOST_ROUNDS = 50
_MOST_SWEEPS = 2_000


@dataclass(frozen=True, slots=True)
class Difference:
    """The change in the treated area divided by that in the others.

    Attributes:
        ratio: of ratios; after over before here, divided by the same elsewhere.
        lower, upper: by the quasi-Poisson error; they take each area and month as one draw. NaN,
            as every error and p-value but the placebo's, for one other area in two periods.
        p_value: of that error, by Student's t.
        placebo_p: share of all areas, the treated one included, whose own change stands out at
            least as much when each in turn is taken for the treated one; areas without any case
            are left out. This one counts: the other errors know nothing of how areas drift apart
            by themselves.
        placebo_ratios: (areas,) those changes, the treated area first as given; NaN where an
            area has no cases on one of its sides.
        beta, standard_error, cluster_error: of the log of the ratio; the last by area
            (HC0 with the usual correction for the number of areas).
        dispersion: never below one.
        controls: how many other areas.
    """

    ratio: float
    lower: float
    upper: float
    p_value: float
    placebo_p: float
    placebo_ratios: Array
    beta: float
    standard_error: float
    cluster_error: float
    dispersion: float
    controls: int


def difference_in_differences(
    counts: ArrayLike,
    *,
    treated: ArrayLike,
    after: ArrayLike,
    exposures: ArrayLike = 1.0,
    confidence: float = DEFAULT_CONFIDENCE,
) -> Difference:
    """Compare the change in one or more treated areas with that in comparable ones.

    A log-linear model with a level per area, a level per period and one factor for treated
    areas after the start; its fit is found by adjusting rows, columns and that cell in turn
    (Deming and Stephan 1940). The placebo p-value follows Abadie, Diamond and Hainmueller
    (2010), on the log of the ratio of ratios.

    Args:
        counts: (areas, periods) of zero or more, complete.
        treated: (areas,) of booleans; at least one true and one false.
        after: (periods,) of booleans; at least one true and one false.
        exposures: above zero, broadcast against the counts.
        confidence: of the interval.

    Raises:
        ValueError: shapes that do not fit, counts below zero, or no area or period on a side.
    """
    seen, treats, later, times = _checked(counts, treated, after, exposures)
    factor = np.outer(treats, later).astype(np.float64)
    fitted = _fit(seen, times, factor)
    beta, mean, alone = fitted.beta, fitted.mean, fitted.alone
    freedom = seen.size - sum(seen.shape)
    pearson = float((fitted.weights * ((seen - mean) / mean) ** 2).sum())
    dispersion = max(pearson / freedom, 1.0) if freedom > 0 else math.nan
    information = float((fitted.weights * alone**2).sum())
    error = math.sqrt(dispersion / information)
    scores = (alone * (seen - mean)).sum(axis=1)
    areas = seen.shape[0]
    cluster = math.sqrt(float((scores**2).sum()) * areas / (areas - 1)) / information
    away = -float(special.stdtrit(freedom, tail_probability(confidence))) * error
    if freedom <= 0:
        cluster = math.nan
    placebo = _placebo(seen, times, later)
    has_cases = seen.sum(axis=1) > 0
    return Difference(
        ratio=math.exp(beta),
        lower=math.exp(beta - away),
        upper=math.exp(beta + away),
        p_value=float(2 * special.stdtr(freedom, -abs(beta) / error)),
        placebo_p=_placebo_p(placebo[~treats & has_cases], math.exp(beta)),
        placebo_ratios=placebo,
        beta=beta,
        standard_error=error,
        cluster_error=cluster,
        dispersion=dispersion,
        controls=int((~treats).sum()),
    )


def _checked(
    counts: ArrayLike, treated: ArrayLike, after: ArrayLike, exposures: ArrayLike
) -> tuple[Array, NDArray[np.bool_], NDArray[np.bool_], Array]:
    seen = np.asarray(counts, dtype=np.float64)
    treats, later = np.asarray(treated), np.asarray(after)
    if seen.ndim != 2 or not np.all(np.isfinite(seen) & (seen >= 0)):
        raise ValueError("Counts must be a complete table of numbers of zero or more.")
    if treats.dtype != np.bool_ or later.dtype != np.bool_:
        raise ValueError("Say with True and False which areas and periods are treated.")
    if treats.shape != seen.shape[:1] or later.shape != seen.shape[1:]:
        raise ValueError("There must be one mark for each area and one for each period.")
    if not (treats.any() and (~treats).any() and later.any() and (~later).any()):
        raise ValueError("Both sides need an area, and both need a period.")
    times = np.broadcast_to(np.asarray(exposures, dtype=np.float64), seen.shape)
    if not np.all(np.isfinite(times) & (times > 0)):
        raise ValueError("Exposures must be above zero.")
    cells = [seen[np.ix_(rows, columns)].sum() for rows in (treats, ~treats)
             for columns in (later, ~later)]  # fmt: skip
    if min(cells) == 0:
        raise ValueError("Without any case on one of the sides there is no ratio to compare.")
    return seen, treats, later, times


@dataclass(frozen=True, slots=True)
class _Fit:
    """The fit of the factor, as the last round of reweighting left it.

    Attributes:
        beta: log of the factor.
        mean: fitted counts.
        weights: of the last round.
        alone: what is left of the factor when the levels of areas and periods are taken out.
    """

    beta: float
    mean: Array
    weights: Array
    alone: Array


def _fit(seen: Array, times: Array, factor: Array) -> _Fit:
    """Iteratively reweighted least squares, with the levels swept out in every round.

    Started and stopped as is usual for generalised linear models, so that errors are those of
    the last round (McCullagh and Nelder 1989, section 2.5).
    """
    offset = np.log(times)
    mean, deviance = seen + 0.1, np.inf
    for _ in range(_MOST_ROUNDS):
        weights = mean
        response = np.log(mean) - offset + (seen - mean) / mean
        alone, rest = _swept(factor, weights), _swept(response, weights)
        beta = float((weights * alone * rest).sum() / (weights * alone**2).sum())
        mean = np.exp(np.clip(response - (rest - beta * alone) + offset, -30, 300))
        new = 2 * float((special.xlogy(seen, seen / mean) - (seen - mean)).sum())
        if abs(new - deviance) < 1e-8 * (abs(new) + 0.1):
            break
        deviance = new
    return _Fit(beta, mean, weights, alone)


def _swept(values: Array, weights: Array) -> Array:
    """What is left of values when the weighted levels of areas and periods are taken out."""
    left = values - _mean(values, weights, 1)[:, None]
    for _ in range(_MOST_SWEEPS):
        columns = _mean(left, weights, 0)
        left = left - columns
        rows = _mean(left, weights, 1)
        left = left - rows[:, None]
        if max(np.abs(columns).max(), np.abs(rows).max()) <= 1e-13:
            break
    return left


def _mean(values: Array, weights: Array, axis: int) -> Array:
    total = weights.sum(axis=axis)
    return np.divide((values * weights).sum(axis=axis), total, out=np.zeros_like(total),
                     where=total > 0)  # fmt: skip


def _placebo(seen: Array, times: Array, later: NDArray[np.bool_]) -> Array:
    """The ratio of ratios of each area against all the others together."""
    after = seen[:, later].sum(axis=1) / times[:, later].sum(axis=1)
    before = seen[:, ~later].sum(axis=1) / times[:, ~later].sum(axis=1)
    own = np.divide(after, before, out=np.full(after.shape, np.nan), where=before > 0)
    pooled = np.empty(own.shape)
    for area in range(own.size):
        others = np.arange(own.size) != area
        new = seen[np.ix_(others, later)].sum() / times[np.ix_(others, later)].sum()
        old = seen[np.ix_(others, ~later)].sum() / times[np.ix_(others, ~later)].sum()
        pooled[area] = new / old if old > 0 else np.nan
    found: Array = np.where(own > 0, own, np.nan) / pooled
    return found


def _placebo_p(others: Array, ratio: float) -> float:
    size = abs(math.log(ratio))
    # An area that fell to nothing stands out without end, so it counts against the measure.
    apart = np.where(np.isnan(others), np.inf, np.abs(np.log(np.where(others > 0, others, 1.0))))
    return float((1 + np.sum(apart >= size - 1e-12)) / (1 + others.size))
