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
_ROW = 45.0
_BAR = 35.0
_GAP = 104.0


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


def _draw(spec: Stacks, uid: str, width: float, names: float) -> str:
    gaps = max(len(spec.lacking(row)) for row in spec.rows)
    highest = max(1, *(sum(row.counts) for row in spec.rows))
    unit = (width - names - gaps * _GAP - 2 * len(spec.kinds)) / highest
    parts = []
    for index, row in enumerate(spec.rows):
        parts += _row(spec, row, 9 + index * _ROW, names, unit)
    size = Size(width, 12 + len(spec.rows) * _ROW)
    return described_svg(parts, size, uid, spec.title, spec.description)


def _row(spec: Stacks, row: Stack, top: float, names: float, unit: float) -> list[str]:
    words = begin_of(row.name, int(names / CHARACTER_WIDTH) - 1)
    base = top + _BAR / 2 + 5
    parts, x = [label("c-lab", 0, base, words)], names
    for place_of, count in enumerate(row.counts):
        if not count:
            continue
        parts.append(_rectangle(CLASSES[place_of], x, top, count * unit))
        if count * unit > len(str(count)) * CHARACTER_WIDTH + 2:
            css = "c-lab k-on" if place_of == 0 else "c-lab"
            parts.append(label(css, x + count * unit / 2, base, count, "middle"))
        x += count * unit + 2
    for kind in spec.lacking(row):
        parts.append(_rectangle("k-gap", x + 1, top, _GAP - 8))
        parts.append(label("c-note k-note", x + 6, base, f"geen {kind}"))
        x += _GAP
    return parts


def _rectangle(css: str, x: float, top: float, width: float) -> str:
    return (
        f'<rect class="{css}" x="{place(x)}" y="{place(top)}" width="{place(width)}" '
        f'height="{place(_BAR)}" rx="2"/>'
    )


def draw_wide(spec: Stacks, uid: str) -> str:
    """Return the SVG for places wider than about 450 px."""
    return _draw(spec, f"{uid}w", 560, 158)


def draw_narrow(spec: Stacks, uid: str) -> str:
    """Return the SVG for a phone, names cut at a word."""
    return _draw(spec, f"{uid}n", 342, 96)


def draw(spec: Stacks, uid: str) -> str:
    """Return both forms in the wrapper that shows the one that fits."""
    return wide_and_narrow(draw_wide(spec, uid), draw_narrow(spec, uid))
