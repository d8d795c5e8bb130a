"""The row of pages of one programme, the same on each of them."""

from django.urls import NoReverseMatch, reverse

from integraal.foundation.audit.actors import Actor
from integraal.foundation.ui.components import Chip
from integraal.policy.programme.access import reads_drafts
from integraal.policy.programme.models import Programme

NAME = "Onderdelen van het programma"
"""The label of the row for who cannot see it."""


def tabs(by: Actor, programme: Programme, current: str) -> list[Chip]:
    """Return the pages of a programme that the actor may open.

    Args:
        by: who looks.
        programme: the programme at hand.
        current: name of the address of the page itself, such as "programme".
    """
    inside = reads_drafts(by)
    pages = [
        ("programme", "Maatregelen", True),
        ("programme-timeline", "Planning", True),
        ("programme-board", "Per stand", True),
        ("programme-partners", "Per partner", True),
        ("programme-balance", "In evenwicht", True),
        ("programme-updates", "Bijwerken", inside),
        ("programme-decision", "Besluit", True),
        ("programme-changes", "Wijzigingen", True),
        ("programme-compare", "Vergelijken", True),
    ]
    return [
        Chip(label, url, name == current)
        for name, label, may in pages
        if may and (url := _url(name, programme))
    ]


def _url(name: str, programme: Programme) -> str:
    try:
        return reverse(name, args=[programme.pk])
    except NoReverseMatch:
        return ""
