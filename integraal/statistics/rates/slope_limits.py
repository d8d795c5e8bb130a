"""Limits of a log-linear slope where the bell shape around its top is not trusted."""

import numpy as np

from integraal.statistics.rates.loglinear import LogLinear, farthest_slope, log_shares
from integraal.statistics.roots import Array, increasing_root

_MOST_DOUBLINGS = 60


def profile_limits(fit: LogLinear, phi: Array, quantile: Array) -> tuple[Array, Array, Array]:
    """The slopes that the likelihood does not refuse (Venzon and Moolgavkar 1988).

    Args:
        fit: series with a finite slope and at least one event.
        phi: dispersion per series; deviances are divided by it.
        quantile: how many standard errors the limits lie from the top, on the scale of the
            root of the deviance.

    Returns:
        Lower and upper slope per year, and the root of the deviance of no slope at all.
    """
    top = _log_likelihood(fit, fit.scaled_slope)

    def distance(slope: Array) -> Array:
        drop = 2 * (top - _log_likelihood(fit, slope)) / phi
        return np.sqrt(np.maximum(drop, 0.0))

    def limit(sign: float) -> Array:
        step = quantile * np.sqrt(phi) * fit.scaled_error
        for _ in range(_MOST_DOUBLINGS):
            short = distance(fit.scaled_slope + sign * step) < quantile
            if not np.any(short):
                break
            step = np.where(short, 2 * step, step)
        found = increasing_root(
            lambda away: distance(fit.scaled_slope + sign * away) - quantile,
            np.zeros(step.shape),
            step,
        )
        return (fit.scaled_slope + sign * found) / fit.unit

    return limit(-1.0), limit(1.0), distance(np.zeros(top.shape))


def exact_limits(fit: LogLinear, tail: float) -> tuple[Array, Array, Array]:
    """Conditional mid-p limits of series whose events all fell in the first or the last year.

    The probability that all events fall there, given their number, is a share to a power; half
    of it is counted, as in a comparison of two counts.

    Returns:
        Lower and upper slope per year, the one -inf or the other inf, and the p-value.
    """
    sign = np.sign(fit.scaled_slope)
    rows = np.arange(sign.size)
    place = np.argmax(fit.counts > 0, axis=-1)

    def log_probability(steepness: Array) -> Array:
        shares = log_shares(sign * steepness, fit.exposures, fit.moments)
        return fit.total * shares[rows, place]

    farthest = farthest_slope(fit.exposures, fit.moments, fit.total)
    limit = increasing_root(
        lambda steepness: log_probability(steepness) - np.log(2 * tail), -farthest, farthest
    )
    lower = np.where(sign > 0, limit, -np.inf) / fit.unit
    upper = np.where(sign > 0, np.inf, -limit) / fit.unit
    return lower, upper, np.exp(log_probability(np.zeros(sign.shape)))


def _log_likelihood(fit: LogLinear, slope: Array) -> Array:
    """Of the years, given the total of the series."""
    log_share = log_shares(slope, fit.exposures, fit.moments)
    total: Array = np.sum(fit.counts * np.where(fit.counts > 0, log_share, 0.0), axis=-1)
    return total
