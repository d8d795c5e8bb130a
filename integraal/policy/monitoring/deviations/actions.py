"""Open a deviation and bring it to its end, step by step; nothing is skipped."""

import uuid
from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.foundation.lifecycle.holding import held, refuse_when
from integraal.foundation.lifecycle.states import State
from integraal.foundation.ui.cleaning import cleaned
from integraal.policy.monitoring.access import check_decide, check_write
from integraal.policy.monitoring.deviations.queries import is_decided_in_meeting, stage
from integraal.policy.monitoring.deviations.rules import (
    Option,
    decided_problem,
    opened_problem,
    options_problem,
    too_long,
)
from integraal.policy.monitoring.deviations.states import Stage, missing_for
from integraal.policy.monitoring.goals.queries import adopted_plan, goals_of
from integraal.policy.monitoring.models import Deviation, DeviationDeed, Incident, Threshold
from integraal.policy.monitoring.refusals import Conflict, MonitoringRefused
from integraal.policy.programme.models import Measure, ProgrammeChange
from integraal.policy.programme.queries import programmes


@transaction.atomic
def open_deviation(
    *,
    by: Actor,
    title: str,
    cause: str,
    what: str,
    goal: uuid.UUID | None = None,
    lineage: uuid.UUID | None = None,
    measure: uuid.UUID | None = None,
    threshold: Threshold | None = None,
    incident: Incident | None = None,
    opened_on: date | None = None,
) -> Deviation:
    """Open a deviation.

    Args:
        title: what goes otherwise, in one line.
        cause: see ``Deviation.Cause``.
        what: what was seen.
        goal, measure: keys; ``lineage`` is that of the programme of the measure.
        threshold: the one that was crossed.
        incident: the one that weighs in.
        opened_on: the day, today unless it was earlier.

    Raises:
        MonitoringRefused: something is missing, or the day is in the future.
    """
    check_write(by)
    title, what = " ".join(cleaned(title).split()), cleaned(what)
    refuse_when(opened_problem(title, cause, Deviation.Cause.values, what), MonitoringRefused)
    _check_there(by, goal, measure)
    row = Deviation.objects.create(
        tenant_id=by.tenant_id, title=title, cause=cause, what=what, goal=goal, lineage=lineage,
        measure=measure, threshold=threshold, incident=incident, opened_on=_day(opened_on),
    )  # fmt: skip
    record("monitoring.deviation_opened", by=by, subject=row)
    return _told(row, by, "monitoring.deviation_opened")


@transaction.atomic
def analyse(*, by: Actor, deviation: Deviation, analysis: str, base_revision: int) -> Deviation:
    """Write what is the matter and how that comes.

    Raises:
        MonitoringRefused: it is empty, or it was decided already.
        Conflict: somebody changed the deviation meanwhile.
    """
    check_write(by)
    row = _held(deviation, base_revision, Stage.ANALYSED)
    analysis = cleaned(analysis)
    if not analysis:
        raise MonitoringRefused("Schrijf op wat er aan de hand is, en hoe dat komt.")
    refuse_when(too_long(analysis), MonitoringRefused)
    row.analysis = analysis
    record("monitoring.deviation_analysed", by=by, subject=row)
    return _saved(row, by, "monitoring.deviation_analysed")


@transaction.atomic
def give_options(
    *, by: Actor, deviation: Deviation, options: Sequence[Option], base_revision: int
) -> Deviation:
    """Write what could be done, each with its consequence; all of them at once.

    Raises:
        MonitoringRefused: there are too few, one has no consequence, or it is not their turn.
        Conflict: somebody changed the deviation meanwhile.
    """
    check_write(by)
    row = _held(deviation, base_revision, Stage.OPTIONS)
    given = [(cleaned(text), cleaned(consequence)) for text, consequence in options]
    given = [one for one in given if any(one)]
    refuse_when(options_problem(given), MonitoringRefused)
    row.options = [{"text": text, "consequence": consequence} for text, consequence in given]
    record("monitoring.deviation_options", by=by, subject=row)
    return _saved(row, by, "monitoring.deviation_options")


