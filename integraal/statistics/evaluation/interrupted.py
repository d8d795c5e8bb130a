"""An interrupted series: did the level or the course change when the measure began?"""

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from integraal.statistics.evaluation.regression import Regression, regress
from integraal.statistics.inputs import DEFAULT_CONFIDENCE, tail_probability
from integraal.statistics.roots import Array

Season = Literal["months", "waves", "none"]
FEWEST_BEFORE = 36
FEWEST_AFTER = 6
FEWEST_CASES = 20
_LARGEST_LOG = 700.0  # exp of more is not a double


@dataclass(frozen=True, slots=True)
class Factor:
    """A factor with its interval and two-sided p-value; one is no change."""

    ratio: float
    lower: float
    upper: float
    p_value: float


@dataclass(frozen=True, slots=True)
class Interruption:
    """What changed at the start of a measure.

    Attributes:
        verdict: "fitted", or why nothing can be said: "too short", "too few" or "not estimable":
            the columns say the same twice, or there is not one case before or after, of which
            `before_after` can tell.
        level: factor at once, None unless fitted.
        slope: extra factor per month, None unless asked for and fitted.
        dispersion: one or more; NaN unless fitted.
        expected: (n,) fitted course as if the measure had not begun; NaN unless fitted.
        fitted: (n,) fitted course; NaN unless fitted.
        months_before, months_after: with a number.
    """

    verdict: Literal["fitted", "too short", "too few", "not estimable"]
    level: Factor | None
    slope: Factor | None
    dispersion: float
    expected: Array
    fitted: Array
    months_before: int
    months_after: int


def interrupted_series(
    counts: ArrayLike,
    *,
    start: int,
    frequency: int = 12,
    season: Season = "waves",
    slope: bool = False,
    trend: bool = True,
    exposures: ArrayLike | None = None,
    fewest_before: int = FEWEST_BEFORE,
    confidence: float = DEFAULT_CONFIDENCE,
) -> Interruption:
    """Fit a quasi-Poisson course with season, trend and a step at the start of a measure.

    After Bernal, Cummins and Gasparrini (2017, International Journal of Epidemiology 46).

    Args:
        counts: (n,) per month, zero or more; NaN where there is no number.
        start: zero-based index of the first month with the measure.
        frequency: months in a year.
        season: a level per month, two waves a year (fewer where a year has fewer than five
            parts), or none.
        slope: whether the course may bend as well as step.
        trend: whether there is a course over time at all.
        exposures: (n,) above zero; one where left out.
        fewest_before: months with a number that the course before must have.
        confidence: of the intervals.

    Raises:
        ValueError: counts below zero, another season, a start outside the series, or exposures
            that are not above zero.
    """
    series = np.asarray(counts, dtype=np.float64)
    if series.ndim != 1 or np.any(series < 0) or np.any(np.isinf(series)):
        raise ValueError("Counts must be one row of numbers of zero or more.")
    if season not in ("months", "waves", "none"):
        raise ValueError("The season is months, waves or none.")
    if not 0 < start < series.size:
        raise ValueError("The measure must begin after the first month and before the last.")
    times = np.ones(series.size) if exposures is None else np.asarray(exposures, dtype=np.float64)
    if times.shape != series.shape or not np.all(times > 0):
        raise ValueError("Exposures must be above zero, one for each month.")
    known = ~np.isnan(series)
    before, after = int(known[:start].sum()), int(known[start:].sum())
    if before < fewest_before or after < FEWEST_AFTER:
        return _nothing("too short", series.size, before, after)
    if series[known].sum() < FEWEST_CASES:
        return _nothing("too few", series.size, before, after)
    if min(np.nansum(series[:start]), np.nansum(series[start:])) == 0:
        # The step has no end then, and its margin would say that anything is possible.
        return _nothing("not estimable", series.size, before, after)
    columns, step, bend = _columns(series.size, start, frequency, season, slope, trend)
    found = regress(series[known], columns[known], times[known])
    if found is None or not found.converged:
        return _nothing("not estimable", series.size, before, after)
    tail = tail_probability(confidence)
    without = columns.copy()
    without[:, [step, *([bend] if bend is not None else [])]] = 0.0
    return Interruption(
        verdict="fitted",
        level=_factor(found, step, tail),
        slope=None if bend is None else _factor(found, bend, tail),
        dispersion=found.dispersion,
        expected=times * np.exp(without @ found.coefficients),
        fitted=times * np.exp(columns @ found.coefficients),
        months_before=before,
        months_after=after,
    )


def _columns(
    size: int, start: int, frequency: int, season: Season, slope: bool, trend: bool
) -> tuple[Array, int, int | None]:
    """The design, and which columns are the step and the bend."""
    time = np.arange(size, dtype=np.float64)
    since = time >= start
    columns = [np.ones(size), since.astype(np.float64)]
    bend = None
    if trend:
        columns.append((time - start) / frequency)
    if slope:
        bend = len(columns)
        columns.append(np.where(since, time - start, 0.0))
    if season == "months":
        columns += [(time % frequency == each).astype(np.float64) for each in range(1, frequency)]
    elif season == "waves":
        for wave in (1, 2):
            angle = 2 * np.pi * wave * time / frequency
            if 2 * wave <= frequency:
                columns.append(np.cos(angle))
            if 2 * wave < frequency:
                columns.append(np.sin(angle))
    return np.column_stack(columns), 1, bend


def _factor(found: Regression, column: int, tail: float) -> Factor:
    lower, upper = found.limits(column, tail)
    ratio, below, above = (
        math.exp(each) if each < _LARGEST_LOG else math.inf
        for each in (float(found.coefficients[column]), lower, upper)
    )
    return Factor(ratio, below, above, found.p_value(column))


def _nothing(
    verdict: Literal["too short", "too few", "not estimable"], size: int, before: int, after: int
) -> Interruption:
    empty = np.full(size, np.nan)
    return Interruption(verdict, None, None, math.nan, empty, empty.copy(), before, after)
