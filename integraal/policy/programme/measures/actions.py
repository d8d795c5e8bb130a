"""Add, write, hand over and remove the measures of a programme."""

import uuid
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.foundation.lifecycle import actions as lifecycle
from integraal.foundation.lifecycle.holding import GONE
from integraal.foundation.lifecycle.states import State
from integraal.foundation.people.models import Organisation
from integraal.foundation.ui.cleaning import cleaned
from integraal.policy.programme.access import check_run, check_write
from integraal.policy.programme.content import measure_json
from integraal.policy.programme.measures.change import MeasureChange
from integraal.policy.programme.measures.fields import (
    REFERENCES,
    check_measure,
    given_fields,
)
from integraal.policy.programme.models import (
    EarlierMeasure,
    Measure,
    MeasurePartner,
    Milestone,
    Programme,
)
from integraal.policy.programme.queries import measures
from integraal.policy.programme.refusals import Conflict, ProgrammeRefused
from integraal.policy.programme.rules import MOST_MEASURES


@transaction.atomic
def add_measure(
    *,
    by: Actor,
    programme: Programme,
    key: uuid.UUID | None = None,
    carried_from: uuid.UUID | None = None,
    **fields: Any,
) -> Measure:
    """Add a measure, after those of its theme; a title and a theme are enough to begin.

    Args:
        by: who writes.
        programme: a draft.
        key: of a measure that was removed and comes back; a new one when left out.
        carried_from: the key it had in the programme before.
        fields: see ``fields.FIELDS``.

    Raises:
        ProgrammeRefused: a rule is broken, with its sentence.
        NotAllowed: the programme is no draft, or the actor does not write programmes.
    """
    programme = lifecycle.locked(programme)
    check_write(by, programme)
    there = Measure.objects.filter(programme=programme)
    if there.count() >= MOST_MEASURES:
        raise ProgrammeRefused(f"Een programma heeft hoogstens {MOST_MEASURES} maatregelen.")
    measure = Measure(
        tenant_id=by.tenant_id,
        programme=programme,
        key=key or uuid.uuid4(),
        carried_from=carried_from,
        order=(there.aggregate(last=Max("order"))["last"] or 0) + 1,
        revision=_next_revision(programme, key),
        **given_fields(fields),
    )
    check_measure(programme, measure)
    _save(measure, by)
    record("programme.measure_added", by=by, subject=programme, measure=measure.key)
    return measure


@transaction.atomic
def add_measures(
    *, by: Actor, programme: Programme, rows: Sequence[Mapping[str, Any]]
) -> list[Measure]:
    """Add several measures at once: all of them, or none.

    Args:
        rows: for each measure its fields, see ``add_measure``.

    Raises:
        ProgrammeRefused: a rule is broken, or there is nothing to add.
        NotAllowed: see ``add_measure``.
    """
    if not rows:
        raise ProgrammeRefused("Schrijf bij ten minste één doel op wat u gaat doen.")
    return [add_measure(by=by, programme=programme, **fields) for fields in rows]


@transaction.atomic
def change_measure(
    *,
    by: Actor,
    programme: Programme,
    key: uuid.UUID,
    base_revision: int,
    fields: Mapping[str, Any],
    partners: Sequence[tuple[Organisation, str]] | None = None,
    milestones: Sequence[tuple[uuid.UUID | None, str, date]] | None = None,
) -> Measure:
    """Save fields of a measure, built on ``base_revision``; what is left out stays as it is.

    Of a draft everything may change; of an adopted programme only ``fields.PRACTICAL``.

    Args:
        fields, partners, milestones: see ``MeasureChange``.

    Raises:
        ProgrammeRefused: the measure is there no more, or a rule is broken.
        Conflict: the measure has another revision by now; it carries the measure as it stands.
        NotAllowed: the actor may not change this.
    """
    change = MeasureChange(key, base_revision, fields, partners, milestones)
    return change_measures(by=by, programme=programme, changes=[change])[0]


@transaction.atomic
def change_measures(
    *, by: Actor, programme: Programme, changes: Sequence[MeasureChange]
) -> list[Measure]:
    """Change several measures at once, each of them once: all of them, or none.

    Raises:
        ProgrammeRefused, Conflict, NotAllowed: see ``change_measure``.
    """
    programme = lifecycle.locked(programme)
    _check_may_change(by, programme, is_promise=any(one.is_promise for one in changes))
    keys = [one.key for one in changes]
    there, stands = _held(programme, keys), _as_they_stand(programme, keys)
    earlier, changed = [], []
    for change in changes:
        measure = there[change.key]
        given = given_fields(change.fields)
        changed.append(measure)
        if not change.differs(measure, given):
            continue
        if measure.revision != change.base_revision:
            raise Conflict(measure)
        earlier.append(_earlier(measure, stands[change.key]))
        _write(by, programme, measure, given, change)
    EarlierMeasure.objects.bulk_create(earlier)
    return changed


