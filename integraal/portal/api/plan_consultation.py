"""Consultations about a plan by API: open, invite, remind, and the register of comments."""

import uuid
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from ninja import Field, Router, Schema, Status

from integraal.foundation.links.terms import state_of
from integraal.policy.plan.access import check_consult, check_read_consultation
from integraal.policy.plan.consulting import actions, queries
from integraal.policy.plan.consulting.actions import Invitee
from integraal.policy.plan.consulting.register import register_of, register_with_comments
from integraal.policy.plan.models import Consultation, Invitation
from integraal.portal.api.keys import actor
from integraal.portal.api.plan_lookup import READ, REFUSALS, WRITE, plan_of

router = Router(tags=["Consultatie over het plan"])
ALL = "/{uuid:pk}/consultations"
ONE = ALL + "/{uuid:row_id}"
LINK = ONE + "/invitations/{uuid:link}"


class ConsultationIn(Schema):
    """What is asked, and until when; without a day it is open for the usual time."""

    title: str = Field(max_length=120)
    question: str = Field("", max_length=20_000)
    ends_on: date | None = None


class LastDay(Schema):
    """Another last day."""

    ends_on: date


class InvitationIn(Schema):
    """Who is invited: a function, its organisation, and the themes it may see (none: all)."""

    recipient: str = Field(max_length=120)
    organisation: str = Field("", max_length=120)
    themes: list[str] = Field(default_factory=list, max_length=100)
    ends_on: date | None = None
    anyway: bool = False


class InvitationOut(Schema):
    """An invitation; its secret is kept nowhere, so it is not here."""

    id: uuid.UUID
    recipient: str
    organisation: str
    themes: list[str]
    state: str
    made_on: date
    ends_on: date
    opened_on: date | None
    reminded_on: date | None
    finished_on: date | None
    comments: int


class NewInvitationOut(InvitationOut):
    """An invitation with its address, which is given once."""

    address: str


class ConsultationOut(Schema):
    """A consultation with its invitations."""

    id: uuid.UUID
    title: str
    question: str
    edition: int
    opened_on: date
    ends_on: date
    closed_on: date | None
    invitations: list[InvitationOut]


class CommentOut(Schema):
    """A comment as it stands in the register: by function and organisation, no persons."""

    id: uuid.UUID
    block: str
    theme_code: str
    consultation: str
    organisation: str
    recipient: str
    theme: str
    where: str
    text: str
    said_on: date
    weighing: str
    response: str
    revision: int


class CommentAnswerIn(Schema):
    """What is done with a comment; ``base_revision`` is the one the writer had before them."""

    weighing: str = Field(max_length=8)
    response: str = Field("", max_length=20_000)
    base_revision: int


@router.get(
    ALL, response={200: list[ConsultationOut], **REFUSALS}, auth=READ,
    operation_id="listConsultations",
)  # fmt: skip
def list_consultations(request: HttpRequest, pk: uuid.UUID) -> Any:
    """The consultations about a plan, newest first, with who was invited and how far they are."""
    check_read_consultation(actor(request))
    return [_told(one) for one in queries.consultations(plan_of(request, pk))]


@router.post(
    ALL, response={201: ConsultationOut, **REFUSALS}, auth=WRITE, operation_id="openConsultation"
)
def open_consultation(request: HttpRequest, pk: uuid.UUID, given: ConsultationIn) -> Any:
    """Ask for comments on the plan as it is now; an edition is kept."""
    plan = plan_of(request, pk)
    row = actions.open_consultation(by=actor(request), plan=plan, **given.dict())
    return Status(201, _told(row))


@router.post(
    ONE + "/extend", response={200: ConsultationOut, **REFUSALS}, auth=WRITE,
    operation_id="extendConsultation",
)  # fmt: skip
def extend(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID, given: LastDay) -> Any:
    """Give everybody more time; opens a closed consultation again."""
    row = _row(request, pk, row_id)
    return _told(
        actions.extend_consultation(by=actor(request), consultation=row, ends_on=given.ends_on)
    )


@router.post(
    ONE + "/close", response={200: ConsultationOut, **REFUSALS}, auth=WRITE,
    operation_id="closeConsultation",
)  # fmt: skip
def close(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID) -> Any:
    """Stop every link."""
    row = _row(request, pk, row_id)
    return _told(actions.close_consultation(by=actor(request), consultation=row))


@router.post(
    ONE + "/invitations", response={201: NewInvitationOut, **REFUSALS}, auth=WRITE,
    operation_id="inviteToConsultation",
)  # fmt: skip
def invite(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID, given: InvitationIn) -> Any:
    """Make a personal link to comment."""
    row = _row(request, pk, row_id)
    made, secret = actions.invite(
        by=actor(request),
        consultation=row,
        invitee=Invitee(given.recipient, given.organisation, tuple(given.themes)),
        ends_on=given.ends_on,
        anyway=given.anyway,
    )
    return Status(201, _with_address(request, row, made, secret))


