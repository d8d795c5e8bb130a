"""Hold the demo's meetings: their agenda, what was decided, their actions and minutes."""

from collections.abc import Sequence
from datetime import date, time, timedelta
from typing import Any

from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.policy.monitoring.meetings.actions import plan_meeting
from integraal.policy.monitoring.meetings.agenda.actions import (
    add_item,
    change_item,
    fill_agenda,
)
from integraal.policy.monitoring.meetings.fields import Plan
from integraal.policy.monitoring.meetings.leading.actions import Outcome, record_item
from integraal.policy.monitoring.meetings.minutes.actions import adopt_minutes, write_minutes
from integraal.policy.monitoring.meetings.points.actions import Agreed, agree_on, tick_off
from integraal.policy.monitoring.models import AgendaItem, Deviation, Meeting
from integraal.portal.setting_up.demo_people import member_with

Row = dict[str, Any]


def hold_meetings(by: Actor, rows: Sequence[Row], opened: Sequence[Deviation]) -> int:
    """Plan every meeting and hold those before today; return how many there are."""
    made = {}
    for row in rows:
        meeting = _plan(by, row)
        made[meeting.day.isoformat()] = meeting
        for item in row["items"]:
            _deal_with(by, meeting, item, opened)
        if "present" in row:
            write_minutes(
                by=by, meeting=meeting, present="\n".join(row["present"]), chair=meeting.chair,
                remarks=row.get("remarks", ""), base_revision=meeting.revision,
            )  # fmt: skip
    for row in rows:
        if "adopted_in" in row:
            held = Meeting.objects.get(pk=made[row["day"]].pk)
            later = made[row["adopted_in"]]
            adopt_minutes(by=by, meeting=held, adopted_in=later, base_revision=held.revision)
    return len(rows)


def _plan(by: Actor, row: Row) -> Meeting:
    plan = Plan(day=_day(row, "day"), starts=time.fromisoformat(row["starts"]), place=row["place"])
    return plan_meeting(by=by, kind=row["kind"], plan=plan)


def _deal_with(by: Actor, meeting: Meeting, row: Row, opened: Sequence[Deviation]) -> None:
    item = _on_the_agenda(by, meeting, row, opened)
    for given in row.get("actions", []):
        point = agree_on(by=by, item=item, agreed=_agreed(given), base_revision=item.revision)
        if given.get("done"):
            tick_off(by=by, point=point, base_revision=point.revision)
    if "outcome" in row:
        outcome = Outcome(row["outcome"], row.get("decision", ""), row.get("chosen"))
        record_item(by=by, item=item, outcome=outcome, base_revision=item.revision)


def _on_the_agenda(
    by: Actor, meeting: Meeting, row: Row, opened: Sequence[Deviation]
) -> AgendaItem:
    if "deviation" not in row:
        return add_item(
            by=by, meeting=meeting, title=row["title"], asked=row["asked"],
            explanation=row.get("explanation", ""),
        )  # fmt: skip
    about = opened[row["deviation"] - 1]
    (item,) = fill_agenda(by=by, meeting=meeting, deviations=[about])
    if "explanation" not in row:
        return item
    return change_item(
        by=by, item=item, title=item.title, asked=item.asked, explanation=row["explanation"],
        base_revision=item.revision,
    )  # fmt: skip


def _agreed(row: Row) -> Agreed:
    member = member_with(row["role"]) if "role" in row else None
    return Agreed(row["what"], _day(row, "due"), member, row.get("function", ""))


def _day(row: Row, name: str) -> date:
    """Return a day of the file, or so many days from today."""
    if "in_days" in row:
        return timezone.localdate() + timedelta(days=row["in_days"])
    return date.fromisoformat(row[name])
