"""The row of pages about figures, the same on each of them."""

from django.urls import NoReverseMatch, reverse

from integraal.foundation.audit.actors import Actor
from integraal.foundation.ui.components import Chip
from integraal.knowledge.figures.access import may_load_figures


def tabs(by: Actor, current: str) -> list[Chip]:
    """Return the pages about figures that the actor may open.

    Args:
        by: who looks.
        current: name of the address of the page itself, such as "catalogue".
    """
    pages = [
        ("explorer", "Verkenner", True),
        ("month-round", "Maandronde", True),
        ("catalogue", "Catalogus", True),
        ("sources", "Bronnen", True),
        ("snapshots", "Bestanden", True),
        ("open-data", "Open data", True),
        ("import", "Eigen tabel inlezen", may_load_figures(by)),
        ("jobs", "Taken", may_load_figures(by)),
    ]
    return [
        Chip(label, url, name == current)
        for name, label, may in pages
        if may and (url := _url(name))
    ]


def _url(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""
