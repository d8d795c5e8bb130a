"""Set and remove thresholds, and open a deviation when one is crossed."""

import uuid
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.foundation.lifecycle.holding import held, refuse_when
from integraal.policy.monitoring.access import check_write
from integraal.policy.monitoring.deviations.actions import open_deviation
from integraal.policy.monitoring.goals.following import Followed, follow
from integraal.policy.monitoring.goals.queries import adopted_plan, goals_of
from integraal.policy.monitoring.models import Deviation, Threshold
from integraal.policy.monitoring.refusals import Conflict, MonitoringRefused
from integraal.policy.monitoring.thresholds.rules import (
    crossed_words,
    is_crossed,
    threshold_problem,
)


@transaction.atomic
def set_threshold(
    *,
    by: Actor,
    goal: uuid.UUID,
    rule: str,
    value: Decimal | None = None,
    base_revision: int = 0,
) -> Threshold:
    """Set the limit at which a goal asks for attention; one of each rule.

    Args:
        goal: key of a goal of the adopted plan.
        rule: see ``Threshold.Rule``.
        value: for "above" and "below".
        base_revision: of the threshold that is changed; 0 for a new one.

    Raises:
        MonitoringRefused: the goal is not there, or the threshold is not right.
        Conflict: there is one of this rule that the writer did not see.
    """
    check_write(by)
    plan = adopted_plan(by, timezone.localdate())
    found = next((one for one in goals_of(plan) if one.key == str(goal)), None) if plan else None
    if found is None:
        raise MonitoringRefused("Dit doel staat niet in het plan dat geldt.")
    refuse_when(threshold_problem(rule, value, found.direction), MonitoringRefused)
    row = Threshold.objects.select_for_update().filter(goal=goal, rule=rule).first()
    if row and row.revision != base_revision:
        raise Conflict(row)
    row = row or Threshold(tenant_id=by.tenant_id, goal=goal, rule=rule, revision=0)
    row.indicator, row.value, row.crossed_in = found.indicator, value, ""
    row.set_by_id, row.set_on = by.member_id, timezone.localdate()
    row.revision += 1
    row.save()
    record("monitoring.threshold_set", by=by, goal=goal, threshold=row.pk, rule=rule)
    return row


@transaction.atomic
def remove_threshold(*, by: Actor, threshold: Threshold) -> None:
    """Take a threshold away; deviations it opened stay.

    Raises:
        MonitoringRefused: it is there no more.
    """
    check_write(by)
    row = held(threshold, MonitoringRefused)
    Deviation.objects.filter(threshold=row).update(threshold=None)
    record("monitoring.threshold_removed", by=by, goal=row.goal, threshold=row.pk)
    row.delete()


@transaction.atomic
def check_thresholds(*, by: Actor) -> list[Deviation]:
    """Look at every threshold, and open a deviation for each that is newly crossed.

    A crossing opens one deviation, however often this is done; only when the figure was back
    within the threshold, a next crossing opens another.

    Returns:
        The deviations that were opened.
    """
    check_write(by)
    rows = list(Threshold.objects.select_for_update().order_by("pk"))
    plan = adopted_plan(by, timezone.localdate()) if rows else None
    if plan is None:
        return []
    followed = {one.goal.key: one for one in follow(goals_of(plan), timezone.localdate()).followed}
    opened = (_checked(by, row, followed.get(str(row.goal))) for row in rows)
    return [one for one in opened if one is not None]


def _checked(by: Actor, row: Threshold, one: Followed | None) -> Deviation | None:
    latest = one.latest if one else None
    if one is None or latest is None:
        return None
    verdict = one.since_last_year
    is_worse = bool(verdict and verdict.favourable is False)
    if not is_crossed(row.rule, row.value, latest, is_worse=is_worse):
        _pass(by, row)
        return None
    if row.crossed_in:
        return None
    row.crossed_in = str(latest.year)
    row.save(update_fields=["crossed_in"])
    record("monitoring.threshold_crossed", by=by, goal=row.goal, threshold=row.pk)
    if Deviation.objects.filter(threshold=row, closed_on__isnull=True).exists():
        return None
    what = crossed_words(row.rule, row.value, latest, verdict.sentence if verdict else "")
    title = f"Drempel overschreden bij het doel: {one.goal.title}"[:160]
    return open_deviation(
        by=by, title=title, cause="figure", what=what, goal=row.goal, threshold=row
    )


def _pass(by: Actor, row: Threshold) -> None:
    if row.crossed_in:
        row.crossed_in = ""
        row.save(update_fields=["crossed_in"])
        record("monitoring.threshold_passed", by=by, goal=row.goal, threshold=row.pk)
