"""The picture on one page (infographic), as PDF/UA."""

from pathlib import Path
from typing import Any

from integraal.foundation.audit.actors import Actor
from integraal.foundation.database.models import Tenant
from integraal.foundation.documents.papers import handed_out
from integraal.foundation.documents.typesetting import compile_pdf, template_fingerprint
from integraal.foundation.ui.charts import area_map
from integraal.foundation.ui.charts.printing import for_print
from integraal.policy.picture.content import content_of
from integraal.policy.picture.document_parts.drawn import Look
from integraal.policy.picture.document_parts.summary import summary_of
from integraal.policy.picture.document_parts.themes import outlines_of
from integraal.policy.picture.documents import cover_of
from integraal.policy.picture.models import Picture
from integraal.policy.picture.papers.cards import Card, cards_of, named_areas, sources_of
from integraal.policy.picture.papers.file_names import file_name
from integraal.policy.picture.presenters.figures import Geometries

Json = dict[str, Any]
TEMPLATE = Path(__file__).parents[1] / "document_templates" / "infographic.typ"


def picture_infographic(*, by: Actor, picture: Picture, tenant: Tenant) -> tuple[str, bytes]:
    """Return file name and bytes of the one page.

    Raises:
        DocumentProblem: the document cannot be made; the text is a sentence for the reader.
    """
    content = content_of(picture)
    cover = cover_of(picture, tenant, content)
    data = {**cover, **page_of(content, outlines_of(content), cover)}
    return handed_out(
        by=by,
        is_frozen=picture.is_frozen,
        name=file_name(picture, "pdf", kind="infographic"),
        made_of={"data": data, "template": template_fingerprint(TEMPLATE)},
        make=lambda: compile_pdf(TEMPLATE, data),
    )


def page_of(content: Json, outlines: Geometries, look: Look) -> Json:
    """Return what the template of the one page is filled with, besides whose it is."""
    cards = cards_of(content, outlines)
    return {
        "year": content["year"],
        "lead": summary_of(content, {})["lead"],
        "themes": [_card(card, look) for card in cards],
        "sources": sources_of(cards),
    }


def _card(card: Card, look: Look) -> Json:
    return {
        "title": card.title,
        "number": card.number,
        "map": _map(card, look),
        "asked": card.asked,
        "not_asked": card.not_asked,
        "empty": card.empty,
    }


def _map(card: Card, look: Look) -> Json | None:
    if card.place is None:
        return None
    chart = card.place.chart
    brand = {"--ig-brand": look["brand"], "--ig-accent": look["accent"]}
    drawn = area_map.draw_narrow(chart, card.place.uid)  # type: ignore[arg-type]
    return {
        "svg": for_print(drawn, brand),
        "alt": f"{chart.title}. {card.place.title}.",
        "areas": named_areas(card.place),
    }
