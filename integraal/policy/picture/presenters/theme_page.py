"""The page of one theme: key figures, course, map and the story behind them."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from integraal.foundation.audit.actors import Actor
from integraal.foundation.people.access import allowed
from integraal.foundation.ui import components as ui
from integraal.foundation.ui.dutch import listed
from integraal.policy.picture.access import check_write
from integraal.policy.picture.draft_figures.queries import page_parts
from integraal.policy.picture.models import Picture
from integraal.policy.picture.presenters.changes import ChangesNote, changes_note
from integraal.policy.picture.presenters.findings import comparisons_made
from integraal.policy.picture.presenters.sources import SourceLine, source_lines
from integraal.policy.picture.presenters.theme_figures import ThemeFigures, theme_figures

Json = dict[str, Any]


@dataclass(frozen=True)
class ThemePage:
    """What ``picture/theme.html`` shows."""

    picture: Picture
    theme: Json
    themes: list[ui.Chip]
    comparisons: int
    lead: str
    figures: ThemeFigures
    caveats: list[str]
    sources: list[SourceLine]
    changes: ChangesNote | None
    may_write: bool


class NoSuchTheme(Exception):
    """The picture has no theme of this code."""


def theme_page(by: Actor, picture: Picture, code: str, wanted: str = "") -> ThemePage:
    """Return the page of theme ``code``; ``wanted`` is the indicator that is shown large.

    Raises:
        NoSuchTheme: the picture has no such theme.
    """
    found = page_parts(by, picture, code)
    theme, content = found.theme, found.over_all
    if theme is None:
        raise NoSuchTheme(code)
    return ThemePage(
        picture=picture,
        theme=theme,
        themes=_theme_chips(picture, content, code),
        comparisons=comparisons_made(content),
        lead=lead_of(theme),
        figures=theme_figures(theme, content, wanted),
        caveats=_caveats(theme),
        sources=source_lines(_sources(theme, content)),
        changes=changes_note(found.changes),
        may_write=allowed(check_write, by, picture),
    )


def lead_of(theme: Json) -> str:
    """Return the verdicts of a theme in a few sentences; it says nothing they do not."""
    groups: dict[str, list[str]] = {"up": [], "down": [], "none": [], "few": []}
    for one in theme["indicators"]:
        # What was measured is not laid beside the year before; its own page says what it says.
        if one.get("side") == "subjective":
            continue
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
    if theme["indicators"] and not said:
        return "Bij dit thema zijn er alleen cijfers over hoe inwoners het beleven."
    return " ".join(said) or "Over dit thema zijn nog geen cijfers ingelezen."


def _inside_sentence(name: str) -> str:
    """Return a name as it stands inside a sentence; an abbreviation keeps its capitals."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


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
