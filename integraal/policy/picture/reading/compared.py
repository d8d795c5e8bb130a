"""Every comparison of a theme in one table, and whether one kind of figure is missing."""

from typing import Any

from integraal.foundation.ui.dutch import number
from integraal.foundation.ui.tables import Column, Table

Json = dict[str, Any]
BESIDE = {
    "last_year": "het jaar ervoor",
    "five_years": "de vijf jaren ervoor",
    "similar": "vergelijkbare gemeenten",
    "region": "de regio",
    "country": "het land",
    "month": "de maanden ervoor",
}
"""What a figure is laid beside, by the kind of comparison."""
ONLY_REGISTERED = (
    "Over dit thema zijn alleen registraties bekend. Hoe inwoners het beleven, staat er niet in."
)
ONLY_PERCEIVED = (
    "Over dit thema is alleen bekend hoe inwoners het beleven. Registraties staan er niet in."
)


def beside(one: Json) -> str:
    """Return what a comparison lays a figure beside, in words."""
    return BESIDE.get(one["kind"], str(one.get("against", "")))


def other_words(one: Json) -> str:
    """Return the figure that stands beside it, with its margin and unit; empty without one."""
    if one["value"] is None:
        return ""
    has_margin = one["low"] is not None and one["high"] is not None
    margin = f" ({written(one['low'])} tot {written(one['high'])})" if has_margin else ""
    return f"{one['against']}: {written(one['value'])}{margin} {one['unit']}"


def written(shown: str) -> str:
    """Return a number of the content as Dutch, with the decimals that it has there."""
    return number(float(shown), len(shown.partition(".")[2]))


def compared_table(indicators: list[Json], year: int) -> Table | None:
    """Return every comparison of these figures; ``None`` when nothing was compared."""
    rows = tuple(
        (one["short_name"], beside(found), found["verdict"]["label"], other_words(found) or "geen")
        for one in indicators
        for found in one.get("comparisons", [])
    )
    if not rows:
        return None
    columns = (
        Column("Cijfer"),
        Column("Naast"),
        Column("Oordeel"),
        Column("Wat ernaast staat", short="Ernaast"),
    )
    return Table(caption=f"Alle vergelijkingen van {year}", columns=columns, rows=rows)


def one_sided_words(indicators: list[Json]) -> str:
    """Return a warning when a theme has registrations without perception, or the reverse."""
    sides = {one.get("side", "") for one in indicators} - {""}
    if sides == {"objective"}:
        return ONLY_REGISTERED
    return ONLY_PERCEIVED if sides == {"subjective"} else ""
