"""Rows of counts beside each other, in a few kinds; a kind that a row lacks is drawn as a gap."""

from __future__ import annotations

from dataclasses import dataclass

from integraal.foundation.ui.charts.frame import (
    CHARACTER_WIDTH,
    Size,
    described_svg,
    label,
    wide_and_narrow,
)
from integraal.foundation.ui.charts.scales import ChartRefused, place
from integraal.foundation.ui.dutch import begin_of

CLASSES = ("k-prev", "k-hand", "k-zorg", "k-none")
"""Fill of each kind; numbers on the first are white."""
_BAR = 34.0
_ABOVE = 20.0
_NOTE_WIDTH = 6.6


@dataclass(frozen=True)
class Stack:
    """A row: its name, and how many of each kind in the order of the kinds."""

    name: str
    counts: tuple[int, ...]


@dataclass(frozen=True)
class Stacks:
    """Rows from top to bottom. kinds: their names, at most four.

    expected: how many of the kinds, from the first, every row should have; a row with none of one
    of those gets a gap with the words "geen" and its name.
    """

    title: str
    description: str
    heading: str
    kinds: tuple[str, ...]
    rows: tuple[Stack, ...]
    expected: int = 0

    def __post_init__(self) -> None:
        if not self.rows or not 0 < len(self.kinds) <= len(CLASSES):
            raise ChartRefused("Deze grafiek heeft rijen nodig, en een tot vier soorten.")
        for row in self.rows:
            if len(row.counts) != len(self.kinds) or min(row.counts) < 0:
                raise ChartRefused(f"{row.name} heeft niet van elke soort een aantal.")

    def lacking(self, row: Stack) -> list[str]:
        """Return the kinds that a row has nothing of, and should have."""
        pairs = zip(self.kinds[: self.expected], row.counts, strict=False)
        return [kind for kind, count in pairs if not count]


@dataclass(frozen=True)
class _Form:
    """width of the drawing, room for names (0: above the bars), height of a row."""

    width: float
    names: float
    row: float


def _draw(spec: Stacks, uid: str, form: _Form) -> str:
    room = form.width - form.names - 2 * len(spec.kinds) - 4
    unit = min((room - _gap(spec, row)) / max(1, sum(row.counts)) for row in spec.rows)
    parts = []
    for index, row in enumerate(spec.rows):
        parts += _row(spec, row, 4 + index * form.row, form, unit)
    size = Size(form.width, 8 + len(spec.rows) * form.row)
    return described_svg(parts, size, uid, spec.title, spec.description)


def _row(spec: Stacks, row: Stack, top: float, form: _Form, unit: float) -> list[str]:
    room = form.names or form.width
    words = begin_of(row.name, int(room / CHARACTER_WIDTH) - 1)
    parts = [label("c-lab", 0, top + (_BAR / 2 + 5 if form.names else 14), words)]
    if not form.names:
        top += _ABOVE
    x, base = form.names, top + _BAR / 2 + 5
    for place_of, count in enumerate(row.counts):
        if not count:
            continue
        parts.append(_rectangle(CLASSES[place_of], x, top, count * unit))
        if count * unit > len(str(count)) * CHARACTER_WIDTH + 2:
            css = "c-lab k-on" if place_of == 0 else "c-lab"
            parts.append(label(css, x + count * unit / 2, base, count, "middle"))
        x += count * unit + 2
    if gap := _gap(spec, row):
        parts.append(_rectangle("k-gap", x + 1, top, gap - 4))
        parts.append(label("c-note", x + 8, base, _lacks(spec, row)))
    return parts


def _gap(spec: Stacks, row: Stack) -> float:
    words = _lacks(spec, row)
    return len(words) * _NOTE_WIDTH + 20 if words else 0.0


def _lacks(spec: Stacks, row: Stack) -> str:
    lacking = spec.lacking(row)
    return f"geen {' en '.join(lacking)}" if lacking else ""


def _rectangle(css: str, x: float, top: float, width: float) -> str:
    return (
        f'<rect class="{css}" x="{place(x)}" y="{place(top)}" width="{place(width)}" '
        f'height="{place(_BAR)}" rx="2"/>'
    )


def draw_wide(spec: Stacks, uid: str) -> str:
    """Return the SVG for places wider than about 450 px."""
    return _draw(spec, f"{uid}w", _Form(560, 158, 44))


def draw_narrow(spec: Stacks, uid: str) -> str:
    """Return the SVG for a phone, names above the bars."""
    return _draw(spec, f"{uid}n", _Form(342, 0, 62))


def draw(spec: Stacks, uid: str) -> str:
    """Return both forms in the wrapper that shows the one that fits."""
    return wide_and_narrow(draw_wide(spec, uid), draw_narrow(spec, uid))
