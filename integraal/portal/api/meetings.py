"""Meetings, their agenda and their minutes by API; each kind keeps its own circle."""

import uuid
from datetime import date, time
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from ninja import Field, Router, Schema, Status

from integraal.foundation.database.models import Tenant
from integraal.foundation.documents.papers import PDF_TYPE
from integraal.foundation.meetings.circles import readable_kinds
from integraal.foundation.ui.downloads import file_answer
from integraal.policy.monitoring.meetings import actions, queries
from integraal.policy.monitoring.meetings.fields import Plan
from integraal.policy.monitoring.meetings.minutes.actions import adopt_minutes, write_minutes
from integraal.policy.monitoring.meetings.minutes.content import content_of
from integraal.policy.monitoring.meetings.minutes.documents import minutes_pdf
from integraal.portal.api.keys import actor
from integraal.portal.api.monitoring import READ, REFUSALS, WRITE
from integraal.portal.api.papers import answers_with

router = Router(tags=["Overleggen"])
ONE = "/{uuid:pk}"


class MeetingKindOut(Schema):
    """A kind of meeting that the key's owner reads."""

    code: str
    name: str
    chair: str
    secrecy: str
    shows_decision: bool


class MeetingPlanIn(Schema):
    """When and where; an empty title or chair is that of the kind."""

    day: date
    title: str = Field("", max_length=160)
    starts: time | None = None
    place: str = Field("", max_length=120)
    chair: str = Field("", max_length=80)


class MeetingIn(MeetingPlanIn):
    """The same, with the kind."""

    kind: str = Field(max_length=60)


class MeetingChangeIn(MeetingPlanIn):
    """The same, and the revision this builds on."""

    base_revision: int


class MeetingMinutesIn(Schema):
    """Who were there (functions, one on a line), and what else was said."""

    present: str = Field(max_length=40_000)
    chair: str = Field(max_length=80)
    remarks: str = Field("", max_length=40_000)
    base_revision: int


class MeetingAdoptIn(Schema):
    """The later meeting of the same kind that adopts the minutes."""

    adopted_in: uuid.UUID
    base_revision: int


class MeetingOut(Schema):
    """A meeting; the state is planned, held or adopted."""

    id: uuid.UUID
    kind: str
    title: str
    day: date
    starts: time | None
    place: str
    chair: str
    state: str
    fingerprint: str
    adopted_on: date | None
    revision: int


class MeetingWholeOut(MeetingOut):
    """The same with its content: what is frozen once the minutes are adopted."""

    content: dict[str, Any]


ANSWER = {200: MeetingOut, **REFUSALS}


@router.get(
    "/kinds", response={200: list[MeetingKindOut], **REFUSALS}, auth=READ,
    operation_id="listMeetingKinds",
)  # fmt: skip
def kinds(request: HttpRequest) -> Any:
    """The kinds of meeting whose circle you are in."""
    return list(readable_kinds(actor(request)).values())


@router.get(
    "", response={200: list[MeetingOut], **REFUSALS}, auth=READ, operation_id="listMeetings"
)
def all_meetings(request: HttpRequest) -> Any:
    """The meetings of the circles you are in, the latest first."""
    return [_told(one) for one in queries.meetings(readable_kinds(actor(request)))]


@router.post("", response={201: MeetingOut, **REFUSALS}, auth=WRITE, operation_id="planMeeting")
def plan(request: HttpRequest, given: MeetingIn) -> Any:
    """Plan a meeting."""
    fields = given.dict()
    kind = fields.pop("kind")
    return Status(
        201, _told(actions.plan_meeting(by=actor(request), kind=kind, plan=Plan(**fields)))
    )


@router.get(ONE, response={200: MeetingWholeOut, **REFUSALS}, auth=READ, operation_id="readMeeting")
def meeting(request: HttpRequest, pk: uuid.UUID) -> Any:
    """A meeting with its agenda, decisions, actions and minutes."""
    found = found_meeting(request, pk)
    return {**_told(found.row), "content": content_of(found.row, found.kind)}


@router.put(ONE, response=ANSWER, auth=WRITE, operation_id="changeMeeting")
def change(request: HttpRequest, pk: uuid.UUID, given: MeetingChangeIn) -> Any:
    """Change day, place or chair."""
    fields, row = given.dict(), found_meeting(request, pk).row
    base = fields.pop("base_revision")
    return _told(
        actions.change_meeting(
            by=actor(request), meeting=row, plan=Plan(**fields), base_revision=base
        )
    )


@router.delete(ONE, response={204: None, **REFUSALS}, auth=WRITE, operation_id="callOffMeeting")
def call_off(request: HttpRequest, pk: uuid.UUID) -> Any:
    """Call off a meeting that was not held."""
    actions.call_off_meeting(by=actor(request), meeting=found_meeting(request, pk).row)
    return Status(204, None)


@router.post(ONE + "/minutes", response=ANSWER, auth=WRITE, operation_id="writeMeetingMinutes")
def minutes(request: HttpRequest, pk: uuid.UUID, given: MeetingMinutesIn) -> Any:
    """Say who were there; the meeting counts as held from then on."""
    row = found_meeting(request, pk).row
    return _told(write_minutes(by=actor(request), meeting=row, **given.dict()))


@router.post(ONE + "/adoption", response=ANSWER, auth=WRITE, operation_id="adoptMeetingMinutes")
def adopt(request: HttpRequest, pk: uuid.UUID, given: MeetingAdoptIn) -> Any:
    """Adopt the minutes in a later meeting; they are frozen from then on."""
    row, later = found_meeting(request, pk).row, found_meeting(request, given.adopted_in).row
    return _told(
        adopt_minutes(
            by=actor(request), meeting=row, adopted_in=later, base_revision=given.base_revision
        )
    )


@router.get(
    ONE + "/minutes.pdf", response=REFUSALS, auth=READ, operation_id="readMeetingMinutesPdf",
    openapi_extra=answers_with(PDF_TYPE, "The minutes."),
)  # fmt: skip
def minutes_as_pdf(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The minutes as PDF/UA."""
    by, found = actor(request), found_meeting(request, pk)
    tenant = Tenant.objects.get(pk=by.tenant_id)
    name, content = minutes_pdf(by=by, found=found, tenant=tenant)
    return file_answer(name, content, PDF_TYPE)


def found_meeting(request: HttpRequest, pk: uuid.UUID) -> queries.Found:
    """Return a meeting whose circle the key's owner is in; outside of it there is none."""
    found = queries.meeting(actor(request), pk)
    if found is None:
        raise Http404
    return found


def _told(one: queries.Meeting) -> dict[str, Any]:
    told = {name: getattr(one, name) for name in MeetingOut.model_fields if name != "id"}
    return {**told, "id": one.pk}
