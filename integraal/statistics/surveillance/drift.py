"""A small lasting rise, found by adding up: CUSUM, and a likelihood ratio that seeks its start.

Both know what is expected and add up what exceeds it, so that a rise too small for one month
shows after several (Rossi, Lampugnani and Marchi, Statistics in Medicine 18 (1999) 2111-2122;
Höhle and Paul, Computational Statistics and Data Analysis 52 (2008) 4357-4368).
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike
from scipy import special

from integraal.statistics.inputs import checked_exposures
from integraal.statistics.roots import Array, increasing_root
from integraal.statistics.surveillance.arrays import Flags
from integraal.statistics.surveillance.counts import counts_over_time

Transform = Literal[
    "standard",
    "rossi",
    "anscombe",
    "anscombe2nd",
    "pearsonNegBin",
    "anscombeNegBin",
    "none",
]
TRANSFORMS: tuple[Transform, ...] = (
    *("standard", "rossi", "anscombe", "anscombe2nd", "none"),
    *("pearsonNegBin", "anscombeNegBin"),
)


@dataclass(frozen=True, slots=True)
class Sums:
    """The sum after each point, the count that would have been needed for an alarm, the alarm."""

    cusum: Array
    upper_bound: Array
    alarm: Flags


@dataclass(frozen=True, slots=True)
class Ratios:
    """Generalised likelihood ratio after each point, when the rise most likely began, alarm.

    `began` is a zero-based point in time, -1 where nothing exceeds the expectation.
    """

    statistic: Array
    began: Array
    alarm: Flags


def cusum(
    counts: ArrayLike,
    expected: ArrayLike,
    *,
    slack: float = 1.04,
    limit: float = 2.26,
    transform: Transform = "standard",
    overdispersion: float = 0.0,
    reset: bool = False,
) -> Sums:
    """One-sided CUSUM of standardised counts.

    Args:
        counts: (series, time) or (time,); a missing one (nan) leaves the sum as it was.
        expected: mean while nothing changes, above zero; one, one per series with a last axis
            of one, or one per point.
        slack: what is taken off each standardised count (k).
        limit: the sum that raises an alarm (h).
        transform: how a count is standardised. "standard" and "pearsonNegBin" divide by the
            standard deviation, "rossi" averages that with a square root, the "anscombe" ones
            use powers of two thirds; "none" takes the count itself.
        overdispersion: a in variance = mean + a * mean^2, above zero, for the "NegBin" ones.
        reset: whether the sum starts again at zero after an alarm.

    Returns:
        Sums of the shape of `counts`.

    Raises:
        ValueError: as for `counts_over_time`, or a setting is out of range.
    """
    if transform not in TRANSFORMS or slack < 0 or limit <= 0:
        raise ValueError("The transform must be known, the slack zero or more, the limit above.")
    if transform.endswith("NegBin") != (overdispersion > 0):
        raise ValueError("An overdispersion above zero belongs with the 'NegBin' transforms.")
    series = counts_over_time(counts, [])
    seen = series.counts.astype(np.float64)
    means = _means(expected, seen, np.shape(counts))
    steps = _standardised(np.nan_to_num(seen), means, transform, overdispersion) - slack
    steps = np.where(np.isnan(seen), 0.0, steps)
    sums, before, running = np.empty(seen.shape), np.empty(seen.shape), np.zeros(len(seen))
    for point in range(seen.shape[1]):
        before[:, point] = running
        sums[:, point] = running = np.maximum(running + steps[:, point], 0.0)
        if reset:
            running = np.where(running >= limit, 0.0, running)
    bound = _needed(limit + slack - before, means, transform, overdispersion)
    alarm, shape = (sums >= limit) & ~np.isnan(seen), np.shape(counts)
    return Sums(sums.reshape(shape), bound.reshape(shape), alarm.reshape(shape))


def _means(expected: ArrayLike, seen: Array, shape: tuple[int, ...]) -> Array:
    means = np.broadcast_to(checked_exposures(expected), shape).reshape(seen.shape)
    if np.any(means == 0):
        raise ValueError("What is expected must be above zero.")
    return means


def _standardised(counts: Array, means: Array, transform: Transform, spread: float) -> Array:
    root = np.sqrt(means)
    power, mean_power = np.cbrt(counts) ** 2, np.cbrt(means) ** 2
    if transform == "standard":
        return (counts - means) / root
    if transform == "rossi":
        rossi: Array = (counts - 3 * means + 2 * np.sqrt(counts * means)) / (2 * root)
        return rossi
    if transform == "anscombe":
        return 1.5 * (power - mean_power) / np.cbrt(root)
    if transform == "anscombe2nd":
        return 1.5 * (power - mean_power + 1 / (9 * np.cbrt(means))) / np.cbrt(root)
    if transform == "none":
        return counts
    variance = means + spread * means**2
    if transform == "pearsonNegBin":
        return (counts - means) / np.sqrt(variance)
    inner = np.cbrt(1 + spread * counts) ** 2 - np.cbrt(1 + spread * means) ** 2
    anscombe: Array = 3 * (inner / spread + power - mean_power) / (2 * variance ** (1 / 6))
    return anscombe


def _needed(target: Array, means: Array, transform: Transform, spread: float) -> Array:
    """The count whose standardised value reaches a target; zero where none is needed."""

    def short(counts: Array) -> Array:
        return _standardised(counts, means, transform, spread) - target

    none = np.zeros(means.shape)
    high = means + 1
    while np.any(short(high) < 0):
        high = 2 * high
    return np.where(short(none) >= 0, none, increasing_root(short, none, high))


def poisson_likelihood_ratio(
    counts: ArrayLike, expected: ArrayLike, *, limit: float = 5.0, reset: bool = True
) -> Ratios:
    """How much better a rise since some point explains the counts than the expectation does.

    Args:
        counts: (series, time) or (time,); a missing one (nan) does not take part.
        expected: mean while nothing changes, above zero, as for `cusum`.
        limit: the log likelihood ratio that raises an alarm.
        reset: whether counts up to an alarm are forgotten after it.

    Returns:
        Ratios of the shape of `counts`.

    Raises:
        ValueError: as for `counts_over_time`, or an expectation is not above zero.
    """
    if limit <= 0:
        raise ValueError("The limit must be above zero.")
    series = counts_over_time(counts, [])
    seen = series.counts.astype(np.float64)
    known = ~np.isnan(seen)
    means = np.where(known, _means(expected, seen, np.shape(counts)), 0.0)
    start = np.zeros((len(seen), 1))
    cases = np.concatenate([start, np.cumsum(np.nan_to_num(seen), axis=1)], axis=1)
    norm = np.concatenate([start, np.cumsum(means, axis=1)], axis=1)
    statistic, began = np.zeros(seen.shape), np.full(seen.shape, -1.0)
    since = np.zeros(len(seen), dtype=np.int64)
    for point in range(seen.shape[1]):
        more = cases[:, [point + 1]] - cases[:, : point + 1]
        wanted = norm[:, [point + 1]] - norm[:, : point + 1]
        ratio = np.where(more > wanted, special.rel_entr(more, wanted) - more + wanted, 0.0)
        ratio[np.arange(point + 1) < since[:, None]] = 0.0
        best = np.argmax(ratio, axis=1)
        statistic[:, point] = np.take_along_axis(ratio, best[:, None], axis=1)[:, 0]
        began[:, point] = np.where(statistic[:, point] > 0, best, -1)
        if reset:
            since = np.where(statistic[:, point] >= limit, point + 1, since)
    shape = np.shape(counts)
    alarm = (statistic >= limit) & known
    return Ratios(statistic.reshape(shape), began.reshape(shape), alarm.reshape(shape))
