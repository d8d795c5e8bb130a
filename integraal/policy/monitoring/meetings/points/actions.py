"""Change an action that was agreed on, tick it off, or open it again."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.foundation.lifecycle.holding import held, refuse_when
from integraal.foundation.meetings.circles import check_write_kind, readable_kinds
from integraal.foundation.meetings.rules import LONGEST_FUNCTION, point_problem
from integraal.foundation.people.access import NotAllowed
from integraal.foundation.people.models import Member
from integraal.foundation.people.queries import actor_of
from integraal.foundation.ui.cleaning import cleaned
from integraal.policy.monitoring.meetings.holding import held_item, refuse_changed
from integraal.policy.monitoring.models import ActionPoint, AgendaItem
from integraal.policy.monitoring.refusals import MonitoringRefused


@dataclass(frozen=True)
class Agreed:
    """What was agreed on: what, by whom (somebody in the circle, or a function) and when."""

    what: str
    due: date | None
    member: Member | None = None
    function: str = ""


@transaction.atomic
def agree_on(*, by: Actor, item: AgendaItem, agreed: Agreed, base_revision: int) -> ActionPoint:
    """Keep an action that was agreed on at an item.

    Raises:
        MonitoringRefused: what, who or when is missing, or the minutes are adopted.
        Conflict: somebody changed the item meanwhile.
        NotAllowed: the actor does not write this kind.
    """
    row = held_item(by, item, base_revision)
    point = ActionPoint(tenant_id=by.tenant_id, meeting=row.meeting, item=row)
    _fill(point, agreed)
    point.save()
    record("monitoring.action_agreed", by=by, subject=row.meeting, point=point.pk)
    return point


@transaction.atomic
def change_point(
    *, by: Actor, point: ActionPoint, agreed: Agreed, base_revision: int
) -> ActionPoint:
    """Change an action: what, who or when. Minutes that are adopted keep what was agreed on.

    Raises:
        MonitoringRefused: what, who or when is missing.
        Conflict: somebody changed it meanwhile.
        NotAllowed: the actor does not write this kind.
    """
    check_write_kind(by, point.meeting.kind)
    row = _held(point, base_revision)
    _fill(row, agreed)
    record("monitoring.action_changed", by=by, subject=row.meeting, point=row.pk)
    return _saved(row)


@transaction.atomic
def tick_off(*, by: Actor, point: ActionPoint, base_revision: int) -> ActionPoint:
    """Say that an action is done; whose it is may, and who writes the meeting.

    Raises:
        Conflict: somebody changed it meanwhile.
        NotAllowed: it is not the actor's, who does not write this kind either.
    """
    _check_tick(by, point)
    row = _held(point, base_revision)
    row.done_on = row.done_on or timezone.localdate()
    record("monitoring.action_done", by=by, subject=row.meeting, point=row.pk)
    return _saved(row)


@transaction.atomic
def reopen(*, by: Actor, point: ActionPoint, base_revision: int) -> ActionPoint:
    """Say that an action is not done after all.

    Raises:
        Conflict: somebody changed it meanwhile.
        NotAllowed: see ``tick_off``.
    """
    _check_tick(by, point)
    row = _held(point, base_revision)
    row.done_on = None
    record("monitoring.action_reopened", by=by, subject=row.meeting, point=row.pk)
    return _saved(row)


def _check_tick(by: Actor, point: ActionPoint) -> None:
    is_own = by.member_id is not None and point.member_id == by.member_id
    if not (is_own and point.meeting.kind in readable_kinds(by)):
        check_write_kind(by, point.meeting.kind)


def _held(point: ActionPoint, base_revision: int) -> ActionPoint:
    row = held(point, MonitoringRefused)
    refuse_changed(row, base_revision)
    return row


def _saved(row: ActionPoint) -> ActionPoint:
    row.revision += 1
    row.save()
    return row


def _fill(row: ActionPoint, agreed: Agreed) -> None:
    what, function = (" ".join(cleaned(one).split()) for one in (agreed.what, agreed.function))
    member = agreed.member
    if member is not None:
        _check_in_circle(row, member)
        function = function or (member.function or member.first_role)[:LONGEST_FUNCTION]
    problem = point_problem(what, function, agreed.due, row.meeting.day)
    refuse_when(problem, MonitoringRefused)
    row.what, row.function = what, function
    row.member_id = member.pk if member else None
    row.due = agreed.due  # type: ignore[assignment]


def _check_in_circle(row: ActionPoint, member: Member) -> None:
    if row.meeting.kind not in readable_kinds(actor_of(member)):
        raise NotAllowed(
            "Deze persoon leest dit overleg niet mee. Schrijf de functie op, of kies iemand anders."
        )
