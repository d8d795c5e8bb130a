"""Deviations by API: opened, analysed, decided, followed up and closed."""

import uuid
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Field, Router, Schema, Status

from integraal.policy.monitoring.access import check_read_inside
from integraal.policy.monitoring.deviations import actions, queries
from integraal.policy.monitoring.deviations.states import MISSING
from integraal.policy.monitoring.models import Deviation
from integraal.policy.programme.models import ProgrammeChange
from integraal.policy.programme.queries import programmes
from integraal.portal.api.keys import actor
from integraal.portal.api.monitoring import READ, REFUSALS, WRITE

router = Router(tags=["Afwijkingen"])
ONE = "/{uuid:pk}"
TEXT = Field(max_length=40_000)


class DeviationIn(Schema):
    """What goes otherwise; the cause is figure, measure, incident or partner."""

    title: str = Field(max_length=160)
    cause: str = Field(max_length=8)
    what: str = TEXT
    goal: uuid.UUID | None = None


class OptionIn(Schema):
    """What could be done, and its consequence."""

    text: str = TEXT
    consequence: str = TEXT


class AnalysisIn(Schema):
    """What is the matter and how that comes."""

    analysis: str = TEXT
    base_revision: int


class OptionsIn(Schema):
    """All options at once."""

    options: list[OptionIn] = Field(max_length=6)
    base_revision: int


class DeviationDecisionIn(Schema):
    """What was decided; ``chosen`` is the place of the option, from zero."""

    decision: str = TEXT
    decided_by: str = Field(max_length=80)
    decided_on: date
    chosen: int | None = None
    base_revision: int


class FollowUpIn(Schema):
    """What changes now."""

    text: str = TEXT
    measure: uuid.UUID | None = None
    change: uuid.UUID | None = None
    base_revision: int


class ResultIn(Schema):
    """What came of it."""

    result: str = TEXT
    base_revision: int


class DeviationOut(Schema):
    """A deviation; ``next`` says what is missing for the next step."""

    id: uuid.UUID
    title: str
    cause: str
    what: str
    goal: uuid.UUID | None
    stage: str
    next: str
    analysis: str
    options: list[OptionIn]
    decision: str
    chosen: int | None
    decided_by: str
    decided_on: date | None
    follow_up: str
    measure_changed: uuid.UUID | None
    result: str
    opened_on: date
    closed_on: date | None
    revision: int


ANSWER = {200: DeviationOut, **REFUSALS}


@router.get(
    "", response={200: list[DeviationOut], **REFUSALS}, auth=READ, operation_id="listDeviations"
)
def all_deviations(request: HttpRequest) -> Any:
    """Every deviation, newest first."""
    check_read_inside(actor(request))
    return [_told(one) for one in queries.deviations(actor(request))]


@router.post("", response={201: DeviationOut, **REFUSALS}, auth=WRITE, operation_id="openDeviation")
def begin(request: HttpRequest, given: DeviationIn) -> Any:
    """Open a deviation."""
    return Status(201, _told(actions.open_deviation(by=actor(request), **given.dict())))


@router.post(ONE + "/analysis", response=ANSWER, auth=WRITE, operation_id="analyseDeviation")
def analyse(request: HttpRequest, pk: uuid.UUID, given: AnalysisIn) -> Any:
    """Write what is the matter."""
    row = _row(request, pk)
    return _told(actions.analyse(by=actor(request), deviation=row, **given.dict()))


@router.post(ONE + "/options", response=ANSWER, auth=WRITE, operation_id="giveOptions")
def options(request: HttpRequest, pk: uuid.UUID, given: OptionsIn) -> Any:
    """Write what could be done, each with its consequence."""
    pairs = [(one.text, one.consequence) for one in given.options]
    row = _row(request, pk)
    return _told(
        actions.give_options(
            by=actor(request), deviation=row, options=pairs, base_revision=given.base_revision
        )
    )


@router.post(ONE + "/decision", response=ANSWER, auth=WRITE, operation_id="decideDeviation")
def decide(request: HttpRequest, pk: uuid.UUID, given: DeviationDecisionIn) -> Any:
    """Record what was decided."""
    row = _row(request, pk)
    return _told(actions.decide(by=actor(request), deviation=row, **given.dict()))


@router.post(ONE + "/follow-up", response=ANSWER, auth=WRITE, operation_id="followUpDeviation")
def follow_up(request: HttpRequest, pk: uuid.UUID, given: FollowUpIn) -> Any:
    """Write what changes now."""
    by, row, fields = actor(request), _row(request, pk), given.dict()
    found = ProgrammeChange.objects.filter(programme__in=programmes(by))
    asked = fields.pop("change")
    change = get_object_or_404(found, pk=asked) if asked else None
    return _told(actions.follow_up(by=by, deviation=row, change=change, **fields))


@router.post(ONE + "/close", response=ANSWER, auth=WRITE, operation_id="closeDeviation")
def close(request: HttpRequest, pk: uuid.UUID, given: ResultIn) -> Any:
    """Close it with its result."""
    row = _row(request, pk)
    return _told(actions.close(by=actor(request), deviation=row, **given.dict()))


def _row(request: HttpRequest, pk: uuid.UUID) -> Deviation:
    row = queries.deviation(actor(request), pk)
    if row is None:
        raise Http404
    return row


def _told(one: Deviation) -> dict[str, Any]:
    at = queries.stage(one)
    own = ("id", "stage", "next")
    told = {name: getattr(one, name) for name in DeviationOut.model_fields if name not in own}
    return {**told, "id": one.pk, "stage": at.value, "next": MISSING[at]}
