"""More than expected this month? Farrington's flexible algorithm, for many series at once.

The expectation comes from the same season of earlier years, with a trend where the data carry
one; earlier outbreaks are weighed down, and the most recent months are left out so that a rise
that has begun does not hide itself (Noufaily, Enki, Farrington, Garthwaite, Andrews and
Charlett, Statistics in Medicine 32 (2013) 1206-1222; Farrington, Andrews, Beale and Catchpole,
JRSS A 159 (1996) 547-563).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from integraal.statistics.roots import Array
from integraal.statistics.surveillance.arrays import Flags, Places
from integraal.statistics.surveillance.baseline import Baseline, Season, baseline_of
from integraal.statistics.surveillance.counts import Series, counts_over_time
from integraal.statistics.surveillance.reweighting import Expectations, Rules, expectations
from integraal.statistics.surveillance.thresholds import (
    BOUNDS,
    POWERS,
    Bound,
    Power,
    chance_of_at_least,
    upper_bound,
)

ROWS_AT_ONCE = 1024  # fits whose tables stay in the processor's cache


@dataclass(frozen=True, slots=True)
class FarringtonTest:
    """The settings with which chosen months of chosen series are tested."""

    baseline: Baseline
    rules: Rules
    alpha: float
    bound: Bound = "nbPlugin"
    power: Power = "2/3"

    def of(
        self, series: Series, rows: Places, columns: Places
    ) -> tuple[Array, Expectations, Array]:
        """Counts, expectations and upper bounds of pairs of series and column of `at`."""
        observed, reference, weights = series.with_reference(rows, columns, self.baseline.offsets)
        found = expectations(self.baseline, self.rules, reference, weights)
        limit = upper_bound(
            found.expected,
            found.variance,
            found.dispersion,
            alpha=self.alpha,
            bound=self.bound,
            power=self.power,
        )
        return observed, found, limit


@dataclass(frozen=True, slots=True)
class Alarms:
    """Per series and point tested; nan (no trend, no alarm) where there is too little.

    `upper_bound` and `expected` are counts; `dispersion` is variance over mean, at least one;
    `alarm` where the count lies above the bound; `p_value` is the chance of at least the count
    if nothing changed; `score` is (count - expected) / (upper bound - expected).
    """

    upper_bound: Array
    expected: Array
    dispersion: Array
    trend_used: Flags
    alarm: Flags
    p_value: Array
    score: Array


def farrington_flexible(
    counts: ArrayLike,
    *,
    at: ArrayLike,
    frequency: int = 12,
    years_back: int = 5,
    half_window: int = 0,
    periods: int = 10,
    exclude_recent: int | None = None,
    reweight_threshold: float = 2.58,
    trend: bool = True,
    trend_threshold: float = 1.0,
    alpha: float = 0.01,
    bound: Bound = "nbPlugin",
    power: Power = "2/3",
    limit54: tuple[float, int] = (5, 4),
    excluded: ArrayLike | None = None,
    season: Season = "groups",
) -> Alarms:
    """Hold counts against what earlier years lead one to expect.

    Args:
        counts: (series, time) or (time,), zero or more; nan where a month is missing, which
            leaves it out of the baseline of that series.
        at: zero-based points in time to test, one or a row.
        frequency: points per year, 12 for months, 52 for weeks.
        years_back: how many earlier years to look at.
        half_window: points on each side of the same point of an earlier year that belong to
            the same season as the one tested.
        periods: season groups in the year: that window and so many less one others. One takes
            the windows alone.
        exclude_recent: how many points before the one tested stay out of the baseline; half a
            year by default (26 weeks in the paper, so 6 months).
        reweight_threshold: standardised Anscombe residuals above it are weighed down.
        trend: whether a trend may be used. It is kept only with three years back or more, if
            its p-value is below `trend_threshold` and the expectation does not exceed the
            highest count of the baseline.
        alpha: one-sided chance of passing the bound if nothing changed.
        bound, power: as for `thresholds.upper_bound`.
        limit54: fewer than so many cases in so many last points, the tested one included, are
            too few.
        excluded: (time,), true where a point stays out of every baseline.
        season: "groups" as above; "harmonic" for one wave a year, or "none", over every point
            of the years back.

    Returns:
        Alarms of shape (series, len(at)), without the axis that was not given. Too little: a
        history shorter than the years back, fewer cases than `limit54`, the month itself
        missing, too few known months for the model, none in the same season, or no
        convergence.

    Raises:
        ValueError: a count is negative or infinite, a point to test lies outside the series, or
            a setting is out of range.
    """
    baseline = baseline_of(
        frequency=frequency,
        years_back=years_back,
        half_window=half_window,
        periods=periods,
        exclude_recent=round(frequency / 2) if exclude_recent is None else exclude_recent,
        season=season,
    )
    rules = Rules(
        reweight_threshold, trend and years_back >= 3, trend_threshold, bound != "nbPlugin"
    )
    _check(alpha, bound, power, limit54)
    test = FarringtonTest(baseline, rules, alpha, bound, power)
    series = counts_over_time(counts, at, excluded)
    results = _Results.empty(series.shape)
    for rows, columns in series.tested(baseline.history, limit54, ROWS_AT_ONCE):
        observed, found, limit = test.of(series, rows, columns)
        results.put((rows, columns), observed, found, limit)
    return results.as_alarms(series)


def _check(alpha: float, bound: Bound, power: Power, limit54: tuple[float, int]) -> None:
    if not 0 < alpha < 1:
        raise ValueError("Alpha must lie between 0 and 1, such as 0.01.")
    if bound not in BOUNDS or power not in POWERS:
        raise ValueError(
            "The bound must be 'nbPlugin', 'muan' or 'delta', the power '2/3', '1/2' or 'none'."
        )
    if limit54[1] < 1:
        raise ValueError("The limit needs at least one point to count cases in.")


@dataclass(frozen=True, slots=True)
class _Results:
    """Tables that are filled portion by portion."""

    numbers: dict[str, Array]
    flags: dict[str, Flags]

    @classmethod
    def empty(cls, shape: tuple[int, int]) -> "_Results":
        numbers = ("upper_bound", "expected", "dispersion", "p_value", "score")
        return cls(
            {name: np.full(shape, np.nan) for name in numbers},
            {name: np.zeros(shape, dtype=np.bool_) for name in ("trend_used", "alarm")},
        )

    def put(
        self,
        places: tuple[Places, Places],
        observed: Array,
        found: Expectations,
        limit: Array,
    ) -> None:
        room = limit - found.expected
        above = observed - found.expected
        self.numbers["upper_bound"][places] = limit
        self.numbers["expected"][places] = found.expected
        self.numbers["dispersion"][places] = found.dispersion
        self.numbers["p_value"][places] = chance_of_at_least(
            observed, found.expected, found.dispersion
        )
        self.numbers["score"][places] = np.divide(
            above, room, out=np.full(above.shape, np.nan), where=room > 0
        )
        self.flags["trend_used"][places] = found.trend_used
        self.flags["alarm"][places] = observed > limit

    def as_alarms(self, series: Series) -> Alarms:
        numbers = {name: table.reshape(series.outer) for name, table in self.numbers.items()}
        flags = {name: table.reshape(series.outer) for name, table in self.flags.items()}
        return Alarms(
            numbers["upper_bound"],
            numbers["expected"],
            numbers["dispersion"],
            flags["trend_used"],
            flags["alarm"],
            numbers["p_value"],
            numbers["score"],
        )
