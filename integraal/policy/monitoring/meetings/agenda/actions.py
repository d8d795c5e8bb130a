"""Put something on the agenda, change it, move it, or take it off."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.foundation.lifecycle.holding import refuse_when
from integraal.foundation.meetings.rules import (
    DECIDE,
    DISCUSS,
    LONGEST_TITLE,
    doubled,
    item_problem,
    moved,
)
from integraal.foundation.ui.cleaning import cleaned
from integraal.foundation.ui.dutch import begin_of, day
from integraal.policy.monitoring.access import check_read_inside
from integraal.policy.monitoring.deviations.queries import stage
from integraal.policy.monitoring.deviations.states import Stage
from integraal.policy.monitoring.meetings.holding import held_item, held_meeting
from integraal.policy.monitoring.meetings.queries import coming
from integraal.policy.monitoring.models import ActionPoint, AgendaItem, Deviation, Meeting
from integraal.policy.monitoring.refusals import MonitoringRefused


@transaction.atomic
def fill_agenda(
    *,
    by: Actor,
    meeting: Meeting,
    deviations: Sequence[Deviation] = (),
    actions: Sequence[ActionPoint] = (),
) -> list[AgendaItem]:
    """Put open deviations, and actions of earlier meetings, at the end of the agenda.

    Args:
        deviations: each is asked to be decided on when its options are there, else discussed.
        actions: of earlier meetings of the same kind.

    Raises:
        MonitoringRefused: nothing was chosen, one is closed, or one is on an agenda already.
        NotAllowed: the actor does not write this kind, or may not read deviations.
    """
    row = held_meeting(by, meeting)
    if not deviations and not actions:
        raise MonitoringRefused("Kies ten minste één afwijking of actie voor de agenda.")
    if deviations:
        check_read_inside(by)
    made = [_about_deviation(row, one) for one in deviations]
    made += [_about_action(row, one) for one in actions]
    first = _last(row) + 1
    for place, one in enumerate(made, start=first):
        one.order = place
    AgendaItem.objects.bulk_create(made)
    record("monitoring.meeting_agenda", by=by, subject=row, number=len(made))
    return made


@transaction.atomic
def add_item(
    *, by: Actor, meeting: Meeting, title: str, asked: str, explanation: str = ""
) -> AgendaItem:
    """Put something on the agenda in words of one's own.

    Raises:
        MonitoringRefused: something is missing, or the minutes are adopted.
        NotAllowed: the actor does not write this kind.
    """
    row = held_meeting(by, meeting)
    made = AgendaItem(tenant_id=by.tenant_id, meeting=row, order=_last(row) + 1)
    _fill(made, title, asked, explanation)
    made.save()
    record("monitoring.meeting_agenda", by=by, subject=row, number=1)
    return made


@transaction.atomic
def change_item(
    *, by: Actor, item: AgendaItem, title: str, asked: str, explanation: str, base_revision: int
) -> AgendaItem:
    """Change what is asked at an item.

    Raises:
        MonitoringRefused: something is missing, or the minutes are adopted.
        Conflict: somebody changed it meanwhile.
        NotAllowed: the actor does not write this kind.
    """
    row = held_item(by, item, base_revision)
    _fill(row, title, asked, explanation)
    row.revision += 1
    row.save()
    record("monitoring.meeting_agenda", by=by, subject=row.meeting, number=1)
    return row


@transaction.atomic
def move_item(*, by: Actor, item: AgendaItem, to: int) -> AgendaItem:
    """Give an item another place on the agenda.

    Args:
        to: the place, from 1; beyond the last is the last.

    Raises:
        MonitoringRefused: it is gone, or the minutes are adopted.
        NotAllowed: the actor does not write this kind.
    """
    row = held_meeting(by, item.meeting)
    items = {str(one.pk): one for one in AgendaItem.objects.filter(meeting=row)}
    if str(item.pk) not in items:
        raise MonitoringRefused("Dit punt staat niet meer op de agenda.")
    for place, pk in enumerate(moved(list(items), str(item.pk), to), start=1):
        items[pk].order = place
    AgendaItem.objects.bulk_update(items.values(), ["order"])
    record("monitoring.meeting_agenda", by=by, subject=row, number=1)
    return items[str(item.pk)]


@transaction.atomic
def remove_item(*, by: Actor, item: AgendaItem) -> None:
    """Take an item off the agenda.

    Raises:
        MonitoringRefused: it was dealt with, it is gone, or the minutes are adopted.
        NotAllowed: the actor does not write this kind.
    """
    row = held_item(by, item, item.revision)
    if row.is_dealt_with or row.points.exists():
        raise MonitoringRefused("Dit punt is al behandeld. Het blijft op de agenda staan.")
    record("monitoring.meeting_agenda", by=by, subject=row.meeting, number=1)
    row.delete()


def _fill(row: AgendaItem, title: str, asked: str, explanation: str) -> None:
    given: dict[str, Any] = {
        "title": " ".join(cleaned(title).split()),
        "asked": asked,
        "explanation": cleaned(explanation),
    }
    refuse_when(item_problem(**given), MonitoringRefused)
    for name, value in given.items():
        setattr(row, name, value)


def _about_deviation(row: Meeting, one: Deviation) -> AgendaItem:
    at = stage(one)
    if at == Stage.CLOSED:
        raise MonitoringRefused(f"“{one.title}” is gesloten en hoeft niet op de agenda.")
    refuse_when(_elsewhere(row, AgendaItem.objects.filter(deviation=one)), MonitoringRefused)
    asked = DECIDE if at == Stage.OPTIONS else DISCUSS
    return _new(row, one.title, asked, deviation=one)


def _about_action(row: Meeting, one: ActionPoint) -> AgendaItem:
    if one.meeting.kind != row.kind or one.meeting_id == row.pk:
        raise MonitoringRefused("Kies een actie van een eerder overleg van dezelfde soort.")
    refuse_when(_elsewhere(row, AgendaItem.objects.filter(action=one.pk)), MonitoringRefused)
    return _new(row, begin_of(f"Actie: {one.what}", LONGEST_TITLE), DISCUSS, action=one.pk)


def _elsewhere(row: Meeting, items: Any) -> str | None:
    """Return that the same stands on this agenda, or on that of another coming meeting."""
    on = [str(pk) for pk in items.values_list("meeting_id", flat=True)]
    if problem := doubled([str(row.pk)], on):
        return problem
    other = coming(row.kind).filter(pk__in=on).exclude(pk=row.pk).first()
    if other is None:
        return None
    return (
        f"Dit staat al op de agenda van het overleg van {day(other.day)}. "
        "Haal het daar eerst weg, of laat het daar staan."
    )


def _new(row: Meeting, title: str, asked: str, **about: Any) -> AgendaItem:
    return AgendaItem(tenant_id=row.tenant_id, meeting=row, title=title, asked=asked, **about)


def _last(row: Meeting) -> int:
    orders = AgendaItem.objects.filter(meeting=row).values_list("order", flat=True)
    return max(orders, default=0)
