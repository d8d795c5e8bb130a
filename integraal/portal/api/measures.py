"""Measures of a programme by API: read, add, change, remove, put back and bring back."""

import uuid
from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Router, Status

from integraal.foundation.areas.models import Area
from integraal.foundation.people.models import Organisation
from integraal.foundation.people.queries import members
from integraal.policy.programme.access import check_write
from integraal.policy.programme.measures import actions
from integraal.policy.programme.measures.earlier import actions as earlier
from integraal.policy.programme.measures.earlier.queries import (
    earlier_measures,
    removed_measures,
)
from integraal.policy.programme.models import Measure, Programme, Progress
from integraal.policy.programme.overview.lines import said_of
from integraal.policy.programme.queries import measures, progress
from integraal.policy.programme.standing import stand_of
from integraal.portal.api.amounts import amount_of
from integraal.portal.api.keys import actor
from integraal.portal.api.programme_lookup import READ, REFUSALS, WRITE, measure_of, programme_of
from integraal.portal.api.programme_schemas import (
    EarlierMeasureOut,
    MeasureChangeIn,
    MeasureFields,
    MeasureIn,
    MeasureOut,
    MeasuresIn,
    PutBackIn,
)

router = Router(tags=["Maatregelen"])
ALL = "/{uuid:pk}/measures"
ONE = ALL + "/{uuid:key}"
_SAME = (
    "key", "carried_from", "order", "title", "theme", "goal", "starts_on", "ends_on", "text",
    "item", "kind", "budget", "money_source", "hours", "output", "output_target", "outcome",
    "outcome_target", "risk", "decision", "needs", "revision", "written_at",
)  # fmt: skip
_MADE = {201: MeasureOut, **REFUSALS}


@router.get(ALL, response={200: list[MeasureOut], **REFUSALS}, auth=READ,
            operation_id="listMeasures")  # fmt: skip
def list_measures(request: HttpRequest, pk: uuid.UUID) -> Any:
    """Every measure of a programme with where it stands."""
    programme = programme_of(request, pk)
    found = progress(programme)
    return [_told(one, found.get(one.key)) for one in measures(programme)]


@router.post(ALL, response=_MADE, auth=WRITE, operation_id="addMeasure")
def add(request: HttpRequest, pk: uuid.UUID, given: MeasureIn) -> Any:
    """Add a measure to a draft."""
    programme, by = programme_of(request, pk), actor(request)
    made = actions.add_measure(by=by, programme=programme, **_fields(given))
    return Status(201, _one(programme, made.key))


@router.post(ALL + "/several", response={201: list[MeasureOut], **REFUSALS}, auth=WRITE,
             operation_id="addMeasures")  # fmt: skip
def add_several(request: HttpRequest, pk: uuid.UUID, given: MeasuresIn) -> Any:
    """Add several measures at once: all of them, or none."""
    programme, by = programme_of(request, pk), actor(request)
    rows = [_fields(one) for one in given.measures]
    made = actions.add_measures(by=by, programme=programme, rows=rows)
    return Status(201, [_one(programme, one.key) for one in made])


@router.get(ALL + "/removed", response={200: list[EarlierMeasureOut], **REFUSALS}, auth=READ,
            operation_id="listRemovedMeasures")  # fmt: skip
def list_removed(request: HttpRequest, pk: uuid.UUID) -> Any:
    """The last stand of each measure that was removed, for who writes the programme."""
    programme = programme_of(request, pk)
    check_write(actor(request))
    return removed_measures(programme)


@router.get(ONE, response={200: MeasureOut, **REFUSALS}, auth=READ, operation_id="readMeasure")
def read(request: HttpRequest, pk: uuid.UUID, key: uuid.UUID) -> Any:
    """One measure."""
    found = measure_of(request, pk, key)
    return _told(found, progress(found.programme).get(key))


@router.post(ONE, response={200: MeasureOut, **REFUSALS}, auth=WRITE,
             operation_id="changeMeasure")  # fmt: skip
