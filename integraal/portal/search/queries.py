"""Search policy only: figures, methods, areas, texts, partners; never people or casework."""

from typing import Any

from django.db.models import F
from django.urls import reverse

from integraal.foundation.areas.models import Area
from integraal.foundation.audit.actors import Actor
from integraal.knowledge.figures.definitions import all_themes, indicators, themes
from integraal.policy.picture.models import Passage, Picture
from integraal.policy.picture.parts import WHOLE, part_named
from integraal.policy.picture.queries import latest_picture, pictures
from integraal.policy.picture.writing.links import part_url
from integraal.portal.methods.register import METHODS
from integraal.portal.search.hits import MOST, Hit
from integraal.portal.search.partner_hits import partner_hits
from integraal.portal.search.plan_texts import plan_texts
from integraal.portal.search.session_hits import session_hits
from integraal.portal.search.words import found_in


def search(by: Actor, words: str) -> list[Hit]:
    """Return what matches ``words`` and the actor may read, at most ``MOST`` of each kind."""
    words = words.strip()
    if not words:
        return []
    picture = latest_picture(by)
    return [
        *(_themes_and_figures(picture, words.casefold()) if picture else []),
        *_texts(by, words),
        *session_hits(by, words),
        *plan_texts(by, words),
        *partner_hits(by, words),
        *_areas(words),
        *_methods(words.casefold()),
    ]


def _themes_and_figures(picture: Picture, words: str) -> list[Hit]:
    hits = []
    for theme in themes().values():
        url = reverse("theme", args=[picture.pk, theme.code])
        if words in f"{theme.name} {theme.short_name} {theme.description}".casefold():
            hits.append(Hit("Thema", theme.name, url))
    for one in indicators().values():
        if one.theme and words in f"{one.name} {one.short_name}".casefold():
            url = reverse("theme", args=[picture.pk, one.theme])
            hits.append(Hit("Cijfer", one.name, f"{url}?cijfer={one.code}", one.why_it_matters))
    return hits


def _texts(by: Actor, words: str) -> list[Hit]:
    readable = {picture.pk: picture for picture in pictures(by).defer("frozen")}
    rows = Passage.objects.filter(picture_id__in=readable)
    found = found_in(rows, F("text"), words).order_by(F("written_at").desc(nulls_last=True))[:MOST]
    names = {theme.code: theme.short_name for theme in all_themes()} | {WHOLE: "hele beeld"}
    return [
        _text_hit(text, readable[text.picture_id], names[text.theme])
        for text in found
        if text.theme in names
    ]


def _text_hit(text: Any, picture: Picture, theme: str) -> Hit:
    part = part_named(text.theme, text.part)
    return Hit(
        "Tekst",
        f"{picture}, {theme}: {part.name.lower() if part else text.part}",
        part_url(picture.pk, text.theme, text.part),
        text.excerpt,
    )


def _areas(words: str) -> list[Hit]:
    found = Area.objects.filter(name__icontains=words, number__isnull=False)[:MOST]
    return [
        Hit("Gebied", area.name, reverse("pictures"), area.get_kind_display()) for area in found
    ]


def _methods(words: str) -> list[Hit]:
    return [
        Hit("Methode", one.name, reverse("method", args=[one.slug]), one.question)
        for one in METHODS.values()
        if words in f"{one.name} {one.question}".casefold()
    ]
