"""What the list of actions shows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.meetings.circles import writes
from integraal.foundation.ui.components import Chip
from integraal.policy.monitoring.meetings.queries import Kinds, points
from integraal.policy.monitoring.models import ActionPoint

ON_A_PAGE = 25
FILTERS = (
    ("open", "Open"),
    ("te-laat", "Te laat"),
    ("mijn", "Van mij"),
    ("klaar", "Klaar"),
    ("alle", "Alle"),
)


EXPORT_HEADINGS = ("Actie", "Wie", "Klaar op", "Gedaan op", "Overleg", "Dag van het overleg")


@dataclass(frozen=True)
class PointLine:
    """One action, with the kind of its meeting and what the actor may do."""

    row: ActionPoint
    kind: str
    is_late: bool
    may_tick: bool
    may_change: bool


@dataclass(frozen=True)
class PointsPage:
    """What ``monitoring/action_points.html`` shows."""

    lines: Page[PointLine]
    filters: Sequence[Chip]
    kinds: Sequence[Chip]
    chosen: str
    kind: str
    sought: str
    export: str


@dataclass(frozen=True)
class Asked:
    """What the list is narrowed by."""

    which: str = "open"
    kind: str = ""
    sought: str = ""


def points_page(by: Actor, kinds: Kinds, asked: Asked, page: str | None) -> PointsPage:
    """Return the actions of the circles one is in."""
    which = asked.which if asked.which in dict(FILTERS) else "open"
    asked = Asked(which, asked.kind if asked.kind in kinds else "", asked.sought)
    today = timezone.localdate()
    shown = Paginator(narrowed(by, kinds, asked), ON_A_PAGE).get_page(page)
    shown.object_list = [_line(by, kinds, one, today) for one in shown.object_list]
    of_kinds = [("", "Alle overleggen"), *((code, one.name) for code, one in kinds.items())]
    return PointsPage(
        lines=shown,
        filters=[Chip(name, _address(asked, wat=code), code == which) for code, name in FILTERS],
        kinds=[
            Chip(name, _address(asked, soort=code), code == asked.kind) for code, name in of_kinds
        ]
        if len(kinds) > 1
        else [],
        chosen=which,
        kind=asked.kind,
        sought=asked.sought,
        export=f"{reverse('action-points-excel')}{_address(asked)}",
    )


def export_rows(found: Iterable[ActionPoint], kinds: Kinds) -> list[tuple[str | date | None, ...]]:
    """Return the rows of the Excel file: the same actions as in the list."""
    return [
        (one.what, one.function, one.due, one.done_on, kinds[one.meeting.kind].name,
         one.meeting.day)
        for one in found
    ]  # fmt: skip


def narrowed(by: Actor, kinds: Kinds, asked: Asked) -> QuerySet[ActionPoint]:
    """Return the actions that are asked for."""
    found = points([asked.kind] if asked.kind in kinds else kinds)
    today = timezone.localdate()
    if asked.which in ("open", "te-laat", "mijn"):
        found = found.filter(done_on__isnull=True)
    if asked.which == "te-laat":
        found = found.filter(due__lt=today)
    if asked.which == "mijn":
        found = found.filter(member_id=by.member_id, member__isnull=False)
    if asked.which == "klaar":
        found = found.filter(done_on__isnull=False).order_by("-done_on", "id")
    for word in asked.sought.replace("\x00", "").split():
        found = found.filter(what__icontains=word) | found.filter(function__icontains=word)
    return found


def _line(by: Actor, kinds: Kinds, one: ActionPoint, today: date) -> PointLine:
    kind = kinds[one.meeting.kind]
    may_write = writes(by, kind)
    is_own = by.member_id is not None and one.member_id == by.member_id
    return PointLine(
        row=one,
        kind=kind.name,
        is_late=one.done_on is None and one.due < today,
        may_tick=may_write or is_own,
        may_change=may_write,
    )


def _address(asked: Asked, **other: str) -> str:
    values = {"wat": asked.which, "soort": asked.kind, "zoek": asked.sought, **other}
    return f"?{urlencode({name: value for name, value in values.items() if value})}"
