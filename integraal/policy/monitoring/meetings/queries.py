"""Read meetings, their items and their actions; outside the circle of a kind there is nothing."""

import uuid
from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import QuerySet

from integraal.foundation.audit.actors import Actor
from integraal.foundation.meetings.circles import readable_kinds
from integraal.foundation.meetings.kinds import MeetingKind
from integraal.foundation.meetings.states import MeetingState
from integraal.policy.monitoring.models import ActionPoint, AgendaItem, Deviation, Meeting

Kinds = dict[str, MeetingKind]


@dataclass(frozen=True)
class Found:
    """A row that the actor may know of, with the kind of its meeting."""

    row: Meeting
    kind: MeetingKind


def meetings(kinds: Collection[str]) -> QuerySet[Meeting]:
    """Return the meetings of these kinds, the latest first; ``kinds`` is what one may read."""
    return Meeting.objects.filter(kind__in=kinds).select_related("adopted_in").defer("frozen")


def meeting(by: Actor, pk: uuid.UUID) -> Found | None:
    """Return a meeting that the actor may know of."""
    kinds = readable_kinds(by)
    row = Meeting.objects.filter(kind__in=kinds, pk=pk).select_related("adopted_in").first()
    return Found(row, kinds[row.kind]) if row else None


def item(by: Actor, pk: uuid.UUID) -> AgendaItem | None:
    """Return an item of a meeting that the actor may know of."""
    found = AgendaItem.objects.filter(meeting__kind__in=readable_kinds(by), pk=pk)
    return found.select_related("meeting", "deviation").first()


def items_of(row: Meeting) -> list[AgendaItem]:
    """Return the agenda in its order, with what was agreed on."""
    found = AgendaItem.objects.filter(meeting=row).select_related("deviation")
    return list(found.prefetch_related("points", "points__member"))


def points(kinds: Collection[str]) -> QuerySet[ActionPoint]:
    """Return the actions of the meetings of these kinds, the first due first."""
    found = ActionPoint.objects.filter(meeting__kind__in=kinds)
    return found.select_related("meeting", "member", "item").defer("meeting__frozen")


def point(by: Actor, pk: uuid.UUID) -> ActionPoint | None:
    """Return an action of a meeting that the actor may know of."""
    return points(readable_kinds(by)).filter(pk=pk).first()


def carried_points(row: Meeting) -> QuerySet[ActionPoint]:
    """Return the actions of earlier meetings of this kind that are still open."""
    earlier = points([row.kind]).filter(done_on__isnull=True, meeting__day__lte=row.day)
    return earlier.exclude(meeting=row)


def coming(kind: str) -> QuerySet[Meeting]:
    """Return the meetings of a kind that were not held yet."""
    return Meeting.objects.filter(kind=kind, state=MeetingState.PLANNED)


def adopted_by(row: Meeting) -> int:
    """Return of how many earlier meetings this one adopted the minutes."""
    return Meeting.objects.filter(adopted_in=row).count()


def items_about(by: Actor, row: Deviation) -> list[AgendaItem]:
    """Return where a deviation is on the agenda, as far as the actor may know; latest first."""
    kinds = readable_kinds(by)
    found = AgendaItem.objects.filter(deviation=row, meeting__kind__in=kinds)
    found = found.select_related("meeting").defer("meeting__frozen")
    return list(found.order_by("-meeting__day", "id"))
