"""The drawn municipalities: they fit together, and the files are what the script draws."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from demo import draw_areas
from integraal.foundation.areas.rules import geometry_problem

DEMO = Path(draw_areas.__file__).parent
PLACES = [draw_areas.MOLENDRECHT, draw_areas.OOSTWAARD]


def features(folder: str) -> list[dict[str, Any]]:
    return json.loads((DEMO / folder / "areas.geojson").read_text())["features"]


def ring(feature: dict[str, Any]) -> list[tuple[float, float]]:
    return [(x, y) for x, y in feature["geometry"]["coordinates"][0]]


def surface(points: list[tuple[float, float]]) -> float:
    """Twice the surface enclosed, positive when counter-clockwise."""
    pairs = zip(points, points[1:], strict=False)
    return sum(x * next_y - next_x * y for (x, y), (next_x, next_y) in pairs)


def edges(points: list[tuple[float, float]]) -> list[frozenset[tuple[float, float]]]:
    return [frozenset(pair) for pair in zip(points, points[1:], strict=False)]


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.folder)
def test_the_files_are_what_the_script_draws(place: draw_areas.Place) -> None:
    drawn = draw_areas.as_text(draw_areas.collection(place))
    assert (DEMO / place.folder / "areas.geojson").read_text() == drawn


@pytest.mark.parametrize("folder", ["molendrecht", "oostwaard"])
def test_areas_share_their_borders_and_fill_the_municipality(folder: str) -> None:
    whole, *parts = features(folder)
    assert all(geometry_problem(feature["geometry"]) is None for feature in (whole, *parts))
    assert sum(surface(ring(part)) for part in parts) == pytest.approx(surface(ring(whole)))
    times = Counter(edge for part in parts for edge in edges(ring(part)))
    assert set(times.values()) == {1, 2}
    assert {edge for edge, count in times.items() if count == 1} == set(edges(ring(whole)))


def test_molendrecht_has_twelve_areas_of_a_believable_size() -> None:
    whole, *parts = features("molendrecht")
    assert [part["properties"]["number"] for part in parts] == list(range(1, 13))
    assert [part["properties"].get("few_inhabitants", False) for part in parts].count(True) == 1
    assert all(15 <= len(ring(part)) <= 40 for part in parts)
    square_kilometres = surface(ring(whole)) / 2 * 67.5 * 111.3
    assert 15 < square_kilometres < 40
