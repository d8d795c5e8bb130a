"""Shares and means of weighted answers, with the uncertainty that the weights leave."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import special

from integraal.statistics.inputs import DEFAULT_CONFIDENCE, tail_probability
from integraal.statistics.roots import Array, increasing_root
from integraal.statistics.weighting.margins import Categories, read_codes
from integraal.statistics.weighting.weights import Weights, kish, weight_arrays

IntervalKind = Literal["logit", "beta", "mean", "likelihood", "wilson"]
_SWEEPS = 500


@dataclass(frozen=True, slots=True)
class Share:
    """A share of those who answered.

    Attributes:
        value: from 0 to 1; NaN when nobody answered.
        lower, upper: its margin. For a self-selected poll this says how the answers scatter,
            and nothing about all people.
        standard_error: linearised.
        n: how many answered.
        effective_n: how many equal answers these are worth.
    """

    value: float
    lower: float
    upper: float
    standard_error: float
    n: int
    effective_n: float


@dataclass(frozen=True, slots=True)
class Mean:
    """A mean of those who answered; as `Share`."""

    value: float
    lower: float
    upper: float
    standard_error: float
    n: int
    effective_n: float


def estimate_share(
    indicator: ArrayLike,
    weights: ArrayLike | Weights,
    *,
    calibrated_on: Categories | None = None,
    interval: IntervalKind = "logit",
    confidence: float = DEFAULT_CONFIDENCE,
) -> Share:
    """The weighted share of answers that say yes.

    Args:
        indicator: (n,) one for yes, zero for no, NaN for no answer.
        weights: (n,) above zero, or the result of `rake` or `calibrate`.
        calibrated_on: the categories that the weights were made by. What these explain is then
            taken out of the variance; without them the weights are taken as known.
        interval: "logit"; "beta" (Korn and Graubard 1998, keeps its promise at shares near 0
            and 1); "mean" (symmetric); "likelihood"; "wilson" (on the effective n, normal).
        confidence: of the interval.

    Raises:
        ValueError: an indicator that is not 0, 1 or NaN, or another number of weights.
    """
    answers, values, psw = _checked(indicator, weights)
    if not np.all(np.isnan(answers) | (answers == 0) | (answers == 1)):
        raise ValueError("An indicator must be 1 for yes, 0 for no, or NaN for no answer.")
    known = ~np.isnan(answers)
    n = int(known.sum())
    if n == 0:
        return Share(*(float("nan"),) * 4, 0, 0.0)
    share, error = _ratio(answers, known, values, psw, calibrated_on)
    share = min(max(share, 0.0), 1.0)
    effective = kish(values[known])[1]
    rows = answers.size if calibrated_on is not None else n
    lower, upper = _interval(share, error, (n, rows), effective, interval, confidence)
    return Share(share, lower, upper, error, n, effective)


def estimate_mean(
    marks: ArrayLike,
    weights: ArrayLike | Weights,
    *,
    calibrated_on: Categories | None = None,
    confidence: float = DEFAULT_CONFIDENCE,
) -> Mean:
    """The weighted mean of marks, NaN for no answer; arguments as for `estimate_share`."""
    answers, values, psw = _checked(marks, weights)
    known = ~np.isnan(answers)
    n = int(known.sum())
    if n == 0:
        return Mean(*(float("nan"),) * 4, 0, 0.0)
    mean, error = _ratio(answers, known, values, psw, calibrated_on)
    away = _t_quantile(n, confidence) * error
    return Mean(mean, mean - away, mean + away, error, n, kish(values[known])[1])


def linearised(
    columns: Array, known: NDArray[np.bool_], values: Array, psw: Array,
    calibrated_on: Categories | None,
) -> tuple[Array, Array]:  # fmt: skip
    """Weighted means (k,) of columns (n, k) over the known answers, and their covariance.

    With categories, each contribution is first cleared of the mean contribution of its category
    in every variable in turn, as for a calibrated sample (Deville and Sarndal 1992).
    """
    total = values[known].sum()
    given = np.where(known[:, None], columns, 0.0)
    means = (values[:, None] * given).sum(axis=0) / total
    parts = np.where(known[:, None], values[:, None] * (given - means) / total, 0.0)
    if calibrated_on is not None:
        codes = read_codes(calibrated_on)
        if any(each.size != known.size for each in codes):
            raise ValueError("Every variable must have one category for each answer.")
        parts = _cleared(parts / psw[:, None], codes) * psw[:, None]
    rows = known.size
    apart = parts - parts.mean(axis=0)
    factor = rows / (rows - 1) if rows > 1 else np.nan
    return means, factor * apart.T @ apart


def _checked(given: ArrayLike, weights: ArrayLike | Weights) -> tuple[Array, Array, Array]:
    answers = np.asarray(given, dtype=np.float64)
    if answers.ndim != 1 or np.any(np.isinf(answers)):
        raise ValueError("Answers must be one row of numbers, NaN for no answer.")
    values, psw = weight_arrays(weights, answers.size)
    return answers, values, psw


def _ratio(
    answers: Array, known: NDArray[np.bool_], values: Array, psw: Array,
    calibrated_on: Categories | None,
) -> tuple[float, float]:  # fmt: skip
    means, covariance = linearised(answers[:, None], known, values, psw, calibrated_on)
    return float(means[0]), float(np.sqrt(covariance[0, 0]))


def _cleared(parts: Array, codes: tuple[NDArray[np.intp], ...]) -> Array:
    """Take out the mean of every category, variable after variable, until nothing is left."""
    left = parts.copy()
    for _ in range(_SWEEPS):
        largest = 0.0
        for each in codes:
            size = np.bincount(each)
            means = np.column_stack(
                [np.bincount(each, left[:, k]) / size for k in range(left.shape[1])]
            )
            left = left - means[each]
            largest = max(largest, float(np.abs(means).max(initial=0.0)))
        if largest <= 1e-15 * max(float(np.abs(parts).max(initial=0.0)), 1e-300):
            break
    return left


def _t_quantile(n: int, confidence: float) -> float:
    tail = tail_probability(confidence)
    return float(-special.stdtrit(n - 1, tail)) if n > 1 else float("inf")


def _interval(
    share: float,
    error: float,
    sizes: tuple[int, int],
    effective: float,
    kind: IntervalKind,
    confidence: float,
) -> tuple[float, float]:
    if kind == "wilson":
        return _wilson(share, effective, tail_probability(confidence))
    answered, rows = sizes
    if answered < 2 or not np.isfinite(error):
        return 0.0, 1.0
    quantile = _t_quantile(answered, confidence)
    if kind == "beta":
        return _korn_graubard(share, error, (answered, rows), effective, confidence)
    if share in (0.0, 1.0) or error == 0:
        # No spread was seen, so only Korn and Graubard's limits say something.
        return _korn_graubard(share, error, (answered, rows), effective, confidence)
    if kind == "mean":
        return share - quantile * error, share + quantile * error
    if kind == "logit":
        centre, away = special.logit(share), quantile * error / (share * (1 - share))
        return float(special.expit(centre - away)), float(special.expit(centre + away))
    if kind == "likelihood":
        return _likelihood(share, share * (1 - share) / error**2, quantile**2)
    raise ValueError("The interval is logit, beta, mean, likelihood or wilson.")


def _korn_graubard(
    share: float, error: float, sizes: tuple[int, int], effective: float, confidence: float
) -> tuple[float, float]:
    tail = tail_probability(confidence)
    answered, rows = sizes
    worth = share * (1 - share) / error**2 if error > 0 else effective
    ratio = special.stdtrit(rows - 1, tail) / special.stdtrit(answered - 1, tail)
    size = worth * ratio**2
    lower = special.betaincinv(size * share, size * (1 - share) + 1, tail) if share > 0 else 0.0
    upper = special.betaincinv(size * share + 1, size * (1 - share), 1 - tail) if share < 1 else 1.0
    return float(lower), float(upper)


def _likelihood(share: float, size: float, height: float) -> tuple[float, float]:
    def fall(tried: Array) -> Array:
        each = special.xlogy(share, share / tried) + special.xlogy(
            1 - share, (1 - share) / (1 - tried)
        )
        found: Array = 2 * size * each - height
        return found

    centre, tiny = np.array([share]), np.array([1e-12])
    lower = increasing_root(lambda tried: -fall(tried), tiny, centre)
    upper = increasing_root(fall, centre, 1 - tiny)
    return float(lower[0]), float(upper[0])


def _wilson(share: float, size: float, tail: float) -> tuple[float, float]:
    if size <= 0:
        return 0.0, 1.0
    z2 = float(special.ndtri(tail)) ** 2
    centre = (share + z2 / (2 * size)) / (1 + z2 / size)
    away = np.sqrt(z2 * (share * (1 - share) / size + z2 / (4 * size**2))) / (1 + z2 / size)
    return max(float(centre - away), 0.0), min(float(centre + away), 1.0)
