"""Lay the monthly figures of a municipality out as series over time."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from integraal.knowledge.figures.definitions import stretches_left_out
from integraal.knowledge.figures.models import Figure
from integraal.knowledge.indicators.definitions import Indicator
from integraal.knowledge.indicators.periods import Period

# Years of months that are read beyond those that judge, to make up for years that are left out.
YEARS_TO_SPARE = 3


@dataclass(frozen=True)
class Series:
    """What a row of the counts is about."""

    indicator: Indicator
    area: UUID


@dataclass(frozen=True)
class Months:
    """Counts over time.

    Attributes:
        series: n of them.
        periods: m months in a row, oldest first.
        counts: of shape (n, m); NaN where there is no number.
        left_out: of the same shape; whether a month is no fair yardstick.
    """

    series: tuple[Series, ...]
    periods: tuple[Period, ...]
    counts: NDArray[np.float64]
    left_out: NDArray[np.bool_]


def gather(
    wanted: Sequence[Indicator], areas: Collection[UUID], months: int, *, years_back: int
) -> Months | None:
    """Return the monthly counts of areas; one query for the newest month and one for the counts.

    A series of which the source rounds the counts is left out: rounded counts are not tested.

    Args:
        wanted: indicators that count.
        areas: ids.
        months: how many of the newest months are judged.
        years_back: how many earlier years judge a month.

    Returns:
        None when there are no monthly figures.
    """
    measures = {measure for one in wanted for measure in one.measures}
    monthly = Figure.objects.filter(
        measure__in=measures, area_id__in=areas, is_current=True, period__contains="MM"
    )
    newest = monthly.order_by("-period").values_list("period", flat=True).first()
    if newest is None:
        return None
    periods = _back_from(Period.from_code(newest), months + 12 * (years_back + YEARS_TO_SPARE))
    rows = monthly.filter(period__gte=periods[0].code).values_list(
        "measure", "area_id", "period", "value", "rounded_to"
    )
    place = {period.code: number for number, period in enumerate(periods)}
    found: dict[tuple[str, UUID], NDArray[np.float64]] = {}
    rounded = set()
    for measure, area, period, value, step in rows:
        row = found.get((measure, area))
        if row is None:
            row = found[measure, area] = np.full(len(periods), np.nan)
        if value is not None:
            row[place[period]] = float(value)
        if step > 1:
            rounded.add((measure, area))
    return _together(
        wanted, {key: one for key, one in found.items() if key not in rounded}, periods
    )


def _together(
    wanted: Sequence[Indicator],
    found: Mapping[tuple[str, UUID], NDArray[np.float64]],
    periods: Sequence[Period],
) -> Months | None:
    """Add up the measures of each indicator; a month without one of them has no number."""
    of_area: dict[UUID, set[str]] = defaultdict(set)
    for measure, area in found:
        of_area[area].add(measure)
    series, counts, left_out = [], [], []
    for one in wanted:
        unfair = [
            any(stretch.covers(period) for stretch in stretches_left_out(one)) for period in periods
        ]
        for area, known in of_area.items():
            if known.issuperset(one.measures):
                series.append(Series(one, area))
                counts.append(sum(found[measure, area] for measure in one.measures))
                left_out.append(unfair)
    if not series:
        return None
    return Months(tuple(series), tuple(periods), np.array(counts), np.array(left_out))


def _back_from(newest: Period, months: int) -> list[Period]:
    last = newest.months.start
    return [
        Period(number // 12, number % 12 + 1, "month")
        for number in range(last - months + 1, last + 1)
    ]
