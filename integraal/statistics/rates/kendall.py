"""Kendall's tau against time: do later years lie above earlier ones, whatever the distances."""

import functools
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import special

from integraal.statistics.roots import Array

_EXACT_BELOW = 50  # years; with more, or with ties, the normal distribution serves


@dataclass(frozen=True, slots=True)
class Kendall:
    """Kendall's tau-b and its two-sided p-value; nan where all values are equal."""

    tau: Array
    p_value: Array


def kendall_over_time(values: Array, known: NDArray[np.bool_]) -> Kendall:
    """Kendall's rank correlation of series with time (Kendall 1938; ties: 1945).

    Args:
        values: (series, years), in order of time.
        known: the same shape; the other years do not take part.

    Returns:
        Tau-b per series. Without ties the p-value is exact, twice the smaller tail; with ties
        it is that of a normal distribution with the variance corrected for them.
    """
    score, equals = _concordance(values, known)
    size = known.sum(axis=-1)
    pairs = size * (size - 1) / 2
    tied = equals.sum(axis=-1) / 2
    variance = (
        size * (size - 1) * (2 * size + 5)
        - np.sum(np.where(known, equals * (equals + 1) * (2 * equals + 7), 0) / (equals + 1), -1)
    ) / 18
    varied = pairs > tied
    untied = np.where(varied, pairs * (pairs - tied), 1.0)
    tau = np.where(varied, score / np.sqrt(untied), np.nan)
    distance = score / np.sqrt(np.where(varied, variance, 1.0))
    p_value = np.where(varied, 2 * special.ndtr(-np.abs(distance)), np.nan)
    for years in np.unique(size[(tied == 0) & varied & (size < _EXACT_BELOW)]).tolist():
        rows = (tied == 0) & (size == years)
        discordant = np.rint((pairs[rows] - score[rows]) / 2).astype(np.int64)
        p_value[rows] = _exact_p(years)[discordant]
    return Kendall(tau, p_value)


def _concordance(values: Array, known: NDArray[np.bool_]) -> tuple[Array, Array]:
    """Concordant minus discordant pairs per series; per year how many others equal it."""
    score = np.zeros(values.shape[:-1])
    equals = np.zeros(values.shape)
    for later in range(values.shape[-1]):
        for earlier in range(later):
            both = known[..., later] & known[..., earlier]
            sign = np.where(both, np.sign(values[..., later] - values[..., earlier]), 0)
            score += sign
            same = both & (sign == 0)
            equals[..., later] += same
            equals[..., earlier] += same
    return score, equals


@functools.lru_cache(maxsize=_EXACT_BELOW)
def _exact_p(size: int) -> Array:
    """Two-sided p-value by number of discordant pairs, all orders being as likely."""
    probability = np.ones(1)
    for each in range(2, size + 1):
        probability = np.convolve(probability, np.full(each, 1 / each))
    at_most = np.cumsum(probability)
    return np.minimum(2 * np.minimum(at_most, at_most[::-1]), 1.0)
