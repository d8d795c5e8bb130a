"""Judge the newest months of all series together; the arithmetic is that of `surveillance`."""

import math
from dataclasses import dataclass
from typing import Self

import numpy as np

from integraal.knowledge.figures.rounds.gathering import Months, Series
from integraal.knowledge.figures.rounds.models import MonthVerdict
from integraal.knowledge.indicators.calculation_rules import CalculationRules
from integraal.knowledge.indicators.periods import Period
from integraal.statistics import surveillance

Standing = MonthVerdict.Standing
METHODS = {
    "farrington": "farrington-flexible-harmonic-nb",
    "exact": "exact-same-months-midp",
    "few": "",
}


@dataclass(frozen=True)
class Settings:
    """What a round is judged by."""

    chance_findings: int
    fewest_together: int
    years_back: int
    incomplete_months: int
    months_judged: int

    @classmethod
    def of(cls, rules: CalculationRules) -> Self:
        return cls(
            rules.chance_findings,
            rules.fewest_together,
            rules.years_back,
            rules.incomplete_months,
            rules.months_judged,
        )

    def as_json(self) -> dict[str, int]:
        return dict(vars(self))


@dataclass(frozen=True)
class JudgedMonth:
    """One series in one month."""

    series: Series
    period: Period
    seen: int
    standing: MonthVerdict.Standing
    tier: str
    method: str
    expected: float | None
    upper_bound: int | None
    p_value: float | None
    adjusted_p: float | None

    def as_json(self) -> list[str]:
        """The verdict as text, for the fingerprint of a round."""
        numbers = (self.expected, self.upper_bound, self.p_value, self.adjusted_p)
        return [
            self.series.indicator.code,
            self.series.indicator.version,
            str(self.series.area),
            self.period.code,
            str(self.seen),
            str(self.standing),
            self.tier,
            *("" if one is None else f"{one:.6g}" for one in numbers),
        ]


def judge(months: Months, settings: Settings) -> list[JudgedMonth]:
    """Return a verdict for each series and each of the newest months that has a number.

    The family of a month is every series that had enough cases to be tested in it.
    """
    last = len(months.periods)
    at = np.arange(max(last - settings.months_judged - settings.incomplete_months, 0), last)
    found = surveillance.monthly_round(
        months.counts,
        at=at,
        years_back=settings.years_back,
        incomplete=settings.incomplete_months,
        fewest=settings.fewest_together,
        level=settings.chance_findings / 100,
        excluded=months.left_out,
    )
    judged = []
    for row, series in enumerate(months.series):
        for column, time in enumerate(at):
            count = months.counts[row, time]
            if not math.isnan(count):
                judged.append(_judged(series, months.periods[time], int(count), found, row, column))
    return judged


def _judged(
    series: Series,
    period: Period,
    count: int,
    found: surveillance.Round,
    row: int,
    column: int,
) -> JudgedMonth:
    tier = str(found.tier[row, column])
    return JudgedMonth(
        series=series,
        period=period,
        seen=count,
        standing=_standing(found, row, column),
        tier=tier,
        method=METHODS[tier],
        expected=_number(found.expected[row, column]),
        upper_bound=_whole(found.upper_bound[row, column]),
        p_value=_number(found.p_value[row, column]),
        adjusted_p=_number(found.adjusted_p[row, column]),
    )


def _standing(found: surveillance.Round, row: int, column: int) -> MonthVerdict.Standing:
    if found.incomplete[column]:
        return Standing.INCOMPLETE
    if found.alarm[row, column]:
        return Standing.ALARM
    return Standing.FEW if math.isnan(found.p_value[row, column]) else Standing.USUAL


def _number(value: float) -> float | None:
    return None if math.isnan(value) else float(value)


def _whole(value: float) -> int | None:
    return None if math.isnan(value) else math.ceil(value)
