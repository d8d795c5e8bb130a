"""Log-linear quasi-Poisson regression of many short series at once.

Iteration follows the usual rules for generalised linear models (McCullagh and Nelder 1989,
section 2.5): start at the counts plus 0.1, stop when the deviance changes by less than 1e-8 of
itself, at most 25 rounds. Dispersion, leverage and variance follow from the weights of the last
round, as R's `summary` and `hatvalues` have them.
"""

from dataclasses import dataclass

import numpy as np

from integraal.statistics.roots import Array
from integraal.statistics.surveillance.arrays import Flags, Places
from integraal.statistics.surveillance.levels import Design, Levels, term_pairs, weighted_levels

MAXIMUM_ROUNDS = 25
TOLERANCE = 1e-8
_SMALLEST_MEAN = float(np.finfo(np.float64).eps)
_LARGEST_LINEAR = 700.0  # exp of more is not a double


@dataclass(frozen=True, slots=True)
class Fit:
    """Fits of m series: fitted means (m, n), and what they say of the point tested (m,).

    Dispersion is Pearson's, held at one or above (nan without freedom); `leverage` is (m, n);
    `slope` is the trend divided by its standard error at dispersion one (nan without trend);
    `variance` is that of the logarithm of `expected` at dispersion one. Where a series says
    nothing of the group tested, `expected` is nan.
    """

    means: Array
    leverage: Array
    dispersion: Array
    freedom: Array
    expected: Array
    variance: Array
    slope: Array
    converged: Flags


def fit(design: Design, counts: Array, weights: Array, *, settled: bool = False) -> Fit:
    """Fit every row of `counts` (m, n); a weight of zero leaves a point out of its row.

    The dispersion divides squared residuals by the means of the last round, as R's `summary`
    does, or by those it settled on; they differ in the fifth digit.
    """
    means = counts + 0.1
    linear = np.log(means)
    deviance = _deviance(counts, means, weights)
    working = np.empty_like(means)
    converged = np.zeros(len(counts), dtype=np.bool_)
    open_rows: Places = np.arange(len(counts))
    for _ in range(MAXIMUM_ROUNDS):
        if not open_rows.size:
            break
        whole = open_rows.size == len(counts)
        rows = slice(None) if whole else open_rows
        seen, prior, mean = counts[rows], weights[rows], means[rows]
        work = prior * mean
        line = weighted_levels(design, work, linear[rows] + (seen - mean) / mean).line(design)
        line, mean, new = _within_reach(seen, prior, line, linear[rows])
        done = np.abs(new - deviance[rows]) < TOLERANCE * (np.abs(new) + 0.1)
        working[rows], linear[rows], means[rows], deviance[rows] = work, line, mean, new
        converged[rows] = done
        open_rows = open_rows[~done]
    spread = weights * means if settled else working
    return _summary(design, counts, weights, means, linear, working, spread, converged)


def _summary(
    design: Design,
    counts: Array,
    weights: Array,
    means: Array,
    linear: Array,
    working: Array,
    spread: Array,
    converged: Flags,
) -> Fit:
    """What follows from the last round, whose weights were reckoned before its step."""
    levels = weighted_levels(design, working, linear)
    kept = np.einsum("mii->mi", levels.inverse) > 0
    freedom = (
        np.count_nonzero(weights, axis=1)
        - np.count_nonzero(levels.totals, axis=1)
        - np.count_nonzero(kept, axis=1)
    ).astype(np.float64)
    relative = (counts - means) / means
    pearson = np.einsum("mn,mn,mn->m", spread, relative, relative)
    dispersion = np.divide(pearson, freedom, out=np.full(len(counts), np.nan), where=freedom > 0)
    known = levels.totals[:, design.test_group] > 0
    distance = design.test_terms - levels.centres[:, :, design.test_group]
    height = levels.heights[:, design.test_group] + levels.coefficients @ design.test_terms
    expected = np.exp(np.minimum(height, _LARGEST_LINEAR))
    variance = np.einsum("mi,mij,mj->m", distance, levels.inverse, distance)
    variance += 1 / np.where(known, levels.totals[:, design.test_group], 1.0)
    return Fit(
        means,
        _leverage(design, levels, working),
        np.maximum(dispersion, 1.0),
        freedom,
        np.where(known, np.maximum(expected, _SMALLEST_MEAN), np.nan),
        np.where(known, variance, np.nan),
        _slope(design, levels),
        converged,
    )


def _leverage(design: Design, levels: Levels, working: Array) -> Array:
    """How far each count pulls its own fitted mean: the diagonal of the hat matrix."""
    pull = (1 / np.where(levels.totals > 0, levels.totals, 1.0))[:, design.groups]
    away = design.terms.T - levels.centres[:, :, design.groups]
    for i, j in term_pairs(design.terms.shape[1]):
        factor = levels.inverse[:, i, j] * (1 if i == j else 2)
        pull += factor[:, None] * away[:, i] * away[:, j]
    pull *= working
    return pull


def _slope(design: Design, levels: Levels) -> Array:
    if not design.has_trend:
        return np.full(len(levels.totals), np.nan)
    size = levels.inverse[:, 0, 0]
    return levels.coefficients[:, 0] / np.sqrt(np.where(size > 0, size, 1.0))


def _within_reach(
    counts: Array, weights: Array, line: Array, previous: Array
) -> tuple[Array, Array, Array]:
    """Means and deviance of a step; a step too far is halved until it is finite."""
    for _ in range(MAXIMUM_ROUNDS):
        far = np.max(line, axis=1, initial=-np.inf) > _LARGEST_LINEAR
        if not far.any():
            break
        line = np.where(far[:, None], (line + previous) / 2, line)
    means = np.maximum(np.exp(np.minimum(line, _LARGEST_LINEAR)), _SMALLEST_MEAN)
    return line, means, _deviance(counts, means, weights)


def _deviance(counts: Array, means: Array, weights: Array) -> Array:
    """Twice the weighted distance between counts and means, per row."""
    ratio = np.maximum(counts / means, _SMALLEST_MEAN)
    np.log(ratio, out=ratio)
    ratio *= counts
    ratio -= counts
    ratio += means
    total: Array = 2 * np.einsum("mn,mn->m", weights, ratio)
    return total
