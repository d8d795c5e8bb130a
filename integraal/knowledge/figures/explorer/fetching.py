"""Fetch stored values of a stretch of time, each with the row it stands in.

The readers in ``queries`` give all periods or one; a page of months needs a stretch, and the way
back from every number to its row.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import Max, Q, QuerySet

from integraal.knowledge.figures.composing import StoredValue
from integraal.knowledge.figures.explorer.selection import Frequency, Selection
from integraal.knowledge.figures.models import Figure, ReferenceFigure
from integraal.knowledge.figures.queries import (
    COLUMNS,
    MEASURED,
    datasets_by_id,
    snapshots_by_id,
    stored_value,
)
from integraal.knowledge.indicators.periods import Period

LETTERS: dict[Frequency, str] = {"jaren": "JJ", "maanden": "MM"}
# So many months are shown when nobody asks for a stretch of time.
USUAL_MONTHS = 24


@dataclass(frozen=True)
class Span:
    """Periods of one kind; ``first`` and ``last`` are CBS codes, empty for no limit."""

    letters: str
    first: str
    last: str

    @property
    def condition(self) -> Q:
        chosen = Q(period__contains=self.letters)
        if self.first:
            chosen &= Q(period__gte=self.first)
        if self.last:
            chosen &= Q(period__lte=self.last)
        return chosen

    @property
    def years(self) -> Q:
        """The years a denominator may be of: those of the stretch, and one on either side."""
        chosen = Q(period__contains="JJ")
        if self.first:
            chosen &= Q(period__gte=f"{int(self.first[:4]) - 1}JJ00")
        if self.last:
            chosen &= Q(period__lte=f"{int(self.last[:4]) + 1}JJ00")
        return chosen


@dataclass(frozen=True, slots=True)
class StoredRow:
    """A stored value and its own row: the id of a ``Figure`` or of a ``ReferenceFigure``."""

    value: StoredValue
    row: UUID | int


Rows = dict[tuple[str, str, str], StoredRow]
# Key of a place to (measure, year code) to number.
Denominators = Mapping[str, Mapping[tuple[str, str], int]]


@dataclass(frozen=True)
class Stored:
    """What is counted, each with its row, and the denominators below it."""

    rows: Rows = field(default_factory=dict)
    denominators: Denominators = field(default_factory=dict)

    def __or__(self, other: "Stored") -> "Stored":
        return Stored(self.rows | other.rows, {**self.denominators, **other.denominators})


def span_of(selection: Selection, measures: Collection[str]) -> Span:
    """Return the stretch of time of a selection; one query when it asks months without a start."""
    letters = LETTERS[selection.frequency]
    if selection.year and selection.form != "lijn":
        if selection.frequency == "jaren":
            code = Period.of_year(selection.year).code
            return Span(letters, code, code)
        return Span(letters, f"{selection.year}MM01", f"{selection.year}MM12")
    first, last = selection.first_code, selection.last_code
    if selection.frequency == "maanden" and not first:
        first = _usual_start(measures, last)
    return Span(letters, first, last)


def own_rows(
    measures: Collection[str], denominators: Collection[str], areas: Collection[str], span: Span
) -> Stored:
    """Return current own values; two queries, and one more with denominators.

    Args:
        measures: what is counted, in the stretch of time.
        denominators: measures of which every year is wanted.
        areas: ids.
    """
    if not areas:
        return Stored()
    current = Figure.objects.filter(area_id__in=areas, is_current=True)
    rows = list(
        current.filter(span.condition, measure__in=measures).values_list(
            *COLUMNS, *MEASURED, "area_id", "snapshot_id", "pk"
        )
    )
    files = snapshots_by_id({row[-2] for row in rows})
    found = {
        (row[0], str(row[-3]), row[1]): StoredRow(
            stored_value(row[:7], files[row[-2]], row[7:10]), row[-1]
        )
        for row in rows
    }
    return Stored(found, _below(current, denominators, "area_id", span))


def national_rows(
    measures: Collection[str], denominators: Collection[str], regions: Collection[str], span: Span
) -> Stored:
    """Return published values by region; two queries, and one more with denominators."""
    if not regions:
        return Stored()
    published = ReferenceFigure.objects.filter(region__in=regions)
    rows = list(
        published.filter(span.condition, measure__in=measures).values_list(
            *COLUMNS, "region", "dataset_id", "pk"
        )
    )
    tables = datasets_by_id({row[-2] for row in rows})
    found = {
        (row[0], row[-3], row[1]): StoredRow(stored_value(row[:7], tables[row[-2]]), row[-1])
        for row in rows
    }
    return Stored(found, _below(published, denominators, "region", span))


def _below(
    figures: QuerySet[Any], measures: Collection[str], place: str, span: Span
) -> Denominators:
    found: dict[str, dict[tuple[str, str], int]] = defaultdict(dict)
    if measures:
        known = figures.filter(span.years, measure__in=measures, value__isnull=False)
        for key, measure, period, value in known.values_list(place, "measure", "period", "value"):
            found[str(key)][measure, period] = int(value)
    return found


def areas_with_figures(measures: Collection[str], span: Span) -> set[str]:
    """Return the ids of the areas that have figures; one query."""
    figures = Figure.objects.filter(span.condition, measure__in=measures, is_current=True)
    return {str(pk) for pk in figures.order_by().values_list("area_id", flat=True).distinct()}


def _usual_start(measures: Collection[str], last: str) -> str:
    months = Figure.objects.filter(
        Span("MM", "", last).condition, measure__in=set(measures), is_current=True
    )
    newest = months.aggregate(newest=Max("period"))["newest"]
    if newest is None:
        return ""
    start = Period.from_code(newest).months.start - USUAL_MONTHS + 1
    return Period(start // 12, start % 12 + 1, "month").code
