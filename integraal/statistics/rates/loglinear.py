"""The log-linear Poisson fit of many series at once, their levels profiled out.

Given its total, a series is a multinomial sample over the years with shares proportional to
exposure * exp(slope * year). Where reweighted least squares does not come to rest, the slope is
found on that likelihood: there the mean year under those shares equals that of the events.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from integraal.statistics.rates.reweighting import reweighted_fit
from integraal.statistics.roots import Array

_MOST_STEPS = 200


@dataclass(frozen=True, slots=True)
class LogLinear:
    """Fitted slopes, (series,), with what they were fitted to.

    Attributes:
        counts, exposures: (series, years); zero where nothing is known.
        moments: (years,) the years, moved and scaled to run from -1 to 1.
        unit: years per unit of the scaled moments.
        total: events per series.
        scaled_slope: per unit of the scaled moments; -inf or inf when all events fell in the
            first or the last known year, 0 where there are no events.
        scaled_error: its standard error with dispersion 1; nan where there is none.
        pearson: chi-square per degree of freedom; nan with fewer than three years.
    """

    counts: Array
    exposures: Array
    moments: Array
    unit: float
    total: Array
    scaled_slope: Array
    scaled_error: Array
    pearson: Array

    @classmethod
    def of(cls, counts: Array, exposures: Array, years: Array) -> "LogLinear":
        """Fit a slope to each series."""
        unit = (years[-1] - years[0]) / 2 if years.size > 1 else 1.0
        moments = (years - (years[0] + years[-1]) / 2) / unit if years.size else years
        total = counts.sum(axis=-1)
        slope, error, chi_square = _fitted(counts, exposures, moments)
        freedom = (exposures > 0).sum(axis=-1) - 2
        pearson = np.where(freedom > 0, chi_square / np.maximum(freedom, 1), np.nan)
        return cls(counts, exposures, moments, float(unit), total, slope, error, pearson)

    @property
    def is_separated(self) -> NDArray[np.bool_]:
        """Whether all events fell in the first or the last known year."""
        return np.isinf(self.scaled_slope)

    @property
    def slope(self) -> Array:
        """Per year; -inf or inf where separated."""
        return self.scaled_slope / self.unit

    @property
    def finite_slope(self) -> Array:
        """Per year; nan where there is none."""
        return np.where(np.isfinite(self.scaled_error), self.slope, np.nan)

    @property
    def standard_error(self) -> Array:
        """Of the slope per year, with dispersion 1."""
        return self.scaled_error / self.unit

    @property
    def rates(self) -> Array:
        """Events per unit of exposure, (series, years); 0 where nothing is known."""
        return self.counts / np.where(self.exposures > 0, self.exposures, 1.0)

    def only(self, rows: NDArray[np.bool_]) -> "LogLinear":
        """The fits of some of the series."""
        return LogLinear(
            self.counts[rows], self.exposures[rows], self.moments, self.unit,
            self.total[rows], self.scaled_slope[rows], self.scaled_error[rows],
            self.pearson[rows],
        )  # fmt: skip


def log_shares(slope: Array, exposures: Array, moments: Array) -> Array:
    """Logarithm of the share of its total that each year is expected to have; -inf if unknown."""
    known = exposures > 0
    log_weight = np.log(np.where(known, exposures, 1.0)) + slope[:, None] * moments
    log_weight = np.where(known, log_weight, -np.inf)
    top = np.max(log_weight, axis=-1, initial=-1e300, keepdims=True)
    scale = np.exp(log_weight - top).sum(axis=-1, keepdims=True)
    return log_weight - top - np.log(np.where(scale > 0, scale, 1.0))


def shares(slope: Array, exposures: Array, moments: Array) -> Array:
    """Share of its total that each year of a series is expected to have, given its slope."""
    share: Array = np.exp(log_shares(slope, exposures, moments))
    return share


def _fitted(counts: Array, exposures: Array, moments: Array) -> tuple[Array, Array, Array]:
    """Scaled slope, its error and Pearson's chi-square of each series."""
    total = counts.sum(axis=-1)
    slope, chi_square = np.zeros(total.shape), np.zeros(total.shape)
    error = np.full(total.shape, np.nan)
    first, last = (
        _all_in_first(counts, exposures),
        _all_in_first(counts[:, ::-1], exposures[:, ::-1]),
    )
    slope[first & ~last], slope[last & ~first] = -np.inf, np.inf
    inside = (total > 0) & ~first & ~last
    if np.any(inside):
        fit = reweighted_fit(counts[inside], exposures[inside], moments)
        slope[inside], error[inside], chi_square[inside], settled = fit
        restless = np.flatnonzero(inside)[~settled]
        if restless.size:
            slope[restless], error[restless], chi_square[restless] = _between_sure_ends(
                counts[restless], exposures[restless], moments
            )
    return slope, error, chi_square


def _all_in_first(counts: Array, exposures: Array) -> NDArray[np.bool_]:
    """Whether there are events, all of them in the first known year."""
    first = np.argmax(exposures > 0, axis=-1)
    total = counts.sum(axis=-1)
    in_first: NDArray[np.bool_] = counts[np.arange(total.size), first] == total
    return in_first & (total > 0)


def _between_sure_ends(
    counts: Array, exposures: Array, moments: Array
) -> tuple[Array, Array, Array]:
    """Newton steps that cannot leave a bracket: slow, and sure to end."""
    total = counts.sum(axis=-1)
    wanted = (counts @ moments) / total
    upper = farthest_slope(exposures, moments, total)
    lower, slope = -upper, np.zeros(total.shape)
    for _ in range(_MOST_STEPS):
        share = shares(slope, exposures, moments)
        mean = share @ moments
        variance = np.sum(share * (moments - mean[:, None]) ** 2, axis=-1)
        excess = mean - wanted
        lower, upper = np.where(excess <= 0, slope, lower), np.where(excess >= 0, slope, upper)
        tried = slope - excess / np.where(variance > 0, variance, 1.0)
        inside = (variance > 0) & (lower < tried) & (tried < upper)
        new = np.where(inside, tried, (lower + upper) / 2)
        settled = np.abs(new - slope) <= 1e-14 * (1 + np.abs(slope))
        slope = np.where(settled, slope, new)
        if np.all(settled):
            break
    expected = total[:, None] * shares(slope, exposures, moments)
    squares = (counts - expected) ** 2 / np.where(expected > 0, expected, 1.0)
    return slope, 1 / np.sqrt(total * variance), squares.sum(axis=-1)


def farthest_slope(exposures: Array, moments: Array, total: Array) -> Array:
    """A scaled slope that no likelihood of so many events comes near, unless it is infinite."""
    largest = np.max(exposures, axis=-1)
    smallest = np.min(np.where(exposures > 0, exposures, np.inf), axis=-1)
    farthest: Array = np.log(total * moments.size * largest / smallest) + 40
    return farthest / np.min(np.diff(moments))
