"""What the pages of the meetings show."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.meetings.circles import writes
from integraal.foundation.meetings.kinds import MeetingKind
from integraal.foundation.meetings.rules import ASKED
from integraal.foundation.meetings.states import MeetingState, cancel_problem
from integraal.foundation.ui.components import Chip
from integraal.policy.monitoring.access import reads_inside
from integraal.policy.monitoring.meetings.minutes.content import chosen_words
from integraal.policy.monitoring.meetings.queries import (
    Found,
    Kinds,
    adopted_by,
    carried_points,
    items_of,
    meetings,
)
from integraal.policy.monitoring.models import ActionPoint, AgendaItem, Meeting

ON_A_PAGE = 20


@dataclass(frozen=True)
class MeetingLine:
    """One meeting in a list, with the name of its kind."""

    row: Meeting
    kind: str


@dataclass(frozen=True)
class MeetingsPage:
    """What ``monitoring/meetings.html`` shows; ``coming`` is the next first."""

    coming: Sequence[MeetingLine]
    past: Page[MeetingLine]
    filters: list[Chip]
    secrecy: str
    may_write: bool


@dataclass(frozen=True)
class ItemLine:
    """One item of the agenda with what came of it."""

    row: AgendaItem
    place: int
    asked: str
    chosen: str
    points: Sequence[ActionPoint]


@dataclass(frozen=True)
class MeetingPage:
    """What ``monitoring/meeting.html`` shows; ``later`` are meetings that may adopt its minutes."""

    row: Meeting
    kind: MeetingKind
    items: Sequence[ItemLine]
    carried: Sequence[ActionPoint]
    later: Sequence[Meeting]
    to_adopt: Sequence[Meeting]
    has_begun: bool
    reads_inside: bool
    may_write: bool
    may_call_off: bool


def meetings_page(by: Actor, kinds: Kinds, asked: str, page: str | None) -> MeetingsPage:
    """Return the meetings, those to come and those before; ``asked`` keeps one kind."""
    chosen = asked if asked in kinds else ""
    today = timezone.localdate()
    found = meetings([chosen] if chosen else kinds)
    coming = [one for one in found.filter(day__gte=today) if one.state == MeetingState.PLANNED]
    past = found.exclude(pk__in=[one.pk for one in coming])
    shown = Paginator(past, ON_A_PAGE).get_page(page)
    shown.object_list = [_line(one, kinds) for one in shown.object_list]
    chips = [("", "Alle"), *((code, one.name) for code, one in kinds.items())]
    return MeetingsPage(
        coming=[_line(one, kinds) for one in reversed(coming)],
        past=shown,
        filters=[
            Chip(name, f"?{urlencode({'soort': code})}", code == chosen) for code, name in chips
        ],
        secrecy=kinds[chosen].secrecy if chosen else "",
        may_write=any(writes(by, one) for one in kinds.values()),
    )


def meeting_page(by: Actor, found: Found) -> MeetingPage:
    """Return one meeting with its agenda, and what may be done with it."""
    row, today = found.row, timezone.localdate()
    items = items_of(row)
    dealt_with = sum(one.is_dealt_with or bool(one.points.all()) for one in items)
    may_write = writes(by, found.kind) and not row.is_frozen
    return MeetingPage(
        row=row,
        kind=found.kind,
        items=[_item(place, one) for place, one in enumerate(items, start=1)],
        carried=list(carried_points(row)),
        later=_later(row) if may_write and row.state == MeetingState.HELD else [],
        to_adopt=_to_adopt(row),
        has_begun=row.day <= today,
        reads_inside=reads_inside(by),
        may_write=may_write,
        may_call_off=may_write and cancel_problem(row.state, dealt_with, adopted_by(row)) is None,
    )


def _line(row: Meeting, kinds: Kinds) -> MeetingLine:
    return MeetingLine(row, kinds[row.kind].name)


def _item(place: int, one: AgendaItem) -> ItemLine:
    return ItemLine(one, place, ASKED[one.asked], chosen_words(one), list(one.points.all()))


def _later(row: Meeting) -> list[Meeting]:
    found = meetings([row.kind]).filter(day__gte=row.day, day__lte=timezone.localdate())
    return list(found.exclude(pk=row.pk).order_by("day", "starts"))


def _to_adopt(row: Meeting) -> list[Meeting]:
    """Return the earlier meetings of this kind whose minutes still wait to be adopted."""
    found = meetings([row.kind]).filter(state=MeetingState.HELD, day__lte=row.day)
    return list(found.exclude(pk=row.pk).order_by("day", "starts"))
