"""The measures of a programme as light lines, with where they stand: what every view shows.

Some thousand rows are read as plain values, for making objects of the tables costs most of the
time of a page. A page asks four queries, whatever the number of measures.
"""

import uuid
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from integraal.policy.programme.models import (
    Light,
    Measure,
    MeasurePartner,
    Milestone,
    Programme,
    Progress,
    Status,
)

_FIELDS = (
    "pk", "key", "title", "theme", "kind", "starts_on", "ends_on", "budget", "hours", "owner_id",
    "owner__name", "owner__function", "owner__organisation__name", "deputy_id", "deputy__name",
    "area_id", "area__name",
)  # fmt: skip
_STANDS = ("status", "quality", "time", "money", "spent", "milestones", "updated_on")


@dataclass(frozen=True)
class Mark:
    """A milestone: what, its day, and the day it was reached (empty: not yet)."""

    title: str
    day: date
    reached: str


@dataclass(frozen=True)
class Role:
    """A partner in a measure."""

    pk: uuid.UUID
    name: str
    role: str


@dataclass(frozen=True)
class Stand:
    """Where a measure stands; nobody said anything when ``updated_on`` is empty."""

    status: str = str(Status.PLANNED)
    lights: tuple[str, str, str] = ("", "", "")
    spent: Decimal | None = None
    updated_on: date | None = None


@dataclass(frozen=True)
class Line:
    """One measure as the views show it."""

    key: uuid.UUID
    title: str
    theme: str
    kind: str
    starts_on: date | None
    ends_on: date | None
    budget: Decimal | None
    hours: dict[str, str]
    owner_id: uuid.UUID | None
    owner: str
    owner_function: str
    deputy_id: uuid.UUID | None
    deputy: str
    area_id: uuid.UUID | None
    area: str
    stand: Stand = field(default_factory=Stand)
    partners: tuple[Role, ...] = ()
    marks: tuple[Mark, ...] = ()

    @property
    def worst(self) -> str:
        """The light that asks most: stuck, then attention, then good; empty without any."""
        order = (Light.STUCK, Light.ATTENTION, Light.GOOD)
        return next((str(one) for one in order if one in self.stand.lights), "")


def lines(programme: Programme) -> list[Line]:
    """Return all measures of a programme in their order."""
    partners, marks, stands = _partners(programme), _milestones(programme), _stands(programme)
    found = Measure.objects.filter(programme=programme).values(*_FIELDS)
    return [
        _line(row, stands.get(row["key"], {}), partners[row["pk"]], marks[row["pk"]])
        for row in found
    ]


def _line(
    row: dict[str, Any],
    stand: dict[str, Any],
    partners: list[Role],
    milestones: list[tuple[str, str, date]],
) -> Line:
    reached = stand.get("milestones", {})
    function = row["owner__function"] or row["owner__organisation__name"] or ""
    return Line(
        **{name: row[name] for name in _SAME},
        owner=row["owner__name"] or "",
        owner_function=function,
        deputy=row["deputy__name"] or "",
        area=row["area__name"] or "",
        stand=Stand(
            stand["status"],
            (stand["quality"], stand["time"], stand["money"]),
            stand["spent"],
            stand["updated_on"],
        )
        if stand
        else Stand(),
        partners=tuple(partners),
        marks=tuple(Mark(title, day, reached.get(key, "")) for key, title, day in milestones),
    )


_SAME = (
    "key", "title", "theme", "kind", "starts_on", "ends_on", "budget", "hours", "owner_id",
    "deputy_id", "area_id",
)  # fmt: skip


def _partners(programme: Programme) -> dict[uuid.UUID, list[Role]]:
    found: dict[uuid.UUID, list[Role]] = defaultdict(list)
    rows = MeasurePartner.objects.filter(measure__programme=programme).values_list(
        "measure_id", "organisation_id", "organisation__name", "role"
    )
    for measure, pk, name, role in rows:
        found[measure].append(Role(pk, name, role))
    return found


def _milestones(programme: Programme) -> dict[uuid.UUID, list[tuple[str, str, date]]]:
    found: dict[uuid.UUID, list[tuple[str, str, date]]] = defaultdict(list)
    rows = Milestone.objects.filter(measure__programme=programme)
    for measure, key, title, day in rows.values_list("measure_id", "key", "title", "day"):
        found[measure].append((str(key), title, day))
    return found


def _stands(programme: Programme) -> dict[uuid.UUID, dict[str, Any]]:
    rows = Progress.objects.filter(lineage=programme.lineage).values("measure", *_STANDS)
    return {row["measure"]: row for row in rows}
