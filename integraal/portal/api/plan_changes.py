"""Interim changes of an adopted plan by API."""

import uuid
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest
from ninja import Field, Router, Schema, Status

from integraal.policy.plan.access import reads_drafts
from integraal.policy.plan.changing import actions, queries
from integraal.policy.plan.changing.actions import Case, NewTheme
from integraal.policy.plan.changing.presenters import note_of
from integraal.policy.plan.models import InterimChange, Plan
from integraal.portal.api.keys import actor
from integraal.portal.api.plan_lookup import READ, REFUSALS, WRITE, plan_of

router = Router(tags=["Tussentijdse wijziging van het plan"])
ALL = "/{uuid:pk}/changes"
ONE = ALL + "/{uuid:row_id}"
TEXT = Field("", max_length=40_000)


class CaseIn(Schema):
    """Why a plan changes: figure, incident, partner or national."""

    title: str = Field(max_length=120)
    cause: str = Field(max_length=12)
    is_urgent: bool = False
    analysis: str = TEXT
    proposal: str = TEXT


class CaseChange(CaseIn):
    """The same, and the revision this builds on."""

    base_revision: int


class ChangeDecisionIn(Schema):
    """What was decided about a change, by whom and when."""

    decision: str = Field(max_length=40_000)
    decided_by: str = Field(max_length=80)
    decided_on: date
    base_revision: int


class ThemeIn(Schema):
    """A theme that the new version gets, with its first goal."""

    name: str = Field(max_length=300)
    text: str = TEXT
    goal: str = Field("", max_length=300)
    owner: str = Field("", max_length=2_000)
    by_date: date | None = None


class VersionIn(Schema):
    """The new version, with or without a new theme."""

    theme: ThemeIn | None = None


class ToldIn(Schema):
    """The note to the council and the day it was told."""

    note: str = Field(max_length=40_000)
    told_on: date
    base_revision: int


class InterimOut(Schema):
    """An interim change; ``note`` is ready to send until it is kept."""

    id: uuid.UUID
    plan: uuid.UUID
    title: str
    cause: str
    is_urgent: bool
    analysis: str
    proposal: str
    decision: str
    decided_by: str
    decided_on: date | None
    following: uuid.UUID | None
    note: str
    council_told_on: date | None
    made_on: date
    revision: int


@router.get(
    ALL,
    response={200: list[InterimOut], **REFUSALS},
    auth=READ,
    operation_id="listPlanChanges",
)
def list_changes(request: HttpRequest, pk: uuid.UUID) -> Any:
    """The interim changes of a plan over all its versions; decided ones for who reads no drafts."""
    plan, inside = plan_of(request, pk), reads_drafts(actor(request))
    return [_told(one, plan) for one in queries.changes(plan) if inside or one.decided_on]


@router.post(
    ALL, response={201: InterimOut, **REFUSALS}, auth=WRITE, operation_id="beginPlanChange"
)
def begin(request: HttpRequest, pk: uuid.UUID, given: CaseIn) -> Any:
    """Begin an interim change of the plan that is in force."""
    plan = plan_of(request, pk)
    row = actions.note_change(by=actor(request), plan=plan, case=Case(**given.dict()))
    return Status(201, _told(row, plan))


@router.post(
    ONE, response={200: InterimOut, **REFUSALS}, auth=WRITE, operation_id="writePlanChange"
)
def write(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID, given: CaseChange) -> Any:
    """Write on at the cause and the proposal."""
    plan, row = _row(request, pk, row_id)
    fields = given.dict()
    base = fields.pop("base_revision")
    row = actions.write_change(
        by=actor(request), change=row, case=Case(**fields), base_revision=base
    )
    return _told(row, plan)


@router.post(
    ONE + "/decision", response={200: InterimOut, **REFUSALS}, auth=WRITE,
    operation_id="decidePlanChange",
)  # fmt: skip
def decide(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID, given: ChangeDecisionIn) -> Any:
    """Record what was decided about a change."""
    plan, row = _row(request, pk, row_id)
    return _told(actions.decide_change(by=actor(request), change=row, **given.dict()), plan)


@router.post(
    ONE + "/version", response={201: InterimOut, **REFUSALS}, auth=WRITE,
    operation_id="startChangedVersion",
)  # fmt: skip
def version(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID, given: VersionIn) -> Any:
    """Begin the version that a change leads to, with a new theme or without."""
    plan, row = _row(request, pk, row_id)
    theme = NewTheme(**given.theme.dict()) if given.theme else None
    actions.start_changed_version(by=actor(request), change=row, theme=theme)
    return Status(201, _told(_row(request, pk, row_id)[1], plan))


@router.post(
    ONE + "/told",
    response={200: InterimOut, **REFUSALS},
    auth=WRITE,
    operation_id="tellCouncil",
)
def tell(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID, given: ToldIn) -> Any:
    """Record that the council was told, with which note and on which day."""
    plan, row = _row(request, pk, row_id)
    return _told(actions.tell_council(by=actor(request), change=row, **given.dict()), plan)


def _row(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID) -> tuple[Plan, InterimChange]:
    plan = plan_of(request, pk)
    row = queries.change(plan, row_id)
    if row is None or not (row.decided_on or reads_drafts(actor(request))):
        raise Http404
    return plan, row


def _told(one: InterimChange, plan: Plan) -> dict[str, Any]:
    own = ("id", "plan", "following", "note")
    names = [name for name in InterimOut.model_fields if name not in own]
    return {
        **{name: getattr(one, name) for name in names},
        "id": one.pk,
        "plan": one.plan_id,
        "following": one.following_id,
        "note": note_of(one, plan),
    }
