"""A funnel: one area among others of very different size, without a ranking and without names."""

from __future__ import annotations

import math
from dataclasses import dataclass

from integraal.foundation.ui.charts.frame import (
    CHARACTER_WIDTH,
    Size,
    circle,
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
    points,
    round_ticks,
)
from integraal.foundation.ui.dutch import number

_ROOM_ABOVE = 1.05
_BOLD_WIDTH = 8.2


@dataclass(frozen=True)
class FunnelArea:
    """One area: its size (inhabitants, homes) above zero, and its rate."""

    size: float
    rate: float
    is_similar: bool = True


@dataclass(frozen=True)
class FunnelLimit:
    """What is usual at one size: rates between which 95 % and 99.8 % of areas lie."""

    size: float
    lower_998: float
    lower_95: float
    upper_95: float
    upper_998: float


@dataclass(frozen=True)
class Funnel:
    """A funnel with the own area named. others: never named, in any order.

    target: rate of all similar areas together. limits: two or more, by rising size.
    size_words: what the size counts ("inwoners"). unit: what the rate is ("misdrijven per
    1.000 inwoners"). Raises ChartRefused when the parts do not fit together.
    """

    title: str
    description: str
    own_name: str
    own: FunnelArea
    others: tuple[FunnelArea, ...]
    target: float
    limits: tuple[FunnelLimit, ...]
    size_words: str = "inwoners"
    unit: str = ""

    def __post_init__(self) -> None:
        for area in (self.own, *self.others):
            must_be_finite("Een gemeente in de trechter", area.size, area.rate)
            if area.size <= 0 or area.rate < 0:
                raise ChartRefused(
                    "Een gemeente in de trechter heeft geen inwoners of geen cijfer."
                )
        must_be_finite("Het cijfer van alle gemeenten", self.target)
        for limit in self.limits:
            ends = (limit.lower_998, limit.lower_95, limit.upper_95, limit.upper_998)
            must_be_finite("Een grens van de trechter", limit.size, *ends)
        sizes = [limit.size for limit in self.limits]
        if len(sizes) < 2 or sizes != sorted(set(sizes)) or sizes[0] <= 0:
            raise ChartRefused("De grenzen van een trechter lopen van klein naar groot.")


@dataclass(frozen=True)
class _Layout:
    size: Size
    right: float
    bottom: float
    left: float = 44
    top: float = 36


WIDE = _Layout(Size(580, 360), right=556, bottom=308)
NARROW = _Layout(Size(342, 300), right=330, bottom=248)


class _Drawing:
    def __init__(self, spec: Funnel, layout: _Layout) -> None:
        self.spec, self.layout = spec, layout
        self.top = _highest(spec) * _ROOM_ABOVE
        self.ticks = tuple(one for one in round_ticks(self.top, whole=False) if one <= self.top)
        longest = max(len(number(tick)) for tick in self.ticks)
        self.left = max(layout.left, longest * CHARACTER_WIDTH + 16)
        self.y = Scale(0, self.top, layout.bottom, layout.top)
        sizes = [limit.size for limit in spec.limits]
        self._x = Scale(math.log(sizes[0]), math.log(sizes[-1]), self.left + 8, layout.right)

    def x(self, size: float) -> float:
        low, high = self.spec.limits[0].size, self.spec.limits[-1].size
        return self._x(math.log(min(max(size, low), high)))

    def at(self, size: float, rate: float) -> tuple[float, float]:
        return self.x(size), self.y(min(max(rate, 0.0), self.top))


def _highest(spec: Funnel) -> float:
    """The rate that must be visible: every dot, and the limit at the own size if it is near."""
    near = min(spec.limits, key=lambda limit: abs(math.log(limit.size / spec.own.size)))
    dots = max(area.rate for area in (spec.own, *spec.others))
    return max(dots, spec.target, min(near.upper_998, 2 * max(dots, spec.target))) or 1.0


def _tint(drawing: _Drawing, css: str, lower: str, upper: str) -> str:
    limits = drawing.spec.limits
    above = [drawing.at(one.size, getattr(one, upper)) for one in limits]
    below = [drawing.at(one.size, getattr(one, lower)) for one in reversed(limits)]
    return f'<path class="{css}" d="{points([*above, *below])}Z"/>'


def _edge(drawing: _Drawing, css: str, limit: str) -> str:
    """A limit as a line, as far as it runs within the drawing."""
    rates = ((one.size, getattr(one, limit)) for one in drawing.spec.limits)
    seen = [drawing.at(size, rate) for size, rate in rates if 0 < rate <= drawing.top]
    return f'<path class="{css}" d="{points(seen)}"/>' if len(seen) > 1 else ""


