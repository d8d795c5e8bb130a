"""The figures half of a theme's page: key figures, course, map, and what they are laid beside."""

from dataclasses import dataclass
from typing import Any

from integraal.foundation.areas.models import Area
from integraal.foundation.ui import components as ui
from integraal.policy.picture.presenters import figures
from integraal.policy.picture.presenters.comparing import Beside, beside_of
from integraal.policy.picture.presenters.months import months_figure

Json = dict[str, Any]
NO_PERCEPTION = "Bij dit thema zijn er geen cijfers over hoe inwoners het beleven."
NO_REGISTRATION = "Bij dit thema zijn er alleen cijfers over beleving, geen registraties."
TWO_QUESTIONS = (
    "Wat geregistreerd is en wat inwoners beleven zijn twee vragen. Ze hoeven niet dezelfde kant "
    "op te gaan, en ze staan daarom nooit op één as."
)


@dataclass(frozen=True)
class ThemeFigures:
    """What ``picture/theme_figures.html`` shows.

    Attributes:
        indicators: the choice of the figure that is shown large.
        beside: what that figure is laid beside.
        registered, perceived: two courses side by side, where the theme has both kinds.
        caveat: what misses of the two kinds, or how to read them together.
    """

    key_figures: list[ui.KeyFigure]
    indicators: list[ui.Chip]
    course: ui.Figure | None
    months: ui.Figure | None
    area_map: ui.Figure | None
    beside: Beside | None
    registered: ui.Figure | None
    perceived: ui.Figure | None
    caveat: str


def theme_figures(theme: Json, content: Json, wanted: str) -> ThemeFigures:
    """Return the figures of a theme; ``wanted`` is the code of the one that is shown large."""
    indicators = theme["indicators"]
    chosen = chosen_of(indicators, wanted)
    months = months_figure(chosen) if chosen else None
    registered, perceived = _two_sides(indicators, chosen)
    return ThemeFigures(
        key_figures=[
            figures.key_figure(one, f"?cijfer={one['code']}#verloop") for one in indicators
        ],
        indicators=[
            ui.Chip(one["short_name"], f"?cijfer={one['code']}#verloop", one is chosen)
            for one in indicators
        ],
        course=(
            figures.course(chosen, beside=months is None) if chosen and chosen["years"] else None
        ),
        months=months,
        area_map=_map(chosen, content["year"]),
        beside=beside_of(chosen, content) if chosen else None,
        registered=registered,
        perceived=perceived,
        caveat=_caveat(indicators),
    )


def chosen_of(indicators: list[Json], wanted: str) -> Json | None:
    """Return the indicator that is shown large: the one asked for, or one with a map."""
    by_code = {one["code"]: one for one in indicators}
    with_areas = next((one for one in indicators if one["areas"]), None)
    return by_code.get(wanted) or with_areas or next(iter(indicators), None)


def geometries(ids: list[str]) -> figures.Geometries:
    """Return the outlines of areas by identifier; one query."""
    found = Area.objects.filter(pk__in=ids, geometry__isnull=False)
    return {str(area.pk): area.geometry for area in found}


def _map(chosen: Json | None, year: int) -> ui.Figure | None:
    if not chosen or not chosen["areas"]:
        return None
    outlines = geometries([area["id"] for area in chosen["areas"]])
    return figures.area_map(chosen, outlines, year) if outlines else None


def _two_sides(
    indicators: list[Json], chosen: Json | None
) -> tuple[ui.Figure | None, ui.Figure | None]:
    """Return a registered and a perceived figure, the chosen one and the first of the other."""
    with_years = [one for one in indicators if one["years"]]
    sides: list[Json | None] = []
    for is_measured in (False, True):
        of_side = [one for one in with_years if figures.is_measured(one) == is_measured]
        sides.append(chosen if chosen in of_side else next(iter(of_side), None))
    if sides[0] is None or sides[1] is None:
        return None, None
    registered, perceived = (
        figures.course(one, beside=False, uid=uid)
        for one, uid in zip(sides, ("geregistreerd", "beleefd"), strict=True)
        if one is not None
    )
    return registered, perceived


def _caveat(indicators: list[Json]) -> str:
    measured = {figures.is_measured(one) for one in indicators}
    if measured == {True, False}:
        return TWO_QUESTIONS
    if not indicators:
        return ""
    return NO_REGISTRATION if True in measured else NO_PERCEPTION
