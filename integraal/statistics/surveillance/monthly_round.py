"""The monthly round: every series gets the test its counts can carry, or none.

* "farrington": five cases or more in the last four months and about one a month or more in the
  years before: the month against its season and trend;
* "exact": fewer, but five or more together: the newest months against the same ones before;
* "too few": fewer still; add areas or months together.

Which tier fits which counts was simulated; see `docs/methods/surveillance.md`.
"""

from dataclasses import dataclass, field
from enum import IntEnum

import numpy as np
from numpy.typing import ArrayLike, NDArray

from integraal.statistics.rates import benjamini_hochberg
from integraal.statistics.roots import Array
from integraal.statistics.surveillance.arrays import Flags
from integraal.statistics.surveillance.baseline import Season, baseline_of
from integraal.statistics.surveillance.counts import Series, counts_over_time
from integraal.statistics.surveillance.farrington import ROWS_AT_ONCE, FarringtonTest
from integraal.statistics.surveillance.reweighting import Rules
from integraal.statistics.surveillance.same_months import (
    chance_of_more,
    check_window,
    largest_usual_count,
    windows_of,
)
from integraal.statistics.surveillance.thresholds import chance_of_at_least
from integraal.statistics.surveillance.window_sums import WindowSums

# Season and trend cannot be told apart from less, however many years back one may look.
_FEWEST_YEARS_KNOWN = 2


class Tier(IntEnum):
    """How a series and month was tested, or why not."""

    NO_HISTORY = 0
    INCOMPLETE = 1
    TOO_FEW = 2
    EXACT = 3
    FARRINGTON = 4


@dataclass(frozen=True, slots=True)
class Family:
    """The comparisons that were made together: all series and months of one round.

    `comparisons` were tested, `exceeding` lie above their own bound, where chance alone would
    bring `expected_by_chance`; `alarms` stay after adjusting all of them together.
    """

    comparisons: int
    exceeding: int
    expected_by_chance: float
    alarms: int
    false_discovery_rate: float


@dataclass(frozen=True, slots=True)
class Round:
    """Per series and month; nan where not tested.

    `tier` holds the numbers of `Tier`. `count` is what was tested: the month under Farrington,
    the newest months together under the exact test; `expected` and `upper_bound` go with it.
    `exceeds` is the single test, `alarm` the verdict within the family. `incomplete` (len(at))
    marks months still being registered.
    """

    tier: NDArray[np.int8]
    count: Array
    expected: Array
    upper_bound: Array
    p_value: Array
    adjusted_p: Array
    exceeds: Flags
    alarm: Flags
    incomplete: Flags
    family: Family


def monthly_round(
    counts: ArrayLike,
    *,
    at: ArrayLike,
    excluded: ArrayLike | None = None,
    incomplete: int = 3,
    months: int = 3,
    years_back: int = 5,
    minimum_years: int = 3,
    minimum_cases: int = 5,
    minimum_mean: float = 1.0,
    frequency: int = 12,
    season: Season = "harmonic",
    half_window: int = 1,
    periods: int = 4,
    exclude_recent: int | None = None,
    reweight_threshold: float = 2.58,
    trend: bool = True,
    alpha: float = 0.01,
    false_discovery_rate: float = 0.05,
) -> Round:
    """Test every series in every month asked for, by the tier its own counts lead to.

    Args:
        counts: (series, time) or (time,), whole numbers; nan where a month is missing.
        at: zero-based months to test, one or a row.
        excluded: (time,), true for months no baseline may hold, such as those of lockdowns.
        incomplete: so many months at the end of the series are still being registered and get
            no verdict.
        months: how many newest months the exact test takes together.
        years_back: earlier years of both tests.
        minimum_years: fewer usable years than this give no exact test.
        minimum_cases: in the last four months for Farrington, in the newest months and those
            of earlier years together for the exact test.
        minimum_mean: cases per month in the baseline from which on Farrington is used.
        frequency, season, half_window, periods, exclude_recent, reweight_threshold, trend: as
            for `farrington_flexible`, whose bound is "nbPlugin" here; window and periods belong
            to the season "groups".
        alpha: one-sided chance of passing a single bound if nothing changed.
        false_discovery_rate: the share of false ones among the alarms that is accepted.

    Returns:
        The round. All series and months tested are its family, so show what it says or a part
        of it, but do not adjust a part again.

    Raises:
        ValueError: as for `farrington_flexible` and `exact_same_months`.
    """
    check_window(months, frequency, years_back, minimum_years)
    if not 0 < alpha < 1 or not 0 < false_discovery_rate < 1 or incomplete < 0:
        raise ValueError("Alpha and the rate of false alarms must lie between 0 and 1.")
    baseline = baseline_of(
        frequency=frequency,
        years_back=years_back,
        half_window=half_window if season == "groups" else 0,
        periods=periods,
        exclude_recent=round(frequency / 2) if exclude_recent is None else exclude_recent,
        season=season,
    )
    rules = Rules(reweight_threshold, trend and years_back >= 3, 1.0)
    series = counts_over_time(counts, at, excluded)
    made = _Tables.empty(series, incomplete)
    limits = _Limits(months, frequency, years_back, minimum_years, minimum_cases, minimum_mean)
    test = FarringtonTest(baseline, rules, alpha)
    for block in series.blocks():
        _test_block(series, block, made, limits, test)
    months_incomplete = made.incomplete.reshape(np.shape(at))
    return made.as_round(series.outer, months_incomplete, alpha, false_discovery_rate)