@transaction.atomic
def remove_measure(*, by: Actor, programme: Programme, key: uuid.UUID) -> None:
    """Take a measure out of a draft; its last stand is kept, so that it can come back.

    Raises:
        ProgrammeRefused: it is there no more, or another measure waits for it.
        NotAllowed: see ``add_measure``.
    """
    programme = lifecycle.locked(programme)
    check_write(by, programme)
    measure = _held(programme, [key])[key]
    waits = Measure.objects.filter(programme=programme, needs__contains=[key]).first()
    if waits:
        raise ProgrammeRefused(f"“{waits.title[:80]}” wacht op deze maatregel. Haal dat eerst weg.")
    _earlier(measure, _as_they_stand(programme, [key])[key]).save()
    measure.partners.all().delete()
    measure.milestones.all().delete()
    measure.delete()
    record("programme.measure_removed", by=by, subject=programme, measure=key)


def _check_may_change(by: Actor, programme: Programme, *, is_promise: bool) -> None:
    if programme.state == State.ADOPTED and not is_promise:
        check_run(by)
    else:
        check_write(by, programme)


def _held(programme: Programme, keys: Sequence[uuid.UUID]) -> dict[uuid.UUID, Measure]:
    """Return the measures by their key, held until the end of the transaction."""
    found = Measure.objects.select_for_update(of=("self",)).select_related(*REFERENCES)
    there = {one.key: one for one in found.filter(programme=programme, key__in=keys)}
    if not there.keys() >= set(keys):
        raise ProgrammeRefused(GONE)
    return there


def _write(
    by: Actor, programme: Programme, measure: Measure, given: dict[str, Any], change: MeasureChange
) -> None:
    for name, value in given.items():
        setattr(measure, name, value)
    check_measure(programme, measure)
    measure.revision += 1
    _save(measure, by)
    if change.partners is not None:
        _set_partners(measure, change.partners)
    if change.milestones is not None:
        _set_milestones(measure, change.milestones)
    record("programme.measure_changed", by=by, subject=programme, measure=measure.key)


def _save(measure: Measure, by: Actor) -> None:
    measure.written_by_id = by.member_id
    measure.written_at = timezone.now()
    measure.save()


def _as_they_stand(
    programme: Programme, keys: Sequence[uuid.UUID]
) -> dict[uuid.UUID, dict[str, Any]]:
    """Return measures as their history keeps them, read all at once; whose they are too."""
    return {
        one.key: {
            **measure_json(one),
            "owner_id": str(one.owner_id or ""),
            "deputy_id": str(one.deputy_id or ""),
        }
        for one in measures(programme).filter(key__in=keys)
    }


def _earlier(measure: Measure, stand: dict[str, Any]) -> EarlierMeasure:
    """Return the row that keeps how a measure stands before it changes."""
    return EarlierMeasure(
        tenant_id=measure.tenant_id,
        programme_id=measure.programme_id,
        measure=measure.key,
        revision=measure.revision,
        content=stand,
        written_by_id=measure.written_by_id,
        written_at=measure.written_at,
    )


def _next_revision(programme: Programme, key: uuid.UUID | None) -> int:
    """Return the revision a measure begins with: after its last, when it comes back."""
    if key is None:
        return 1
    earlier = EarlierMeasure.objects.filter(programme=programme, measure=key)
    return (earlier.aggregate(last=Max("revision"))["last"] or 0) + 1


def _set_partners(measure: Measure, partners: Sequence[tuple[Organisation, str]]) -> None:
    names = [organisation.pk for organisation, _ in partners]
    if len(set(names)) < len(names):
        raise ProgrammeRefused("Een organisatie staat er twee keer. Haal er één weg.")
    measure.partners.all().delete()
    for organisation, role in partners:
        MeasurePartner.objects.create(
            tenant_id=measure.tenant_id,
            measure=measure,
            organisation=organisation,
            role=cleaned(role)[:120],
        )


def _set_milestones(
    measure: Measure, milestones: Sequence[tuple[uuid.UUID | None, str, date]]
) -> None:
    measure.milestones.all().delete()
    for key, title, day in milestones:
        Milestone.objects.create(
            tenant_id=measure.tenant_id,
            measure=measure,
            key=key or uuid.uuid4(),
            title=cleaned(title)[:200],
            day=day,
        )
