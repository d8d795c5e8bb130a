"""What the page shows that leads a meeting through an item."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field

from integraal.foundation.audit.actors import Actor
from integraal.policy.monitoring.access import reads_inside
from integraal.policy.monitoring.models import ActionPoint, AgendaItem
from integraal.policy.monitoring.showing import FormPage


@dataclass(frozen=True)
class Place:
    """Where an item stands on its agenda, and which come before and after it."""

    number: int = 1
    total: int = 1
    before: uuid.UUID | None = None
    next: uuid.UUID | None = None


@dataclass(frozen=True)
class LeadPage(FormPage):
    """What ``monitoring/meeting_lead.html`` shows."""

    row: AgendaItem | None = None
    place: Place = field(default_factory=Place)
    points: Sequence[ActionPoint] = ()


def place_of(row: AgendaItem) -> Place:
    """Return where an item stands."""
    keys = list(AgendaItem.objects.filter(meeting=row.meeting).values_list("pk", flat=True))
    at = keys.index(row.pk)
    return Place(
        number=at + 1,
        total=len(keys),
        before=keys[at - 1] if at else None,
        next=keys[at + 1] if at + 1 < len(keys) else None,
    )


def beside(by: Actor, row: AgendaItem) -> list[tuple[str, str]]:
    """Return title and text of what the meeting wants to see at an item."""
    found = [("Toelichting", row.explanation)]
    if row.deviation and reads_inside(by):
        options = "\n\n".join(
            f"{one['text']}\nGevolg: {one['consequence']}" for one in row.deviation.options
        )
        found += [
            ("Wat er is gezien", row.deviation.what),
            ("Analyse", row.deviation.analysis),
            ("Keuzes", options),
        ]
    return [(title, text) for title, text in found if text]
