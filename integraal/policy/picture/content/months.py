"""The newest months of the municipality, each with what was to be expected of it."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from integraal.knowledge.figures.composing import period_of
from integraal.knowledge.figures.definitions import stretches_left_out
from integraal.knowledge.figures.estimates import Estimate
from integraal.knowledge.figures.queries import Key
from integraal.knowledge.figures.rounds.models import MonthVerdict
from integraal.knowledge.figures.rounds.telling import statement_of
from integraal.knowledge.indicators.calculation_rules import CalculationRules
from integraal.knowledge.indicators.definitions import Indicator
from integraal.knowledge.indicators.periods import Period

Json = dict[str, Any]
MONTHS_SHOWN = 36
FEWEST_YEARS = 3


def months_of(
    one: Indicator,
    area: UUID,
    known: Mapping[Key, Estimate],
    verdicts: Mapping[tuple[str, str], MonthVerdict],
    rules: CalculationRules,
) -> list[Json]:
    """Return the newest months, oldest first; nothing where there are no figures by month.

    Args:
        known: every figure that was read, of all months that there are.
        verdicts: what the newest monthly round says of this area, by (code, period).
        rules: how many of the newest months are not complete yet.
    """
    if one.kind != "count":
        return []
    found = {
        period_of(code): estimate
        for (indicator, place, code), estimate in known.items()
        if indicator == one.code and place == area and "MM" in code
    }
    if not found:
        return []
    last = max(period.months.start for period in found)
    unfair = stretches_left_out(one)
    usable = {
        period: estimate.count
        for period, estimate in found.items()
        if estimate.count is not None and not any(each.covers(period) for each in unfair)
    }
    months = [
        Period(number // 12, number % 12 + 1, "month")
        for number in range(last - MONTHS_SHOWN + 1, last + 1)
    ]
    first = min(found)
    return [
        _month(
            month,
            found.get(month),
            verdicts.get((one.code, month.code)),
            usable,
            rules,
            is_open=last - month.months.start < rules.incomplete_months,
        )
        for month in months
        if month >= first
    ]


def _month(
    month: Period,
    estimate: Estimate | None,
    verdict: MonthVerdict | None,
    usable: Mapping[Period, int],
    rules: CalculationRules,
    *,
    is_open: bool,
) -> Json:
    return {
        "period": month.code,
        "status": estimate.status if estimate else "missing",
        "value": None if not estimate or estimate.count is None else str(estimate.count),
        "usual": _usual(month, usable, rules.years_back),
        "expected": _expected(verdict),
        "incomplete": is_open or bool(estimate and estimate.incomplete),
        "provisional": bool(estimate and estimate.provisional),
        "standing": str(verdict.standing) if verdict else "",
        "label": statement_of(verdict).label if verdict else "",
        "sentence": statement_of(verdict).detail if verdict else "",
    }


def _usual(month: Period, usable: Mapping[Period, int], years_back: int) -> str | None:
    """Return the mean of the same month in the years before; None of too few years."""
    before = [
        usable[earlier]
        for away in range(1, years_back + 1)
        if (earlier := Period(month.year - away, month.number, "month")) in usable
    ]
    return f"{sum(before) / len(before):.1f}" if len(before) >= FEWEST_YEARS else None


def _expected(verdict: MonthVerdict | None) -> Json | None:
    """The band of a month that was judged by itself; three months together are no band here."""
    if verdict is None or verdict.tier != "farrington":
        return None
    if verdict.expected is None or verdict.upper_bound is None:
        return None
    return {"mean": f"{verdict.expected:.1f}", "high": str(verdict.upper_bound)}
