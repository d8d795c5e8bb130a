"""Alarms that need little history: EARS C1 to C3, and a Bayesian prediction.

EARS compares a count with the mean and standard deviation of a few points before it (Hutwagner,
Thompson, Seeman and Treadwell, Journal of Urban Health 80 (2003) 89-96; Fricker, Hegler and
Dunfee, Statistics in Medicine 27 (2008) 3407-3429). It takes counts to be normal, so it says
little below about one case per point. The prediction is negative binomial: a Poisson count whose
mean is known from a handful of reference counts (Höhle, Computational Statistics 22 (2007)).
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike
from scipy import special

from integraal.statistics.roots import Array
from integraal.statistics.surveillance.arrays import Flags, Places
from integraal.statistics.surveillance.counts import counts_over_time
from integraal.statistics.surveillance.thresholds import count_quantile

EarsMethod = Literal["C1", "C2", "C3"]
_LAGS: dict[EarsMethod, int] = {"C1": 0, "C2": 2, "C3": 2}


@dataclass(frozen=True, slots=True)
class BoundAlarms:
    """Upper bound per point, and whether the count lies above it; nan: nothing to compare with."""

    upper_bound: Array
    alarm: Flags


def ears(
    counts: ArrayLike,
    *,
    method: EarsMethod = "C1",
    baseline: int = 7,
    alpha: float = 0.001,
    minimum_deviation: float = 0.0,
    as_in_r: bool = False,
) -> BoundAlarms:
    """EARS C1, C2 or C3 for every point of every series.

    Args:
        counts: (series, time) or (time,); nan where missing, which silences the points whose
            baseline holds it.
        method: "C1" takes the points just before; "C2" leaves a gap of two, so that a rise
            that has begun does not hide itself; "C3" adds to "C2" by how much the two points
            before exceeded their own mean plus one standard deviation.
        baseline: how many points.
        alpha: one-sided tail of the normal distribution (0.001 is about 3 standard deviations;
            0.025 is usual for "C3").
        minimum_deviation: the standard deviation is taken to be at least this.
        as_in_r: for "C3", the bound of R's surveillance (1.20.3): it starts from the count
            itself instead of the mean, so that the count does not matter, and is zero at least.

    Returns:
        Bounds and alarms of the shape of `counts`; nan at the start of a series.

    Raises:
        ValueError: as for `counts_over_time`, or a setting is out of range.
    """
    if method not in _LAGS or baseline < 2 or not 0 < alpha < 1 or minimum_deviation < 0:
        raise ValueError("The method must be C1, C2 or C3, with at least two baseline points.")
    series = counts_over_time(counts, [])
    seen = series.counts.astype(np.float64)
    mean, deviation = _moving(seen, baseline, _LAGS[method])
    deviation = np.maximum(deviation, minimum_deviation)
    limit = np.full(seen.shape, -special.ndtri(alpha))
    if method == "C3":
        limit -= _excess_before(seen, mean, deviation, as_in_r)
    start = seen if method == "C3" and as_in_r else mean
    with np.errstate(invalid="ignore"):
        bound = start + deviation * limit
    if method == "C3" and as_in_r:
        bound = np.maximum(bound, 0.0)
    bound, shape = np.where(np.isnan(mean), np.nan, bound), np.shape(counts)
    return BoundAlarms(bound.reshape(shape), (seen > bound).reshape(shape))


def _moving(seen: Array, baseline: int, lag: int) -> tuple[Array, Array]:
    """Mean and standard deviation of the points before each point, nan where too few."""
    mean, deviation = np.full(seen.shape, np.nan), np.full(seen.shape, np.nan)
    first = baseline + lag
    if seen.shape[1] > first:
        windows = np.lib.stride_tricks.sliding_window_view(seen, baseline, axis=1)
        before = windows[:, : seen.shape[1] - first]
        mean[:, first:] = before.mean(axis=2)
        deviation[:, first:] = before.std(axis=2, ddof=1)
    return mean, deviation


def _excess_before(seen: Array, mean: Array, deviation: Array, as_in_r: bool) -> Array:
    """What the two points before lay above one standard deviation, in deviations, summed."""
    with np.errstate(divide="ignore", invalid="ignore"):
        excess = np.maximum((seen - mean) / deviation - 1, 0.0)
    if not as_in_r:
        excess = np.where((deviation == 0) & (seen <= mean), 0.0, excess)
    total = np.full(seen.shape, np.nan)
    total[:, 2:] = excess[:, 1:-1] + excess[:, :-2]
    return total


def bayes(
    counts: ArrayLike,
    *,
    at: ArrayLike,
    frequency: int = 12,
    years_back: int = 0,
    half_window: int = 6,
    current_year: bool = True,
    alpha: float = 0.05,
) -> BoundAlarms:
    """Bound of a Poisson count predicted from reference counts, by Jeffreys' prior.

    Args:
        counts: (series, time) or (time,); a missing one (nan) does not take part.
        at: zero-based points to test, one or a row.
        frequency: points per year.
        years_back: take so many earlier years, each a window around the same point.
        half_window: points on each side in these windows.
        current_year: take as many points just before the one tested too.
        alpha: one-sided chance of passing the bound if nothing changed.

    Returns:
        Bounds and alarms of shape (series, len(at)); nan where history is too short, the
        count itself is missing, or no reference count is known.

    Raises:
        ValueError: as for `counts_over_time`, or a setting is out of range.
    """
    if min(years_back, half_window) < 0 or not 0 < alpha < 1 or frequency < 1:
        raise ValueError("Years back and window must be zero or more, alpha between 0 and 1.")
    offsets = _reference_offsets(frequency, years_back, half_window, current_year)
    if not offsets.size or offsets.max() >= 0:
        raise ValueError("These settings leave no earlier point to compare with.")
    series = counts_over_time(counts, at)
    bound = np.full(series.shape, np.nan)
    observed = series.counts[:, series.at].astype(np.float64)
    for column, point in enumerate(series.at):
        if point + offsets.min() < 0:
            continue
        reference = series.counts[:, point + offsets].astype(np.float64)
        known = np.count_nonzero(~np.isnan(reference), axis=1)
        rows = np.flatnonzero((known > 0) & ~np.isnan(observed[:, column]))
        size = np.nansum(reference[rows], axis=1) + 0.5
        bound[rows, column] = count_quantile(size / known[rows], 1 + 1 / known[rows], alpha)
    return BoundAlarms(bound.reshape(series.outer), (observed > bound).reshape(series.outer))


def _reference_offsets(
    frequency: int, years_back: int, half_window: int, current_year: bool
) -> Places:
    window = np.arange(-half_window, half_window + 1)
    years = -frequency * np.arange(1, years_back + 1)
    earlier = (years[:, None] + window).ravel()
    recent = np.arange(-half_window, 0) if current_year else np.empty(0, dtype=np.int64)
    return np.concatenate([earlier, recent]).astype(np.int64)
