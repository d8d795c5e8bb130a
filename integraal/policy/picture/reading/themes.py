"""One theme of the reading page: the conclusion first, then what it rests on."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from integraal.foundation.ui import components as ui
from integraal.foundation.ui.tables import Table
from integraal.policy.picture.parts import CONCLUSION, THEME_PARTS
from integraal.policy.picture.presenters import figures
from integraal.policy.picture.presenters.theme_figures import geometries
from integraal.policy.picture.presenters.theme_page import lead_of
from integraal.policy.picture.reading.compared import compared_table, sides_words
from integraal.policy.picture.reading.links import anchor_of_figure
from integraal.policy.picture.reading.texts import Link, Text, text_of
from integraal.policy.picture.rules import area_conclusion
from integraal.policy.picture.writing.tokens import Token

Json = dict[str, Any]


@dataclass(frozen=True)
class ReadingFigure:
    """A key figure with its place in the page."""

    anchor: str
    shown: ui.KeyFigure


@dataclass(frozen=True)
class AreaTable:
    """The areas of a figure in which none differs: a sentence and a table, and no map."""

    say: str
    table: Table


@dataclass(frozen=True)
class ReadingTheme:
    """What the page shows of one theme."""

    anchor: str
    name: str
    lead: str
    conclusion: Text | None
    figures: list[ReadingFigure]
    course: ui.Figure | None
    area_map: ui.Figure | None
    areas: AreaTable | None
    compared: Table | None
    sides: str
    texts: list[Text]
    contributions: list[Json]
    referrals: list[Json]
    caveats: list[str]


def theme_of(content: Json, theme: Json, link: Link) -> ReadingTheme:
    """Return one theme of the content of a picture; ``link`` is where its figures lead."""
    code, given = theme["code"], theme["passages"]
    texts = {
        part.code: text_of(content, code, part.code, given[part.code], link)
        for part in THEME_PARTS
        if part.code in given
    }
    told = _most_telling(content, theme)
    return ReadingTheme(
        anchor=anchor_of_theme(code),
        name=theme["name"],
        lead=lead_of(theme),
        conclusion=texts.pop(CONCLUSION.code, None),
        figures=[_figure(one, link) for one in theme["indicators"]],
        course=figures.course(told, beside=False) if told else None,
        area_map=_map(theme["indicators"], content["year"]),
        areas=_areas(theme["indicators"], content["year"]),
        compared=compared_table(theme["indicators"], content["year"]),
        sides=sides_words(theme["indicators"]),
        texts=list(texts.values()),
        contributions=[_contribution(one) for one in theme["contributions"]],
        referrals=[referral_of(one) for one in content["referrals"] if one["theme"] == code],
        caveats=_caveats(theme["indicators"]),
    )


def referral_of(one: Json) -> Json:
    """Return a referral with its days as days."""
    return {
        **one,
        "referred_on": _day(one["referred_on"]),
        "answered_on": _day(one["answered_on"]),
    }


def _contribution(one: Json) -> Json:
    who = [one["source"], one["function"]]
    return {
        **one,
        "who": ", ".join(word for word in who if word),
        "said_on": _day(one["said_on"]),
    }


def _figure(one: Json, link: Link) -> ReadingFigure:
    shown = figures.key_figure(one, link(Token(one["code"], "aantal")))
    anchor = anchor_of_figure(one["code"])
    # In a page where nothing leads away, a figure would lead to itself.
    return ReadingFigure(anchor, replace(shown, url="") if shown.url == f"#{anchor}" else shown)


def anchor_of_theme(code: str) -> str:
    """Return the name of a theme in the page."""
    return f"thema-{code}"


def _most_telling(content: Json, theme: Json) -> Json | None:
    """Return the figure that gets the one course of a theme: what stands out, or the largest."""
    drawn = {one["code"]: one for one in theme["indicators"] if one["years"]}
    outstanding = (
        drawn[one["indicator"]] for one in content["findings"] if one["indicator"] in drawn
    )
    return next(outstanding, None) or next(iter(drawn.values()), None)


def _map(indicators: list[Json], year: int) -> ui.Figure | None:
    """Return the map of the first figure in which an area differs; else a map says nothing."""
    chosen = next((one for one in indicators if _differs(one)), None)
    if chosen is None:
        return None
    outlines = geometries([area["id"] for area in chosen["areas"]])
    return figures.area_map(chosen, outlines, year) if outlines else None


def _areas(indicators: list[Json], year: int) -> AreaTable | None:
    mapped = [one for one in indicators if one["areas"]]
    if not mapped or any(_differs(one) for one in mapped):
        return None
    first = mapped[0]
    say = f"{first['short_name']}: {area_conclusion(first['areas'])[:1].lower()}"
    say += f"{area_conclusion(first['areas'])[1:]}."
    return AreaTable(say, figures.area_table(first, year))


def _differs(one: Json) -> bool:
    return any(area["verdict"] in ("higher", "lower") for area in one["areas"])


def _caveats(indicators: list[Json]) -> list[str]:
    return list(dict.fromkeys(caveat for one in indicators for caveat in one["caveats"]))


def _day(iso: str) -> date | None:
    return date.fromisoformat(iso) if iso else None
