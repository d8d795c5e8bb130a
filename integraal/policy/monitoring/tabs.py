"""The row of pages of monitoring, the same on each of them."""

from django.urls import reverse

from integraal.foundation.audit.actors import Actor
from integraal.foundation.meetings.circles import readable_kinds
from integraal.foundation.ui.components import Chip
from integraal.policy.monitoring.access import reads_inside

NAME = "Onderdelen van monitoring"
"""The label of the row for who cannot see it."""
_INSIDE = (
    ("deviations", "Afwijkingen"),
    ("incidents", "Incidenten en taken"),
)


def tabs(by: Actor, current: str) -> list[Chip]:
    """Return the pages of monitoring that the actor may open; ``current`` is an address name."""
    pages = [("monitoring", "Doelen"), *(_INSIDE if reads_inside(by) else ())]
    if readable_kinds(by):
        pages.append(("meetings", "Overleggen"))
    pages.append(("joined-programmes", "Waar wij aan meedoen"))
    return [Chip(label, reverse(name), name == current) for name, label in pages]
