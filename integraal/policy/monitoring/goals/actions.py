"""Keep what was measured of a goal that has a figure of its own."""

import uuid
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.foundation.lifecycle.holding import held, refuse_when
from integraal.foundation.ui.cleaning import cleaned
from integraal.policy.monitoring.access import check_write
from integraal.policy.monitoring.goals.queries import adopted_plan, goals_of
from integraal.policy.monitoring.models import GoalReading
from integraal.policy.monitoring.refusals import Conflict, MonitoringRefused

EARLIEST = 2000


@transaction.atomic
def keep_reading(
    *,
    by: Actor,
    goal: uuid.UUID,
    year: int,
    value: Decimal,
    source: str,
    low: Decimal | None = None,
    high: Decimal | None = None,
    base_revision: int = 0,
) -> GoalReading:
    """Keep what was measured of a goal in a year; once more in the same year replaces it.

    Args:
        goal: key of a goal of the adopted plan with a figure of its own.
        year: not later than this one.
        low, high: the margin of the source, both or neither.
        base_revision: of the reading that is replaced; 0 for a new one.

    Raises:
        MonitoringRefused: the goal has an indicator, or something is not right.
        Conflict: there is a reading of that year that the writer did not see.
    """
    check_write(by)
    _check_goal(by, goal)
    source = cleaned(source)
    refuse_when(_problem(year, value, source, low, high), MonitoringRefused)
    row = GoalReading.objects.select_for_update().filter(goal=goal, year=year).first()
    if row and row.revision != base_revision:
        raise Conflict(row)
    row = row or GoalReading(tenant_id=by.tenant_id, goal=goal, year=year, revision=0)
    row.value, row.low, row.high, row.source = value, low, high, source
    row.entered_by_id, row.entered_on = by.member_id, timezone.localdate()
    row.revision += 1
    row.save()
    record("monitoring.reading_kept", by=by, goal=goal, reading=row.pk)
    return row


@transaction.atomic
def remove_reading(*, by: Actor, reading: GoalReading) -> None:
    """Take a reading away.

    Raises:
        MonitoringRefused: it is there no more.
    """
    check_write(by)
    row = held(reading, MonitoringRefused)
    record("monitoring.reading_removed", by=by, goal=row.goal, reading=row.pk)
    row.delete()


def _check_goal(by: Actor, key: uuid.UUID) -> None:
    plan = adopted_plan(by, timezone.localdate())
    found = [one for one in goals_of(plan) if one.key == str(key)] if plan else []
    if not found:
        raise MonitoringRefused("Dit doel staat niet in het plan dat geldt.")
    if not found[0].is_measured_otherwise:
        raise MonitoringRefused(
            "Het cijfer van dit doel komt uit de cijfers van het product. Lees daar een nieuw "
            "bestand in."
        )


def _problem(
    year: int, value: Decimal, source: str, low: Decimal | None, high: Decimal | None
) -> str | None:
    if not EARLIEST <= year <= timezone.localdate().year:
        return f"Vul een jaar in van {EARLIEST} tot en met dit jaar."
    if value < 0:
        return "Een stand onder nul kan niet worden getekend. Vul nul of hoger in."
    if not source:
        return "Vul in waar het getal vandaan komt."
    if (low is None) != (high is None):
        return "Vul beide kanten van de marge in, of geen van beide."
    if low is not None and high is not None and not 0 <= low <= value <= high:
        return "Het getal ligt niet binnen de marge. Kijk de drie getallen na."
    return None
