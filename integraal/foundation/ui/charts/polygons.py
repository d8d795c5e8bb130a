"""Plane geometry a map needs: projection, area, a point well inside. Pure, no dependencies."""

from __future__ import annotations

import math
from functools import lru_cache

from integraal.foundation.ui.charts.scales import ChartRefused

Place = tuple[float, float]
Ring = tuple[Place, ...]

EARTH_RADIUS = 6_371_008.8
"""Mean radius of the earth in metres (IUGG)."""


def to_metres(rings: tuple[Ring, ...], centre: Place) -> tuple[Ring, ...]:
    """Project lon/lat degrees to metres east and north of a centre.

    Equirectangular around the centre: within a municipality (some 30 km) lengths differ less
    than 0.2 % from those on the sphere. Raises ChartRefused outside the degrees that exist.
    """
    squeeze = math.cos(math.radians(centre[1]))
    metres = math.radians(1) * EARTH_RADIUS
    for ring in rings:
        for lon, lat in ring:
            if not (-180 <= lon <= 180 and -90 <= lat <= 90):
                raise ChartRefused(
                    f"Het punt {lon}, {lat} ligt niet op de aarde (lengte, breedte)."
                )
    return tuple(
        tuple(((lon - centre[0]) * squeeze * metres, (lat - centre[1]) * metres) for lon, lat in r)
        for r in rings
    )


def bounds(rings: list[Ring]) -> tuple[float, float, float, float]:
    """Return lowest x, lowest y, highest x, highest y over all rings."""
    xs = [x for ring in rings for x, _ in ring]
    ys = [y for ring in rings for _, y in ring]
    return min(xs), min(ys), max(xs), max(ys)


def surface(ring: Ring) -> float:
    """Return the surface of a ring, in the square of its unit (shoelace)."""
    total = 0.0
    for (x1, y1), (x2, y2) in zip(ring, (*ring[1:], ring[0]), strict=True):
        total += x1 * y2 - x2 * y1
    return abs(total) / 2


def is_inside(rings: tuple[Ring, ...], spot: Place) -> bool:
    """Tell whether a spot is inside, holes left out (even-odd rule over all rings)."""
    x, y = spot
    inside = False
    for ring in rings:
        for (x1, y1), (x2, y2) in zip(ring, (*ring[1:], ring[0]), strict=True):
            if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
                inside = not inside
    return inside


def distance_to_edge(rings: tuple[Ring, ...], spot: Place) -> float:
    """Return the distance from a spot to the nearest edge of any ring."""
    return min(
        _to_segment(spot, start, end)
        for ring in rings
        for start, end in zip(ring, (*ring[1:], ring[0]), strict=True)
    )


def _to_segment(spot: Place, start: Place, end: Place) -> float:
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = dx * dx + dy * dy
    share = 0.0
    if length:
        share = ((spot[0] - start[0]) * dx + (spot[1] - start[1]) * dy) / length
        share = max(0.0, min(1.0, share))
    return math.hypot(spot[0] - start[0] - share * dx, spot[1] - start[1] - share * dy)


FEW_ENOUGH = 60
"""Points of an outline that are enough to find where a number fits."""


@lru_cache(maxsize=512)
def point_well_inside(rings: tuple[Ring, ...], steps: int = 16) -> Place:
    """Return a spot far from every edge (pole of inaccessibility), found on a grid twice.

    rings: outer rings and holes of one area. steps: cells per side of the first search.
    A long outline is thinned first: a number does not need its every bend, a page does need speed.
    Remembered per outline, as the same areas are drawn on every page.
    """
    thin = tuple(_thinned(ring) for ring in rings)
    low_x, low_y, high_x, high_y = bounds(list(thin))
    best = _best_on_grid(thin, (low_x, low_y, high_x, high_y), steps)
    if best is None:
        return max(rings, key=surface)[0]
    reach_x, reach_y = (high_x - low_x) / steps, (high_y - low_y) / steps
    near = (best[0] - reach_x, best[1] - reach_y, best[0] + reach_x, best[1] + reach_y)
    return _best_on_grid(thin, near, 8) or best


def _thinned(ring: Ring) -> Ring:
    return ring[:: max(1, len(ring) // FEW_ENOUGH)]


def _best_on_grid(
    rings: tuple[Ring, ...], box: tuple[float, float, float, float], steps: int
) -> Place | None:
    best, best_distance = None, -1.0
    for row in range(steps):
        for column in range(steps):
            spot = (
                box[0] + (box[2] - box[0]) * (column + 0.5) / steps,
                box[1] + (box[3] - box[1]) * (row + 0.5) / steps,
            )
            if is_inside(rings, spot):
                distance = distance_to_edge(rings, spot)
                if distance > best_distance:
                    best, best_distance = spot, distance
    return best
