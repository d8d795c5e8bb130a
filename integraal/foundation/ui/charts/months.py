"""Counts per month as bars, with the usual level as a mark and open months hatched."""

from __future__ import annotations

from dataclasses import dataclass

from integraal.foundation.ui.charts.frame import (
    CHARACTER_WIDTH,
    Size,
    described_svg,
    hatching,
    label,
    line,
    shown_labels,
    value_axis,
    wide_and_narrow,
)
from integraal.foundation.ui.charts.scales import (
    ChartRefused,
    Scale,
    must_be_finite,
    place,
    round_ticks,
    text,
)
from integraal.foundation.ui.dutch import number


@dataclass(frozen=True)
class Month:
    """One month. label: jan; year: shown once below its first month.

    value None means missing. usual: mean of the years before, None where not known.
    limit: the most that was to be expected, None where not reckoned.
    complete False: the month is still being filled.
    """

    label: str
    year: int
    value: float | None
    usual: float | None = None
    complete: bool = True
    limit: float | None = None


@dataclass(frozen=True)
class Months:
    """Months in order of time, one or more. unit: what is counted."""

    title: str
    description: str
    months: tuple[Month, ...]
    unit: str = ""

    def __post_init__(self) -> None:
        if not self.months:
            raise ChartRefused("Een maandgrafiek heeft ten minste één maand nodig.")
        for month in self.months:
            numbers = (month.value, month.usual, month.limit)
            must_be_finite(f"{month.label} {month.year}", *numbers)
            if any(v is not None and v < 0 for v in numbers):
                raise ChartRefused(f"De waarde van {month.label} {month.year} is lager dan nul.")


@dataclass(frozen=True)
class _Layout:
    size: Size
    values: bool
    top: float = 28

    @property
    def bottom(self) -> float:
        return self.size.height - 44


WIDE = _Layout(Size(430, 330), values=True)
NARROW = _Layout(Size(342, 280), values=False)


def _draw(spec: Months, uid: str, layout: _Layout) -> str:
    known = [v for m in spec.months for v in (m.value, m.usual, m.limit) if v is not None]
    ticks = round_ticks(max([0.0, *known]))
    y = Scale(0, ticks[-1], layout.bottom, layout.top)
    left = max(len(number(tick)) for tick in ticks) * CHARACTER_WIDTH + 16
    right = layout.size.width - 8
    step = (right - left) / len(spec.months)
    parts = [hatching(f"{uid}h", "c-hatch-bg", "c-hatch")]
    parts += value_axis(ticks, y, left, right)
    shown = shown_labels(tuple(month.label for month in spec.months), step)
    for index, month in enumerate(spec.months):
        middle = left + step * (index + 0.5)
        parts += _band(month, y, middle, step)
        parts += _bar(month, uid, y, middle, step, layout.values)
        if index in shown:
            parts.append(label("c-ax", middle, layout.bottom + 20, month.label, "middle"))
    parts += _years(spec, layout, left, step)
    return described_svg(parts, layout.size, uid, spec.title, spec.description)


def _band(month: Month, y: Scale, middle: float, step: float) -> list[str]:
    """What was to be expected, behind the bar and as wide as the month."""
    if month.limit is None:
        return []
    return [
        f'<rect class="c-band" x="{place(middle - step / 2)}" y="{place(y(month.limit))}" '
        f'width="{place(step)}" height="{place(y(0) - y(month.limit))}"/>'
    ]


def _bar(
    month: Month, uid: str, y: Scale, middle: float, step: float, with_value: bool
) -> list[str]:
    width, parts = min(40.0, step * 0.62), []
    if month.value is None:
        parts.append(label("c-note", middle, y(0) - 6, "?", "middle"))
    else:
        fill = "" if month.complete else f' fill="url(#{text(uid)}h)"'
        css = "c-bar" if month.complete else "c-bar-part"
        parts.append(
            f'<rect class="{css}"{fill} x="{place(middle - width / 2)}" '
            f'y="{place(y(month.value))}" width="{place(width)}" '
            f'height="{place(y(0) - y(month.value))}"/>'
        )
        words = number(month.value)
        if with_value and len(words) * CHARACTER_WIDTH <= step + 4:
            top = min(y(month.value), y(month.usual) if month.usual is not None else y(0))
            clear = abs(top - y(month.value)) > 20
            height = y(month.value) if clear else top
            parts.append(label("c-lab", middle, height - 6, words, "middle"))
    if month.usual is not None:
        half = min(24.0, step * 0.42)
        parts.append(line("c-mark", middle - half, y(month.usual), middle + half, y(month.usual)))
    return parts


def _years(spec: Months, layout: _Layout, left: float, step: float) -> list[str]:
    parts, baseline = [], layout.bottom + 38
    for index, month in enumerate(spec.months):
        if index and month.year == spec.months[index - 1].year:
            continue
        x = left + step * index
        if index:
            parts.append(line("c-break", x, layout.top - 10, x, baseline))
        parts.append(label("c-ax c-ax--now", x + 4, baseline, month.year))
    return parts


def draw_wide(spec: Months, uid: str) -> str:
    """Return the SVG for places wider than about 450 px."""
    return _draw(spec, f"{uid}w", WIDE)


def draw_narrow(spec: Months, uid: str) -> str:
    """Return the SVG for a phone: fewer labels, the same data."""
    return _draw(spec, f"{uid}n", NARROW)


def draw(spec: Months, uid: str) -> str:
    """Return both forms in the wrapper that shows the one that fits."""
    return wide_and_narrow(draw_wide(spec, uid), draw_narrow(spec, uid))
