"""Shares and means of weighted answers, with the uncertainty that the weights leave."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import special

from integraal.statistics.inputs import DEFAULT_CONFIDENCE, tail_probability
from integraal.statistics.roots import Array
from integraal.statistics.weighting.linearisation import Sample
from integraal.statistics.weighting.margins import Categories
from integraal.statistics.weighting.share_limits import KINDS, IntervalKind, Shares, share_limits
from integraal.statistics.weighting.weights import Weights


@dataclass(frozen=True, slots=True)
class Share:
    """A share of those who answered; numbers for one question, arrays for more.

    Attributes:
        value: from 0 to 1; NaN when nobody answered.
        lower, upper: its margin; NaN when nobody answered, 0 and 1 for a single answer. For a
            self-selected poll this says how the answers scatter, and nothing about all people.
        standard_error: linearised; NaN for fewer than two answers.
        n: how many answered.
        effective_n: how many equal answers these are worth.
    """

    value: Array
    lower: Array
    upper: Array
    standard_error: Array
    n: NDArray[np.intp]
    effective_n: Array


@dataclass(frozen=True, slots=True)
class Mean:
    """A mean of those who answered; as `Share`, but NaN limits for a single answer."""

    value: Array
    lower: Array
    upper: Array
    standard_error: Array
    n: NDArray[np.intp]
    effective_n: Array


def estimate_share(
    indicator: ArrayLike,
    weights: ArrayLike | Weights,
    *,
    calibrated_on: Categories | None = None,
    interval: IntervalKind = "logit",
    confidence: float = DEFAULT_CONFIDENCE,
) -> Share:
    """The weighted share of answers that say yes, of one question or of many at once.

    Args:
        indicator: (..., n) one for yes, zero for no, NaN for no answer.
        weights: (n,) above zero, or the result of `rake` or `calibrate`.
        calibrated_on: the categories that the weights were made by. What these explain is then
            taken out of the variance; without them the weights are taken as known.
        interval: "logit"; "beta" (Korn and Graubard 1998, keeps its promise at shares near 0
            and 1); "mean" (symmetric, can pass 0 or 1); "likelihood" (Rao and Scott 1984);
            "wilson" (on the effective n, normal). Where nobody or everybody says yes all but
            the last give Korn and Graubard's.
        confidence: of the interval; Student's t with one less than those who answered.

    Raises:
        ValueError: an indicator that is not 0, 1 or NaN, another number of weights or of
            categories, or another interval.
    """
    tail = tail_probability(confidence)
    if interval not in KINDS:
        raise ValueError("The interval is logit, beta, mean, likelihood or wilson.")
    answers = _checked(indicator)
    if not np.all(np.isnan(answers) | (answers == 0) | (answers == 1)):
        raise ValueError("An indicator must be 1 for yes, 0 for no, or NaN for no answer.")
    found = _averages(answers, weights, calibrated_on)
    some = found.n > 0
    rows = answers.shape[-1] if calibrated_on is not None else np.maximum(found.n, 2)
    lower, upper = share_limits(
        Shares(
            np.where(some, found.value, 0.5),
            np.where(found.n > 1, found.standard_error, 0.0),
            np.maximum(found.n, 1),
            np.where(some, found.effective_n, 1.0),
            np.broadcast_to(rows, found.n.shape),
        ),
        interval,
        tail,
    )
    lower, upper = np.where(some, lower, np.nan), np.where(some, upper, np.nan)
    return Share(
        found.value, lower[()], upper[()], found.standard_error, found.n, found.effective_n
    )


def estimate_mean(
    marks: ArrayLike,
    weights: ArrayLike | Weights,
    *,
    calibrated_on: Categories | None = None,
    confidence: float = DEFAULT_CONFIDENCE,
) -> Mean:
    """The weighted mean of marks (..., n), NaN for no answer; arguments as `estimate_share`."""
    tail = tail_probability(confidence)
    found = _averages(_checked(marks), weights, calibrated_on)
    quantile = np.where(found.n > 1, -special.stdtrit(np.maximum(found.n - 1, 1), tail), np.nan)
    away = quantile * found.standard_error
    return Mean(
        found.value, found.value - away, found.value + away,
        found.standard_error, found.n, found.effective_n,
    )  # fmt: skip


def _checked(given: ArrayLike) -> Array:
    answers = np.asarray(given, dtype=np.float64)
    if answers.ndim == 0 or np.any(np.isinf(answers)):
        raise ValueError("Answers must be a row of numbers, NaN for no answer.")
    return answers


@dataclass(frozen=True, slots=True)
class _Averages:
    value: Array
    standard_error: Array
    n: NDArray[np.intp]
    effective_n: Array


def _averages(
    answers: Array, weights: ArrayLike | Weights, calibrated_on: Categories | None
) -> _Averages:
    """Weighted means over those who answered; those who did not stay in the sample."""
    shape, size = answers.shape[:-1], answers.shape[-1]
    sample = Sample(weights, size, calibrated_on)
    rows = answers.reshape(-1, size)
    known = ~np.isnan(rows)
    n = known.sum(axis=-1)
    counted = np.where(known, sample.weights, 0.0)
    total = counted.sum(axis=-1, keepdims=True)
    divisor = np.where(total > 0, total, 1.0)
    given = np.where(known, rows, 0.0)
    # Both sums run alike, so that a share of everybody is exactly one.
    means = (counted * given).sum(axis=-1, keepdims=True) / divisor
    scores = np.where(known, (given - means) / divisor, 0.0)
    error = np.sqrt(sample.variances(scores))
    squares = (counted**2).sum(axis=-1)
    effective = total[:, 0] ** 2 / np.where(squares > 0, squares, 1.0)
    return _Averages(
        np.where(n > 0, means[:, 0], np.nan).reshape(shape)[()],
        np.where(n > 1, error, np.nan).reshape(shape)[()],
        n.reshape(shape)[()],
        effective.reshape(shape)[()],
    )
