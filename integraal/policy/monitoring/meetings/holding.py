"""Hold a meeting, or a row of one, that somebody in its circle is about to change."""

from integraal.foundation.audit.actors import Actor
from integraal.foundation.lifecycle.holding import held, refuse_when
from integraal.foundation.meetings.circles import check_write_kind
from integraal.foundation.meetings.states import frozen_problem
from integraal.policy.monitoring.models import ActionPoint, AgendaItem, Meeting
from integraal.policy.monitoring.refusals import Conflict, MonitoringRefused


def held_meeting(by: Actor, meeting: Meeting) -> Meeting:
    """Return the meeting, held, when the actor writes in it and its minutes are not adopted.

    Raises:
        NotAllowed: the actor does not write in it.
        MonitoringRefused: it is gone, or its minutes are adopted.
    """
    check_write_kind(by, meeting.kind)
    row = held(meeting, MonitoringRefused)
    refuse_when(frozen_problem(row.state), MonitoringRefused)
    return row


def held_item(by: Actor, item: AgendaItem, base_revision: int) -> AgendaItem:
    """Return the item, held after its meeting, when it is as the actor saw it.

    Raises:
        NotAllowed: the actor does not write in the meeting.
        MonitoringRefused: it is gone, or the minutes are adopted.
        Conflict: somebody changed it meanwhile.
    """
    meeting = held_meeting(by, item.meeting)
    row = held(item, MonitoringRefused)
    refuse_changed(row, base_revision)
    row.meeting = meeting
    return row


def refuse_changed(row: Meeting | AgendaItem | ActionPoint, base_revision: int) -> None:
    """Refuse to go on from a row that is no longer as the actor saw it.

    Raises:
        Conflict: somebody changed it meanwhile.
    """
    if row.revision != base_revision:
        raise Conflict(row)
