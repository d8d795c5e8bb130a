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
from integraal.policy.programme.measures.fields import PRACTICAL, check_measure, given_fields
from integraal.policy.programme.models import (
    EarlierMeasure,
    Measure,
    MeasurePartner,
    Milestone,
    Programme,
)
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
        fields: name to value.
        partners: all of them, with their role; ``None`` leaves them.
        milestones: all of them, as key (``None`` for a new one), title and day.

    Raises:
        ProgrammeRefused: the measure is there no more, or a rule is broken.
        Conflict: the measure has another revision by now; it carries the measure as it stands.
        NotAllowed: the actor may not change this.
    """
    programme = lifecycle.locked(programme)
    is_promise = partners is not None or milestones is not None or not _is_practical(fields)
    _check_may_change(by, programme, is_promise=is_promise)
    measure = _held(programme, key)
    given = given_fields(fields)
    same = all(getattr(measure, name) == value for name, value in given.items())
    if same and partners is None and milestones is None:
        return measure
    if measure.revision != base_revision:
        raise Conflict(measure)
    earlier = _as_it_stands(measure)
    for name, value in given.items():
        setattr(measure, name, value)
    check_measure(programme, measure)
    _keep_earlier(measure, earlier)
    measure.revision += 1
    _save(measure, by)
    if partners is not None:
        _set_partners(measure, partners)
    if milestones is not None:
        _set_milestones(measure, milestones)
    record("programme.measure_changed", by=by, subject=programme, measure=key)
    return measure


@transaction.atomic
def remove_measure(*, by: Actor, programme: Programme, key: uuid.UUID) -> None:
    """Take a measure out of a draft; its last stand is kept, so that it can come back.

    Raises:
        ProgrammeRefused: it is there no more, or another measure waits for it.
        NotAllowed: see ``add_measure``.
    """
    programme = lifecycle.locked(programme)
    check_write(by, programme)
    measure = _held(programme, key)
    waits = Measure.objects.filter(programme=programme, needs__contains=[key]).first()
    if waits:
        raise ProgrammeRefused(f"“{waits.title[:80]}” wacht op deze maatregel. Haal dat eerst weg.")
    _keep_earlier(measure, _as_it_stands(measure))
    measure.partners.all().delete()
    measure.milestones.all().delete()
    measure.delete()
    record("programme.measure_removed", by=by, subject=programme, measure=key)


def _is_practical(fields: Mapping[str, Any]) -> bool:
    return set(fields) <= set(PRACTICAL)


def _check_may_change(by: Actor, programme: Programme, *, is_promise: bool) -> None:
    if programme.state == State.ADOPTED and not is_promise:
        check_run(by)
    else:
        check_write(by, programme)


def _held(programme: Programme, key: uuid.UUID) -> Measure:
    found = Measure.objects.select_for_update(of=("self",)).filter(programme=programme, key=key)
    measure = found.first()
    if measure is None:
        raise ProgrammeRefused(GONE)
    return measure


def _save(measure: Measure, by: Actor) -> None:
    measure.written_by_id = by.member_id
    measure.written_at = timezone.now()
    measure.save()


def _as_it_stands(measure: Measure) -> dict[str, Any]:
    """Return a measure as its history keeps it: whose it is too, so that it can be put back."""
    people = {"owner_id": measure.owner_id, "deputy_id": measure.deputy_id}
    known = {name: str(pk) if pk else "" for name, pk in people.items()}
    return {**measure_json(measure), **known}


def _keep_earlier(measure: Measure, content: dict[str, Any]) -> None:
    EarlierMeasure.objects.create(
        tenant_id=measure.tenant_id,
        programme_id=measure.programme_id,
        measure=measure.key,
        revision=measure.revision,
        content=content,
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
