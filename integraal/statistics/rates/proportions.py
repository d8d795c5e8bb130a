"""How sure a share is: so many of so many."""

from collections.abc import Callable
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike
from scipy import special

from integraal.statistics.inputs import (
    DEFAULT_CONFIDENCE,
    checked_counts,
    checked_exposures,
    tail_probability,
)
from integraal.statistics.rates.intervals import Interval
from integraal.statistics.roots import Array

ProportionMethod = Literal["clopper-pearson", "wilson", "jeffreys"]


def proportion_interval(
    count: ArrayLike,
    size: ArrayLike,
    *,
    confidence: float = DEFAULT_CONFIDENCE,
    method: ProportionMethod = "wilson",
) -> Interval:
    """Interval for the underlying share, given how many of how many.

    Args:
        count: how many had it, zero or more; parts are accepted, so that an effective number
            of answers can be passed.
        size: of how many, at least the count; broadcast.
        confidence: coverage of the interval, between 0 and 1.
        method: "clopper-pearson" covers at least that (1934), "wilson" about that (1927);
            "jeffreys" is the equal-tailed Bayesian interval with prior Beta(1/2, 1/2), zero and
            one where none or all had it (Brown, Cai and DasGupta 2001).

    Returns:
        Limits between 0 and 1; nan where the size is zero.

    Raises:
        ValueError: a number is negative or not finite, a count exceeds its size, or the method
            is another one.
    """
    if method not in _LIMITS:
        raise ValueError('The method must be "clopper-pearson", "wilson" or "jeffreys".')
    tail = tail_probability(confidence)
    with_it, of_all = np.broadcast_arrays(checked_counts(count), checked_exposures(size))
    if np.any(with_it > of_all):
        raise ValueError("A count cannot exceed the number it is part of.")
    some = of_all > 0
    limits = _LIMITS[method](with_it, np.where(some, of_all, 1.0), tail)
    return Interval(*(np.where(some, limit, np.nan) for limit in limits))


def _clopper_pearson(count: Array, size: Array, tail: float) -> tuple[Array, Array]:
    without = size - count
    lower = special.betaincinv(np.where(count > 0, count, 1.0), without + 1, tail)
    upper = special.betainccinv(count + 1, np.where(without > 0, without, 1.0), tail)
    return np.where(count > 0, lower, 0.0), np.where(without > 0, upper, 1.0)


def _jeffreys(count: Array, size: Array, tail: float) -> tuple[Array, Array]:
    without = size - count
    lower = special.betaincinv(count + 0.5, without + 0.5, tail)
    upper = special.betainccinv(count + 0.5, without + 0.5, tail)
    return np.where(count > 0, lower, 0.0), np.where(without > 0, upper, 1.0)


def _wilson(count: Array, size: Array, tail: float) -> tuple[Array, Array]:
    square = special.ndtri(tail) ** 2
    centre = (count + square / 2) / (size + square)
    half_width = np.sqrt(square * (count * (size - count) / size + square / 4)) / (size + square)
    lower = np.where(count > 0, centre - half_width, 0.0)
    return lower, np.where(count < size, centre + half_width, 1.0)


_LIMITS: dict[str, Callable[[Array, Array, float], tuple[Array, Array]]] = {
    "clopper-pearson": _clopper_pearson,
    "wilson": _wilson,
    "jeffreys": _jeffreys,
}
