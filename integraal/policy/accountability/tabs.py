"""The row of pages of accountability, the same on each of them."""

from django.urls import NoReverseMatch, reverse

from integraal.foundation.audit.actors import Actor
from integraal.foundation.ui.components import Chip

NAME = "Onderdelen van de verantwoording"
"""The label of the row for who cannot see it."""
_PAGES = (
    ("accountability", "Rapporten"),
    ("council-questions", "Raadsvragen"),
    ("planning-dates", "Begroting en jaarrekening"),
    ("followed-themes", "Volgen"),
)


def tabs(by: Actor, current: str) -> list[Chip]:
    """Return the pages of accountability; ``current`` is the name of an address."""
    return [Chip(label, url, name == current) for name, label in _PAGES if (url := _url(name))]


def _url(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""
