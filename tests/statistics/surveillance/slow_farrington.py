"""Farrington's flexible algorithm again: one month at a time, models fitted by statsmodels.

Written from the paper and the rules in `docs/methods/surveillance.md`, with plain loops.
"""

import math
import warnings
from dataclasses import dataclass
from typing import Any

import numpy as np
import statsmodels.api as sm
from scipy import stats


@dataclass
class Verdict:
    upper_bound: float = math.nan
    expected: float = math.nan
    dispersion: float = math.nan
    trend_used: bool = False
    alarm: bool = False


def one_month(counts: np.ndarray, at: int, settings: dict[str, Any]) -> Verdict:
    cases, months = settings["limit54"]
    recent = counts[max(0, at - months + 1) : at + 1]
    if math.isnan(counts[at]) or np.nansum(recent) < cases:
        return Verdict()
    points = reference_points(at, settings)
    if points[0][0] < 0:
        return Verdict()
    points = [(when, group) for when, group in points if not math.isnan(counts[when])]
    seen = np.array([counts[when] for when, _ in points])
    tries = [True, False] if settings["years_back"] >= 3 else [False]
    for trend in tries:
        rows = [terms(when - at, group, trend, settings) for when, group in points]
        found = fitted(np.array(rows), seen, settings)
        if found is None:
            continue
        model, dispersion = found
        own = np.array([terms(0, settings["periods"] - 1, trend, settings)])
        link = own @ model.params
        variance = (own @ model.cov_params() @ own.T).item() / model.scale * dispersion
        expected = math.exp(link.item())
        if trend and not (expected <= seen.max() and trend_p(model, dispersion) < limit(settings)):
            continue
        bound = threshold(expected, variance, dispersion, settings)
        return Verdict(bound, expected, dispersion, trend, bool(counts[at] > bound))
    return Verdict()


def limit(settings: dict[str, Any]) -> float:
    return math.inf if settings["trend_threshold"] >= 1 else settings["trend_threshold"]


def reference_points(at: int, settings: dict[str, Any]) -> list[tuple[int, int]]:
    """Time and season group of every point of the baseline, in order of time."""
    frequency, half = settings.get("frequency", 12), settings["half_window"]
    periods, past = settings["periods"], settings["exclude_recent"]
    first = at - settings["years_back"] * frequency - half
    others = list(range(half + 1, frequency - half))
    groups = {}
    if periods > 1:
        parts = np.array_split(others, periods - 1)
        groups = {int(offset): i for i, part in enumerate(parts) for offset in part}
    points = []
    for when in range(first, at - past):
        offset = (when - at) % frequency
        if offset in groups:
            points.append((when, groups[offset]))
        elif periods > 1:
            points.append((when, periods - 1))
        elif offset not in others and when <= at - frequency + half:
            points.append((when, 0))
    return points


def terms(offset: int, group: int, trend: bool, settings: dict[str, Any]) -> list[float]:
    row = [1.0] + [float(group == each) for each in range(1, settings["periods"])]
    return [*row, offset / 50 + 1] if trend else row


def fitted(design: np.ndarray, seen: np.ndarray, settings: dict[str, Any]) -> Any:
    """Fit, weigh down by Anscombe residuals, fit again; None without convergence."""
    first = glm(design, seen, np.ones(len(seen)))
    if first is None:
        return None
    dispersion = max(1.0, pearson(first, seen, np.ones(len(seen))))
    mean = first.mu
    leverage = first.get_hat_matrix_diag()
    residual = 1.5 * (seen ** (2 / 3) * mean ** (-1 / 6) - mean**0.5)
    residual /= np.sqrt(dispersion * (1 - leverage))
    weights = np.array([r**-2 if r > settings["reweight_threshold"] else 1.0 for r in residual])
    weights *= len(seen) / weights.sum()
    second = glm(design, seen, weights)
    if second is None:
        return None
    return second, max(1.0, pearson(second, seen, weights))


def glm(design: np.ndarray, seen: np.ndarray, weights: np.ndarray) -> Any:
    family = sm.families.Poisson()
    model = sm.GLM(seen, design, family=family, var_weights=weights)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = model.fit(maxiter=25, tol=1e-8, start_params=None, scale=1.0)
    return found if found.converged else None


def pearson(found: Any, seen: np.ndarray, weights: np.ndarray) -> float:
    return float(np.sum(weights * (seen - found.mu) ** 2 / found.mu) / found.df_resid)


def trend_p(found: Any, dispersion: float) -> float:
    error = math.sqrt(found.cov_params()[-1, -1] / found.scale * dispersion)
    return float(2 * stats.t.sf(abs(found.params[-1] / error), found.df_resid))


def threshold(mean: float, variance: float, dispersion: float, settings: dict[str, Any]) -> float:
    alpha = settings["alpha"]
    if settings["bound"] == "delta":
        power = {"2/3": 2 / 3, "1/2": 1 / 2, "none": 1.0}[settings["power"]]
        total = dispersion * mean + mean**2 * variance
        error = power * mean ** (power - 1) * math.sqrt(total)
        return (mean**power + stats.norm.isf(alpha) * error) ** (1 / power)
    if settings["bound"] == "muan":
        mean = mean * math.exp(stats.norm.isf(alpha) * math.sqrt(variance))
    count = 0
    while chance_above(count, mean, dispersion) > alpha:
        count += 1
    return count


def chance_above(count: int, mean: float, dispersion: float) -> float:
    if dispersion == 1:
        return float(stats.poisson.sf(count, mean))
    return float(stats.nbinom.sf(count, mean / (dispersion - 1), 1 / dispersion))
