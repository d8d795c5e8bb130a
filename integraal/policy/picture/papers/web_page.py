"""The picture on one page, for the screen: the same cards as on paper."""

from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from integraal.foundation.ui.charts import area_map
from integraal.policy.picture.content import content_of
from integraal.policy.picture.document_parts.summary import summary_of
from integraal.policy.picture.document_parts.themes import outlines_of
from integraal.policy.picture.models import Picture
from integraal.policy.picture.papers.cards import Card, cards_of, named_areas, sources_of
from integraal.policy.picture.papers.screen_figures import ScreenFigure, screen_figure


@dataclass(frozen=True)
class ScreenCard:
    """One theme: its number, its map, and what inhabitants say."""

    title: str
    number: ScreenFigure | None
    map: SafeString
    areas: str
    asked: ScreenFigure | None
    not_asked: str
    empty: str


@dataclass(frozen=True)
class OnePage:
    """What ``picture/one_page.html`` shows."""

    picture: Picture
    lead: str
    cards: list[ScreenCard]
    sources: list[str]


def one_page(picture: Picture) -> OnePage:
    """Return the one page of a picture."""
    content: dict[str, Any] = content_of(picture)
    cards = cards_of(content, outlines_of(content))
    return OnePage(
        picture=picture,
        lead=summary_of(content, {})["lead"],
        cards=[_card(card) for card in cards],
        sources=sources_of(cards),
    )


def _card(card: Card) -> ScreenCard:
    place = card.place
    drawn = area_map.draw_narrow(place.chart, place.uid) if place else ""  # type: ignore[arg-type]
    return ScreenCard(
        title=card.title,
        number=screen_figure(card.number) if card.number else None,
        map=mark_safe(drawn),
        areas=named_areas(place) if place else "",
        asked=screen_figure(card.asked) if card.asked else None,
        not_asked=card.not_asked,
        empty=card.empty,
    )
