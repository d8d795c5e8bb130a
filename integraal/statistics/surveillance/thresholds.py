"""From an expectation and its spread to an upper bound, and to the chance of what was seen."""

from typing import Literal

import numpy as np
from scipy import special

from integraal.statistics.roots import Array

Bound = Literal["nbPlugin", "muan", "delta"]
Power = Literal["2/3", "1/2", "none"]
BOUNDS: tuple[Bound, ...] = ("nbPlugin", "muan", "delta")
POWERS: dict[Power, float] = {"2/3": 2 / 3, "1/2": 1 / 2, "none": 1.0}

_LARGEST_EXACT_MEAN = 1e7  # above it a count is as good as continuous
_LARGEST_MEAN = 1e15
_LARGEST_SPREAD = 30.0  # of the logarithm: such a fit says nothing
_POISSON_FROM = 1e-9  # a smaller excess of the dispersion over one cannot be told from none


def upper_bound(
    expected: Array, variance: Array, dispersion: Array, *, alpha: float, bound: Bound, power: Power
) -> Array:
    """The count that is exceeded with probability alpha if nothing changed.

    Args:
        expected, variance: expected count (m,), and the variance of its logarithm.
        dispersion: variance over mean of a count, at least one.
        alpha: one-sided probability.
        bound: "nbPlugin" takes the expectation as known; "muan" takes the upper limit of its
            one-sided interval (both Noufaily and others 2013); "delta" adds its uncertainty on a
            scale on which counts are about normal (Farrington and others 1996).
        power: that scale, for "delta".
    """
    if bound == "nbPlugin":
        return count_quantile(expected, dispersion, alpha)
    deviate = -special.ndtri(alpha)
    if bound == "muan":
        spread = np.minimum(np.sqrt(variance), _LARGEST_SPREAD)
        return count_quantile(expected * np.exp(deviate * spread), dispersion, alpha)
    exponent = POWERS[power]
    total = expected * dispersion + expected**2 * variance
    relative = exponent * deviate * np.sqrt(total) / expected
    limit: Array = expected * np.maximum(1 + relative, 0.0) ** (1 / exponent)
    return limit


def chance_of_at_least(counts: Array, means: Array, dispersion: Array) -> Array:
    """P(X >= count) for a negative binomial X (Poisson at dispersion one)."""
    return _chance_above(counts - 1, means, dispersion)


def count_quantile(means: Array, dispersion: Array, alpha: float) -> Array:
    """The smallest count that is exceeded with probability alpha at most; (m,) in, (m,) out.

    Found by halving between whole numbers. Above a mean of 1e7 a quantile of the normal
    distribution is used, and a mean without bound gives a bound of infinity.
    """
    deviate = -special.ndtri(alpha)
    limit: Array = np.where(np.isnan(means), np.nan, np.inf)
    large = (means > _LARGEST_EXACT_MEAN) & (means <= _LARGEST_MEAN)
    limit[large] = np.ceil(means[large] + deviate * np.sqrt(means[large] * dispersion[large]))
    exact = means <= _LARGEST_EXACT_MEAN
    limit[exact] = _by_halving(means[exact], dispersion[exact], alpha, deviate)
    return limit


def _by_halving(means: Array, dispersion: Array, alpha: float, deviate: float) -> Array:
    spread = np.sqrt(means * dispersion)
    low = np.full(means.shape, -1.0)
    near = np.ceil(means + abs(deviate) * spread + deviate**2 * dispersion)
    high = near
    short = _chance_above(high, means, dispersion) > alpha
    while short.any():
        low, high = np.where(short, high, low), np.where(short, 2 * high + 1, high)
        short = _chance_above(high, means, dispersion) > alpha
    while True:
        middle = np.floor((low + high) / 2)
        if np.all(middle <= low):
            return high
        enough = _chance_above(middle, means, dispersion) <= alpha
        low, high = np.where(enough, low, middle), np.where(enough, middle, high)


def _chance_above(counts: Array, means: Array, dispersion: Array) -> Array:
    """P(X > count): an incomplete gamma or beta function, exact in the tail."""
    excess = dispersion - 1
    plain = excess < _POISSON_FROM
    some = counts >= 0
    next_count = np.where(some, counts, 0.0) + 1
    chance = special.gammainc(next_count, means)
    wide = np.flatnonzero(~plain)
    if wide.size:
        size = means[wide] / excess[wide]
        share = excess[wide] / dispersion[wide]
        chance[wide] = special.betainc(next_count[wide], size, share)
    return np.where(some, chance, 1.0)
