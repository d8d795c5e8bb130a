"""Poisson-gamma empirical Bayes: the relative risks of areas, drawn towards their mean.

Each area has a true relative risk, drawn from one gamma distribution; its count is Poisson.
The two numbers of that distribution are found by maximum likelihood from all areas together
(the counts are then negative binomial); given them, the risk of each area is again gamma
(Clayton and Kaldor 1987).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import special

from integraal.statistics.inputs import DEFAULT_CONFIDENCE, known_pairs, tail_probability
from integraal.statistics.roots import Array, increasing_root

# Between these variances of the relative risk the top of the likelihood is looked for.
_LOG_LEAST, _LOG_MOST = np.log(1e-10), np.log(1e8)
_LARGE = 1e4  # shapes above this use the asymptotic digamma, which loses no digits


@dataclass(frozen=True, slots=True)
class PoissonGamma:
    """Smoothed relative risks; (..., areas) unless said otherwise.

    Attributes:
        alpha, beta: (...) shape and rate of the gamma distribution of the true risks; inf where
            the areas do not differ more than by chance.
        mean: (...) its mean: alpha / beta.
        varies: (...) whether the areas differ more than by chance. Where they do not, every area
            gets the mean, with the uncertainty of that mean.
        relative_risk: posterior mean; nan where an area has no figure or nothing is expected.
        lower, upper: limits of the posterior with the asked confidence.
        probability_above: posterior probability of a risk above 1.
        shape, rate: of the gamma posterior of each area.
    """

    alpha: Array
    beta: Array
    mean: Array
    varies: NDArray[np.bool_]
    relative_risk: Array
    lower: Array
    upper: Array
    probability_above: Array
    shape: Array
    rate: Array

    def probability_of_exceeding(self, ratio: float) -> Array:
        """Posterior probability that the risk of each area exceeds a ratio of zero or more."""
        return np.asarray(special.gammaincc(self.shape, ratio * self.rate))


def poisson_gamma(
    counts: ArrayLike, expected: ArrayLike, *, confidence: float = DEFAULT_CONFIDENCE
) -> PoissonGamma:
    """Smooth the ratios of counts to what was expected, towards the mean of all areas.

    Args:
        counts: (..., areas) events; nan where there is no figure.
        expected: broadcast: what the rate of the yardstick gives for each area. With exposures
            in their place the risks are rates.
        confidence: probability that the interval of an area holds its risk, between 0 and 1.

    Returns:
        Posterior means and limits. Alpha and beta are taken as known, so with few areas the
        limits are somewhat narrow.

    Raises:
        ValueError: a number is negative, something was counted where nothing is expected, or
            the confidence is not between 0 and 1.
    """
    tail = tail_probability(confidence)
    seen, hoped, known = known_pairs(counts, expected)
    if seen.ndim == 0:
        raise ValueError("Smoothing needs a row of areas.")
    rows = (-1, seen.shape[-1]) if seen.size else (int(np.prod(seen.shape[:-1])), seen.shape[-1])
    alpha, mean = _most_likely(seen.reshape(rows), hoped.reshape(rows))
    alpha, mean = alpha.reshape(seen.shape[:-1]), mean.reshape(seen.shape[:-1])
    varies = np.isfinite(alpha)
    with np.errstate(divide="ignore", invalid="ignore"):
        beta = np.where(varies, alpha / mean, np.inf)
    finite = varies[..., None]
    total, of_all = seen.sum(axis=-1, keepdims=True), hoped.sum(axis=-1, keepdims=True)
    prior = np.where(finite, alpha[..., None], 1.0), np.where(finite, beta[..., None], 1.0)
    # Without variation all areas share one risk, whose posterior has Jeffreys' prior.
    shape = np.where(known, np.where(finite, prior[0] + seen, total + 0.5), np.nan)
    rate = np.where(known, np.where(finite, prior[1] + hoped, of_all), np.nan)
    risk = np.where(finite, shape / rate, np.where(known, mean[..., None], np.nan))
    lower = special.gammaincinv(shape, tail) / rate
    lower = np.where(known & (total == 0), 0.0, lower)
    upper = special.gammainccinv(shape, tail) / rate
    above = special.gammaincc(shape, rate)
    return PoissonGamma(alpha, beta, mean, varies, risk, lower, upper, above, shape, rate)


def _most_likely(counts: Array, expected: Array) -> tuple[Array, Array]:
    """Alpha and mean per series; alpha is inf where nothing beyond chance is seen."""
    total, of_all = counts.sum(axis=-1), expected.sum(axis=-1)
    mean = np.where(of_all > 0, total / np.where(of_all > 0, of_all, 1.0), np.nan)
    alpha = np.full(total.shape, np.inf)
    fitted = expected * np.where(np.isnan(mean), 0.0, mean)[:, None]
    # The slope of the likelihood where variation begins: is there more than chance gives?
    varies = np.sum((counts - fitted) ** 2 - counts, axis=-1) > 0
    if np.any(varies):
        alpha[varies], mean[varies] = _top(counts[varies], expected[varies])
    return alpha, mean


def _top(counts: Array, expected: Array) -> tuple[Array, Array]:
    """Where the likelihood, with the best mean for each alpha, does not change any more."""
    ends = np.full(counts.shape[:1], _LOG_LEAST), np.full(counts.shape[:1], _LOG_MOST)
    log_variance = increasing_root(
        lambda tried: _slope_in_alpha(counts, expected, np.exp(-tried)), *ends
    )
    alpha = np.exp(-log_variance)
    return alpha, _best_mean(counts, expected, alpha)


def _best_mean(counts: Array, expected: Array, alpha: Array) -> Array:
    """The mean for which the weighted counts equal the weighted expectations."""
    some = expected > 0
    ratio = counts / np.where(some, expected, 1.0)
    least = np.min(np.where(some, ratio, np.inf), axis=-1)
    most = np.max(np.where(some, ratio, -np.inf), axis=-1)

    def excess(mean: Array) -> Array:
        fitted = mean[:, None] * expected
        return np.sum((fitted - counts) / (1 + fitted / alpha[:, None]), axis=-1)

    return increasing_root(excess, least, most)


def _slope_in_alpha(counts: Array, expected: Array, alpha: Array) -> Array:
    """Slope of the negative binomial likelihood in alpha at the best mean, scaled."""
    shape = alpha[:, None]
    fitted = _best_mean(counts, expected, alpha)[:, None] * expected
    slope = (
        _digamma_step(shape, counts)
        - np.log1p(fitted / shape)
        + (fitted - counts) / (shape + fitted)
    )
    return np.sum(slope, axis=-1) * alpha * (1 + alpha)  # keeps its size where it is nearly flat


def _digamma_step(shape: Array, counts: Array) -> Array:
    """Digamma of shape + count minus digamma of shape, without losing digits when it is small."""
    after = shape + counts
    large = (
        np.log1p(counts / shape)
        + counts / (2 * shape * after)
        + counts * (shape + after) / (12 * shape**2 * after**2)
    )
    return np.where(shape > _LARGE, large, special.digamma(after) - special.digamma(shape))
