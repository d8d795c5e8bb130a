"""Lanes under each other with one mark for each judgement: where people agree, and where not."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from integraal.foundation.ui.charts.frame import (
    Size,
    described_svg,
    label,
    line,
    wide_and_narrow,
)
from integraal.foundation.ui.charts.scales import ChartRefused, Scale, must_be_finite, place
from integraal.foundation.ui.dutch import number

KINDS = 6
"""Marks differ in shape and colour; the last is for who belongs to no group that is shown."""
_BIN = 0.25
_LARGEST = 7.0


@dataclass(frozen=True)
class Mark:
    """One judgement: a value, and the kind of mark from 0; the last kind is for nobody's group."""

    value: float
    kind: int = KINDS - 1


@dataclass(frozen=True)
class Lane:
    """One lane: its name, a few words under it, the marks, their mean, and the mean of before."""

    name: str
    say: str
    marks: tuple[Mark, ...]
    mean: float | None = None
    before: float | None = None


@dataclass(frozen=True)
class Lanes:
    """Lanes on one scale from ``low`` to ``high``.

    Raises:
        ChartRefused: a value lies off the scale, or a mark is of no kind.
    """

    title: str
    description: str
    lanes: tuple[Lane, ...]
    low: int = 1
    high: int = 5

    def __post_init__(self) -> None:
        if self.high <= self.low:
            raise ChartRefused("De schaal van de banen loopt van laag naar hoog.")
        for lane in self.lanes:
            values = [one.value for one in lane.marks]
            values += [one for one in (lane.mean, lane.before) if one is not None]
            must_be_finite("Een score", *values)
            if any(not self.low <= value <= self.high for value in values):
                raise ChartRefused("Een score valt buiten de schaal.")
            if any(not 0 <= one.kind < KINDS for one in lane.marks):
                raise ChartRefused("Een score hoort bij geen soort.")


@dataclass(frozen=True)
class _Layout:
    width: float
    left: float
    right: float
    room: float
    tallest: float
    above: float
    is_beside: bool


WIDE = _Layout(820, 232, 812, room=360, tallest=68, above=0, is_beside=True)
NARROW = _Layout(342, 4, 338, room=math.inf, tallest=92, above=26, is_beside=False)


def _draw(spec: Lanes, uid: str, layout: _Layout) -> str:
    pitch = min(layout.tallest, layout.room / max(len(spec.lanes), 1))
    height = pitch - layout.above - 8
    inset = 0.5 * (layout.right - layout.left) / (spec.high - spec.low + 1)
    x = Scale(spec.low, spec.high, layout.left + inset, layout.right - inset)
    radius = _radius(spec, x, height)
    parts = []
    for at, lane in enumerate(spec.lanes):
        parts += _lane(lane, layout, x, at * pitch, height, radius)
    bottom = len(spec.lanes) * pitch
    for value in range(spec.low, spec.high + 1):
        parts.append(label("c-ax b-ax", x(value), bottom + 16, number(value), "middle"))
    return described_svg(parts, Size(layout.width, bottom + 24), uid, spec.title, spec.description)


def _lane(
    lane: Lane, layout: _Layout, x: Scale, top: float, height: float, radius: float
) -> list[str]:
    begin = top + layout.above
    parts = [
        f'<rect class="b-lane" x="{place(layout.left)}" y="{place(begin)}" '
        f'width="{place(layout.right - layout.left)}" height="{place(height)}" rx="6"/>',
        *_names(lane, layout, top, height),
    ]
    for value, css in ((lane.before, "b-before"), (lane.mean, "b-med")):
        if value is not None:
            parts.append(line(css, x(value), begin, x(value), begin + height))
    return parts + _marks(lane, x, begin + height, height, radius)


def _names(lane: Lane, layout: _Layout, top: float, height: float) -> list[str]:
    if not layout.is_beside:
        name = label("c-lab b-name", layout.left, top + 18, _fit(lane.name, 28))
        return [name, label("c-ax", layout.right, top + 18, lane.say, "end")]
    middle = top + height / 2
    if height < 38:
        return [label("b-t b-t--s", 0, middle + 5, _fit(lane.name, 28))]
    return [
        label("b-t b-t--m", 0, middle - 2, _fit(lane.name, 24)),
        label("b-s b-s--m", 0, middle + 18, _fit(lane.say, 30)),
    ]


