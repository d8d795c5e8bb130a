"""A chart's drawing, legend and table twin, all made from the same data so they never differ."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from integraal.foundation.ui import drawings_of_means as means
from integraal.foundation.ui.charts import (
    area_map,
    capacity,
    course,
    funnel,
    months,
    spending,
    stacks,
)
from integraal.foundation.ui.charts.area_map import AreaMap
from integraal.foundation.ui.charts.capacity import Capacity
from integraal.foundation.ui.charts.course import Band, Course
from integraal.foundation.ui.charts.funnel import Funnel
from integraal.foundation.ui.charts.months import Months
from integraal.foundation.ui.charts.spending import Spending
from integraal.foundation.ui.charts.stacks import Stacks
from integraal.foundation.ui.dutch import number
from integraal.foundation.ui.tables import Column, Table


@dataclass(frozen=True)
class LegendItem:
    """One entry: sample is the inside of a 24 x 16 SVG made by our own code, never by a user."""

    sample: str
    text: str


MAP_SAMPLES: dict[str, tuple[str, str]] = {
    "lower": ("m-lager", "Lager dan de rest"),
    "none": ("m-rond", "Niet te onderscheiden"),
    "higher": ("m-hoger", "Hoger dan de rest"),
    "few": ("m-weinig m-none", "Te weinig gevallen"),
    "uninhabited": ("m-geen", "Bijna geen inwoners"),
    "unknown": ("m-onbekend", "Niet te vergelijken"),
}


def course_legend(spec: Course) -> tuple[LegendItem, ...]:
    """Return only the entries this course uses."""
    series = '<path class="c-self" d="M1 8h22"/><circle class="c-dot" cx="12" cy="8" r="3.6"/>'
    band = (
        '<rect class="c-band" x="1" y="2" width="22" height="12"/>'
        '<path class="c-mean" d="M1 8h22"/>'
    )
    items = [LegendItem(series, f"{(spec.unit or 'aantal').capitalize()} per {spec.every}")]
    if any(spec.bands):
        is_line = all(one.low == one.high for one in spec.bands if one)
        sample = '<path class="c-mean" d="M1 8h22"/>' if is_line else band
        items.append(LegendItem(sample, spec.bands_words))
    if any(point.low is not None for point in spec.points):
        items.append(LegendItem('<path class="c-err" d="M12 1v14"/>', "Marge"))
    if not all(point.complete for point in spec.points):
        part = '<circle class="c-dot-part" cx="12" cy="8" r="4.2"/>'
        items.append(LegendItem(part, "Nog niet compleet"))
    return tuple(items)


def course_twin(spec: Course) -> Table:
    """Return the course as a table; what is missing is said, never left empty or zero."""
    unit = (spec.unit or "aantal").capitalize()
    columns = [
        Column(spec.every.capitalize()),
        Column(unit, numeric=True),
        Column("Marge", numeric=True),
    ]
    if any(spec.bands):
        short = spec.bands_words.split()[0]
        columns.append(Column(spec.bands_words, numeric=True, short=short))
    rows = []
    for index, point in enumerate(spec.points):
        name = point.label if point.complete else f"{point.label} (nog niet compleet)"
        row = [name, number(point.value), _range(point.low, point.high, spec.whole)]
        if any(spec.bands):
            band = spec.bands[index]
            row.append(_band_words(band, spec.whole))
        rows.append(tuple(row))
    return Table(caption=f"Tabel: {spec.title}", columns=tuple(columns), rows=tuple(rows))


def _band_words(band: Band | None, whole: bool) -> str:
    if band is not None and band.low == band.high:
        return number(band.mean, 1)
    return _range(band.low, band.high, whole) if band else "niet berekend"


def _range(low: float | None, high: float | None, whole: bool) -> str:
    if low is None or high is None:
        return "niet berekend"
    decimals = 0 if whole or min(low, high) >= 10 else 1
    return f"{number(low, decimals)} tot {number(high, decimals)}"


def months_legend(spec: Months) -> tuple[LegendItem, ...]:
    """Return only the entries these months use."""
    items = [LegendItem('<rect class="c-bar" x="6" y="1" width="12" height="14"/>', "Compleet")]
    if not all(month.complete for month in spec.months):
        part = (
            '<rect class="c-bar-part c-hatch-bg" x="6" y="1" width="12" height="14"/>'
            '<path class="c-hatch" d="M7 12L15 2M10 14l7-8"/>'
        )
        items.append(LegendItem(part, "Nog niet compleet"))
    if any(month.usual is not None for month in spec.months):
        items.append(LegendItem('<path class="c-mark" d="M3 8h18"/>', "Gemiddelde ervoor"))
    if any(month.limit is not None for month in spec.months):
        band = '<rect class="c-band" x="1" y="2" width="22" height="12"/>'
        items.append(LegendItem(band, "Te verwachten"))
    return tuple(items)


def months_twin(spec: Months) -> Table:
    """Return the months as a table."""
    with_limit = any(month.limit is not None for month in spec.months)
    columns = [
        Column("Maand"),
        Column((spec.unit or "aantal").capitalize(), numeric=True),
        Column("Gemiddelde ervoor", numeric=True),
        *([Column("Te verwachten tot", numeric=True)] if with_limit else []),
        Column("Compleet"),
    ]
    rows = []
    for month in spec.months:
        row = [f"{month.label} {month.year}", number(month.value), number(month.usual, 1)]
        if with_limit:
            row.append("niet berekend" if month.limit is None else number(month.limit))
        rows.append((*row, "ja" if month.complete else "nog niet"))
    return Table(caption=f"Tabel: {spec.title}", columns=tuple(columns), rows=tuple(rows))


def funnel_legend(spec: Funnel) -> tuple[LegendItem, ...]:
    """Return only the entries this funnel uses."""
    inner = (
        '<rect class="c-funnel-inner" x="1" y="2" width="22" height="12"/>'
        '<path class="c-limit-inner" d="M1 2h22M1 14h22"/>'
    )
    outer = (
        '<rect class="c-funnel-outer" x="1" y="2" width="22" height="12"/>'
        '<path class="c-limit-outer" d="M1 2h22M1 14h22"/>'
    )
    items = [LegendItem('<circle class="c-dot-last" cx="12" cy="8" r="6"/>', spec.own_name)]
    if any(area.is_similar for area in spec.others):
        peer = '<circle class="c-peer" cx="12" cy="8" r="4"/>'
        items.append(LegendItem(peer, "Vergelijkbare gemeenten"))
    if not all(area.is_similar for area in spec.others):
        other = '<circle class="c-peer-open" cx="12" cy="8" r="3"/>'
        items.append(LegendItem(other, "Andere gemeenten"))
    items.append(LegendItem('<path class="c-mean" d="M1 8h22"/>', "Vergelijkbare gemeenten samen"))
    items.append(LegendItem(inner, "Te verwachten: 95 van de 100"))
    items.append(LegendItem(outer, "Te verwachten: 998 van de 1.000"))
    return tuple(items)


def map_legend(spec: AreaMap) -> tuple[LegendItem, ...]:
    """Return the classes that this map uses, always in the same order."""
    used = {area.verdict for area in spec.areas}
    items = []
    for verdict, (css, words) in MAP_SAMPLES.items():
        if verdict in used:
            sample = f'<rect class="m-area {css}" x="1" y="1" width="22" height="14"/>'
            if verdict == "few":
                sample += '<path class="m-hatch" d="M5 14L14 2M12 14l9-12"/>'
            items.append(LegendItem(sample, words))
    return tuple(items)


@dataclass(frozen=True)
class Drawer:
    """How one kind of chart is drawn, explained and written as a table."""

    draw: Callable[[Any, str], str]
    legend: Callable[[Any], tuple[LegendItem, ...]]
    twin: Callable[[Any], Table] | None


def _items(legend: Callable[[Any], means.Legend]) -> Callable[[Any], tuple[LegendItem, ...]]:
    return lambda spec: tuple(LegendItem(sample, words) for sample, words in legend(spec))


DRAWERS: dict[type, Drawer] = {
    Course: Drawer(course.draw, course_legend, course_twin),
    Months: Drawer(months.draw, months_legend, months_twin),
    Funnel: Drawer(funnel.draw, funnel_legend, None),
    AreaMap: Drawer(area_map.draw, map_legend, None),
    Capacity: Drawer(capacity.draw, _items(means.capacity_legend), means.capacity_twin),
    Stacks: Drawer(stacks.draw, _items(means.stacks_legend), means.stacks_twin),
    Spending: Drawer(spending.draw, _items(means.spending_legend), means.spending_twin),
}


def drawer_of(spec: object) -> Drawer:
    """Return how to draw a specification. Raises TypeError for what is not a chart."""
    if type(spec) not in DRAWERS:
        raise TypeError(f"no chart is drawn from {type(spec).__name__}")
    return DRAWERS[type(spec)]