@transaction.atomic
def decide(
    *,
    by: Actor,
    deviation: Deviation,
    decision: str,
    decided_by: str,
    decided_on: date,
    base_revision: int,
    chosen: int | None = None,
    in_meeting: bool = False,
) -> Deviation:
    """Record what was decided, by which body, when and why.

    Args:
        chosen: place of the option that was chosen, from zero; ``None`` for something else.
        in_meeting: whether a meeting decides; what a meeting decided only changes in a meeting.

    Raises:
        MonitoringRefused: something is missing, there are no options yet, or a meeting decided.
        Conflict: somebody changed the deviation meanwhile.
    """
    check_decide(by)
    row = _held(deviation, base_revision, Stage.DECIDED)
    if not in_meeting and is_decided_in_meeting(row):
        raise MonitoringRefused("Dit besluit is in een overleg genomen. Het verandert daar.")
    decision, decided_by = cleaned(decision), " ".join(cleaned(decided_by).split())
    today = timezone.localdate()
    refuse_when(
        decided_problem(decision, decided_by, decided_on, row.opened_on, today), MonitoringRefused
    )
    if chosen is not None and not 0 <= chosen < len(row.options):
        raise MonitoringRefused("Deze keuze staat er niet bij. Kies er een uit de lijst.")
    row.decision, row.chosen = decision, chosen
    row.decided_by, row.decided_on = decided_by, decided_on
    record("monitoring.deviation_decided", by=by, subject=row)
    return _saved(row, by, "monitoring.deviation_decided")


@transaction.atomic
def follow_up(
    *,
    by: Actor,
    deviation: Deviation,
    text: str,
    base_revision: int,
    measure: uuid.UUID | None = None,
    change: ProgrammeChange | None = None,
) -> Deviation:
    """Write what changes now, and in which measure or by which change of the programme.

    Raises:
        MonitoringRefused: it is empty, or nothing was decided yet.
        Conflict: somebody changed the deviation meanwhile.
    """
    check_write(by)
    row = _held(deviation, base_revision, Stage.FOLLOWED)
    text = cleaned(text)
    if not text:
        raise MonitoringRefused("Schrijf op wat er nu verandert. Verandert er niets, zeg dat dan.")
    refuse_when(too_long(text), MonitoringRefused)
    _check_there(by, None, measure)
    row.follow_up, row.measure_changed = text, measure
    row.change_id = change.pk if change else None
    record("monitoring.deviation_followed", by=by, subject=row)
    return _saved(row, by, "monitoring.deviation_followed")


@transaction.atomic
def close(
    *,
    by: Actor,
    deviation: Deviation,
    result: str,
    base_revision: int,
    closed_on: date | None = None,
) -> Deviation:
    """Close a deviation with what came of it.

    Args:
        closed_on: the day, today unless it was earlier.

    Raises:
        MonitoringRefused: there is no result, a step before it is missing, or the day cannot be.
        Conflict: somebody changed the deviation meanwhile.
    """
    check_write(by)
    row = _held(deviation, base_revision, Stage.CLOSED)
    result = cleaned(result)
    if not result:
        raise MonitoringRefused("Schrijf op wat het resultaat is.")
    refuse_when(too_long(result), MonitoringRefused)
    row.result, row.closed_on = result, _day(closed_on, row.decided_on)
    record("monitoring.deviation_closed", by=by, subject=row)
    return _saved(row, by, "monitoring.deviation_closed")


def _day(told: date | None, since: date | None = None) -> date:
    """Return the day that was told, or today; never one to come, nor before ``since``."""
    today = timezone.localdate()
    found = told or today
    if found > today or (since and found < since):
        raise MonitoringRefused("Deze dag kan niet. Kies een dag tot en met vandaag.")
    return found


def _check_there(by: Actor, goal: uuid.UUID | None, measure: uuid.UUID | None) -> None:
    plan = adopted_plan(by, timezone.localdate()) if goal else None
    if goal and (plan is None or str(goal) not in [one.key for one in goals_of(plan)]):
        raise MonitoringRefused("Dit doel staat niet in het plan dat geldt.")
    running = programmes(by).filter(state=State.ADOPTED)
    if measure and not Measure.objects.filter(programme__in=running, key=measure).exists():
        raise MonitoringRefused("Deze maatregel staat niet in een programma dat geldt.")


def _held(deviation: Deviation, base_revision: int, wanted: Stage) -> Deviation:
    row = held(deviation, MonitoringRefused)
    if row.revision != base_revision:
        raise Conflict(row)
    refuse_when(missing_for(stage(row), wanted), MonitoringRefused)
    return row


def _saved(row: Deviation, by: Actor, verb: str) -> Deviation:
    row.revision += 1
    row.save()
    return _told(row, by, verb)


def _told(row: Deviation, by: Actor, verb: str) -> Deviation:
    DeviationDeed.objects.create(
        tenant_id=by.tenant_id, deviation=row, verb=verb, at=timezone.now(), by_id=by.member_id
    )
    return row
