"""From stored values to the estimate of an indicator: parts are added, a denominator is found.

Pure: rows in, estimates out. A basket adds several measures; one part without a value makes the
whole without a value, because a sum that leaves something out would be read as the whole.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any

from integraal.knowledge.figures.estimates import (
    AreaRef,
    Estimate,
    SnapshotRef,
    Status,
    from_count,
    from_measurement,
    without_value,
)
from integraal.knowledge.indicators.definitions import (
    DENOMINATOR_WORDS,
    Denominator,
    Indicator,
)
from integraal.knowledge.indicators.periods import Period

# The measure that holds each denominator; a denominator without figures gives no rate.
DENOMINATOR_MEASURES: dict[Denominator, str] = {
    "inhabitants": "kerncijfers:inwoners",
    "homes": "kerncijfers:woningen",
    "firms": "kerncijfers:bedrijfsvestigingen",
    "youth": "kerncijfers:jongeren-12-17",
}
# A denominator of 1 January of the year itself fits best, then that of the next, then the last.
DENOMINATOR_YEARS = (0, 1, -1)
# A page asks the same few periods thousands of times.
period_of = lru_cache(maxsize=5_000)(Period.from_code)
period_of_year = lru_cache(maxsize=1_000)(Period.of_year)
# What a sum is called when not every part has a value: the strongest reason first.
_REASONS: tuple[Status, ...] = ("withheld", "missing")


@dataclass(frozen=True, slots=True)
class StoredValue:
    """One stored value of a measure, for one area and period, with its snapshot."""

    measure: str
    period: str
    value: Decimal | None
    status: Status
    rounded_to: int
    provisional: bool
    incomplete: bool
    snapshot: SnapshotRef
    low: Decimal | None = None
    high: Decimal | None = None
    sample: int | None = None


@dataclass(frozen=True)
class FoundDenominator:
    """A number of inhabitants, homes and so on, and the period it is of."""

    value: int
    unit: str
    period: str


def compose(
    indicator: Indicator,
    parts: Sequence[StoredValue],
    area: AreaRef,
    denominator: FoundDenominator | None,
) -> Estimate | None:
    """Return the estimate of an indicator from its stored parts.

    Args:
        indicator: what is wanted.
        parts: the values of its measures, all of one area and one period.
        area: that area.
        denominator: for the rate; None gives none.

    Returns:
        None when a measure was never loaded for this area and period.
    """
    if not parts or len(parts) < len(indicator.measures):
        return None
    reason = _reason(parts)
    if reason:
        return without_value(reason, **_where(indicator, parts, area))
    if indicator.kind == "measured":
        return _measured(parts[0], _where(indicator, parts, area))
    return added_up(indicator, parts, area, denominator)


def added_up(
    indicator: Indicator,
    parts: Sequence[StoredValue],
    area: AreaRef,
    denominator: FoundDenominator | None,
) -> Estimate:
    """Return the estimate of a count as the sum of parts of one period.

    Args:
        indicator: what is counted.
        parts: of one area its classes, or of several areas; what has no value adds nothing, so
            that the caller has looked whether a sum may be made. At least one has a value.
        area: what the sum is of.
        denominator: for the rate; None gives none.
    """
    present = [part for part in parts if part.value is not None]
    return from_count(
        int(sum(part.value or 0 for part in present)),
        denominator=denominator.value if denominator else None,
        denominator_unit=denominator.unit if denominator else None,
        denominator_period=denominator.period if denominator else None,
        per=indicator.per,
        rounded_to=sum_step([part.rounded_to for part in present]),
        incomplete=any(part.incomplete for part in parts),
        **_where(indicator, parts, area),
    )


def sum_step(steps: Sequence[int]) -> int:
    """Return the step of a sum of rounded counts: every part may be half its step off."""
    rounded = [step for step in steps if step > 1]
    return sum(rounded) if rounded else 1


def find_denominator(
    kind: Denominator | None, period: str, known: Mapping[tuple[str, str], int]
) -> FoundDenominator | None:
    """Return the denominator that fits a period best.

    Args:
        kind: which denominator.
        period: CBS code; a month or quarter takes that of its year.
        known: (measure, period code of a year) to number, all of one area.
    """
    if kind is None:
        return None
    year = period_of(period).year
    for away in DENOMINATOR_YEARS:
        code = period_of_year(year + away).code
        value = known.get((DENOMINATOR_MEASURES[kind], code))
        if value:
            return FoundDenominator(value, DENOMINATOR_WORDS[kind], code)
    return None


def newest_of(parts: Sequence[StoredValue]) -> StoredValue:
    """Return the part whose file was taken in last; the first of those of one day."""
    if len(parts) == 1:
        return parts[0]
    return max(parts, key=lambda part: part.snapshot.accessed)


def _where(indicator: Indicator, parts: Sequence[StoredValue], area: AreaRef) -> dict[str, Any]:
    newest = newest_of(parts)
    return {
        "period": period_of(newest.period),
        "area": area,
        "indicator": indicator.code,
        "indicator_version": indicator.version,
        "snapshot": newest.snapshot,
        "provisional": any(part.provisional for part in parts),
    }


def _reason(parts: Sequence[StoredValue]) -> Status | None:
    """Return why there is no value; what cannot occur adds nothing and hides nothing."""
    statuses = {part.status for part in parts}
    for reason in _REASONS:
        if reason in statuses:
            return reason
    return "impossible" if statuses == {"impossible"} else None


def _measured(part: StoredValue, where: dict[str, Any]) -> Estimate:
    assert part.value is not None, "a part without value has a reason"
    return from_measurement(part.value, low=part.low, high=part.high, sample=part.sample, **where)
