"""Share links to a picture by API: make, list, revoke."""

import uuid
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from ninja import Field, Router, Schema, Status

from integraal.foundation.links.terms import state_of
from integraal.policy.picture.access import check_share
from integraal.policy.picture.models import Picture, ShareLink
from integraal.policy.picture.queries import pictures
from integraal.policy.picture.sharing import actions
from integraal.policy.picture.sharing.queries import links_of
from integraal.portal.api.keys import actor, with_scope
from integraal.portal.api.schemas import Invalid, Problem

router = Router(tags=["Delen"])
READ = with_scope("picture:read")
WRITE = with_scope("picture:write")
REFUSALS = {403: Problem, 404: Problem, 409: Problem, 422: Invalid}


class LinkIn(Schema):
    """For whom a share link is, and its last day; without a day it works for four weeks."""

    recipient: str = Field(min_length=1, max_length=120)
    ends_on: date | None = None


class LinkOut(Schema):
    """A share link; its secret is kept nowhere, so it is not here."""

    id: uuid.UUID
    recipient: str
    state: str
    made_on: date
    ends_on: date
    revoked_on: date | None
    opened: int
    opened_on: date | None


class NewLinkOut(LinkOut):
    """A fresh share link with its address, which is given once."""

    address: str


@router.get(
    "/{uuid:pk}/share-links",
    response={200: list[LinkOut], **REFUSALS},
    auth=READ,
    operation_id="listShareLinks",
)
def list_links(request: HttpRequest, pk: uuid.UUID) -> Any:
    """The links to one version, newest first."""
    check_share(actor(request))
    return [_told(link) for link in links_of(_picture(request, pk))]


@router.post(
    "/{uuid:pk}/share-links",
    response={201: NewLinkOut, **REFUSALS},
    auth=WRITE,
    operation_id="makeShareLink",
)
def make_link(request: HttpRequest, pk: uuid.UUID, given: LinkIn) -> Any:
    """Make a link with which somebody without an account reads this version, and nothing else."""
    check_share(actor(request))
    link, secret = actions.make_link(
        by=actor(request),
        picture=_picture(request, pk),
        recipient=given.recipient.replace("\x00", ""),
        ends_on=given.ends_on,
    )
    address = request.build_absolute_uri(reverse("shared-picture", args=[secret]))
    return Status(201, {**_told(link), "address": address})


@router.post(
    "/{uuid:pk}/share-links/{uuid:link}/revoke",
    response={200: LinkOut, **REFUSALS},
    auth=WRITE,
    operation_id="revokeShareLink",
)
def revoke_link(request: HttpRequest, pk: uuid.UUID, link: uuid.UUID) -> Any:
    """Make a link useless at once."""
    check_share(actor(request))
    found = get_object_or_404(links_of(_picture(request, pk)), pk=link)
    return _told(actions.revoke_link(by=actor(request), link=found))


def _picture(request: HttpRequest, pk: uuid.UUID) -> Picture:
    return get_object_or_404(pictures(actor(request)), pk=pk)


def _told(link: ShareLink) -> dict[str, Any]:
    return {
        "id": link.pk,
        "recipient": link.recipient,
        "state": state_of(link.ends_on, link.revoked_on, timezone.localdate()),
        "made_on": link.made_on,
        "ends_on": link.ends_on,
        "revoked_on": link.revoked_on,
        "opened": link.opened,
        "opened_on": link.opened_on,
    }
