"""Slow and obvious second implementations for funnels and smoothed rates, one area at a time."""

import math
import statistics

from scipy import integrate, optimize, stats


def funnel_limit(expected, probability):
    """Spiegelhalter's interpolated limit, counting up from zero."""
    count, up_to, before = 0, stats.poisson.cdf(0, expected), 0.0
    while up_to < probability:
        count += 1
        before, up_to = up_to, stats.poisson.cdf(count, expected)
    return max(count - (up_to - probability) / (up_to - before), 0.0) / expected


def funnel_variance(counts, exposures, share):
    """Winsorised phi and tau squared of one kind of area."""
    rate = sum(counts) / sum(exposures)
    expected = [rate * exposure for exposure in exposures]
    z = [(count - mean) / math.sqrt(mean) for count, mean in zip(counts, expected, strict=True)]
    low, high = quantile(z, share), quantile(z, 1 - share)
    phi = statistics.fmean(min(max(each, low), high) ** 2 for each in z)
    room = sum(expected) - sum(mean**2 for mean in expected) / sum(expected)
    return phi, max(0.0, (len(z) * phi - (len(z) - 1)) / room)


def quantile(values, share):
    rising = sorted(values)
    place = (len(rising) - 1) * share
    below = math.floor(place)
    above = min(below + 1, len(rising) - 1)
    return rising[below] + (place - below) * (rising[above] - rising[below])


def negative_binomial(counts, expected):
    """Alpha and beta at the top of the likelihood, by a search that knows no derivative."""

    def minus_log_likelihood(point):
        alpha, mean = math.exp(point[0]), math.exp(point[1])
        return -sum(
            stats.nbinom.logpmf(count, alpha, alpha / (alpha + mean * hoped))
            for count, hoped in zip(counts, expected, strict=True)
        )

    start = [0.5, math.log(sum(counts) / sum(expected))]
    options = {"xatol": 1e-9, "fatol": 1e-13, "maxiter": 5000, "maxfev": 5000}
    best = optimize.minimize(minus_log_likelihood, start, method="Nelder-Mead", options=options)
    return math.exp(best.x[0]), math.exp(best.x[0] - best.x[1]), -best.fun


def posterior(count, expected, alpha, beta, ratio):
    """Mean, and probability above a ratio, by numerical integration of prior times likelihood."""

    def weight(risk):
        return stats.gamma.pdf(risk, alpha, scale=1 / beta) * stats.poisson.pmf(
            count, risk * expected
        )

    top = 40 * max(alpha / beta, (count + 1) / expected)
    points = [alpha / beta, (count + alpha) / (expected + beta), ratio]
    whole, mean = (
        integrate.quad(lambda r, p=power: r**p * weight(r), 0, top, points=points, limit=500)[0]
        for power in (0, 1)
    )
    above = integrate.quad(weight, ratio, top, points=points[:2], limit=500)[0]
    return mean / whole, above / whole


def marshall(counts, exposures, places):
    """Mean and variance of the rates of some areas, by Marshall's moments."""
    events, people = sum(counts[i] for i in places), sum(exposures[i] for i in places)
    mean = events / people
    spread = sum(exposures[i] * (counts[i] / exposures[i] - mean) ** 2 for i in places) / people
    return mean, max(0.0, spread - mean / (people / len(places)))


def drawn_in(count, exposure, mean, variance):
    both = variance + mean / exposure
    return mean + (variance / both if both else 0.0) * (count / exposure - mean)
