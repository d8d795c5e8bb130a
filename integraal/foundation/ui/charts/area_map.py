"""Areas in three classes against the rest; no ranking and no gradient on small numbers."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from integraal.foundation.ui.charts.frame import (
    Size,
    circle,
    described_svg,
    hatching,
    label,
    wide_and_narrow,
)
from integraal.foundation.ui.charts.polygons import (
    Place,
    Ring,
    bounds,
    point_well_inside,
    to_metres,
)
from integraal.foundation.ui.charts.scales import (
    ChartRefused,
    must_be_finite,
    place,
    points,
    text,
)
from integraal.foundation.ui.dutch import number

Verdict = Literal["higher", "lower", "none", "few", "uninhabited", "unknown"]

CLASSES: dict[str, str] = {
    "higher": "m-hoger",
    "lower": "m-lager",
    "none": "m-rond",
    "few": "m-weinig",
    "uninhabited": "m-geen",
    "unknown": "m-onbekend",
}
SCALE_LENGTHS = (100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000)
"""Lengths in metres a scale bar may stand for."""


@dataclass(frozen=True)
class MapArea:
    """One area. number: key of the table twin. rings: closed outlines (outer and holes) of
    (x, y) pairs, in lon/lat degrees or metres as the map says; three points or more each."""

    number: int
    name: str
    rings: tuple[Ring, ...]
    verdict: Verdict


@dataclass(frozen=True)
class AreaMap:
    """A map. metric: "lonlat" (degrees, WGS 84 or ETRS89) or "metres" (such as RD)."""

    title: str
    description: str
    areas: tuple[MapArea, ...]
    metric: Literal["lonlat", "metres"] = "lonlat"

    def __post_init__(self) -> None:
        if not self.areas:
            raise ChartRefused("Een kaart heeft ten minste één gebied nodig.")
        if self.metric not in ("lonlat", "metres"):
            raise ChartRefused(f"Onbekende eenheid van de kaart: {self.metric}.")
        for area in self.areas:
            _check_area(area)
        if len({area.number for area in self.areas}) != len(self.areas):
            raise ChartRefused("Twee gebieden hebben hetzelfde nummer op de kaart.")


def _check_area(area: MapArea) -> None:
    if area.verdict not in CLASSES:
        raise ChartRefused(f"Onbekend oordeel over {area.name}: {area.verdict}.")
    if not area.rings or any(len(ring) < 3 for ring in area.rings):
        raise ChartRefused(f"De grens van {area.name} heeft minder dan drie punten.")
    for ring in area.rings:
        for x, y in ring:
            must_be_finite(f"De grens van {area.name}", x, y)


WIDE = Size(560, 450)
NARROW = Size(342, 300)
EDGE = 6.0
ROOM_FOR_SCALE = 34.0


class _Fitted:
    """All areas brought to places on paper, and how many metres one unit is."""

    def __init__(self, spec: AreaMap, size: Size) -> None:
        metres = _in_metres(spec)
        low_x, low_y, high_x, high_y = bounds([ring for rings in metres for ring in rings])
        width, height = high_x - low_x, high_y - low_y
        if width <= 0 or height <= 0:
            raise ChartRefused("De gebieden op de kaart hebben geen oppervlak.")
        self.units_per_metre = min(
            (size.width - 2 * EDGE) / width,
            (size.height - 2 * EDGE - ROOM_FOR_SCALE) / height,
        )
        self.height = height * self.units_per_metre + 2 * EDGE + ROOM_FOR_SCALE
        left = (size.width - width * self.units_per_metre) / 2

        def fit(spot: Place) -> Place:
            x = left + (spot[0] - low_x) * self.units_per_metre
            return x, EDGE + (high_y - spot[1]) * self.units_per_metre

        self.areas = [tuple(tuple(fit(s) for s in ring) for ring in rings) for rings in metres]
        # Sought in metres, so that both forms and every later page find it remembered.
        self.tags = [fit(point_well_inside(rings)) for rings in metres]


def _in_metres(spec: AreaMap) -> list[tuple[Ring, ...]]:
    rings = [area.rings for area in spec.areas]
    if spec.metric == "metres":
        return rings
    low_x, low_y, high_x, high_y = bounds([ring for group in rings for ring in group])
    centre = ((low_x + high_x) / 2, (low_y + high_y) / 2)
    return [to_metres(group, centre) for group in rings]


def _outline(rings: tuple[Ring, ...]) -> str:
    return "".join(f"{points(ring)}Z" for ring in rings)


def _shapes(spec: AreaMap, fitted: _Fitted, uid: str) -> list[str]:
    # Dashed and hatched outlines go last: a white border drawn over them would eat their edge.
    order = sorted(
        range(len(spec.areas)),
        key=lambda index: spec.areas[index].verdict in ("few", "uninhabited", "unknown"),
    )
    whole = "".join(_outline(rings) for rings in fitted.areas)
    parts = [f'<path class="m-edge" d="{whole}"/>']
    for index in order:
        verdict = spec.areas[index].verdict
        fill = f' fill="url(#{text(uid)}n)"' if verdict == "few" else ""
        parts.append(
            f'<path class="m-area {CLASSES[verdict]}" fill-rule="evenodd" '
            f'd="{_outline(fitted.areas[index])}"{fill}/>'
        )
    return parts


def _tag(area: MapArea, spot: Place, radius: float) -> list[str]:
    x, y = spot
    parts = []
    if area.verdict == "higher":
        parts.append(
            f'<path class="m-dir" d="M{place(x - 7)} {place(y - radius - 3)}h14l-7 -10z"/>'
        )
    if area.verdict == "lower":
        parts.append(f'<path class="m-dir" d="M{place(x - 7)} {place(y + radius + 3)}h14l-7 10z"/>')
    parts.append(circle("m-tag", x, y, radius))
    parts.append(label("m-num", x, y + 4.3, area.number, "middle"))
    return parts


def _scale_bar(units_per_metre: float, size: Size, height: float) -> str:
    room = size.width / 4
    fitting = [length for length in SCALE_LENGTHS if length * units_per_metre <= room]
    metres = fitting[-1] if fitting else SCALE_LENGTHS[0]
    width = metres * units_per_metre
    words = f"{number(metres)} m" if metres < 1000 else f"{number(metres // 1000)} km"
    bottom = height - 6
    bar = f'<path d="M8 {place(bottom - 6)}v6h{place(width)}v-6"/>'
    return f'<g class="m-scale">{bar}{label("c-ax", 8 + width + 8, bottom, words)}</g>'


def _draw(spec: AreaMap, uid: str, size: Size, radius: float) -> str:
    fitted = _Fitted(spec, size)
    used = Size(size.width, math.ceil(fitted.height))
    parts = [hatching(f"{uid}n", "m-none", "m-hatch", step=7)]
    parts += _shapes(spec, fitted, uid)
    for area, spot in zip(spec.areas, fitted.tags, strict=True):
        parts += _tag(area, spot, radius)
    parts.append(_scale_bar(fitted.units_per_metre, used, fitted.height))
    return described_svg(parts, used, uid, spec.title, spec.description, " ig-map")


def draw_wide(spec: AreaMap, uid: str) -> str:
    """Return the SVG for places wider than about 450 px."""
    return _draw(spec, f"{uid}w", WIDE, radius=11)


def draw_narrow(spec: AreaMap, uid: str) -> str:
    """Return the SVG for a phone."""
    return _draw(spec, f"{uid}n", NARROW, radius=10)


def draw(spec: AreaMap, uid: str) -> str:
    """Return both forms in the wrapper that shows the one that fits."""
    return wide_and_narrow(draw_wide(spec, uid), draw_narrow(spec, uid))
