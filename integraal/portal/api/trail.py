"""The trail by API, for the data protection officer's own tools."""

from typing import Any

from django.http import HttpRequest
from ninja import Query, Router

from integraal.foundation.audit.queries import events
from integraal.portal.api.keys import actor, with_scope
from integraal.portal.api.schemas import EventPage, Invalid, Problem
from integraal.portal.trail.access import check_read_trail
from integraal.portal.trail.actions import note_reading

router = Router(tags=["Logboek"])
PAGE = 200


@router.get(
    "",
    response={200: EventPage, 403: Problem, 422: Invalid},
    auth=with_scope("audit:read"),
    operation_id="listEvents",
)
def list_events(request: HttpRequest, offset: int = Query(0, ge=0, le=10_000_000)) -> Any:
    """Events, newest first, 200 at a time; reading them is itself an event."""
    by = actor(request)
    check_read_trail(by)
    rows = list(events()[offset : offset + PAGE + 1])
    note_reading(by=by, what="api")
    return {
        "items": [
            {
                "id": row.pk,
                "verb": row.verb,
                "actor": row.actor_id,
                "through": row.through,
                "subject_kind": row.subject_kind,
                "subject": row.subject_id,
                "at": row.at.isoformat() if row.at else None,
            }
            for row in rows[:PAGE]
        ],
        "next_offset": offset + PAGE if len(rows) > PAGE else None,
    }
