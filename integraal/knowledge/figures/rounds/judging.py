"""Judge the newest months of all series together; the arithmetic is that of `surveillance`."""

import math
from dataclasses import dataclass
from typing import Self

import numpy as np

from integraal.knowledge.figures.rounds.gathering import Months, Series
from integraal.knowledge.indicators.calculation_rules import CalculationRules
from integraal.knowledge.indicators.periods import Period
from integraal.statistics.surveillance import Round, Tier, monthly_round
from integraal.statistics.wording import MonthStanding

# Of each tier: its name, the method, and how a month without an alarm stands.
_TIERS: dict[int, tuple[str, str, MonthStanding]] = {
    Tier.FARRINGTON: ("farrington", "farrington-flexible-harmonic-nb", "usual"),
    Tier.EXACT: ("exact", "exact-same-months-midp", "usual"),
    Tier.TOO_FEW: ("few", "", "few"),
    Tier.INCOMPLETE: ("few", "", "incomplete"),
    Tier.NO_HISTORY: ("few", "", "short"),
}

# So many newest months the exact test takes together: one small month tells little.
EXACT_MONTHS = 3


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
    """One series in one month; ``seen`` and ``expected`` are of three months under "exact"."""

    series: Series
    period: Period
    seen: int
    standing: MonthStanding
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
            self.standing,
            self.tier,
            *("" if one is None else f"{one:.6g}" for one in numbers),
        ]


def judge(months: Months, settings: Settings) -> list[JudgedMonth]:
    """Return a verdict for each series and each of the newest months that has a number.

    The family of a month is every series that had enough cases to be tested in it.
    """
    last = len(months.periods)
    first = max(last - settings.months_judged - settings.incomplete_months, 0)
    # A month that is no fair yardstick is no month to judge either.
    counts = np.where(months.left_out, np.nan, months.counts)
    judged = []
    for time in range(first, last):
        found = monthly_round(
            counts,
            at=[time],
            months=EXACT_MONTHS,
            years_back=settings.years_back,
            incomplete=settings.incomplete_months,
            minimum_cases=settings.fewest_together,
            false_discovery_rate=settings.chance_findings / 100,
        )
        for row in np.flatnonzero(~np.isnan(counts[:, time])):
            one = _judged(months.series[row], months.periods[time], counts[row, time], found, row)
            judged.append(one)
    return judged


def _judged(
    series: Series, period: Period, count: float, found: Round, row: np.intp
) -> JudgedMonth:
    tier, method, standing = _TIERS[int(found.tier[row, 0])]
    # What was tested: under the exact test that is the newest months together.
    seen = count if math.isnan(found.count[row, 0]) else found.count[row, 0]
    return JudgedMonth(
        series=series,
        period=period,
        seen=int(seen),
        standing="alarm" if found.alarm[row, 0] else standing,
        tier=tier,
        method=method,
        expected=_number(found.expected[row, 0]),
        upper_bound=_whole(found.upper_bound[row, 0]),
        p_value=_number(found.p_value[row, 0]),
        adjusted_p=_number(found.adjusted_p[row, 0]),
    )


def _number(value: float) -> float | None:
    return None if math.isnan(value) else float(value)


def _whole(value: float) -> int | None:
    return None if math.isnan(value) else math.ceil(value)
