"""Begin a programme: from a plan, as a follow-up of one, or as its next version."""

import uuid
from typing import Any

from django.db import transaction
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.foundation.lifecycle import actions as lifecycle
from integraal.foundation.lifecycle.holding import refuse_when
from integraal.foundation.lifecycle.states import State
from integraal.policy.plan.models import Plan
from integraal.policy.programme.access import check_write
from integraal.policy.programme.models import (
    Measure,
    MeasurePartner,
    Milestone,
    Programme,
    Progress,
    Status,
)
from integraal.policy.programme.refusals import ProgrammeRefused
from integraal.policy.programme.rules import years_problem

_FINISHED = (Status.DONE, Status.STOPPED)


@transaction.atomic
def start_programme(
    *,
    by: Actor,
    first_year: int,
    last_year: int,
    title: str = "",
    plan: Plan | None = None,
    follows: Programme | None = None,
) -> Programme:
    """Begin a programme; as a follow-up, with the measures that are not finished.

    Args:
        by: who begins it.
        first_year, last_year: usually two years.
        title: as on its cover; empty takes the usual one.
        plan: the adopted plan it works out; that of ``follows`` when left out.
        follows: the adopted programme before it, of which unfinished measures come along.

    Raises:
        ProgrammeRefused: the years cannot be, or there is one of these years already, or what it
            would rest on is not adopted.
    """
    check_write(by)
    refuse_when(years_problem(first_year, last_year, timezone.localdate().year), ProgrammeRefused)
    if Programme.objects.filter(first_year=first_year, last_year=last_year).exists():
        raise ProgrammeRefused(
            f"Het programma {first_year}-{last_year} bestaat al. Open het en werk daarin verder."
        )
    plan = plan or (follows.plan if follows else None)
    for one, name in ((plan, "het plan"), (follows, "het vorige programma")):
        if one and one.state not in (State.ADOPTED, State.SUPERSEDED):
            raise ProgrammeRefused(f"Laat eerst {name} vaststellen.")
    programme = Programme.objects.create(
        tenant_id=by.tenant_id,
        title=title.strip() or f"Uitvoeringsprogramma {first_year}-{last_year}",
        first_year=first_year,
        last_year=last_year,
        plan=plan,
        follows=follows,
        rhythm=follows.rhythm if follows else 3,
        lineage=uuid.uuid4(),
    )
    if follows:
        _carry_over(follows, programme, by)
    record("programme.started", by=by, subject=programme, first=first_year, last=last_year)
    return programme


@transaction.atomic
def start_next_version(*, by: Actor, programme: Programme) -> Programme:
    """Begin a new version of an adopted programme, with its measures as they were adopted.

    Raises:
        ProgrammeRefused: it is not the adopted version, or a next one is in hand already.
    """
    check_write(by)
    programme = lifecycle.locked(programme)
    if programme.state != State.ADOPTED:
        raise ProgrammeRefused(
            "Alleen van de vastgestelde versie kunt u een nieuwe versie beginnen."
        )
    in_hand = Programme.objects.filter(
        lineage=programme.lineage, state__in=[State.DRAFT, State.PROPOSED]
    ).first()
    if in_hand:
        raise ProgrammeRefused(f"Versie {in_hand.version} is al begonnen. Werk daarin verder.")
    following = Programme.objects.create(
        tenant_id=by.tenant_id,
        title=programme.title,
        first_year=programme.first_year,
        last_year=programme.last_year,
        plan_id=programme.plan_id,
        follows_id=programme.follows_id,
        capacity=programme.capacity,
        rhythm=programme.rhythm,
        lineage=programme.lineage,
        version=programme.version + 1,
    )
    for measure in Measure.objects.filter(programme=programme):
        _copy_measure(measure, programme=following, revision=1)
    record("programme.next_version", by=by, subject=following, version=following.version)
    return following


def _carry_over(earlier: Programme, programme: Programme, by: Actor) -> None:
    """Take the measures along that are not finished, under a key of their own."""
    finished = Progress.objects.filter(lineage=earlier.lineage, status__in=_FINISHED)
    left = Measure.objects.filter(programme=earlier).exclude(key__in=finished.values("measure"))
    keys = {one.key: uuid.uuid4() for one in left}
    for measure in left:
        _copy_measure(
            measure,
            programme=programme,
            revision=1,
            key=keys[measure.key],
            carried_from=measure.key,
            needs=[keys[one] for one in measure.needs if one in keys],
            hours={},
            output_target={},
            outcome_target={},
            written_by_id=by.member_id,
            written_at=timezone.now(),
        )


def _copy_measure(measure: Measure, **changed: Any) -> None:
    copy = _copied(measure, **changed)
    for partner in MeasurePartner.objects.filter(measure=measure):
        _copied(partner, measure=copy)
    for milestone in Milestone.objects.filter(measure=measure):
        _copied(milestone, measure=copy)


def _copied(row: Any, **changed: Any) -> Any:
    kept = {
        field.attname: getattr(row, field.attname)
        for field in row._meta.concrete_fields
        if field.name not in ("id", *changed) and field.attname not in changed
    }
    return type(row).objects.create(**kept, **changed)
