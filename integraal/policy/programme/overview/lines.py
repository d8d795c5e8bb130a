"""Every measure of a programme as a line: little of each, so that 600 of them are two queries."""

import uuid
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils import timezone

from integraal.policy.programme.models import Measure, Programme, Progress
from integraal.policy.programme.rules import as_number
from integraal.policy.programme.standing import NOTHING_SAID, Said, Stand, is_silent, stand_of

_FIELDS = (
    "key", "title", "text", "item", "theme", "goal", "order", "kind", "hours", "starts_on",
    "ends_on", "owner_id", "owner__name", "owner__active_until", "deputy_id", "area_id",
    "area__name",
)  # fmt: skip
_NOTHING: tuple[Said, Decimal | None] = (NOTHING_SAID, None)


@dataclass(frozen=True)
class Line:
    """One measure.

    Attributes:
        owner: name of who it is of and still works here; empty when nobody.
        left: name of who it was of and works here no more.
        is_silent: nothing was said for longer than was agreed.
        hours: planned, all quarters.
    """

    key: uuid.UUID
    title: str
    words: str
    theme: str
    goal: uuid.UUID | None
    order: int
    kind: str
    starts_on: date | None
    ends_on: date | None
    owner_id: uuid.UUID | None
    owner: str
    left: str
    deputy_id: uuid.UUID | None
    area_id: uuid.UUID | None
    area: str
    hours: Decimal
    said: Said
    hours_spent: Decimal | None
    stand: Stand
    is_silent: bool

    @property
    def has_owner(self) -> bool:
        return bool(self.owner)


def lines_of(programme: Programme) -> list[Line]:
    """Return every measure of a programme in its order."""
    today, found = timezone.localdate(), _told(programme)
    rhythm = programme.rhythm if is_running(programme) else 0
    rows = Measure.objects.filter(programme=programme).values(*_FIELDS)
    return [_line(row, *found.get(row["key"], _NOTHING), rhythm, today) for row in rows]


def is_running(programme: Programme) -> bool:
    """Return whether a version of the programme was adopted, so that owners say how it goes."""
    return programme.is_frozen or programme.version > 1


def said_of(row: Progress | None) -> Said:
    """Return what was said of a measure last."""
    if row is None:
        return NOTHING_SAID
    return Said(row.status, row.quality, row.time, row.money, row.updated_on)


def has_left(active_until: date | None, today: date) -> bool:
    """Return whether somebody works here no more."""
    return active_until is not None and active_until <= today


def planned_hours(hours: dict[str, str]) -> Decimal:
    """Return how many hours are planned over all quarters."""
    return sum((as_number(value) or Decimal(0) for value in hours.values()), Decimal(0))


def _told(programme: Programme) -> dict[uuid.UUID, tuple[Said, Decimal | None]]:
    """Return what was said of each measure and the hours spent; as values, for there are many."""
    rows = Progress.objects.filter(lineage=programme.lineage).values_list(
        "measure", "status", "quality", "time", "money", "updated_on", "hours_spent"
    )
    return {key: (Said(*said), spent) for key, *said, spent in rows}


def _line(row: dict[str, Any], said: Said, spent: Decimal | None, rhythm: int, today: date) -> Line:
    name = row["owner__name"] or ""
    gone = has_left(row["owner__active_until"], today)
    same = ("key", "title", "theme", "goal", "order", "kind", "starts_on", "ends_on", "owner_id",
            "deputy_id", "area_id")  # fmt: skip
    return Line(
        **{name: row[name] for name in same},
        words=f"{row['title']} {row['text']} {row['item']} {name}".casefold(),
        owner="" if gone else name,
        left=name if gone else "",
        area=row["area__name"] or "",
        hours=planned_hours(row["hours"]),
        said=said,
        hours_spent=spent,
        stand=stand_of(said),
        is_silent=is_silent(said, row["starts_on"], rhythm, today),
    )
