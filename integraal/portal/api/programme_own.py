"""What the owner of a key keeps for himself, by API: views of a programme, and a calendar."""

import uuid
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils import timezone
from ninja import Field, Router, Schema, Status

from integraal.policy.programme.calendar.actions import make_feed, revoke_feed
from integraal.policy.programme.calendar.feeds import own_feed, secret_of
from integraal.policy.programme.models import CalendarFeed, SavedView
from integraal.policy.programme.showing import actions
from integraal.policy.programme.showing.saved import own_view, own_views
from integraal.portal.api.keys import actor
from integraal.portal.api.programme_lookup import READ, REFUSALS, WRITE

view_router = Router(tags=["Programma: eigen weergaven"])
calendar_router = Router(tags=["Programma: eigen agenda"])
ONE = "/{uuid:pk}"


class SavedViewOut(Schema):
    """A view; ``query`` names its page and what is asked there."""

    id: uuid.UUID
    name: str
    query: str


class SavedViewIn(Schema):
    """A name, the page, and what is asked there as the address of the page has it."""

    name: str = Field(max_length=60)
    page: str = Field(max_length=40)
    asked: dict[str, str] = {}


class SavedViewName(Schema):
    """Another name."""

    name: str = Field(max_length=60)


class CalendarOut(Schema):
    """The path of the calendar on this server, and the last day it works."""

    path: str
    ends_on: date


@view_router.get("", response=list[SavedViewOut], auth=READ, operation_id="listSavedViews")
def list_views(request: HttpRequest) -> Any:
    """The views of the owner of the key, and of nobody else."""
    return list(own_views(actor(request)))


@view_router.post("", response={201: SavedViewOut, **REFUSALS}, auth=WRITE,
                  operation_id="saveView")  # fmt: skip
def save(request: HttpRequest, given: SavedViewIn) -> Any:
    """Keep a view; the same name again keeps the new one in its place."""
    return Status(201, actions.save_view(by=actor(request), **given.dict()))


@view_router.post(ONE, response={200: SavedViewOut, **REFUSALS}, auth=WRITE,
                  operation_id="renameView")  # fmt: skip
def rename(request: HttpRequest, pk: uuid.UUID, given: SavedViewName) -> Any:
    """Give a view another name."""
    return actions.rename_view(by=actor(request), view=_own(request, pk), name=given.name)


@view_router.delete(ONE, response={204: None, **REFUSALS}, auth=WRITE, operation_id="removeView")
def remove(request: HttpRequest, pk: uuid.UUID) -> Any:
    """Remove a view."""
    actions.remove_view(by=actor(request), view=_own(request, pk))
    return Status(204, None)


@calendar_router.get("", response={200: CalendarOut, **REFUSALS}, auth=READ,
                     operation_id="ownCalendar")  # fmt: skip
def read_calendar(request: HttpRequest) -> Any:
    """Where the calendar of the owner of the key stands."""
    feed = own_feed(actor(request), timezone.localdate())
    if feed is None:
        raise Http404
    return _told(feed)


@calendar_router.post("", response={201: CalendarOut, **REFUSALS}, auth=WRITE,
                      operation_id="makeCalendar")  # fmt: skip
def make_calendar(request: HttpRequest) -> Any:
    """Make a new address; the one before stops at once."""
    return Status(201, _told(make_feed(by=actor(request))))


@calendar_router.delete("", response={204: None, **REFUSALS}, auth=WRITE,
                        operation_id="revokeCalendar")  # fmt: skip
def revoke_calendar(request: HttpRequest) -> Any:
    """Let the address stop."""
    revoke_feed(by=actor(request))
    return Status(204, None)


def _own(request: HttpRequest, pk: uuid.UUID) -> SavedView:
    view = own_view(actor(request), pk)
    if view is None:
        raise Http404
    return view


def _told(feed: CalendarFeed) -> dict[str, Any]:
    return {"path": reverse("calendar-feed", args=[secret_of(feed)]), "ends_on": feed.ends_on}
