"""The views somebody keeps: a page of the programme with a filter, under a name of his own."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from django.db.models import QuerySet
from django.urls import NoReverseMatch, reverse

from integraal.foundation.audit.actors import Actor
from integraal.foundation.ui.components import Chip
from integraal.policy.programme.models import Programme, SavedView

PAGE = "pagina"
PAGES = {
    "programme": "Maatregelen",
    "programme-timeline": "Planning",
    "programme-board": "Per stand",
    "programme-partners": "Per partner",
    "programme-balance": "In evenwicht",
}
"""The pages of which a view can be kept."""


@dataclass(frozen=True)
class SavedViews:
    """What a page shows of them: chips, and the query that would be kept of the page at hand."""

    chips: list[Chip]
    query: str
    is_saved: bool


def own_views(by: Actor) -> QuerySet[SavedView]:
    """Return the views of the actor, and never of somebody else."""
    return SavedView.objects.filter(member_id=by.member_id)


def own_view(by: Actor, pk: uuid.UUID) -> SavedView | None:
    """Return one view of the actor."""
    return own_views(by).filter(pk=pk).first()


def saved_views(by: Actor, programme: Programme, name: str, given: Mapping[str, str]) -> SavedViews:
    """Return the views of the actor for a page.

    Args:
        by: who looks.
        programme: the programme the chips lead to.
        name: name of the address of the page at hand.
        given: what it asks in its address.
    """
    query = query_of(name, given)
    chips = [
        Chip(one.name, url, one.query == query)
        for one in own_views(by)
        if (url := address_of(one, programme))
    ]
    return SavedViews(chips, query, any(chip.is_current for chip in chips))


def query_of(name: str, given: Mapping[str, str]) -> str:
    """Return a page and what it asks as one query, as it is kept."""
    asked = sorted((key, value) for key, value in given.items() if value and key != PAGE)
    return urlencode([(PAGE, name), *asked])


def address_of(view: SavedView, programme: Programme) -> str:
    """Return where a view leads in a programme; empty when its page is there no more."""
    page, asked = parts_of(view.query)
    try:
        path = reverse(page, args=[programme.pk])
    except NoReverseMatch:
        return ""
    return f"{path}?{asked}" if asked else path


def parts_of(query: str) -> tuple[str, str]:
    """Return the page of a kept query, and what it asks there."""
    pairs = parse_qsl(query)
    page = next((value for key, value in pairs if key == PAGE), "")
    asked = urlencode([pair for pair in pairs if pair[0] != PAGE])
    return (page if page in PAGES else "programme", asked)
