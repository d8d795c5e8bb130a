"""Course of a count over the years: margins, expectation, breaks in method, incomplete periods."""

from __future__ import annotations

from dataclasses import dataclass, replace

from integraal.foundation.ui.charts.frame import (
    CHARACTER_WIDTH,
    Size,
    circle,
    described_svg,
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
    points,
    round_ticks,
)
from integraal.foundation.ui.dutch import number


@dataclass(frozen=True)
class Point:
    """One period. value None means missing, which is not zero.

    low, high: ends of the margin in the unit of the value, both or neither.
    note: short words above the point. complete False: the period is not over or still filled.
    """

    label: str
    value: float | None
    low: float | None = None
    high: float | None = None
    note: str = ""
    complete: bool = True


@dataclass(frozen=True)
class Band:
    """What was to be expected from the periods before: low and high edge and the mean."""

    low: float
    mean: float
    high: float


@dataclass(frozen=True)
class Break:
    """Method changed before the point at before_index (1 to n - 1): the line is cut there.

    text: words for the wide drawing, short_text for the narrow one.
    """

    before_index: int
    text: str
    short_text: str


@dataclass(frozen=True)
class Course:
    """A series of n points; bands holds n entries (None where not computed) or none at all.

    unit: what is counted, for the table twin ("registraties"). whole: values are counts, so no
    grid line falls between two whole numbers. every: what one point covers, "jaar" or "maand".
    bands_words: what the bands are; a band without width is a line, such as a path to a target.
    Raises ChartRefused when the parts do not fit together.
    """

    title: str
    description: str
    points: tuple[Point, ...]
    bands: tuple[Band | None, ...] = ()
    breaks: tuple[Break, ...] = ()
    unit: str = ""
    whole: bool = True
    every: str = "jaar"
    bands_words: str = "Verwacht uit de jaren ervoor"

    def __post_init__(self) -> None:
        if not self.points:
            raise ChartRefused("Een verloop heeft ten minste één periode nodig.")
        if self.bands and len(self.bands) != len(self.points):
            raise ChartRefused("De band heeft een ander aantal periodes dan de reeks.")
        for point in self.points:
            _check_point(point)
        for band in self.bands:
            if band is not None:
                must_be_finite("De verwachting", band.low, band.mean, band.high)
        for cut in self.breaks:
            if not 0 < cut.before_index < len(self.points):
                raise ChartRefused("Een breuk in de telwijze valt buiten de reeks.")


def _check_point(point: Point) -> None:
    must_be_finite(f"De waarde van {point.label}", point.value, point.low, point.high)
    if (point.low is None) != (point.high is None):
        raise ChartRefused(f"De marge van {point.label} mist een onder- of bovengrens.")
    for value in (point.value, point.low):
        if value is not None and value < 0:
            raise ChartRefused(f"De waarde van {point.label} is lager dan nul.")


@dataclass(frozen=True)
class _Layout:
    size: Size
    right: float
    bottom: float
    notes: bool
    left: float = 40
    top: float = 44


WIDE = _Layout(Size(580, 340), right=528, bottom=306, notes=True)
NARROW = _Layout(Size(342, 280), right=296, bottom=246, notes=False)


def _with_room(spec: Course, layout: _Layout, ticks: tuple[float, ...]) -> _Layout:
    """Make room left for the longest value on the axis and right for the last value."""
    longest = max(len(number(tick)) for tick in ticks)
    last = spec.points[-1].value
    value_room = 12 * len(number(last)) + 14 if last is not None else 24
    return replace(
        layout,
        left=max(layout.left, longest * CHARACTER_WIDTH + 16),
        right=min(layout.right, layout.size.width - value_room),
    )


class _Drawing:
    """Places of one series on one layout."""

    def __init__(self, spec: Course, layout: _Layout) -> None:
        self.spec = spec
        highest = max(
            [0.0]
            + [v for p in spec.points for v in (p.value, p.high) if v is not None]
            + [b.high for b in spec.bands if b is not None]
        )
        self.ticks = round_ticks(highest, spec.whole)
        self.layout = layout = _with_room(spec, layout, self.ticks)
        self.y = Scale(0, self.ticks[-1], layout.bottom, layout.top)
        last = max(1, len(spec.points) - 1)
        self.gap = (layout.right - layout.left) / last
        self._single = len(spec.points) == 1

    def x(self, index: int) -> float:
        middle = (self.layout.left + self.layout.right) / 2
        return middle if self._single else self.layout.left + index * self.gap

    def cuts(self) -> set[int]:
        """Indexes before which the line may not go on: breaks, and the first incomplete."""
        return {cut.before_index for cut in self.spec.breaks}


def _runs(drawing: _Drawing, values: list[float | None]) -> list[list[tuple[float, float]]]:
    """Split a series into unbroken pieces of places: cut at missing values and at breaks."""
    pieces: list[list[tuple[float, float]]] = [[]]
    cuts = drawing.cuts()
    for index, value in enumerate(values):
        if index in cuts or value is None:
            pieces.append([])
        if value is not None:
            pieces[-1].append((drawing.x(index), drawing.y(value)))
    return [piece for piece in pieces if piece]


