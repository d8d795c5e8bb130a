"""Interim changes of an adopted programme by API: from cause to decision, version and council."""

import uuid
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest
from ninja import Field, Router, Schema, Status

from integraal.policy.programme.changing import actions, queries
from integraal.policy.programme.models import ProgrammeChange
from integraal.policy.programme.rules import LONGEST_TEXT
from integraal.portal.api.keys import actor
from integraal.portal.api.programme_lookup import READ, REFUSALS, WRITE, programme_of
from integraal.portal.api.programme_schemas import MOST_REVISIONS

router = Router(tags=["Wijzigingen van het programma"])
ALL = "/{uuid:pk}/changes"
ONE = ALL + "/{uuid:row_id}"


class ProgrammeCaseIn(Schema):
    """Why a programme changes; cause: figure, incident, partner, national or progress."""

    title: str = Field(max_length=120)
    cause: str = Field(max_length=12)
    reason: str = Field("", max_length=LONGEST_TEXT)


class ProgrammeCaseChange(ProgrammeCaseIn):
    """The same, with the revision this builds on."""

    base_revision: int = Field(ge=1, le=MOST_REVISIONS)


class ProgrammeChangeDecisionIn(Schema):
    """What was decided, by whom and when, and the revision this builds on."""

    decision: str = Field(max_length=LONGEST_TEXT)
    decided_by: str = Field(max_length=80)
    decided_on: date
    base_revision: int = Field(ge=1, le=MOST_REVISIONS)


class ProgrammeChangeToldIn(Schema):
    """When the council was told, and the revision this builds on."""

    told_on: date
    base_revision: int = Field(ge=1, le=MOST_REVISIONS)


class ProgrammeChangeOut(Schema):
    """An interim change; ``following`` is the version it leads to."""

    id: uuid.UUID
    programme_id: uuid.UUID
    title: str
    cause: str
    reason: str
    decision: str
    decided_by: str
    decided_on: date | None
    following_id: uuid.UUID | None
    council_told_on: date | None
    made_on: date
    revision: int


_TOLD = {200: ProgrammeChangeOut, **REFUSALS}
_MADE = {201: ProgrammeChangeOut, **REFUSALS}


@router.get(ALL, response={200: list[ProgrammeChangeOut], **REFUSALS}, auth=READ,
            operation_id="listProgrammeChanges")  # fmt: skip
def list_changes(request: HttpRequest, pk: uuid.UUID) -> Any:
    """The interim changes over all versions; decided ones for who reads no drafts."""
    return list(queries.changes(actor(request), programme_of(request, pk)))


@router.post(ALL, response=_MADE, auth=WRITE, operation_id="beginProgrammeChange")
def begin(request: HttpRequest, pk: uuid.UUID, given: ProgrammeCaseIn) -> Any:
    """Begin an interim change of the programme that is in force."""
    programme, by = programme_of(request, pk), actor(request)
    return Status(201, actions.note_programme_change(by=by, programme=programme, **given.dict()))


@router.post(ONE, response=_TOLD, auth=WRITE, operation_id="writeProgrammeChange")
def write(
    request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID, given: ProgrammeCaseChange
) -> Any:
    """Write on at the cause."""
    row = _row(request, pk, row_id)
    return actions.write_programme_change(by=actor(request), change=row, **given.dict())


@router.post(ONE + "/decision", response=_TOLD, auth=WRITE, operation_id="decideProgrammeChange")
def decide(
    request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID, given: ProgrammeChangeDecisionIn
) -> Any:
    """Record what was decided about a change."""
    row = _row(request, pk, row_id)
    return actions.decide_programme_change(by=actor(request), change=row, **given.dict())


@router.post(ONE + "/version", response=_MADE, auth=WRITE,
             operation_id="startChangedProgramme")  # fmt: skip
def version(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID) -> Any:
    """Begin the version that a change leads to."""
    actions.start_changed_programme(by=actor(request), change=_row(request, pk, row_id))
    return Status(201, _row(request, pk, row_id))


@router.post(ONE + "/told", response=_TOLD, auth=WRITE, operation_id="tellCouncilOfChange")
def tell(
    request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID, given: ProgrammeChangeToldIn
) -> Any:
    """Record on which day the council was told of a change."""
    row = _row(request, pk, row_id)
    return actions.tell_council_of_change(by=actor(request), change=row, **given.dict())


def _row(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID) -> ProgrammeChange:
    row = queries.change(actor(request), programme_of(request, pk), row_id)
    if row is None:
        raise Http404
    return row
