"""What the reading page shows: the content of a picture, in the order somebody reads it."""

from dataclasses import dataclass, replace
from typing import Any

from django.urls import reverse

from integraal.foundation.lifecycle.states import State
from integraal.foundation.ui import components as ui
from integraal.foundation.ui.dutch import day
from integraal.policy.picture.document_parts.closing import METHODS, RECIPE
from integraal.policy.picture.document_parts.summary import lead_of_all
from integraal.policy.picture.models import Picture
from integraal.policy.picture.parts import PICTURE_PARTS, SUMMARY, WHOLE
from integraal.policy.picture.presenters.findings import StandsOut, stands_out
from integraal.policy.picture.presenters.sources import SourceLine, source_lines
from integraal.policy.picture.reading.links import into_the_product, within_the_page
from integraal.policy.picture.reading.texts import Link, Text, text_of
from integraal.policy.picture.reading.themes import (
    ReadingTheme,
    anchor_of_theme,
    referral_of,
    theme_of,
)

Json = dict[str, Any]
METHOD_PART = "method"
EVALUATION_PART = "evaluation"


@dataclass(frozen=True)
class ReadingPage:
    """What ``picture/reading_body.html`` shows."""

    picture: Picture
    municipality: str
    period: str
    state_line: str
    draft_line: str
    summary: Text | None
    lead: str
    stands_out: StandsOut
    findings: list[ui.Finding]
    area: Text | None
    evaluation: Text | None
    promises: list[Json]
    themes: list[ReadingTheme]
    referrals: list[Json]
    method: Text | None
    methods: tuple[str, ...]
    sources: list[SourceLine]
    recipe: str
    is_shared: bool

    @property
    def looks_back(self) -> bool:
        return bool(self.evaluation or self.promises)


def reading_page(picture: Picture, content: Json, *, is_shared: bool = False) -> ReadingPage:
    """Return the whole picture for somebody who only reads.

    Args:
        picture: draft or adopted.
        content: of that picture, whole.
        is_shared: read with a share link, so that nothing leads into the product.
    """
    link = within_the_page if is_shared else into_the_product(picture)
    whole, found = _whole_texts(content, link), stands_out(picture, content)
    return ReadingPage(
        picture=picture,
        municipality=content["municipality"],
        period=f"{content['first_year']}-{content['year']}",
        state_line=_state_line(picture),
        draft_line=_draft_line(picture),
        summary=whole.get(SUMMARY.code),
        lead=lead_of_all(content),
        stands_out=found,
        findings=_findings(content, found),
        area=whole.get("area"),
        evaluation=whole.get(EVALUATION_PART),
        promises=_promises(content),
        themes=[theme_of(content, theme, link) for theme in content["themes"]],
        referrals=[referral_of(one) for one in content["referrals"] if not one["theme"]],
        method=whole.get(METHOD_PART),
        methods=METHODS,
        sources=source_lines(content["sources"]),
        recipe=RECIPE,
        is_shared=is_shared,
    )


def reading_address(picture: Picture, place: str = "") -> str:
    """Return the address of the reading page, or of one place in it."""
    address = reverse("picture-reading", args=[picture.pk])
    return f"{address}#{place}" if place else address


def _whole_texts(content: Json, link: Link) -> dict[str, Text]:
    given = content["passages"]
    return {
        part.code: text_of(content, WHOLE, part.code, given[part.code], link)
        for part in PICTURE_PARTS
        if part.code in given
    }


def _findings(content: Json, found: StandsOut) -> list[ui.Finding]:
    """Return everything that stands out, each leading to its theme further on in the page."""
    names = {theme["code"]: theme["short_name"] for theme in content["themes"]}
    shown = [*found.first, *found.more]
    return [
        replace(
            one,
            url=f"#{anchor_of_theme(entry['theme'])}",
            link_text=f"Lees {names.get(entry['theme'], 'het thema')}",
        )
        for entry, one in zip(content["findings"], shown, strict=True)
    ]


def _promises(content: Json) -> list[Json]:
    names = {theme["code"]: theme["name"] for theme in content["themes"]}
    return [
        {**one, "theme_name": names.get(one["theme"], ""), "state": _REACHED[one["reached"]]}
        for one in content["promises"]
    ]


_REACHED = {"yes": "done", "partly": "todo", "no": "missing", "unknown": "todo"}
"""The mark beside a promise; the word stands beside it too."""


def _state_line(picture: Picture) -> str:
    if not picture.adopted_on:
        return f"{picture.state_label}, versie {picture.version}"
    number = f", besluit {picture.decision_number}" if picture.decision_number else ""
    return (
        f"Vastgesteld door de {picture.adopting_body} op {day(picture.adopted_on)}{number}, "
        f"versie {picture.version}"
    )


def _draft_line(picture: Picture) -> str:
    if picture.state == State.DRAFT:
        return "Concept, dit kan nog veranderen."
    if picture.state == State.PROPOSED:
        return "Voorgesteld en nog niet vastgesteld: dit kan nog veranderen."
    return ""
