"""Outgoing mail by API: what waits, what went, what did not; never its words."""

import uuid
from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Field, Router, Schema

from integraal.foundation.outbox.access import check_manage_mail
from integraal.foundation.outbox.actions import send_again
from integraal.foundation.outbox.models import Message
from integraal.foundation.outbox.queries import messages
from integraal.portal.api.keys import actor, with_scope
from integraal.portal.api.schemas import Invalid, Problem

READ, WRITE = with_scope("mail:read"), with_scope("mail:write")
REFUSALS = {403: Problem, 404: Problem, 409: Problem, 422: Invalid}
router = Router(tags=["Uitgaande post"])
MOST = 500


class OutgoingMailOut(Schema):
    """One mail: kind, for whom, and how it stands."""

    id: uuid.UUID
    kind: str
    subject_id: uuid.UUID
    to: uuid.UUID = Field(alias="to_id")
    state: str
    asked_at: datetime
    not_before: datetime
    tries: int
    problem: str
    sent_at: datetime | None


@router.get(
    "",
    response={200: list[OutgoingMailOut], **REFUSALS},
    auth=READ,
    operation_id="listOutgoingMail",
)
def list_mail(request: HttpRequest, state: str = "") -> Any:
    """The last 500 mails, newest first; of one state, or all."""
    check_manage_mail(actor(request))
    return messages(state)[:MOST]


@router.post(
    "/{uuid:pk}/again", response={200: OutgoingMailOut, **REFUSALS}, auth=WRITE,
    operation_id="sendMailAgain",
)  # fmt: skip
def again(request: HttpRequest, pk: uuid.UUID) -> Any:
    """Try a mail once more that was given up."""
    by = actor(request)
    check_manage_mail(by)
    return send_again(by=by, message=get_object_or_404(Message, pk=pk))
