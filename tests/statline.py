"""Write files as StatLine's screen export does, and shapes on the map, for tests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any


def screen_export(
    rows: Mapping[str, Sequence[object]],
    years: Sequence[object],
    *,
    title: str = "Geregistreerde overlast 2026",
    selection: str = "Overlast: Totaal registraties overlast",
    subject: str = "Geregistreerde overlast",
    footer: str = "Bron: Politie",
) -> bytes:
    """Return the bytes of an export: region to one value per year."""
    lines = [
        [title],
        [selection],
        [""],
        ["Onderwerp", *[subject] * len(years)],
        ["Perioden", *years],
        ["Regio's", *["aantal"] * len(years)],
        *[[region, *values] for region, values in rows.items()],
        [footer],
    ]
    return "".join(";".join(f'"{cell}"' for cell in line) + "\n" for line in lines).encode()


def square(longitude: float, latitude: float, size: float = 0.02) -> dict[str, Any]:
    """Return a square as GeoJSON."""
    west, east, south, north = longitude, longitude + size, latitude, latitude + size
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}
