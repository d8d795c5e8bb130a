"""Money budgeted and spent per row: an outline for what there is, a fill for what is gone."""

from __future__ import annotations

from dataclasses import dataclass

from integraal.foundation.ui.charts.frame import (
    CHARACTER_WIDTH,
    Size,
    described_svg,
    label,
    wide_and_narrow,
)
from integraal.foundation.ui.charts.scales import ChartRefused, must_be_finite, place
from integraal.foundation.ui.dutch import begin_of, number

_ROW = 52.0
_BAR = 22.0


@dataclass(frozen=True)
class Account:
    """A row: its name, what was budgeted and what is spent, in euro; ``None`` is not known."""

    name: str
    budget: float | None
    spent: float | None


@dataclass(frozen=True)
class Spending:
    """Rows from top to bottom."""

    title: str
    description: str
    heading: str
    rows: tuple[Account, ...]

    def __post_init__(self) -> None:
        if not self.rows:
            raise ChartRefused("Een grafiek van geld heeft ten minste één rij nodig.")
        for row in self.rows:
            must_be_finite(row.name, row.budget, row.spent)
            if min(row.budget or 0, row.spent or 0) < 0:
                raise ChartRefused(f"Een bedrag van {row.name} is lager dan nul.")


def _draw(spec: Spending, uid: str, width: float) -> str:
    highest = max([1.0, *(max(row.budget or 0, row.spent or 0) for row in spec.rows)])
    parts = []
    for index, row in enumerate(spec.rows):
        parts += _row(row, index * _ROW, width, (width - 2) / highest)
    size = Size(width, len(spec.rows) * _ROW + 4)
    return described_svg(parts, size, uid, spec.title, spec.description)


def _row(row: Account, top: float, width: float, unit: float) -> list[str]:
    words = f"{_euro(row.spent)} van {_euro(row.budget)}"
    room = width - len(words) * CHARACTER_WIDTH - 12
    parts = [
        label("c-lab", 0, top + 14, begin_of(row.name, max(6, int(room / CHARACTER_WIDTH)))),
        label("c-ax", width, top + 14, words, "end"),
    ]
    spent, budget = row.spent or 0, row.budget
    within = spent if budget is None else min(spent, budget)
    if budget:
        parts.append(_rectangle("c-bar-open", 0, top + 20, budget * unit))
    if within:
        parts.append(_rectangle("c-bar", 0, top + 20, within * unit))
    if spent > within:
        parts.append(_rectangle("c-over", within * unit, top + 20, (spent - within) * unit))
    return parts


def _rectangle(css: str, x: float, top: float, width: float) -> str:
    return (
        f'<rect class="{css}" x="{place(x + 1)}" y="{place(top)}" width="{place(width)}" '
        f'height="{place(_BAR)}"/>'
    )


def _euro(amount: float | None) -> str:
    return "onbekend" if amount is None else f"€ {number(amount, 0)}"


def draw_wide(spec: Spending, uid: str) -> str:
    """Return the SVG for places wider than about 450 px."""
    return _draw(spec, f"{uid}w", 560)


def draw_narrow(spec: Spending, uid: str) -> str:
    """Return the SVG for a phone."""
    return _draw(spec, f"{uid}n", 342)


def draw(spec: Spending, uid: str) -> str:
    """Return both forms in the wrapper that shows the one that fits."""
    return wide_and_narrow(draw_wide(spec, uid), draw_narrow(spec, uid))
