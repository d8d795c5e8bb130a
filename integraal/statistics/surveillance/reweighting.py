"""Fit, weigh down earlier outbreaks, fit again, and decide whether a trend may stay."""

from dataclasses import dataclass

import numpy as np
from scipy import special

from integraal.statistics.roots import Array
from integraal.statistics.surveillance.arrays import Flags, Places
from integraal.statistics.surveillance.baseline import Baseline
from integraal.statistics.surveillance.levels import Design, design_of
from integraal.statistics.surveillance.regression import Fit, fit


@dataclass(frozen=True, slots=True)
class Rules:
    """From which residual on a count is weighed down, when a trend is kept, which dispersion."""

    reweight_threshold: float
    trend: bool
    trend_threshold: float
    settled_dispersion: bool = False


@dataclass(frozen=True, slots=True)
class Expectations:
    """Per row: expectation, variance of its logarithm, dispersion of at least one; nan: none."""

    expected: Array
    variance: Array
    dispersion: Array
    trend_used: Flags


def expectations(baseline: Baseline, rules: Rules, counts: Array, weights: Array) -> Expectations:
    """What reference counts (m, n) lead one to expect; a weight of zero marks a missing one."""
    unknown = np.full(len(counts), np.nan)
    no_trend = np.zeros(len(counts), dtype=np.bool_)
    found = Expectations(unknown, unknown.copy(), unknown.copy(), no_trend)
    remaining = np.arange(len(counts))
    if rules.trend:
        with_trend = _reweighted(design_of(baseline, trend=True), rules, counts, weights)
        kept = _trend_is_kept(with_trend, rules, counts)
        _put(found, remaining[kept], with_trend, kept)
        found.trend_used[kept] = True
        remaining = remaining[~kept]
    if remaining.size:
        plain = design_of(baseline, trend=False)
        level = _reweighted(plain, rules, counts[remaining], weights[remaining])
        usable = _is_usable(level)
        _put(found, remaining[usable], level, usable)
    return found


def _put(found: Expectations, rows: Places, fitted: Fit, chosen: Flags) -> None:
    found.expected[rows] = fitted.expected[chosen]
    found.dispersion[rows] = fitted.dispersion[chosen]
    found.variance[rows] = fitted.variance[chosen] * fitted.dispersion[chosen]


def _reweighted(design: Design, rules: Rules, counts: Array, weights: Array) -> Fit:
    settled = rules.settled_dispersion
    first = fit(design, counts, weights, settled=settled)
    lighter = _outbreak_weights(first, rules, counts, weights)
    second = fit(design, counts, lighter, settled=settled)
    both = first.converged & second.converged
    second.converged[:] = both
    return second


def _outbreak_weights(first: Fit, rules: Rules, counts: Array, weights: Array) -> Array:
    """Weights by standardised Anscombe residuals, on average one (Farrington 1996, 3.6)."""
    dispersion = np.nan_to_num(first.dispersion, nan=1.0)
    scale = np.sqrt(dispersion[:, None] * np.maximum(1 - first.leverage, 0.0))
    # A count that its own term fits completely has no residual: it keeps its weight.
    scale = np.where(scale > 1e-6, scale, np.inf)
    sixth = first.means ** (1 / 6)
    residual = 1.5 * (np.cbrt(counts) ** 2 / sixth - sixth**3) / scale
    high = (residual > rules.reweight_threshold) & (weights > 0)
    weighed = np.where(high, 1 / np.where(high, residual, 1.0) ** 2, weights)
    total = weighed.sum(axis=1, keepdims=True)
    known = weights.sum(axis=1, keepdims=True)
    return weighed * known / np.where(total > 0, total, 1.0)


def _trend_is_kept(fitted: Fit, rules: Rules, counts: Array) -> Flags:
    kept = _is_usable(fitted)
    kept &= np.nan_to_num(fitted.expected, nan=np.inf) <= counts.max(axis=1)
    if rules.trend_threshold < 1:
        freedom = np.maximum(fitted.freedom, 1.0)
        p_value = 2 * special.stdtr(freedom, -np.abs(fitted.slope) / np.sqrt(fitted.dispersion))
        kept &= p_value < rules.trend_threshold
    return kept


def _is_usable(fitted: Fit) -> Flags:
    usable: Flags = fitted.converged & (fitted.freedom > 0) & ~np.isnan(fitted.expected)
    return usable
