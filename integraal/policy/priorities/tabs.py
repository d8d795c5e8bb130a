"""The row of pages of one session, the same on each of them."""

from django.urls import NoReverseMatch, reverse

from integraal.foundation.audit.actors import Actor
from integraal.foundation.people.access import allowed
from integraal.foundation.ui.components import Chip
from integraal.policy.priorities.access import check_lead
from integraal.policy.priorities.models import Session

NAME = "Onderdelen van de sessie"
"""The label of the row for who cannot see it."""


def tabs(by: Actor, session: Session, current: str) -> list[Chip]:
    """Return the pages of a session that the actor may open.

    Args:
        by: who looks.
        session: the session at hand.
        current: name of the address of the page itself, such as "session".
    """
    leads = allowed(check_lead, by, session)
    pages = [
        ("session", "Overzicht", True),
        ("session-facts", "Themabladen", True),
        ("session-lead", "Leiden", leads),
        ("session-results", "Uitslag", True),
        ("session-decision", "Besluit", True),
        ("session-others", "Prioriteiten van anderen", True),
    ]
    return [
        Chip(label, url, name == current)
        for name, label, may in pages
        if may and (url := _url(name, session))
    ]


def _url(name: str, session: Session) -> str:
    try:
        return reverse(name, args=[session.pk])
    except NoReverseMatch:
        return ""
