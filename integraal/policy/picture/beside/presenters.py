"""The page of two pictures side by side."""

from dataclasses import dataclass
from typing import Any

from integraal.foundation.audit.actors import Actor
from integraal.foundation.lifecycle.states import State
from integraal.foundation.ui import components as ui
from integraal.foundation.ui.tables import Column, Table
from integraal.knowledge.figures.definitions import calculation_rules
from integraal.policy.picture.beside.comparing import FigureBeside, ThemeBeside, lay_beside
from integraal.policy.picture.content import content_of
from integraal.policy.picture.models import Picture
from integraal.policy.picture.parts import CONCLUSION, STORY
from integraal.policy.picture.presenters import figures
from integraal.policy.picture.queries import pictures
from integraal.policy.picture.texts_content import text_in
from integraal.policy.picture.writing.rendering import plain_text

Json = dict[str, Any]
NOTHING_WRITTEN = "Hier is niets over geschreven."


@dataclass(frozen=True)
class ThemeSideBySide:
    """One theme: its figures in a table, and what was concluded then and now."""

    name: str
    table: Table
    before: str
    now: str


@dataclass(frozen=True)
class SideBySide:
    """What ``picture/beside.html`` shows."""

    earlier: Picture
    later: Picture
    lead: str
    themes: list[ThemeSideBySide]


def others(by: Actor, picture: Picture) -> list[Picture]:
    """Return the pictures of other years to lay beside this one: per year the newest that counts.

    Adopted ones come first; a year with drafts only gives its newest draft.
    """
    found: dict[int, Picture] = {}
    for one in (
        pictures(by).exclude(year=picture.year).defer("frozen").order_by("-year", "-version")
    ):
        known = found.get(one.year)
        if known is None or (known.state != State.ADOPTED and one.state == State.ADOPTED):
            found[one.year] = one
    return list(found.values())


def side_by_side(one: Picture, other: Picture) -> SideBySide:
    """Return the page of two pictures of different years, whichever is the later."""
    earlier, later = sorted((one, other), key=lambda picture: picture.year)
    before, now = content_of(earlier), content_of(later)
    themes = lay_beside(before, now, calculation_rules().limits)
    return SideBySide(
        earlier=earlier,
        later=later,
        lead=_lead(themes, earlier.year, later.year),
        themes=[_theme(theme, before, now) for theme in themes],
    )


def _lead(themes: list[ThemeBeside], earlier: int, later: int) -> str:
    judged = [one.verdict for theme in themes for one in theme.figures if one.verdict]
    if not judged:
        return f"Er is geen cijfer dat in {earlier} en in {later} op dezelfde manier is geteld."
    changed = sum(one.kind in ("up", "down", "small") for one in judged)
    many = "1 aantal" if len(judged) == 1 else f"{len(judged)} aantallen"
    said = "geen enkel" if changed == 0 else str(changed)
    verb = "is" if changed < 2 else "zijn"
    return (
        f"Van {many} in beide beelden {verb} er {said} aantoonbaar veranderd. "
        "Met hun aantal en met toeval is rekening gehouden."
    )


def _theme(theme: ThemeBeside, before: Json, now: Json) -> ThemeSideBySide:
    old, new = str(before["year"]), str(now["year"])
    return ThemeSideBySide(
        name=theme.name,
        table=Table(
            caption=f"{theme.name}, {old} naast {new}",
            columns=(
                Column("Cijfer"),
                Column(old, numeric=True),
                Column(new, numeric=True),
                Column("Oordeel"),
                Column("Toelichting"),
            ),
            rows=tuple(_row(one) for one in theme.figures),
            empty="Bij dit thema staat in geen van beide beelden een cijfer.",
        ),
        before=_words(theme.before, before),
        now=_words(theme.now, now),
    )


def _row(one: FigureBeside) -> tuple[Any, ...]:
    said = f"{one.verdict.sentence} {one.revised}".strip() if one.verdict else one.why_not
    return (
        one.name,
        _shown(one.before),
        _shown(one.now),
        _badge(one),
        figures.unbroken(said),
    )


def _shown(one: Json | None) -> str:
    if one is None or not one["estimate"]:
        return "geen cijfer"
    shown = figures.key_figure(one)
    return f"{shown.value} ({shown.margin})"


def _badge(one: FigureBeside) -> ui.Verdict:
    found = one.verdict
    if found is None:
        return ui.Verdict("few", "Geen oordeel")
    return figures.badge(
        {
            "kind": found.kind,
            "label": found.label,
            "direction": found.direction,
            "favourable": found.favourable,
        }
    )


def _words(theme: Json | None, content: Json) -> str:
    """Return what a picture concludes of a theme, or else its story."""
    texts = theme["passages"] if theme else {}
    text = text_in(texts, CONCLUSION.code) or text_in(texts, STORY.code) or NOTHING_WRITTEN
    return plain_text(text, content)
