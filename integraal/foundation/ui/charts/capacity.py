"""Hours planned per quarter as bars, with what there is as a dashed line, and the excess named."""

from __future__ import annotations

from dataclasses import dataclass

from integraal.foundation.ui.charts.frame import (
    CHARACTER_WIDTH,
    Size,
    described_svg,
    label,
    line,
    value_axis,
    wide_and_narrow,
)
from integraal.foundation.ui.charts.scales import (
    ChartRefused,
    Scale,
    must_be_finite,
    place,
    round_ticks,
)
from integraal.foundation.ui.dutch import number


@dataclass(frozen=True)
class Quarter:
    """One quarter: its year and number, hours planned, hours there are (``None``: not known)."""

    year: int
    number: int
    planned: float
    available: float | None = None
    is_past: bool = False

    @property
    def excess(self) -> float:
        """Hours planned above what there is; zero when it fits or is not known."""
        return max(0.0, self.planned - self.available) if self.available is not None else 0.0


@dataclass(frozen=True)
class Capacity:
    """Quarters in order of time. unit: what is counted."""

    title: str
    description: str
    quarters: tuple[Quarter, ...]
    unit: str = "uur"

    def __post_init__(self) -> None:
        if not self.quarters:
            raise ChartRefused("Een grafiek per kwartaal heeft ten minste één kwartaal nodig.")
        for one in self.quarters:
            must_be_finite(f"{one.number}e kwartaal {one.year}", one.planned, one.available)
            if one.planned < 0 or (one.available or 0) < 0:
                raise ChartRefused(f"Het {one.number}e kwartaal {one.year} is lager dan nul.")


_Box = tuple[Size, float]
WIDE: _Box = (Size(520, 310), 54)
NARROW: _Box = (Size(342, 290), 54)
_TOP = 30


def _draw(spec: Capacity, uid: str, box: _Box) -> str:
    size, below = box
    highest = max(max(one.planned, one.available or 0) for one in spec.quarters)
    ticks = round_ticks(highest)
    y = Scale(0, ticks[-1], size.height - below, _TOP)
    left = max(len(number(tick)) for tick in ticks) * CHARACTER_WIDTH + 12
    step = (size.width - 8 - left) / len(spec.quarters)
    parts = value_axis(ticks, y, left, size.width - 8)
    for index, one in enumerate(spec.quarters):
        parts += _bar(one, y, left + step * index, step, size.height - below)
    parts += _available(spec, y, left, step)
    return described_svg(parts, size, uid, spec.title, spec.description)


def _bar(one: Quarter, y: Scale, x: float, step: float, bottom: float) -> list[str]:
    width, middle = step * 0.56, x + step / 2
    within = one.planned - one.excess
    parts = [
        _rectangle("c-bar-done" if one.is_past else "c-bar", middle, width, y(within), y(0)),
        label("c-ax", middle, bottom + 20, f"{one.number}e", "middle"),
    ]
    if one.excess:
        parts.append(_rectangle("c-over", middle, width, y(one.planned), y(within)))
        words = f"+{number(one.excess)}"
        parts.append(label("c-lab c-lab--bad", middle, y(one.planned) - 6, words, "middle"))
    if one.number == 1:
        parts.append(label("c-ax c-ax--now", x + 4, bottom + 40, one.year))
    return parts


def _rectangle(css: str, middle: float, width: float, top: float, bottom: float) -> str:
    return (
        f'<rect class="{css}" x="{place(middle - width / 2)}" y="{place(top)}" '
        f'width="{place(width)}" height="{place(max(bottom - top, 0))}"/>'
    )


def _available(spec: Capacity, y: Scale, left: float, step: float) -> list[str]:
    """A line per quarter, so that what there is may differ; its words stand once."""
    parts = []
    for index, one in enumerate(spec.quarters):
        if one.available is not None:
            start, height = left + step * index, y(one.available)
            parts.append(line("c-cap", start, height, start + step, height))
    return parts + _words(spec, y, left, step)


def _words(spec: Capacity, y: Scale, left: float, step: float) -> list[str]:
    """How much there is, above the line, at the first place where no excess is in the way."""
    for index, one in enumerate(spec.quarters):
        words = f"beschikbaar: {number(one.available)} {spec.unit}"
        span = spec.quarters[index : index + int(len(words) * CHARACTER_WIDTH / step) + 1]
        room = (len(spec.quarters) - index) * step
        is_free = all(other.available == one.available and not other.excess for other in span)
        if one.available and is_free and room > len(words) * CHARACTER_WIDTH:
            x = left + step * index + 4
            return [label("c-note c-halo", x, y(one.available) - 7, words)]
    return []


def draw_wide(spec: Capacity, uid: str) -> str:
    """Return the SVG for places wider than about 450 px."""
    return _draw(spec, f"{uid}w", WIDE)


def draw_narrow(spec: Capacity, uid: str) -> str:
    """Return the SVG for a phone."""
    return _draw(spec, f"{uid}n", NARROW)


def draw(spec: Capacity, uid: str) -> str:
    """Return both forms in the wrapper that shows the one that fits."""
    return wide_and_narrow(draw_wide(spec, uid), draw_narrow(spec, uid))