@router.post(
    LINK + "/renew", response={200: NewInvitationOut, **REFUSALS}, auth=WRITE,
    operation_id="renewInvitation",
)  # fmt: skip
def renew(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID, link: uuid.UUID) -> Any:
    """Make a new link; the old one stops, what was said stays."""
    row = _row(request, pk, row_id)
    made, secret = actions.renew_link(by=actor(request), invitation=_link(row, link))
    return _with_address(request, row, made, secret)


@router.post(
    LINK + "/extend", response={200: InvitationOut, **REFUSALS}, auth=WRITE,
    operation_id="extendInvitation",
)  # fmt: skip
def extend_link(
    request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID, link: uuid.UUID, given: LastDay
) -> Any:
    """Let one link work longer."""
    row = _row(request, pk, row_id)
    found = _link(row, link)
    actions.extend_invitation(by=actor(request), invitation=found, ends_on=given.ends_on)
    return _link_told(_link(row, link), row)


@router.post(
    LINK + "/revoke", response={200: InvitationOut, **REFUSALS}, auth=WRITE,
    operation_id="revokeInvitation",
)  # fmt: skip
def revoke(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID, link: uuid.UUID) -> Any:
    """Make a link useless at once; what was said stays."""
    row = _row(request, pk, row_id)
    actions.revoke_invitation(by=actor(request), invitation=_link(row, link))
    return _link_told(_link(row, link), row)


@router.post(
    LINK + "/reminded", response={200: InvitationOut, **REFUSALS}, auth=WRITE,
    operation_id="noteReminder",
)  # fmt: skip
def reminded(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID, link: uuid.UUID) -> Any:
    """Note that a reminder was sent today."""
    row = _row(request, pk, row_id)
    actions.note_reminder(by=actor(request), invitation=_link(row, link))
    return _link_told(_link(row, link), row)


@router.get(
    "/{uuid:pk}/comments", response={200: list[CommentOut], **REFUSALS}, auth=READ,
    operation_id="listPlanComments",
)  # fmt: skip
def list_comments(request: HttpRequest, pk: uuid.UUID) -> Any:
    """The register of comments, in the order of the plan."""
    check_read_consultation(actor(request))
    plan = plan_of(request, pk)
    found = register_with_comments(plan)
    return [{**line, "revision": one.revision} for one, line in found]


@router.post(
    "/{uuid:pk}/comments/{uuid:row_id}/answer", response={200: CommentOut, **REFUSALS},
    auth=WRITE, operation_id="answerPlanComment",
)  # fmt: skip
def answer(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID, given: CommentAnswerIn) -> Any:
    """Answer a comment and say what is done with it."""
    check_consult(actor(request))
    plan = plan_of(request, pk)
    row = get_object_or_404(queries.comments(plan), pk=row_id)
    row = actions.weigh_comment(by=actor(request), comment=row, **given.dict())
    line = next(one for one in register_of(plan) if one["id"] == str(row.pk))
    return {**line, "revision": row.revision}


def _row(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID) -> Consultation:
    check_read_consultation(actor(request))
    found = queries.consultation(plan_of(request, pk), row_id)
    if found is None:
        raise Http404
    return found


def _link(row: Consultation, pk: uuid.UUID) -> Invitation:
    found = next((one for one in queries.invitations(row) if one.pk == pk), None)
    if found is None:
        raise Http404
    return found


def _told(row: Consultation) -> dict[str, Any]:
    return {
        "id": row.pk,
        "title": row.title,
        "question": row.question,
        "edition": row.edition.number,
        "opened_on": row.opened_on,
        "ends_on": row.ends_on,
        "closed_on": row.closed_on,
        "invitations": [_link_told(one, row) for one in queries.invitations(row)],
    }


def _with_address(
    request: HttpRequest, row: Consultation, made: Invitation, secret: str
) -> dict[str, Any]:
    address = request.build_absolute_uri(reverse("plan-comment", args=[secret]))
    return {**_link_told(_link(row, made.pk), row), "address": address}


def _link_told(one: Invitation, row: Consultation) -> dict[str, Any]:
    today = timezone.localdate()
    return {
        "id": one.pk,
        "recipient": one.recipient,
        "organisation": one.organisation,
        "themes": one.themes,
        "state": state_of(one.ends_on, one.revoked_on, today, row.closed_on),
        "made_on": one.made_on,
        "ends_on": one.ends_on,
        "opened_on": one.opened_on,
        "reminded_on": one.reminded_on,
        "finished_on": one.finished_on,
        "comments": getattr(one, "said", 0),
    }
