"""Record what a meeting made of an item, and tell the deviation that it is about."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.foundation.lifecycle.holding import held, refuse_when
from integraal.foundation.meetings.circles import check_write_kind
from integraal.foundation.meetings.kinds import MeetingKind
from integraal.foundation.meetings.rules import too_long
from integraal.foundation.ui.cleaning import cleaned
from integraal.policy.monitoring.deviations.actions import decide
from integraal.policy.monitoring.meetings.holding import held_item
from integraal.policy.monitoring.meetings.points.actions import Agreed, agree_on
from integraal.policy.monitoring.models import AgendaItem
from integraal.policy.monitoring.refusals import MonitoringRefused

CLOSED_MEETING = "besloten overleg"
CLOSED_DECISION = "Besproken in een besloten overleg."
"""What a deviation shows of a decision that only the circle of its meeting may know."""


@dataclass(frozen=True)
class Outcome:
    """What came of an item; ``chosen`` is the place of an option of the deviation, from zero."""

    outcome: str = ""
    decision: str = ""
    chosen: int | None = None


@transaction.atomic
def record_item(
    *,
    by: Actor,
    item: AgendaItem,
    outcome: Outcome,
    base_revision: int,
    agreed: Agreed | None = None,
) -> AgendaItem:
    """Record outcome, decision and perhaps an action of an item, all or nothing.

    A decision about a deviation is recorded on the deviation too, which so comes to its next step.

    Args:
        agreed: the action that was agreed on, if one was.

    Raises:
        MonitoringRefused: the meeting is still to come, nothing was filled in, the deviation has
            no options yet, or what was filled in cannot be.
        Conflict: somebody changed the item, or the deviation, meanwhile.
        NotAllowed: the actor does not write this kind.
    """
    row = held_item(by, item, base_revision)
    given = Outcome(cleaned(outcome.outcome), cleaned(outcome.decision), outcome.chosen)
    refuse_when(_problem(row, given, agreed), MonitoringRefused)
    if agreed is not None:
        agree_on(by=by, item=row, agreed=agreed, base_revision=base_revision)
    _tell_deviation(by, row, given)
    row.outcome, row.decision, row.chosen = given.outcome, given.decision, given.chosen
    row.revision += 1
    row.save()
    record("monitoring.meeting_item_recorded", by=by, subject=row.meeting, number=row.order)
    return row


def _problem(row: AgendaItem, given: Outcome, agreed: Agreed | None) -> str | None:
    if row.meeting.day > timezone.localdate():
        return "Dit overleg is nog niet begonnen. Leg de uitkomst vast op de dag zelf."
    if not given.outcome and not given.decision and agreed is None:
        return "Schrijf op wat eruit kwam, wat is besloten, of welke actie is afgesproken."
    if row.deviation_id and row.decision and not given.decision:
        return "Dit besluit staat al bij de afwijking. Verander de tekst; leeg maken kan niet."
    if given.chosen is not None and not given.decision:
        return "U koos een keuze. Schrijf ook op wat is besloten en waarom."
    return too_long(given.outcome) or too_long(given.decision)


def _tell_deviation(by: Actor, row: AgendaItem, given: Outcome) -> None:
    is_new = (given.decision, given.chosen) != (row.decision, row.chosen)
    if row.deviation is None or not given.decision or not is_new:
        return
    deviation = held(row.deviation, MonitoringRefused)
    if given.chosen is not None and not 0 <= given.chosen < len(deviation.options):
        raise MonitoringRefused("Deze keuze staat er niet bij. Kies er een uit de lijst.")
    decision, decided_by, chosen = _told(check_write_kind(by, row.meeting.kind), given)
    decide(
        by=by, deviation=deviation, decision=decision, decided_by=decided_by, chosen=chosen,
        decided_on=row.meeting.day, base_revision=deviation.revision, in_meeting=True,
    )  # fmt: skip


def _told(kind: MeetingKind, given: Outcome) -> tuple[str, str, int | None]:
    """Return decision, body and option as everybody may know them who reads deviations."""
    if kind.shows_decision:
        return given.decision, kind.name, given.chosen
    return CLOSED_DECISION, CLOSED_MEETING, None
