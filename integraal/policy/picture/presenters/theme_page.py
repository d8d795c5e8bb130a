"""The page of one theme: key figures, course, map and the story behind them."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from integraal.foundation.areas.models import Area
from integraal.foundation.audit.actors import Actor
from integraal.foundation.people.access import allowed
from integraal.foundation.ui import components as ui
from integraal.foundation.ui.dutch import listed
from integraal.policy.picture.access import check_write
from integraal.policy.picture.content import content_of
from integraal.policy.picture.models import Picture
from integraal.policy.picture.presenters import figures
from integraal.policy.picture.presenters.sources import SourceLine, source_lines

Json = dict[str, Any]


@dataclass(frozen=True)
class ThemePage:
    """What ``picture/theme.html`` shows."""

    picture: Picture
    theme: Json
    themes: list[ui.Chip]
    comparisons: int
    lead: str
    key_figures: list[ui.KeyFigure]
    indicators: list[ui.Chip]
    course: ui.Figure | None
    area_map: ui.Figure | None
    chosen: Json | None
    caveats: list[str]
    sources: list[SourceLine]
    may_write: bool


class NoSuchTheme(Exception):
    """The picture has no theme of this code."""


def theme_page(by: Actor, picture: Picture, code: str, wanted: str = "") -> ThemePage:
    """Return the page of theme ``code``; ``wanted`` is the indicator that is shown large.

    Raises:
        NoSuchTheme: the picture has no such theme.
    """
    content = content_of(picture)
    theme = next((one for one in content["themes"] if one["code"] == code), None)
    if theme is None:
        raise NoSuchTheme(code)
    chosen = _chosen(theme["indicators"], wanted)
    return ThemePage(
        picture=picture,
        theme=theme,
        themes=_theme_chips(picture, content, code),
        comparisons=content["comparisons"],
        lead=lead_of(theme),
        key_figures=[
            figures.key_figure(one, f"?cijfer={one['code']}#verloop") for one in theme["indicators"]
        ],
        indicators=[
            ui.Chip(one["short_name"], f"?cijfer={one['code']}#verloop", one is chosen)
            for one in theme["indicators"]
        ],
        course=figures.course(chosen) if chosen else None,
        area_map=_map(chosen, content["year"]),
        chosen=chosen,
        caveats=_caveats(theme),
        sources=source_lines(_sources(theme, content)),
        may_write=allowed(check_write, by, picture),
    )


def lead_of(theme: Json) -> str:
    """Return the verdicts of a theme in a few sentences; it says nothing they do not."""
    groups: dict[str, list[str]] = {"up": [], "down": [], "none": [], "few": []}
    for one in theme["indicators"]:
        kind = one["verdict"]["kind"] if one["verdict"] else "few"
        kind = {"small": "none", "no_data": "few"}.get(kind, kind)
        groups[kind].append(_inside_sentence(one["short_name"]))
    words = {
        "up": "Aantoonbaar gestegen: {}.",
        "down": "Aantoonbaar gedaald: {}.",
        "none": "Geen aantoonbare verandering: {}.",
        "few": "Te weinig om iets over te zeggen: {}.",
    }
    said = [words[kind].format(listed(names)) for kind, names in groups.items() if names]
    return " ".join(said) or "Over dit thema zijn nog geen cijfers ingelezen."


def _inside_sentence(name: str) -> str:
    """Return a name as it stands inside a sentence; an abbreviation keeps its capitals."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def geometries(ids: list[str]) -> figures.Geometries:
    """Return the outlines of areas by identifier; one query."""
    found = Area.objects.filter(pk__in=ids, geometry__isnull=False)
    return {str(area.pk): area.geometry for area in found}


def _chosen(indicators: list[Json], wanted: str) -> Json | None:
    by_code = {one["code"]: one for one in indicators}
    with_areas = next((one for one in indicators if one["areas"]), None)
    return by_code.get(wanted) or with_areas or next(iter(indicators), None)


def _map(chosen: Json | None, year: int) -> ui.Figure | None:
    if not chosen or not chosen["areas"]:
        return None
    outlines = geometries([area["id"] for area in chosen["areas"]])
    return figures.area_map(chosen, outlines, year) if outlines else None


def _theme_chips(picture: Picture, content: Json, code: str) -> list[ui.Chip]:
    return [
        ui.Chip(
            label=theme["short_name"],
            url=reverse("theme", args=[picture.pk, theme["code"]]),
            is_current=theme["code"] == code,
        )
        for theme in content["themes"]
    ]


def _sources(theme: Json, content: Json) -> list[Json]:
    """Return the files behind this theme's figures."""
    names = {one["name"] for one in theme["indicators"]}
    return [one for one in content["sources"] if names & set(one["used_for"].split("; "))]


def _caveats(theme: Json) -> list[str]:
    found = [caveat for one in theme["indicators"] for caveat in one["caveats"]]
    return list(dict.fromkeys(found))
