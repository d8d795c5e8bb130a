"""Read the areas of a municipality from GeoJSON: CBS's districts, or a drawing of its own."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from integraal.foundation.areas.models import AreaKind
from integraal.foundation.areas.rules import geometry_problem
from integraal.portal.setting_up.problems import SettingUpProblem

MAXIMUM_BYTES = 20 * 1024 * 1024
# What CBS calls a kind of area in its property "rubriek".
CBS_KINDS = {
    "gemeente": AreaKind.MUNICIPALITY,
    "wijk": AreaKind.DISTRICT,
    "buurt": AreaKind.NEIGHBOURHOOD,
}


@dataclass(frozen=True)
class DrawnArea:
    """An area as a file gives it.

    Attributes:
        kind: one of ``AreaKind``.
        name: as shown.
        number: key on maps; ``None`` for the municipality itself.
        code: CBS code, empty for an area of the municipality's own.
        code_year: year of the division the code belongs to.
        geometry: GeoJSON Polygon or MultiPolygon in WGS84.
        few_inhabitants: whether counting per inhabitant says nothing there.
    """

    kind: str
    name: str
    number: int | None
    code: str
    code_year: int | None
    geometry: dict[str, Any]
    few_inhabitants: bool


def read_areas(content: bytes, file_name: str, *, year: int | None = None) -> list[DrawnArea]:
    """Read the areas in a GeoJSON file.

    Args:
        content: the bytes of the file, at most 20 MB.
        file_name: for the sentences.
        year: year of the division its codes belong to; ``None``: what the file says itself.

    Returns:
        The areas, numbered from one in the order of the file where it gives no number.

    Raises:
        SettingUpProblem: with every problem found.
    """
    features = _features(content, file_name)
    drawn: list[DrawnArea] = []
    sentences: list[str] = []
    for place, feature in enumerate(features, start=1):
        try:
            drawn.append(_area(feature, len(drawn) + 1, year))
        except SettingUpProblem as problem:
            sentences += [f"{file_name}, gebied {place}: {text}" for text in problem.sentences]
    sentences += [f"{file_name}: {text}" for text in _doubles(drawn)]
    if sentences:
        raise SettingUpProblem(sentences)
    return drawn


def _features(content: bytes, file_name: str) -> list[Any]:
    if len(content) > MAXIMUM_BYTES:
        raise SettingUpProblem(
            f"{file_name} is groter dan 20 MB. Kies alleen de gebieden van deze gemeente."
        )
    try:
        data = json.loads(content)
    except (ValueError, RecursionError):
        data = None
    features = data.get("features") if isinstance(data, dict) else None
    if not isinstance(features, list) or not features:
        raise SettingUpProblem(
            f"{file_name} is geen GeoJSON met gebieden (een FeatureCollection). "
            "Download het bestand opnieuw en kies GeoJSON, in lengte- en breedtegraad (WGS84)."
        )
    return features


def _area(feature: Any, place: int, year: int | None) -> DrawnArea:
    facts = feature.get("properties") if isinstance(feature, dict) else None
    if not isinstance(facts, dict):
        raise SettingUpProblem("De eigenschappen (properties) ontbreken.")
    name = str(facts.get("name") or facts.get("statnaam") or "").strip()
    kind = str(facts.get("kind") or CBS_KINDS.get(str(facts.get("rubriek")), "")).strip()
    code = str(facts.get("code") or facts.get("statcode") or "").strip()
    code_year = (year or _year_of(facts)) if code else None
    geometry = feature.get("geometry")
    sentences = [
        *_fact_problems(name, kind, code, code_year),
        *([problem] if (problem := _outline_problem(geometry)) else []),
    ]
    if sentences:
        raise SettingUpProblem(sentences)
    number = facts.get("number", place) if kind != AreaKind.MUNICIPALITY else None
    return DrawnArea(
        kind=kind,
        name=name,
        number=number if isinstance(number, int) and 0 < number < 1000 else None,
        code=code,
        code_year=code_year,
        geometry=geometry,
        few_inhabitants=facts.get("few_inhabitants") is True,
    )


def _fact_problems(name: str, kind: str, code: str, code_year: int | None) -> Iterable[str]:
    if not 0 < len(name) <= 100:
        yield "De naam (name of statnaam) ontbreekt of is langer dan 100 tekens."
    if kind not in AreaKind.values:
        yield (
            f"De soort (kind of rubriek) '{kind[:40]}' kennen we niet. "
            f"Kies uit: {', '.join([*CBS_KINDS, *AreaKind.values])}."
        )
    if len(code) > 10:
        yield f"De code '{code[:40]}' is geen code van het CBS."
    if code and code_year is None:
        yield f"Van welk jaar is de code {code}? Geef dat met --areas-year."


def _outline_problem(geometry: Any) -> str | None:
    try:
        return geometry_problem(geometry)
    except (TypeError, ValueError, LookupError):
        return "De omtrek is niet te lezen: de punten zijn geen paren van lengte en breedte."


def _year_of(facts: dict[str, Any]) -> int | None:
    """CBS puts the year before the code in ``jrstatcode``, as in 2024WK043201."""
    start = str(facts.get("jrstatcode") or "")[:4]
    return int(start) if start.isascii() and start.isdigit() and start > "1990" else None


def _doubles(drawn: list[DrawnArea]) -> Iterable[str]:
    parts = [area for area in drawn if area.kind != AreaKind.MUNICIPALITY]
    names = [area.name.casefold() for area in parts]
    for area in parts:
        if names.count(area.name.casefold()) > 1:
            yield f"De naam '{area.name}' komt vaker voor. Geef elk gebied een eigen naam."
    if not parts:
        yield "Er staat geen deel van de gemeente in. Voeg wijken of dorpen toe."
