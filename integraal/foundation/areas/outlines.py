"""Read the outlines of coded areas from GeoJSON, national or of one municipality. Pure."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from integraal.foundation.areas.coded import Coded, DivisionProblem, kind_of, within
from integraal.foundation.areas.kinds import AreaKind

MAXIMUM_BYTES = 100 * 1024 * 1024
# CBS's five classes of urbanity, in the words of international copies of its map.
_URBANITY = {
    "extremely urbanised": 1,
    "strongly urbanised": 2,
    "moderately urbanised": 3,
    "hardly urbanised": 4,
    "not urbanised": 5,
}


@dataclass(frozen=True)
class Outlines:
    """The areas of one file. ``year`` is that of the division; None when the file does not tell."""

    areas: tuple[Coded, ...]
    year: int | None
    facts: Mapping[str, Mapping[str, int]]

    @property
    def municipalities(self) -> frozenset[str]:
        """The codes of the municipalities that the areas are of or lie in."""
        return frozenset(f"GM{area.code[2:6]}" for area in self.areas)


def read_outlines(content: bytes) -> Outlines:
    """Read a GeoJSON file with areas of CBS's division, in WGS84.

    Returns:
        The areas, and of each the population and dwelling_total that such files carry.

    Raises:
        DivisionProblem: it is no GeoJSON with coded areas, or an area is not right.
    """
    if len(content) > MAXIMUM_BYTES:
        raise DivisionProblem(["Het bestand is groter dan 100 MB. Kies een kleiner bestand."])
    try:
        features = json.loads(content).get("features")
    except (ValueError, AttributeError, RecursionError):
        features = None
    if not isinstance(features, list) or not features:
        raise DivisionProblem(["Dit is geen GeoJSON met gebieden. Download het bestand opnieuw."])
    areas: list[Coded] = []
    facts: dict[str, dict[str, int]] = defaultdict(dict)
    years, problems = set(), []
    for place, feature in enumerate(features, start=1):
        properties = (feature.get("properties") if isinstance(feature, dict) else None) or {}
        area = _area(properties, feature)
        if area is None:
            problems.append(f"Gebied {place}: er is geen code en naam zoals het CBS ze geeft.")
            continue
        areas.append(area)
        years.add(_year(properties))
        facts[area.code] = {
            name: int(properties[name])
            for name in ("population", "dwelling_total")
            if isinstance(properties.get(name), int | float)
        }
    if problems:
        raise DivisionProblem(problems)
    return Outlines(tuple(areas), years.pop() if len(years) == 1 else None, dict(facts))


def year_by_size(municipalities: Iterable[str], sizes: Mapping[int, int]) -> int | None:
    """Return the only year in which there were as many municipalities; None when not sure.

    Args:
        municipalities: the codes of all municipalities of the country.
        sizes: year to the number of municipalities on 1 January.
    """
    count = len(set(municipalities))
    fitting = [year for year, size in sizes.items() if size == count]
    return fitting[0] if len(fitting) == 1 else None


def _area(properties: dict[str, Any], feature: Any) -> Coded | None:
    code = str(properties.get("statcode") or properties.get("code") or "").strip()
    name = str(properties.get("statnaam") or properties.get("name") or "").strip()
    kind = kind_of(code)
    if kind is None or kind == AreaKind.COUNTRY or not 0 < len(name) <= 100:
        return None
    return Coded(
        code=code,
        kind=kind,
        name=name,
        within_code=within(code),
        geometry=feature.get("geometry"),
        province=str(properties.get("province") or "")[:40],
        urbanity=_URBANITY.get(str(properties.get("urbanity"))),
    )


def _year(properties: dict[str, Any]) -> int | None:
    """CBS puts the year before the code in ``jrstatcode``, as in 2024WK043201."""
    start = str(properties.get("jrstatcode") or "")[:4]
    return int(start) if start.isascii() and start.isdigit() and start > "1990" else None
