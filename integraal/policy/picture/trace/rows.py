"""The stored rows behind one figure of a picture, as they counted when it was made."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from integraal.knowledge.figures.composing import DENOMINATOR_MEASURES, DENOMINATOR_YEARS
from integraal.knowledge.figures.explorer.origin import measure_label
from integraal.knowledge.figures.models import Figure
from integraal.knowledge.figures.presenters import shown_value
from integraal.knowledge.indicators.definitions import Indicator
from integraal.knowledge.indicators.periods import Period

HIDDEN = "niet getoond"


@dataclass(frozen=True)
class Row:
    """One row of a file.

    Attributes:
        pk: of the figure, which has a page of its own.
        what: what it counts, as the list of classes calls it.
        shown: its value; a word when the reader may not see it.
        is_denominator: whether the count is divided by it.
        is_revised: whether a later file says something else by now.
    """

    pk: UUID
    what: str
    period: str
    shown: str
    file: str
    snapshot: UUID
    line: int
    is_denominator: bool
    is_revised: bool


def rows_behind(
    indicator: Indicator, area: UUID, year: int, *, at: datetime | None, may_see: bool
) -> list[Row]:
    """Return the rows that a figure was added up from, and the one it was divided by.

    Args:
        indicator: what is counted.
        area: id of the area.
        year: of the figure.
        at: the moment the figure was frozen; ``None`` is now.
        may_see: whether the reader may see the numbers as the source gave them.
    """
    found = rows_behind_all([(indicator, year)], area, at=at, may_see=may_see)
    return found[indicator.code, year]


def rows_behind_all(
    wanted: Collection[tuple[Indicator, int]], area: UUID, *, at: datetime | None, may_see: bool
) -> dict[tuple[str, int], list[Row]]:
    """Return the rows behind several figures of one area, by code and year; one query.

    Args:
        wanted: each indicator with a year.
        area, at, may_see: see ``rows_behind``.
    """
    asked = Q(pk=None)
    for indicator, year in wanted:
        asked |= _asked(indicator, year)
    found = Figure.objects.filter(asked, area_id=area).select_related("snapshot")
    rows = _as_they_counted(found.defer("snapshot__content"), at) if wanted else []
    return {(one.code, year): _rows_of(rows, one, year, may_see) for one, year in wanted}


def _asked(indicator: Indicator, year: int) -> Q:
    counted = Q(measure__in=indicator.measures, period=Period.of_year(year).code)
    divisor = _divisor(indicator)
    return counted | Q(measure=divisor, period__in=_divisor_years(year)) if divisor else counted


def _rows_of(found: list[Figure], indicator: Indicator, year: int, may_see: bool) -> list[Row]:
    divisor, period = _divisor(indicator), Period.of_year(year).code
    parts = [one for one in found if one.measure in indicator.measures and one.period == period]
    rows = [one for one in parts if one.measure != divisor]
    return [
        *(_row(one, may_see) for one in sorted(rows, key=lambda one: one.measure)),
        *(
            _row(one, may_see, is_denominator=True)
            for one in _best(found, divisor, _divisor_years(year))
        ),
    ]


def _divisor(indicator: Indicator) -> str | None:
    return DENOMINATOR_MEASURES.get(indicator.denominator) if indicator.denominator else None


def _divisor_years(year: int) -> list[str]:
    return [Period.of_year(year + away).code for away in DENOMINATOR_YEARS]


def _as_they_counted(found: QuerySet[Figure], at: datetime | None) -> list[Figure]:
    """Return per measure and period the row that counted at a moment, or that counts now."""
    if at is None:
        return list(found.filter(is_current=True))
    known = found.filter(snapshot__loaded_at__lte=at).filter(
        Q(snapshot__taken_back_at__isnull=True) | Q(snapshot__taken_back_at__gt=at)
    )
    newest: dict[tuple[str, str], Figure] = {}
    for one in known.order_by("snapshot__loaded_at", "pk"):
        newest[one.measure, one.period] = one
    return list(newest.values())


def _best(rows: Iterable[Figure], divisor: str | None, years: list[str]) -> list[Figure]:
    """Return the denominator that fits best: of the year itself, the next, or the last."""
    by_period = {one.period: one for one in rows if divisor and one.measure == divisor}
    usable = [by_period[code] for code in years if code in by_period and by_period[code].value]
    return usable[:1]


def _row(one: Figure, may_see: bool, *, is_denominator: bool = False) -> Row:
    return Row(
        pk=one.pk,
        what=measure_label(one.measure),
        period=Period.from_code(one.period).label,
        shown=shown_value(one) if may_see else HIDDEN,
        file=one.snapshot.file_name,
        snapshot=one.snapshot_id,
        line=one.line,
        is_denominator=is_denominator,
        is_revised=not one.is_current,
    )
