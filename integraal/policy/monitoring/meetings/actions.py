"""Plan a meeting, change what was planned, or call it off."""

from django.db import transaction

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.foundation.lifecycle.holding import refuse_when
from integraal.foundation.meetings.circles import check_write_kind
from integraal.foundation.meetings.kinds import MeetingKind
from integraal.foundation.meetings.rules import planned_problem
from integraal.foundation.meetings.states import cancel_problem
from integraal.policy.monitoring.meetings.fields import Plan
from integraal.policy.monitoring.meetings.holding import held_meeting, refuse_changed
from integraal.policy.monitoring.meetings.queries import adopted_by
from integraal.policy.monitoring.models import AgendaItem, Meeting
from integraal.policy.monitoring.refusals import MonitoringRefused


@transaction.atomic
def plan_meeting(*, by: Actor, kind: str, plan: Plan) -> Meeting:
    """Plan a meeting of a kind.

    Args:
        kind: code of a kind that the actor writes.
        plan: an empty title or chair is that of the kind.

    Raises:
        MonitoringRefused: something is missing or cannot be.
        NotAllowed: the actor does not write this kind.
    """
    of_kind = check_write_kind(by, kind)
    row = Meeting(tenant_id=by.tenant_id, kind=of_kind.code)
    _fill(row, of_kind, plan)
    row.save()
    record("monitoring.meeting_planned", by=by, subject=row)
    return row


@transaction.atomic
def change_meeting(*, by: Actor, meeting: Meeting, plan: Plan, base_revision: int) -> Meeting:
    """Change day, place or chair of a meeting.

    Raises:
        MonitoringRefused: something cannot be, or its minutes are adopted.
        Conflict: somebody changed it meanwhile.
        NotAllowed: the actor does not write this kind.
    """
    row = held_meeting(by, meeting)
    refuse_changed(row, base_revision)
    if plan.day != row.day:
        refuse_when(_day_problem(row), MonitoringRefused)
    _fill(row, check_write_kind(by, row.kind), plan)
    row.revision += 1
    row.save()
    record("monitoring.meeting_changed", by=by, subject=row)
    return row


@transaction.atomic
def call_off_meeting(*, by: Actor, meeting: Meeting) -> None:
    """Take away a meeting that was not held, with its agenda.

    Raises:
        MonitoringRefused: it was held, or items were dealt with.
        NotAllowed: the actor does not write this kind.
    """
    row = held_meeting(by, meeting)
    items = list(AgendaItem.objects.filter(meeting=row))
    dealt_with = sum(one.is_dealt_with or one.points.exists() for one in items)
    refuse_when(cancel_problem(row.state, dealt_with, adopted_by(row)), MonitoringRefused)
    record("monitoring.meeting_called_off", by=by, subject=row)
    AgendaItem.objects.filter(meeting=row).delete()
    row.delete()


def _fill(row: Meeting, kind: MeetingKind, plan: Plan) -> None:
    values = plan.values()
    values["title"] = values["title"] or kind.name
    values["chair"] = values["chair"] or kind.chair
    problem = planned_problem(values["title"], values["chair"], values["day"])
    refuse_when(problem, MonitoringRefused)
    for name, value in values.items():
        setattr(row, name, value)


def _day_problem(row: Meeting) -> str | None:
    """Return why the day of a meeting stays, or ``None``."""
    decided = AgendaItem.objects.filter(meeting=row, deviation__isnull=False)
    if decided.exclude(decision="").exists():
        return "In dit overleg is al besloten over een afwijking. De dag staat daarmee vast."
    if adopted_by(row):
        return "In dit overleg is een eerder verslag vastgesteld. De dag staat daarmee vast."
    return None