def change(request: HttpRequest, pk: uuid.UUID, key: uuid.UUID, given: MeasureChangeIn) -> Any:
    """Change fields of a measure; of an adopted programme only owner, deputy and hours."""
    programme, by = programme_of(request, pk), actor(request)
    partners, milestones = given.partners, given.milestones
    actions.change_measure(
        by=by,
        programme=programme,
        key=key,
        base_revision=given.base_revision,
        fields=_fields(given),
        partners=None if partners is None else [
            (get_object_or_404(Organisation, pk=one.organisation), one.role) for one in partners
        ],
        milestones=None if milestones is None else [
            (one.key, one.title, one.day) for one in milestones
        ],
    )  # fmt: skip
    return _one(programme, key)


@router.delete(ONE, response={204: None, **REFUSALS}, auth=WRITE, operation_id="removeMeasure")
def remove(request: HttpRequest, pk: uuid.UUID, key: uuid.UUID) -> Any:
    """Take a measure out of a draft; it can be brought back."""
    actions.remove_measure(by=actor(request), programme=programme_of(request, pk), key=key)
    return Status(204, None)


@router.post(ONE + "/bring-back", response=_MADE, auth=WRITE, operation_id="bringMeasureBack")
def bring_back(request: HttpRequest, pk: uuid.UUID, key: uuid.UUID) -> Any:
    """Bring back a measure that was removed."""
    programme = programme_of(request, pk)
    earlier.bring_measure_back(by=actor(request), programme=programme, key=key)
    return Status(201, _one(programme, key))


@router.get(ONE + "/earlier", response={200: list[EarlierMeasureOut], **REFUSALS}, auth=READ,
            operation_id="listEarlierMeasures")  # fmt: skip
def list_earlier(request: HttpRequest, pk: uuid.UUID, key: uuid.UUID) -> Any:
    """The earlier stands of a measure, newest first, for who writes programmes."""
    found = measure_of(request, pk, key)
    check_write(actor(request))
    return earlier_measures(found.programme, key)


@router.post(ONE + "/put-back", response={200: MeasureOut, **REFUSALS}, auth=WRITE,
             operation_id="putMeasureBack")  # fmt: skip
def put_back(request: HttpRequest, pk: uuid.UUID, key: uuid.UUID, given: PutBackIn) -> Any:
    """Make a measure what it was at an earlier revision."""
    programme = programme_of(request, pk)
    earlier.put_measure_back(by=actor(request), programme=programme, key=key, **given.dict())
    return _one(programme, key)


def _fields(given: MeasureFields) -> dict[str, Any]:
    """Return what was given as fields of a measure, rows looked up."""
    found = given.dict(exclude_unset=True, exclude={"base_revision", "partners", "milestones"})
    for name in ("owner", "deputy"):
        if found.get(name):
            found[name] = get_object_or_404(members(timezone.localdate()), pk=found[name])
    if "budget" in found:
        found["budget"] = amount_of(found["budget"])
    if found.get("area"):
        found["area"] = get_object_or_404(Area, pk=found["area"])
    return found


def _one(programme: Programme, key: uuid.UUID) -> dict[str, Any]:
    found = get_object_or_404(measures(programme), key=key)
    return _told(found, progress(programme).get(key))


def _told(one: Measure, known: Progress | None) -> dict[str, Any]:
    said = said_of(known)
    return {
        **{name: getattr(one, name) for name in _SAME},
        **{name: getattr(one, f"{name}_id") for name in ("owner", "deputy", "area")},
        "partners": [
            {"organisation": str(each.organisation_id), "role": each.role}
            for each in one.partners.all()
        ],
        "milestones": [
            {"key": str(each.key), "title": each.title, "day": each.day.isoformat()}
            for each in one.milestones.all()
        ],
        "status": said.status,
        "stand": stand_of(said),
        "updated_on": said.on,
    }
