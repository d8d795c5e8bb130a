"""The promises of the previous plan by API."""

import uuid
from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Router, Status

from integraal.policy.picture.evaluation import actions, queries
from integraal.policy.picture.evaluation.rules import Pledge, count_words
from integraal.policy.picture.models import Promise
from integraal.portal.api.keys import actor
from integraal.portal.api.picture_lookup import picture_of
from integraal.portal.api.pictures import READ, REFUSALS, WRITE
from integraal.portal.api.voices_schemas import (
    EvaluationOut,
    PledgeChange,
    PledgeIn,
    PromiseLines,
    PromiseMove,
    PromiseOut,
)

router = Router(tags=["Terugblik"])
ONE = "/{uuid:pk}/promises/{uuid:row_id}"


@router.get(
    "/{uuid:pk}/promises",
    response={200: EvaluationOut, **REFUSALS},
    auth=READ,
    operation_id="listPromises",
)
def list_promises(request: HttpRequest, pk: uuid.UUID) -> Any:
    """What the previous plan promised and what became of it, in order."""
    found = queries.promises(picture_of(request, pk))
    return {"count": count_words(one.reached for one in found), "promises": found}


@router.post(
    "/{uuid:pk}/promises",
    response={201: PromiseOut, **REFUSALS},
    auth=WRITE,
    operation_id="addPromise",
)
def add(request: HttpRequest, pk: uuid.UUID, given: PledgeIn) -> Any:
    """Add a promise at the end."""
    picture = picture_of(request, pk)
    return Status(
        201, actions.add_promise(by=actor(request), picture=picture, pledge=_pledge(given))
    )


@router.post(
    "/{uuid:pk}/promises/lines",
    response={201: list[PromiseOut], **REFUSALS},
    auth=WRITE,
    operation_id="importPromises",
)
def import_lines(request: HttpRequest, pk: uuid.UUID, given: PromiseLines) -> Any:
    """Add a promise for each line that is not there yet."""
    picture = picture_of(request, pk)
    rows = actions.import_promises(
        by=actor(request), picture=picture, lines=given.lines, theme=given.theme
    )
    return Status(201, rows)


@router.put(ONE, response={200: PromiseOut, **REFUSALS}, auth=WRITE, operation_id="changePromise")
def change(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID, given: PledgeChange) -> Any:
    """Change a promise; 409 when somebody else changed it since ``base_revision``."""
    return actions.change_promise(
        by=actor(request),
        promise=_row(request, pk, row_id),
        pledge=_pledge(given),
        base_revision=given.base_revision,
    )


@router.post(
    f"{ONE}/move", response={200: PromiseOut, **REFUSALS}, auth=WRITE, operation_id="movePromise"
)
def move(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID, given: PromiseMove) -> Any:
    """Move a promise one place up or down."""
    return actions.move_promise(by=actor(request), promise=_row(request, pk, row_id), up=given.up)


@router.delete(ONE, response={204: None, **REFUSALS}, auth=WRITE, operation_id="removePromise")
def remove(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID, base_revision: int) -> Any:
    """Take a promise out of a draft; 409 when it was changed since ``base_revision``."""
    row = _row(request, pk, row_id)
    actions.remove_promise(by=actor(request), promise=row, base_revision=base_revision)
    return Status(204, None)


def _pledge(given: PledgeIn) -> Pledge:
    return Pledge(given.promised, given.reached, given.outcome, given.learnt, given.theme)


def _row(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID) -> Promise:
    return get_object_or_404(Promise, picture=picture_of(request, pk), pk=row_id)
