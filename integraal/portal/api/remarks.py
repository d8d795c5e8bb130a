"""What colleagues say about a draft, by API."""

import uuid
from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Router, Status

from integraal.policy.picture.models import Remark
from integraal.policy.picture.remarks import actions, queries
from integraal.policy.picture.remarks.access import check_read_remarks
from integraal.policy.picture.remarks.rules import Note
from integraal.portal.api.keys import actor
from integraal.portal.api.picture_lookup import picture_of
from integraal.portal.api.pictures import READ, REFUSALS, WRITE
from integraal.portal.api.voices_schemas import RemarkIn, RemarkOut

router = Router(tags=["Opmerkingen"])
ONE = "/{uuid:pk}/remarks/{uuid:row_id}"
SETTLED: dict[Any, Any] = {200: RemarkOut, **REFUSALS}


@router.get(
    "/{uuid:pk}/remarks",
    response={200: list[RemarkOut], **REFUSALS},
    auth=READ,
    operation_id="listRemarks",
)
def list_remarks(request: HttpRequest, pk: uuid.UUID) -> Any:
    """All remarks at a picture, oldest first, settled ones too."""
    check_read_remarks(actor(request))
    return queries.remarks(picture_of(request, pk))


@router.post(
    "/{uuid:pk}/remarks",
    response={201: RemarkOut, **REFUSALS},
    auth=WRITE,
    operation_id="makeRemark",
)
def make(request: HttpRequest, pk: uuid.UUID, given: RemarkIn) -> Any:
    """Say something; the quote of a suggestion stands in the text exactly once."""
    said = given.dict()
    theme, part = said.pop("theme"), said.pop("part")
    row = actions.make_remark(
        by=actor(request),
        picture=picture_of(request, pk),
        theme=theme,
        part=part,
        note=Note(**said),
    )
    return Status(201, row)


@router.post(f"{ONE}/close", response=SETTLED, auth=WRITE, operation_id="closeRemark")
def close(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID) -> Any:
    """Settle a comment or an assignment."""
    return actions.close_remark(by=actor(request), remark=_row(request, pk, row_id))


@router.post(f"{ONE}/accept", response=SETTLED, auth=WRITE, operation_id="acceptSuggestion")
def accept(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID) -> Any:
    """Put a suggestion into the text; 409 when its quote no longer stands there once."""
    return actions.accept_suggestion(by=actor(request), remark=_row(request, pk, row_id))


@router.post(f"{ONE}/decline", response=SETTLED, auth=WRITE, operation_id="declineSuggestion")
def decline(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID) -> Any:
    """Leave the text as it is."""
    return actions.decline_suggestion(by=actor(request), remark=_row(request, pk, row_id))


@router.delete(ONE, response={204: None, **REFUSALS}, auth=WRITE, operation_id="withdrawRemark")
def withdraw(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID) -> Any:
    """Take back one's own remark while it is open."""
    actions.withdraw_remark(by=actor(request), remark=_row(request, pk, row_id))
    return Status(204, None)


def _row(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID) -> Remark:
    check_read_remarks(actor(request))
    return get_object_or_404(Remark, picture=picture_of(request, pk), pk=row_id)
