"""What the pages of the figures show."""

from dataclasses import dataclass

from integraal.foundation.ui.dutch import number
from integraal.foundation.ui.tables import Column, Table
from integraal.knowledge.figures.models import Figure, Snapshot
from integraal.knowledge.figures.queries import indicators, rows_of_snapshot, sources
from integraal.knowledge.indicators.periods import Period
from integraal.knowledge.sources.definitions import Source

_STATUS = {
    Figure.Status.MISSING: "ontbreekt",
    Figure.Status.WITHHELD: "afgeschermd",
    Figure.Status.IMPOSSIBLE: "kan niet",
}


@dataclass(frozen=True)
class SnapshotPage:
    """What ``figures/snapshot.html`` shows."""

    snapshot: Snapshot
    source: Source | None
    indicator: str
    why: str
    caveats: tuple[str, ...]
    table: Table
    revised: int


def snapshot_page(snapshot: Snapshot) -> SnapshotPage:
    """Return the page of one loaded file."""
    rows = rows_of_snapshot(snapshot)
    code = rows[0].indicator if rows else ""
    indicator = indicators().get(code)
    return SnapshotPage(
        snapshot=snapshot,
        source=sources().get(snapshot.source),
        indicator=indicator.name if indicator else "",
        why=indicator.why_it_matters if indicator else "",
        caveats=indicator.caveats if indicator else (),
        table=_table(snapshot, rows),
        revised=sum(not row.is_current for row in rows),
    )


def _table(snapshot: Snapshot, rows: list[Figure]) -> Table:
    return Table(
        caption=f"Cijfers uit {snapshot.file_name}",
        columns=(
            Column("Gebied"),
            Column("Periode"),
            Column("Aantal", numeric=True),
            Column("Regel", numeric=True),
            Column("Stand"),
        ),
        rows=tuple(
            (
                row.area.name,
                Period.from_code(row.period).label,
                shown_value(row),
                str(row.line),
                "geldt" if row.is_current else "later herzien",
            )
            for row in rows
        ),
    )


def shown_value(figure: Figure) -> str:
    """Return the count as shown; what is withheld is no zero."""
    if figure.value is None:
        return _STATUS[Figure.Status(figure.status)]
    shown = number(figure.value, 0)
    return f"{shown} (voorlopig)" if figure.provisional else shown
