"""Before and after: years with the measure against years without, and what to mind."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from integraal.statistics.inputs import DEFAULT_CONFIDENCE
from integraal.statistics.rates import YearsComparison, compare_years


@dataclass(frozen=True, slots=True)
class BeforeAfter:
    """After over before, per area.

    Attributes:
        comparison: the pooled rate after divided by that before; see `rates.compare_years`.
        begins_at_peak: whether the last year before was the highest of them. A measure that
            follows a peak is followed by a fall by itself (regression to the mean).
    """

    comparison: YearsComparison
    begins_at_peak: NDArray[np.bool_]


def before_after(
    counts: ArrayLike,
    after: ArrayLike,
    *,
    exposures: ArrayLike = 1.0,
    overdispersion: bool = True,
    confidence: float = DEFAULT_CONFIDENCE,
) -> BeforeAfter:
    """Compare the years with a measure with the years before it.

    Args:
        counts: (..., years) events, oldest first; NaN where there is no number.
        after: (years,) of booleans; true for the years with the measure.
        exposures: broadcast against the counts; a year counts where it is above zero.
        overdispersion: whether years may scatter more than chance.
        confidence: of the interval.

    Raises:
        ValueError: as for `rates.compare_years`.
    """
    numbers, later = np.asarray(counts, dtype=np.float64), np.asarray(after)
    found = compare_years(
        numbers, exposures, later, confidence=confidence, overdispersion=overdispersion
    )
    times = np.broadcast_to(np.asarray(exposures, dtype=np.float64), numbers.shape)
    known = ~np.isnan(numbers) & (times > 0)
    rates = np.where(known, numbers, -np.inf) / np.where(known, times, 1.0)
    rates = rates[..., ~later]
    at_peak = (
        (rates[..., -1] > rates[..., :-1].max(axis=-1, initial=-np.inf))
        if rates.shape[-1] > 1
        else np.zeros(rates.shape[:-1], dtype=np.bool_)
    )
    return BeforeAfter(found, np.asarray(at_peak))
