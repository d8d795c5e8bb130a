"""Iteratively reweighted least squares for log-linear trends, many series at once.

Started, stopped and summed up as statisticians' software does (Nelder and Wedderburn 1972):
from the counts plus 0.1, until the deviance moves by less than 1e-8 of itself, with standard
error and dispersion from the weights of the last round. So the figures are those that a reader
finds when repeating the fit elsewhere.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import special

from integraal.statistics.roots import Array

_MOST_ROUNDS = 25
_STILL = 1e-8


class Reweighted(NamedTuple):
    """Per series the slope, its standard error with dispersion 1, Pearson's chi-square, and
    whether the rounds came to rest."""

    slope: Array
    standard_error: Array
    chi_square: Array
    settled: NDArray[np.bool_]


def reweighted_fit(counts: Array, exposures: Array, moments: Array) -> Reweighted:
    """Fit rate = exp(level + slope * moment) to each series.

    Args:
        counts, exposures: (series, years); an exposure of zero leaves a year out.
        moments: (years,) around zero.

    Returns:
        What the last round gave; nan may stand where `settled` is False.
    """
    known = exposures > 0
    log_time = np.log(np.where(known, exposures, 1.0))
    mean = np.where(known, counts + 0.1, 0.0)
    deviance = _deviance(counts, mean)
    slope, error, chi_square = (np.full(deviance.shape, np.nan) for _ in range(3))
    moving = np.ones(deviance.shape, dtype=np.bool_)
    with np.errstate(all="ignore"):
        for _ in range(_MOST_ROUNDS):
            new_slope, new_error, new_mean = _round(counts, log_time, mean, moments)
            new_deviance = _deviance(counts, new_mean)
            excess = (counts - new_mean) / np.where(new_mean > 0, new_mean, 1.0)
            slope = np.where(moving, new_slope, slope)
            error = np.where(moving, new_error, error)
            chi_square = np.where(moving, np.sum(mean * excess**2, axis=-1), chi_square)
            change = np.abs(new_deviance - deviance) / (np.abs(new_deviance) + 0.1)
            mean = np.where(moving[:, None], new_mean, mean)
            deviance = np.where(moving, new_deviance, deviance)
            moving = moving & ~(change < _STILL)
            if not np.any(moving):
                break
    return Reweighted(slope, error, chi_square, ~moving & np.isfinite(slope + error + chi_square))


def _round(
    counts: Array, log_time: Array, mean: Array, moments: Array
) -> tuple[Array, Array, Array]:
    """One weighted least-squares fit; the weight of a year is what is expected of it."""
    known = mean > 0
    safe = np.where(known, mean, 1.0)
    response = np.log(safe) - log_time + (counts - mean) / safe
    total = mean.sum(axis=-1)
    middle = (mean @ moments) / total
    away = moments - middle[:, None]
    spread = np.sum(mean * away**2, axis=-1)
    slope = np.sum(mean * away * response, axis=-1) / spread
    level = np.sum(mean * response, axis=-1) / total
    fitted = level[:, None] + slope[:, None] * away + log_time
    return slope, 1 / np.sqrt(spread), np.where(known, np.exp(fitted), 0.0)


def _deviance(counts: Array, mean: Array) -> Array:
    deviance: Array = 2 * np.sum(special.kl_div(counts, mean), axis=-1)
    return deviance