def _size_axis(drawing: _Drawing) -> list[str]:
    """Round sizes, each about twice the one before, as far as they fit."""
    low, high = drawing.spec.limits[0].size, drawing.spec.limits[-1].size
    baseline = drawing.layout.bottom + 22
    parts, last = [], -math.inf
    for size in _round_sizes(low, high):
        x, words = drawing.x(size), number(size)
        half = len(words) * CHARACTER_WIDTH / 2
        if x - half > last + 10 and x + half < drawing.layout.size.width:
            parts.append(label("c-ax", x, baseline, words, "middle"))
            parts.append(line("c-tick", x, drawing.layout.bottom, x, drawing.layout.bottom + 5))
            last = x + half
    middle = (drawing.left + drawing.layout.right) / 2
    words = f"aantal {drawing.spec.size_words}"
    parts.append(label("c-note", middle, baseline + 20, words, "middle"))
    return parts


def _round_sizes(low: float, high: float) -> list[float]:
    found = []
    for power in range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1):
        found += [base * 10.0**power for base in (1, 2, 5)]
    return [size for size in found if low <= size <= high]


def _own(drawing: _Drawing) -> list[str]:
    x, y = drawing.at(drawing.spec.own.size, drawing.spec.own.rate)
    shift, below, anchor = min(_PLACES, key=lambda place: _crowding(drawing, x, y, place))
    return [
        circle("c-dot-last", x, y, 7),
        label("c-val c-val--s c-halo", x + shift, y + below, drawing.spec.own_name, anchor),
    ]


# Where the name may stand beside its dot, the first choice first.
_PLACES = (
    *((11, -9, "start"), (-11, -9, "end"), (11, 20, "start"), (-11, 20, "end")),
    *((0, -26, "middle"), (0, 38, "middle"), (0, -44, "middle"), (0, 56, "middle")),
)


def _crowding(drawing: _Drawing, x: float, y: float, place: tuple[int, int, str]) -> float:
    """What the name would hide there: dots, the line of the target, or itself by the frame."""
    shift, below, anchor = place
    wide = len(drawing.spec.own_name) * _BOLD_WIDTH
    left = x + shift - {"start": 0, "middle": wide / 2, "end": wide}[anchor]
    top, bottom = y + below - 15, y + below + 7
    dots = [drawing.at(area.size, area.rate) for area in drawing.spec.others]
    hidden = sum(left - 5 < at < left + wide + 5 and top < height < bottom for at, height in dots)
    outside = left < drawing.left or left + wide > drawing.layout.right
    outside = outside or top < drawing.layout.top or bottom > drawing.layout.bottom
    return hidden + 100 * outside + 0.5 * (top < drawing.y(drawing.spec.target) < bottom)


def _draw(spec: Funnel, uid: str, layout: _Layout) -> str:
    drawing = _Drawing(spec, layout)
    parts = [
        _tint(drawing, "c-funnel-outer", "lower_998", "upper_998"),
        _tint(drawing, "c-funnel-inner", "lower_95", "upper_95"),
        *(_edge(drawing, "c-limit-outer", limit) for limit in ("lower_998", "upper_998")),
        *(_edge(drawing, "c-limit-inner", limit) for limit in ("lower_95", "upper_95")),
        label("c-note", 0, layout.top - 16, spec.unit),
        *value_axis(drawing.ticks, drawing.y, drawing.left, layout.right),
        line("c-mean", drawing.left, drawing.y(spec.target), layout.right, drawing.y(spec.target)),
    ]
    # Open circles first, so that similar areas lie on top of them.
    for area in sorted(spec.others, key=lambda one: one.is_similar):
        css = "c-peer" if area.is_similar else "c-peer-open"
        parts.append(circle(css, *drawing.at(area.size, area.rate), 4 if area.is_similar else 3))
    parts += _own(drawing) + _size_axis(drawing)
    return described_svg(parts, layout.size, uid, spec.title, spec.description)


def draw_wide(spec: Funnel, uid: str) -> str:
    """Return the SVG for places wider than about 450 px."""
    return _draw(spec, f"{uid}w", WIDE)


def draw_narrow(spec: Funnel, uid: str) -> str:
    """Return the SVG for a phone."""
    return _draw(spec, f"{uid}n", NARROW)


def draw(spec: Funnel, uid: str) -> str:
    """Return both forms in the wrapper that shows the one that fits."""
    return wide_and_narrow(draw_wide(spec, uid), draw_narrow(spec, uid))
