"""Safety pictures by API."""

import uuid
from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Router, Status

from integraal.policy.picture import actions
from integraal.policy.picture.content import content_of
from integraal.policy.picture.draft_figures.actions import renew_figures, see_changes
from integraal.policy.picture.draft_figures.queries import unseen_changes
from integraal.policy.picture.models import Picture
from integraal.policy.picture.queries import pictures
from integraal.portal.api.keys import actor, with_scope
from integraal.portal.api.schemas import (
    Adoption,
    Invalid,
    PictureContent,
    PictureLine,
    Problem,
    SendBack,
    Start,
)

router = Router(tags=["Veiligheidsbeeld"])
READ = with_scope("picture:read")
WRITE = with_scope("picture:write")
REFUSALS = {403: Problem, 404: Problem, 409: Problem, 422: Invalid}


@router.get("", response=list[PictureLine], auth=READ, operation_id="listPictures")
def list_pictures(request: HttpRequest) -> Any:
    """All pictures that the owner of the key may read, newest first."""
    return list(pictures(actor(request)).defer("frozen"))


@router.post("", response={201: PictureLine, **REFUSALS}, auth=WRITE, operation_id="startPicture")
def start(request: HttpRequest, given: Start) -> Any:
    """Begin the picture of a year."""
    return Status(201, _started(request, given))


@router.get(
    "/{uuid:pk}", response={200: PictureContent, **REFUSALS}, auth=READ, operation_id="readPicture"
)
def read(request: HttpRequest, pk: uuid.UUID) -> Any:
    """One picture with its content; the fingerprint is the SHA-256 of the canonical content."""
    picture = _picture(request, pk)
    if not picture.is_frozen:
        renew_figures(by=actor(request), picture=picture)
    return {
        **PictureLine.from_orm(picture).dict(),
        "content": content_of(picture),
        "changes": [] if picture.is_frozen else unseen_changes(picture),
    }


@router.post(
    "/{uuid:pk}/changes-seen",
    response={200: PictureLine, **REFUSALS},
    auth=WRITE,
    operation_id="seeChanges",
)
def changes_seen(request: HttpRequest, pk: uuid.UUID) -> Any:
    """Put away what a source revised in the figures of a draft."""
    picture = _picture(request, pk)
    see_changes(by=actor(request), picture=picture)
    return picture


@router.post(
    "/{uuid:pk}/propose",
    response={200: PictureLine, **REFUSALS},
    auth=WRITE,
    operation_id="proposePicture",
)
def propose(request: HttpRequest, pk: uuid.UUID) -> Any:
    """Propose a draft for adoption."""
    return actions.propose_picture(by=actor(request), picture=_picture(request, pk))


@router.post(
    "/{uuid:pk}/adopt",
    response={200: PictureLine, **REFUSALS},
    auth=WRITE,
    operation_id="adoptPicture",
)
def adopt(request: HttpRequest, pk: uuid.UUID, given: Adoption) -> Any:
    """Adopt a proposal, which freezes it."""
    return actions.adopt_picture(
        by=actor(request),
        picture=_picture(request, pk),
        on=given.on,
        number=given.number.replace("\x00", ""),
    )


@router.post(
    "/{uuid:pk}/send-back",
    response={200: PictureLine, **REFUSALS},
    auth=WRITE,
    operation_id="sendBackPicture",
)
def send_back(request: HttpRequest, pk: uuid.UUID, given: SendBack) -> Any:
    """Make a proposal a draft again."""
    return actions.send_back_picture(
        by=actor(request),
        picture=_picture(request, pk),
        reason=given.reason.replace("\x00", ""),
    )


@router.post(
    "/{uuid:pk}/next-version",
    response={201: PictureLine, **REFUSALS},
    auth=WRITE,
    operation_id="startNextVersion",
)
def next_version(request: HttpRequest, pk: uuid.UUID) -> Any:
    """Begin a new version of an adopted picture."""
    return Status(201, actions.start_next_version(by=actor(request), picture=_picture(request, pk)))


def _started(request: HttpRequest, given: Start) -> Picture:
    return actions.start_picture(by=actor(request), year=given.year, first_year=given.first_year)


def _picture(request: HttpRequest, pk: uuid.UUID) -> Picture:
    return get_object_or_404(pictures(actor(request)), pk=pk)