def _fit(words: str, most: int) -> str:
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


def _radius(spec: Lanes, x: Scale, height: float) -> float:
    """Return how large a mark can be so that the fullest place still holds all of its marks."""
    room = (x(spec.low + 1) - x(spec.low)) * 1.35 * _BIN
    most = max((_fullest(lane) for lane in spec.lanes), default=1)
    for tenth in range(int(_LARGEST * 10), 9, -2):
        radius = tenth / 10
        if _rows(height, radius) * max(1, int(room // (2.25 * radius))) >= most:
            return radius
    return 1.0


def _fullest(lane: Lane) -> int:
    spots = _spots(lane.marks)
    return max(Counter(spots[one.value] for one in lane.marks).values(), default=1)


def _rows(height: float, radius: float) -> int:
    return max(1, int((height - 4) // (2.25 * radius)))


def _spots(marks: tuple[Mark, ...]) -> dict[float, float]:
    """Return where each value is stacked: at itself, or at a quarter where values lie too close."""
    values = sorted({one.value for one in marks})
    if all(after - before >= _BIN - 0.01 for before, after in pairwise(values)):
        return {value: value for value in values}
    return {value: round(value / _BIN) * _BIN for value in values}


def _marks(lane: Lane, x: Scale, bottom: float, height: float, radius: float) -> list[str]:
    """Return the marks in stacks at their values, kinds beside each other."""
    rows, step = _rows(height, radius), 2.25 * radius
    spots, seen = _spots(lane.marks), dict[float, int]()
    counts = Counter(spots[one.value] for one in lane.marks)
    parts = []
    for one in sorted(lane.marks, key=lambda mark: (mark.value, mark.kind)):
        at = spots[one.value]
        index = seen.get(at, 0)
        seen[at] = index + 1
        columns = math.ceil(counts[at] / rows)
        left = x(at) - (columns - 1) * step / 2
        place_x = left + (index // rows) * step
        place_y = bottom - 2 - step / 2 - (index % rows) * step
        parts.append(mark_svg(one.kind, place_x, place_y, radius))
    return parts


def mark_svg(kind: int, x: float, y: float, radius: float) -> str:
    """Return one mark: circle, square, triangle, diamond, ring, and a small dot for no group."""
    css = f'class="b-dot g{kind + 1}"'
    if kind == 1:
        side = radius * 1.8
        return (
            f'<rect {css} x="{place(x - side / 2)}" y="{place(y - side / 2)}" '
            f'width="{place(side)}" height="{place(side)}"/>'
        )
    if kind == 2:
        return f'<path {css} d="{_polygon(x, y, radius * 1.15, 3)}"/>'
    if kind == 3:
        return f'<path {css} d="{_polygon(x, y, radius * 1.15, 4)}"/>'
    size = radius * (0.8 if kind in (4, 5) else 1)
    return f'<circle {css} cx="{place(x)}" cy="{place(y)}" r="{size:.1f}"/>'


def _polygon(x: float, y: float, radius: float, corners: int) -> str:
    turns = (-math.pi / 2 + 2 * math.pi * at / corners for at in range(corners))
    spots = (f"{place(x + radius * math.cos(t))} {place(y + radius * math.sin(t))}" for t in turns)
    return "M" + "L".join(spots) + "Z"


def draw_wide(spec: Lanes, uid: str) -> str:
    """Return the SVG for places wider than about 450 px."""
    return _draw(spec, f"{uid}w", WIDE)


def draw_narrow(spec: Lanes, uid: str) -> str:
    """Return the SVG for a phone."""
    return _draw(spec, f"{uid}n", NARROW)


def draw(spec: Lanes, uid: str) -> str:
    """Return both forms in the wrapper that shows the one that fits."""
    return wide_and_narrow(draw_wide(spec, uid), draw_narrow(spec, uid))