def _band(drawing: _Drawing) -> list[str]:
    bands = drawing.spec.bands
    lows = _runs(drawing, [band.low if band else None for band in bands])
    highs = _runs(drawing, [band.high if band else None for band in bands])
    means = _runs(drawing, [band.mean if band else None for band in bands])
    parts = []
    for low, high in zip(lows, highs, strict=True):
        if len(low) > 1:
            parts.append(f'<path class="c-band" d="{points([*high, *reversed(low)])}Z"/>')
        else:
            parts.append(line("c-band-one", *high[0], *low[0]))
    parts += [f'<path class="c-mean" d="{points(mean)}"/>' for mean in means if len(mean) > 1]
    return parts


def _breaks(drawing: _Drawing) -> list[str]:
    layout, parts = drawing.layout, []
    for order, cut in enumerate(drawing.spec.breaks):
        x = (drawing.x(cut.before_index - 1) + drawing.x(cut.before_index)) / 2
        parts.append(line("c-break", x, layout.top - 20, x, layout.bottom))
        words = cut.text if layout.notes else cut.short_text
        near_left = x < (layout.left + layout.right) / 2
        anchor, shift = ("start", 6) if near_left else ("end", -6)
        parts.append(label("c-note", x + shift, layout.top - 12 - 14 * (order % 2), words, anchor))
    return parts


def _series(drawing: _Drawing) -> list[str]:
    spec, parts = drawing.spec, []
    for index, point in enumerate(spec.points):
        if point.low is not None and point.high is not None:
            x = drawing.x(index)
            parts.append(line("c-err", x, drawing.y(point.low), x, drawing.y(point.high)))
    whole = [point.value if point.complete else None for point in spec.points]
    parts += [
        f'<path class="c-self" d="{points(run)}"/>' for run in _runs(drawing, whole) if len(run) > 1
    ]
    last = _last_complete(spec)
    for index, point in enumerate(spec.points):
        if point.value is None:
            continue
        x, y = drawing.x(index), drawing.y(point.value)
        css, radius = ("c-dot-last", 6.0) if index == last else ("c-dot", 3.6)
        if not point.complete:
            css, radius = "c-dot-part", 4.2
        parts.append(circle(css, x, y, radius))
        parts += _words_at(drawing, index, point, x, y, index == last)
    return parts


def _words_at(
    drawing: _Drawing, index: int, point: Point, x: float, y: float, is_last: bool
) -> list[str]:
    at_the_end = index == len(drawing.spec.points) - 1
    parts = []
    if is_last and at_the_end:
        parts.append(label("c-val", x + 10, y + 7, number(point.value)))
    elif is_last:
        parts.append(label("c-val c-val--s", x + 10, y + 5, number(point.value)))
    elif point.note and drawing.layout.notes:
        top = drawing.y(point.high) if point.high is not None else y
        words = f"{number(point.value)} ({point.note})"
        parts.append(label("c-note", x, max(12, top - 7), words, "middle"))
    return parts


def _last_complete(spec: Course) -> int | None:
    known = [i for i, p in enumerate(spec.points) if p.value is not None and p.complete]
    return known[-1] if known else None


def _period_axis(drawing: _Drawing) -> list[str]:
    spec, layout = drawing.spec, drawing.layout
    labels = tuple(point.label for point in spec.points)
    shown = shown_labels(labels, drawing.gap)
    baseline = layout.bottom + 22
    parts = []
    for index, words in enumerate(labels):
        if index in shown:
            css = "c-ax c-ax--now" if index == len(labels) - 1 else "c-ax"
            parts.append(label(css, drawing.x(index), baseline, words, "middle"))
    parts += _incomplete_mark(drawing)
    return parts


def _incomplete_mark(drawing: _Drawing) -> list[str]:
    spec, layout = drawing.spec, drawing.layout
    open_ones = [index for index, point in enumerate(spec.points) if not point.complete]
    if not open_ones or open_ones[0] == 0:
        return []
    x = (drawing.x(open_ones[0] - 1) + drawing.x(open_ones[0])) / 2
    return [
        line("c-break", x, layout.top - 20, x, layout.bottom + 4),
        label("c-note", x - 6, layout.top - 26, "nog niet compleet na deze lijn", "end"),
    ]


def _draw(spec: Course, uid: str, layout: _Layout) -> str:
    drawing = _Drawing(spec, layout)
    layout = drawing.layout
    parts = value_axis(drawing.ticks, drawing.y, layout.left, layout.right)
    parts += _band(drawing) + _breaks(drawing) + _series(drawing) + _period_axis(drawing)
    if all(point.value is None for point in spec.points):
        middle = (layout.left + layout.right) / 2
        parts.append(label("c-note", middle, layout.bottom / 2, "geen gegevens", "middle"))
    return described_svg(parts, layout.size, uid, spec.title, spec.description)


def draw_wide(spec: Course, uid: str) -> str:
    """Return the SVG for places wider than about 450 px."""
    return _draw(spec, f"{uid}w", WIDE)


def draw_narrow(spec: Course, uid: str) -> str:
    """Return the SVG for a phone: fewer labels, the same data."""
    return _draw(spec, f"{uid}n", NARROW)


def draw(spec: Course, uid: str) -> str:
    """Return both forms in the wrapper that shows the one that fits."""
    return wide_and_narrow(draw_wide(spec, uid), draw_narrow(spec, uid))
