"""Themes that the holder of a key follows, by API."""

from datetime import date, datetime
from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema, Status

from integraal.policy.accountability.following import actions
from integraal.policy.accountability.following.queries import Followed, followed
from integraal.portal.api.council_questions import READ, REFUSALS, WRITE
from integraal.portal.api.keys import actor

router = Router(tags=["Thema’s volgen"])


class NewsOut(Schema):
    """Something that happened since the holder of the key looked."""

    on: date
    kind: str
    title: str
    say: str
    url: str


class FollowedThemeOut(Schema):
    """A theme that is followed, with what is new in it."""

    theme: str
    name: str
    seen_at: datetime
    new: list[NewsOut]


@router.get(
    "", response={200: list[FollowedThemeOut], **REFUSALS}, auth=READ,
    operation_id="listFollowedThemes",
)  # fmt: skip
def all_followed(request: HttpRequest) -> Any:
    """The themes that are followed; asking does not count as having seen."""
    return [_told(one) for one in followed(actor(request))]


@router.post(
    "/{theme}", response={200: list[FollowedThemeOut], **REFUSALS}, auth=WRITE,
    operation_id="followTheme",
)  # fmt: skip
def follow(request: HttpRequest, theme: str) -> Any:
    """Follow a theme from now on."""
    actions.follow_theme(by=actor(request), theme=theme)
    return [_told(one) for one in followed(actor(request))]


@router.post(
    "/{theme}/seen", response={204: None, **REFUSALS}, auth=WRITE,
    operation_id="markThemeSeen",
)  # fmt: skip
def seen(request: HttpRequest, theme: str) -> Any:
    """Keep that what is new was seen."""
    actions.mark_seen(by=actor(request), theme=theme)
    return Status(204, None)


@router.delete("/{theme}", response={204: None, **REFUSALS}, auth=WRITE, operation_id="leaveTheme")
def leave(request: HttpRequest, theme: str) -> Any:
    """Follow a theme no more."""
    actions.leave_theme(by=actor(request), theme=theme)
    return Status(204, None)


def _told(one: Followed) -> dict[str, Any]:
    return {
        "theme": one.code,
        "name": one.name,
        "seen_at": one.seen_at,
        "new": [{name: getattr(each, name) for name in NewsOut.model_fields} for each in one.new],
    }
