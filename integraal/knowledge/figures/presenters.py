"""What the pages of the figures show."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet

from integraal.foundation.audit.actors import Actor
from integraal.foundation.ui.components import Chip
from integraal.foundation.ui.dutch import number
from integraal.foundation.ui.tables import Column, Table
from integraal.knowledge.figures.definitions import (
    class_lists,
    indicator_by_measure,
    indicators,
    sources,
)
from integraal.knowledge.figures.models import Figure, Snapshot, Status
from integraal.knowledge.figures.queries import rows_of_snapshot
from integraal.knowledge.figures.tabs import tabs
from integraal.knowledge.indicators.definitions import Indicator
from integraal.knowledge.indicators.periods import Period
from integraal.knowledge.sources.definitions import Source

_STATUS = {
    Status.MISSING: "ontbreekt",
    Status.WITHHELD: "afgeschermd",
    Status.IMPOSSIBLE: "kan niet",
}


ON_A_PAGE = 50


@dataclass(frozen=True)
class SnapshotPage:
    """What ``figures/snapshot.html`` shows; ``rows`` is one page of the table."""

    tabs: list[Chip]
    snapshot: Snapshot
    source: Source | None
    title: str
    why: str
    caveats: tuple[str, ...]
    sought: str
    rows: Page[Figure]
    table: Table
    revised: int


def snapshot_page(by: Actor, snapshot: Snapshot, sought: str, number: str | None) -> SnapshotPage:
    """Return the page of one loaded file.

    Args:
        sought: words to look for in the names of areas and of what is counted.
        number: which page of rows is asked.
    """
    everything = rows_of_snapshot(snapshot)
    measures = set(everything.order_by().values_list("measure", flat=True).distinct())
    counted = indicator_by_measure()
    shown = sorted({counted[one].code for one in measures if one in counted})
    only = indicators()[shown[0]] if len(shown) == 1 else None
    source = sources().get(snapshot.source)
    found = _found(everything, measures, counted, sought)
    rows = Paginator(found, ON_A_PAGE).get_page(number)
    return SnapshotPage(
        tabs=tabs(by, "snapshots"),
        snapshot=snapshot,
        source=source,
        title=only.name if only else snapshot.title,
        why=only.why_it_matters if only else f"Dit bestand gaat over {len(shown)} cijfers.",
        caveats=only.caveats if only else (source.caveats if source else ()),
        sought=sought,
        rows=rows,
        table=_table(snapshot, rows, counted),
        revised=everything.filter(is_current=False).count(),
    )


def _found(
    rows: QuerySet[Figure], measures: Iterable[str], counted: dict[str, Indicator], sought: str
) -> QuerySet[Figure]:
    """Return the rows whose area or class has every word that is sought."""
    for word in sought.replace("\x00", "").split():
        named = [one for one in measures if word.casefold() in _told(one, counted).casefold()]
        rows = rows.filter(Q(area__name__icontains=word) | Q(measure__in=named))
    return rows


def _told(measure: str, counted: dict[str, Indicator]) -> str:
    """Return every name of what is counted."""
    list_code, _, class_code = measure.partition(":")
    listed = class_lists().get(list_code)
    label = listed.by_code(class_code) if listed else None
    indicator = counted.get(measure)
    names = [measure, label.label if label else ""]
    names += [indicator.name, indicator.short_name] if indicator else []
    return " ".join(names)


def _table(snapshot: Snapshot, rows: Iterable[Figure], counted: dict[str, Indicator]) -> Table:
    return Table(
        caption=f"Cijfers uit {snapshot.file_name}",
        columns=(
            Column("Gebied"),
            Column("Cijfer"),
            Column("Periode"),
            Column("Aantal", numeric=True),
            Column("Regel", numeric=True),
            Column("Stand"),
        ),
        rows=tuple(
            (
                row.area.name,
                counted[row.measure].short_name if row.measure in counted else row.measure,
                Period.from_code(row.period).label,
                shown_value(row),
                str(row.line),
                _standing(snapshot, row),
            )
            for row in rows
        ),
    )


def _standing(snapshot: Snapshot, row: Figure) -> str:
    if row.is_current:
        return "geldt"
    return "teruggenomen" if snapshot.taken_back_at else "later herzien"


def shown_value(figure: Figure) -> str:
    """Return the value as shown; what is withheld is no zero."""
    if figure.value is None:
        return _STATUS[Status(figure.status)]
    shown = number(figure.value)
    marks = [
        *(["nog niet compleet"] if figure.incomplete else []),
        *(["voorlopig"] if figure.provisional and not figure.incomplete else []),
    ]
    return f"{shown} ({marks[0]})" if marks else shown
