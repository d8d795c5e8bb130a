"""What the views of the meetings share: the row of an address, or a page that is not there."""

import uuid
from typing import TypeVar

from django.http import Http404, HttpRequest

from integraal.foundation.meetings.circles import readable_kinds, writes
from integraal.foundation.people.access import NotAllowed
from integraal.foundation.people.scope import actor
from integraal.policy.monitoring.meetings import queries
from integraal.policy.monitoring.models import ActionPoint, AgendaItem

Row = TypeVar("Row")
TAB = "meetings"


def readable(request: HttpRequest) -> queries.Kinds:
    """Return the kinds of the circles one is in; in none there are no meetings."""
    kinds = readable_kinds(actor(request))
    if not kinds:
        raise Http404("Deze pagina bestaat niet.")
    return kinds


def meeting_of(request: HttpRequest, pk: uuid.UUID) -> queries.Found:
    """Return the meeting of an address, for who is in its circle."""
    return _there(queries.meeting(actor(request), pk))


def written_meeting(request: HttpRequest, pk: uuid.UUID) -> queries.Found:
    """Return the meeting of an address, for who writes in it."""
    found = meeting_of(request, pk)
    if not writes(actor(request), found.kind):
        raise NotAllowed("U leest dit overleg, en schrijft er niet in.")
    return found


def written_item(request: HttpRequest, pk: uuid.UUID) -> AgendaItem:
    """Return the item of an address, for who writes in its meeting."""
    item = _there(queries.item(actor(request), pk))
    written_meeting(request, item.meeting_id)
    return item


def point_of(request: HttpRequest, pk: uuid.UUID) -> ActionPoint:
    """Return the action of an address, for who is in the circle of its meeting."""
    return _there(queries.point(actor(request), pk))


def _there(row: Row | None) -> Row:
    if row is None:
        raise Http404("Dit bestaat niet.")
    return row
