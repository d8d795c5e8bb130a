"""Write the minutes of a meeting, and adopt them in a later one."""

from django.db import transaction
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.foundation.lifecycle.freezing import fingerprint
from integraal.foundation.lifecycle.holding import held, refuse_when
from integraal.foundation.meetings.circles import check_write_kind
from integraal.foundation.meetings.rules import Handled, adoption_problem, minutes_problem
from integraal.foundation.meetings.states import MeetingState
from integraal.foundation.ui.cleaning import cleaned
from integraal.policy.monitoring.meetings.holding import held_meeting, refuse_changed
from integraal.policy.monitoring.meetings.minutes.content import build_content
from integraal.policy.monitoring.models import AgendaItem, Meeting
from integraal.policy.monitoring.refusals import MonitoringRefused


@transaction.atomic
def write_minutes(
    *, by: Actor, meeting: Meeting, present: str, chair: str, remarks: str, base_revision: int
) -> Meeting:
    """Say who were there and what else was said; the meeting counts as held from then on.

    Args:
        present: functions and organisations, one on a line.

    Raises:
        MonitoringRefused: the day is still to come, something is missing, or they are adopted.
        Conflict: somebody changed the meeting meanwhile.
        NotAllowed: the actor does not write this kind.
    """
    row = held_meeting(by, meeting)
    refuse_changed(row, base_revision)
    present, remarks = cleaned(present), cleaned(remarks)
    chair = " ".join(cleaned(chair).split())
    problem = minutes_problem(
        day=row.day, today=timezone.localdate(), chair=chair, present=present, text=remarks
    )
    refuse_when(problem, MonitoringRefused)
    row.present, row.chair, row.remarks = present, chair, remarks
    row.state = MeetingState.HELD
    row.revision += 1
    row.save()
    record("monitoring.meeting_minutes", by=by, subject=row)
    return row


@transaction.atomic
def adopt_minutes(
    *, by: Actor, meeting: Meeting, adopted_in: Meeting | None, base_revision: int
) -> Meeting:
    """Adopt the minutes in a later meeting of the same kind: frozen from then on.

    Raises:
        MonitoringRefused: the meeting was not held, an item has no outcome, or the later meeting
            is none.
        Conflict: somebody changed the meeting meanwhile.
        NotAllowed: the actor does not write this kind.
    """
    kind = check_write_kind(by, meeting.kind)
    row = held_meeting(by, meeting)
    refuse_changed(row, base_revision)
    adopted_in = held(adopted_in, MonitoringRefused) if adopted_in else None
    refuse_when(_adoption_problem(row, adopted_in), MonitoringRefused)
    assert adopted_in is not None
    row.frozen = build_content(row, kind)
    row.fingerprint = fingerprint(row.frozen)
    row.state, row.adopted_in, row.adopted_on = MeetingState.ADOPTED, adopted_in, adopted_in.day
    row.revision += 1
    row.save()
    record("monitoring.meeting_adopted", by=by, subject=row)
    return row


def _adoption_problem(row: Meeting, adopted_in: Meeting | None) -> str | None:
    if row.state != MeetingState.HELD:
        return "Schrijf eerst op wie er waren. Daarmee is het overleg gehouden."
    if adopted_in is not None and (adopted_in.kind != row.kind or adopted_in.pk == row.pk):
        return "Kies een ander overleg, van dezelfde soort."
    items = AgendaItem.objects.filter(meeting=row)
    handled = [
        Handled(place, one.outcome, one.decision) for place, one in enumerate(items, start=1)
    ]
    return adoption_problem(
        items=handled,
        day=row.day,
        next_day=adopted_in.day if adopted_in else None,
        today=timezone.localdate(),
    )