@dataclass(frozen=True, slots=True)
class _Limits:
    months: int
    frequency: int
    years_back: int
    minimum_years: int
    minimum_cases: int
    minimum_mean: float


@dataclass(frozen=True, slots=True)
class _Tables:
    tier: NDArray[np.int8]
    incomplete: Flags
    numbers: dict[str, Array] = field(default_factory=dict)

    @classmethod
    def empty(cls, series: Series, incomplete: int) -> "_Tables":
        names = ("count", "expected", "upper_bound", "p_value")
        return cls(
            np.zeros(series.shape, dtype=np.int8),
            series.at >= series.counts.shape[1] - incomplete,
            {name: np.full(series.shape, np.nan) for name in names},
        )

    def as_round(
        self, shape: tuple[int, ...], incomplete: Flags, alpha: float, rate: float
    ) -> Round:
        p_value = self.numbers["p_value"]
        tested = ~np.isnan(p_value)
        adjusted = np.full(p_value.shape, np.nan)
        adjusted[tested] = benjamini_hochberg(p_value[tested])
        exceeds = self.numbers["count"] > self.numbers["upper_bound"]
        alarm = adjusted <= rate
        comparisons = int(tested.sum())
        family = Family(
            comparisons, int(exceeds.sum()), alpha * comparisons, int(alarm.sum()), rate
        )
        return Round(
            self.tier.reshape(shape),
            self.numbers["count"].reshape(shape),
            self.numbers["expected"].reshape(shape),
            self.numbers["upper_bound"].reshape(shape),
            p_value.reshape(shape),
            adjusted.reshape(shape),
            exceeds.reshape(shape),
            alarm.reshape(shape),
            incomplete,
            family,
        )


def _test_block(
    series: Series, block: slice, made: _Tables, limits: _Limits, test: FarringtonTest
) -> None:
    sums = WindowSums.of(series, block)
    count, earlier, years = windows_of(
        series, sums, limits.months, limits.frequency, limits.years_back
    )
    tier = made.tier[block]
    known = ~np.isnan(count) & (years >= max(limits.minimum_years, 1))
    tier[known] = Tier.TOO_FEW
    tier[known & (count + earlier >= limits.minimum_cases)] = Tier.EXACT
    enough = _enough_for_farrington(series, sums, limits, test) & ~made.incomplete
    fitted = _put_farrington(series, block, enough, made, test)
    tier[fitted] = Tier.FARRINGTON
    tier[:, made.incomplete] = Tier.INCOMPLETE
    chosen = np.nonzero(tier == Tier.EXACT)
    exact = (count[chosen], earlier[chosen], years[chosen])
    made.numbers["count"][block][chosen] = exact[0]
    made.numbers["expected"][block][chosen] = exact[1] / exact[2]
    made.numbers["p_value"][block][chosen] = chance_of_more(*exact)
    made.numbers["upper_bound"][block][chosen] = largest_usual_count(*exact[1:], alpha=test.alpha)


def _enough_for_farrington(
    series: Series, sums: WindowSums, limits: _Limits, test: FarringtonTest
) -> Flags:
    """Whether there is history, enough cases lately, and enough a month before: (block, at)."""
    enough = np.zeros((len(series.at), sums.cases.shape[1]), dtype=np.bool_)
    for row, point in enumerate(series.at):
        after = int(point) + 1
        if point < test.baseline.history:
            continue
        recent, _ = sums.seen(after - 4, after)
        _, gap = sums.seen(int(point), after)
        first = int(point + test.baseline.offsets.min())
        cases, known = sums.usable(first, int(point + test.baseline.offsets.max()) + 1)
        often = cases >= limits.minimum_mean * np.maximum(known, 1)
        often &= known >= _FEWEST_YEARS_KNOWN * limits.frequency
        enough[row] = ~gap & (recent >= limits.minimum_cases) & often
    return enough.T


def _put_farrington(
    series: Series, block: slice, enough: Flags, made: _Tables, test: FarringtonTest
) -> Flags:
    """Fill in what Farrington finds; return where it found something."""
    rows, columns = np.nonzero(enough)
    for start in range(0, rows.size, ROWS_AT_ONCE):
        row, column = rows[start : start + ROWS_AT_ONCE], columns[start : start + ROWS_AT_ONCE]
        observed, found, limit = test.of(series, row + block.start, column)
        places = (row + block.start, column)
        made.numbers["count"][places] = observed
        made.numbers["expected"][places] = found.expected
        made.numbers["upper_bound"][places] = limit
        made.numbers["p_value"][places] = chance_of_at_least(
            observed, found.expected, found.dispersion
        )
    fitted: Flags = enough & ~np.isnan(made.numbers["p_value"][block])
    return fitted
