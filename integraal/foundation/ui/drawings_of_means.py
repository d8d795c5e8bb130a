"""Legend and table twin of the charts of what a programme costs and holds."""

from __future__ import annotations

from integraal.foundation.ui.charts.capacity import Capacity
from integraal.foundation.ui.charts.spending import Spending
from integraal.foundation.ui.charts.stacks import CLASSES, Stacks
from integraal.foundation.ui.dutch import NO_VALUE, number
from integraal.foundation.ui.tables import Column, Table

Legend = tuple[tuple[str, str], ...]
"""Samples and their words; ``drawings`` makes its items of them."""
_BLOCK = '<rect class="{}" x="1" y="2" width="22" height="12"/>'


def capacity_legend(spec: Capacity) -> Legend:
    """Return only the entries these quarters use."""
    items = []
    if any(one.is_past for one in spec.quarters):
        items.append((_BLOCK.format("c-bar-done"), "Gepland, voorbij"))
    if not all(one.is_past for one in spec.quarters):
        items.append((_BLOCK.format("c-bar"), "Gepland"))
    if any(one.excess for one in spec.quarters):
        items.append((_BLOCK.format("c-over"), "Meer dan er is"))
    if any(one.available is not None for one in spec.quarters):
        items.append(('<path class="c-cap" d="M1 8h22"/>', "Beschikbaar"))
    return tuple(items)


def capacity_twin(spec: Capacity) -> Table:
    """Return the quarters as a table."""
    columns = (
        Column("Kwartaal"),
        Column("Gepland (uur)", numeric=True, short="Gepland"),
        Column("Beschikbaar (uur)", numeric=True, short="Beschikbaar"),
        Column("Over of tekort", numeric=True),
    )
    rows = tuple(
        (
            f"{one.number}e kwartaal {one.year}",
            number(one.planned),
            "niet ingevuld" if one.available is None else number(one.available),
            _left(one.planned, one.available),
        )
        for one in spec.quarters
    )
    return Table(caption=f"Tabel: {spec.title}", columns=columns, rows=rows)


def _left(planned: float, available: float | None) -> str:
    if available is None:
        return NO_VALUE
    left = available - planned
    return f"{number(-left)} tekort" if left < 0 else f"{number(left)} over"


def stacks_legend(spec: Stacks) -> Legend:
    """Return every kind, in its order."""
    pairs = zip(CLASSES, spec.kinds, strict=False)
    return tuple((_BLOCK.format(css), kind) for css, kind in pairs)


def stacks_twin(spec: Stacks) -> Table:
    """Return the rows as a table."""
    columns = (
        Column(spec.heading),
        *(Column(kind.capitalize(), numeric=True) for kind in spec.kinds),
        Column("Ontbreekt"),
    )
    rows = tuple(
        (row.name, *(str(count) for count in row.counts), ", ".join(spec.lacking(row)) or "niets")
        for row in spec.rows
    )
    return Table(caption=f"Tabel: {spec.title}", columns=columns, rows=rows)


def spending_legend(spec: Spending) -> Legend:
    """Return only the entries these rows use."""
    items = [(_BLOCK.format("c-bar"), "Uitgegeven"), (_BLOCK.format("c-bar-open"), "Begroot")]
    if any((row.spent or 0) > row.budget for row in spec.rows if row.budget is not None):
        items.append((_BLOCK.format("c-over"), "Meer dan begroot"))
    return tuple(items)


def spending_twin(spec: Spending) -> Table:
    """Return the rows as a table."""
    columns = (
        Column(spec.heading),
        Column("Begroot (euro)", numeric=True, short="Begroot"),
        Column("Uitgegeven (euro)", numeric=True, short="Uitgegeven"),
    )
    rows = tuple((row.name, number(row.budget, 0), number(row.spent, 0)) for row in spec.rows)
    return Table(caption=f"Tabel: {spec.title}", columns=columns, rows=rows)
