"""Draw the invented places of the demo: each run gives the same outlines.

An area is the Voronoi cell of a chosen spot; seeds outside the municipality close the outer cells.
Every border is bent once and used by both its neighbours, so that areas meet without gap or
overlap and the municipality is exactly their union. The ground lies in open water of the
IJsselmeer: valid coordinates, and nobody's village.

    python -m demo.draw_areas
"""

import itertools
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.spatial import Voronoi

DEMO = Path(__file__).resolve().parent
DEGREES_PER_KM = np.array([1 / 67.5, 1 / 111.3])  # near 52.7 degrees north
BENDS = 2  # each border becomes 2 ** BENDS pieces
Point = tuple[float, float]


@dataclass(frozen=True)
class Spot:
    """An area to draw: what is known of it, and its spot in kilometres from the south-west."""

    kind: str
    name: str
    x: float
    y: float
    few_inhabitants: bool = False


@dataclass(frozen=True)
class Place:
    """A municipality to draw.

    Attributes:
        name: of the municipality.
        corner: longitude and latitude of its south-west, in degrees.
        size: width and height in kilometres.
        spots: its areas, in order of their number.
        seed: of the random bends.
    """

    name: str
    folder: str
    corner: Point
    size: Point
    spots: tuple[Spot, ...]
    seed: int


MOLENDRECHT = Place(
    name="Molendrecht",
    folder="molendrecht",
    corner=(5.22, 52.66),
    size=(6.6, 4.9),
    spots=(
        Spot("district", "Molendrecht-Centrum", 2.9, 2.95),
        Spot("district", "Molendrecht-Noord", 2.85, 4.15),
        Spot("district", "Molendrecht-West", 1.75, 3.3),
        Spot("district", "Molenhof", 1.75, 1.75),
        Spot("village", "Oosterwerf", 4.15, 3.8),
        Spot("district", "Oosterwerf-Oost", 5.45, 3.75),
        Spot("village", "Sint Annadorp", 4.1, 1.35),
        Spot("village", "Zandwijk", 1.2, 4.3),
        Spot("district", "Zandwijk-Haven", 0.6, 3.15),
        Spot("business_park", "Bedrijvenpark De Wieken", 3.8, 2.55, few_inhabitants=True),
        Spot("recreation_park", "Recreatiepark Het Rietland", 5.45, 2.1),
        Spot("outlying", "Buitengebied", 2.75, 0.65),
    ),
    seed=2026,
)
OOSTWAARD = Place(
    name="Oostwaard",
    folder="oostwaard",
    corner=(5.33, 52.67),
    size=(4.4, 3.4),
    spots=(
        Spot("village", "Oostwaard-Dorp", 1.2, 2.3),
        Spot("village", "Wilgenkoog", 3.0, 2.1),
        Spot("outlying", "Oostwaarderpolder", 2.1, 0.8),
    ),
    seed=2027,
)


def outlines(place: Place) -> tuple[list[list[Point]], list[Point]]:
    """Return the closed ring of each area, in its order, and that of the whole.

    Points are (longitude, latitude) in degrees, rounded to five decimals (about a metre).
    """
    rng = np.random.default_rng(place.seed)
    inside = [(spot.x, spot.y) for spot in place.spots]
    diagram = Voronoi(np.array(inside + _ghosts(place, rng)))
    borders: dict[int, list[list[Point]]] = {number: [] for number in range(len(inside))}
    outer: list[list[Point]] = []
    for pair, corners in zip(diagram.ridge_points, diagram.ridge_vertices, strict=True):
        own = [int(number) for number in pair if number < len(inside)]
        if not own:
            continue
        border = _bent(diagram.vertices[corners[0]], diagram.vertices[corners[1]], rng, len(own))
        line = [_degrees(place, point) for point in border]
        for number in own:
            borders[number].append(line)
        if len(own) == 1:
            outer.append(line)
    return [_ring(borders[number]) for number in range(len(inside))], _ring(outer)


def _ghosts(place: Place, rng: np.random.Generator) -> list[Point]:
    """Return spots around the municipality, at a varying distance, so that its outline wanders."""
    width, height = place.size
    found = []
    for angle in np.linspace(0, 2 * np.pi, 26, endpoint=False):
        reach = 1.16 + rng.uniform(-0.09, 0.09)
        found.append(
            (
                float(width / 2 + reach * (width / 2 + 0.25) * np.cos(angle)),
                float(height / 2 + reach * (height / 2 + 0.25) * np.sin(angle)),
            )
        )
    return found


def _bent(
    start: np.ndarray, end: np.ndarray, rng: np.random.Generator, sides: int
) -> list[np.ndarray]:
    """Return a line from ``start`` to ``end`` that bends at its half and quarters."""
    line = [start, end]
    reach = 0.13 if sides == 2 else 0.17
    for _ in range(BENDS):
        halves = []
        for first, second in itertools.pairwise(line):
            along = second - first
            across = np.array([-along[1], along[0]])
            halves += [first, (first + second) / 2 + across * rng.uniform(-reach, reach)]
        line = [*halves, line[-1]]
    return line


def _degrees(place: Place, point: np.ndarray) -> Point:
    longitude, latitude = np.array(place.corner) + point * DEGREES_PER_KM
    return round(float(longitude), 5), round(float(latitude), 5)


def _ring(lines: Sequence[list[Point]]) -> list[Point]:
    """Chain lines that share end points into one closed ring, counter-clockwise."""
    left = list(lines[1:])
    ring = list(lines[0])
    while left:
        for place, line in enumerate(left):
            if ring[-1] in (line[0], line[-1]):
                ring += line[1:] if line[0] == ring[-1] else line[-2::-1]
                del left[place]
                break
        else:
            raise ValueError("The borders do not close.")
    if ring[0] != ring[-1]:
        raise ValueError("The borders do not close.")
    return ring if _turns_left(ring) else ring[::-1]


def _turns_left(ring: list[Point]) -> bool:
    pairs = itertools.pairwise(ring)
    return sum(x * next_y - next_x * y for (x, y), (next_x, next_y) in pairs) > 0


def collection(place: Place) -> dict[str, Any]:
    """Return the municipality and its areas as a GeoJSON FeatureCollection in WGS84."""
    rings, whole = outlines(place)
    features = [_feature({"kind": "municipality", "name": place.name}, whole)]
    for number, (spot, ring) in enumerate(zip(place.spots, rings, strict=True), start=1):
        properties = {"kind": spot.kind, "name": spot.name, "number": number}
        if spot.few_inhabitants:
            properties["few_inhabitants"] = True
        features.append(_feature(properties, ring))
    return {"type": "FeatureCollection", "name": f"{place.name} (fictief)", "features": features}


def _feature(properties: dict[str, Any], ring: list[Point]) -> dict[str, Any]:
    return {
        "type": "Feature",
        "properties": properties,
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }


def as_text(content: dict[str, Any]) -> str:
    """Return a collection as JSON with one feature a line, so that differences can be read."""
    lines = ",\n".join(
        json.dumps(one, ensure_ascii=False, separators=(",", ":")) for one in content["features"]
    )
    return f'{{"type":"FeatureCollection","name":"{content["name"]}","features":[\n{lines}\n]}}\n'


def main() -> None:
    for place in (MOLENDRECHT, OOSTWAARD):
        path = DEMO / place.folder / "areas.geojson"
        path.write_text(as_text(collection(place)), encoding="utf-8")


if __name__ == "__main__":
    main()
