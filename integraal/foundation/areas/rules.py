"""When an area is right, in sentences."""

from typing import Any

# The whole of the Netherlands, with some room; a point outside it is a mistake of coordinates.
_WEST, _EAST, _SOUTH, _NORTH = 3.0, 7.4, 50.6, 53.8


def geometry_problem(geometry: Any) -> str | None:
    """Return why ``geometry`` is no GeoJSON (Multi)Polygon in WGS84, or ``None`` when it is."""
    if not isinstance(geometry, dict) or geometry.get("type") not in {"Polygon", "MultiPolygon"}:
        return "De omtrek moet een vlak zijn: een GeoJSON Polygon of MultiPolygon."
    for ring in rings(geometry):
        if len(ring) < 4 or ring[0] != ring[-1]:
            return "De omtrek is niet gesloten: het eerste en het laatste punt zijn niet gelijk."
        if not all(_WEST <= lon <= _EAST and _SOUTH <= lat <= _NORTH for lon, lat in ring):
            return "De omtrek ligt buiten Nederland. Gebruik lengte- en breedtegraad (WGS84)."
    return None


def rings(geometry: dict[str, Any]) -> list[list[tuple[float, float]]]:
    """Return the rings of a GeoJSON (Multi)Polygon as lists of (longitude, latitude)."""
    polygons = (
        geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    )
    return [[(float(p[0]), float(p[1])) for p in ring] for polygon in polygons for ring in polygon]
