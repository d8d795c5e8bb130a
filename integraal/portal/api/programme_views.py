"""The views of a programme by API: lines with where they stand, who does what, and the balance."""

import uuid
from datetime import date
from decimal import Decimal
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Query, Router, Schema

from integraal.foundation.ui.drawings import drawer_of
from integraal.policy.programme.showing.actions import set_capacity
from integraal.policy.programme.showing.balance import (
    balance_page,
    hours_by_quarter,
)
from integraal.policy.programme.showing.filtering import Asked, chosen
from integraal.policy.programme.showing.lines import Line, lines
from integraal.policy.programme.showing.page import View, view_of
from integraal.policy.programme.showing.partners import (
    Party,
    owner_parties,
    partner_parties,
)
from integraal.portal.api.keys import actor
from integraal.portal.api.programme_lookup import READ, REFUSALS, WRITE, programme_of

router = Router(tags=["Programma: overzichten"])
ONE = "/{uuid:pk}"


class LineFilter(Schema):
    """Which measures; empty asks for all. ``none`` is without owner, partner, area or kind."""

    search: str = Field("", max_length=100)
    theme: str = Field("", max_length=40)
    owner: str = Field("", max_length=40)
    stand: str = Field("", max_length=12)
    area: str = Field("", max_length=40)
    partner: str = Field("", max_length=40)
    kind: str = Field("", max_length=12)

    def asked(self) -> Asked:
        """Return the same as the screens know it."""
        given = {name: "geen" if value == "none" else value for name, value in self.dict().items()}
        return Asked(
            zoek=self.search, thema=given["theme"], eigenaar=given["owner"], stand=given["stand"],
            gebied=given["area"], partner=given["partner"], soort=given["kind"],
        )  # fmt: skip


class LineMilestone(Schema):
    """A milestone; ``reached`` is empty as long as it is not."""

    title: str
    day: date
    reached: str


class LinePartner(Schema):
    """A partner and its role."""

    id: uuid.UUID = Field(alias="pk")
    name: str
    role: str


class LineOut(Schema):
    """A measure as the planning and the board show it; lights are of quality, time and money."""

    key: uuid.UUID
    title: str
    theme: str
    kind: str
    starts_on: date | None
    ends_on: date | None
    owner: str
    deputy: str
    area: str
    budget: Decimal | None
    spent: Decimal | None
    status: str
    lights: list[str]
    updated_on: date | None
    milestones: list[LineMilestone]
    partners: list[LinePartner]


class PartOut(Schema):
    """A measure that somebody takes part in, and as what."""

    title: str
    role: str
    theme: str
    status: str


class PartyOut(Schema):
    """A partner or an owner with measures; ``is_missing`` are those without."""

    name: str
    is_missing: bool
    parts: list[PartOut]


class BalanceFigureOut(Schema):
    """A chart as its conclusion and its table."""

    title: str
    source: str
    columns: list[str]
    rows: list[list[str]]


class BalanceOut(Schema):
    """Hours planned and available per quarter, and the conclusions of the page."""

    planned: dict[str, Decimal]
    available: dict[str, str]
    figures: list[BalanceFigureOut]


class AvailableHoursIn(Schema):
    """Quarter ("2027-1") to hours as text; what is left out is not known."""

    hours: dict[str, str]


@router.get(f"{ONE}/lines", response={200: list[LineOut], **REFUSALS}, auth=READ,
            operation_id="listProgrammeLines")  # fmt: skip
def list_lines(request: HttpRequest, pk: uuid.UUID, wanted: Query[LineFilter]) -> Any:
    """The measures of a programme with their days, milestones, partners and where they stand."""
    found = chosen(lines(programme_of(request, pk)), wanted.asked())
    return [_line(one) for one in found]


@router.get(f"{ONE}/parties", response={200: list[PartyOut], **REFUSALS}, auth=READ,
            operation_id="listProgrammeParties")  # fmt: skip
def list_parties(request: HttpRequest, pk: uuid.UUID, by_owner: bool = False) -> Any:
    """Who does what, per partner or per owner; what nobody does comes first."""
    view = _view(request, pk)
    found: list[Party] = owner_parties(view) if by_owner else partner_parties(view)
    return found


@router.get(f"{ONE}/balance", response={200: BalanceOut, **REFUSALS}, auth=READ,
            operation_id="programmeBalance")  # fmt: skip
def read_balance(request: HttpRequest, pk: uuid.UUID) -> Any:
    """Hours against what there is, kinds of measures per theme, money against spent."""
    view = _view(request, pk)
    page = balance_page(actor(request), view, timezone.localdate())
    twins = [(one, drawer_of(one.chart).twin) for one in page.figures]
    return {
        "planned": hours_by_quarter(view.programme, view.lines),
        "available": view.programme.capacity,
        "figures": [
            {
                "title": one.title,
                "source": one.source,
                "columns": [column.label for column in table.columns],
                "rows": table.rows,
            }
            for one, twin in twins
            if twin and (table := twin(one.chart))
        ],
    }


@router.post(f"{ONE}/available-hours", response={200: dict[str, str], **REFUSALS}, auth=WRITE,
             operation_id="setAvailableHours")  # fmt: skip
def set_hours(request: HttpRequest, pk: uuid.UUID, given: AvailableHoursIn) -> Any:
    """Say how many hours there are per quarter; also while the programme runs."""
    programme = programme_of(request, pk)
    return set_capacity(by=actor(request), programme=programme, hours=given.hours).capacity


def _view(request: HttpRequest, pk: uuid.UUID) -> View:
    return view_of(actor(request), programme_of(request, pk), "programme-balance", {})


def _line(one: Line) -> dict[str, Any]:
    own = ("spent", "status", "lights", "updated_on", "milestones")
    names = [name for name in LineOut.model_fields if name not in own]
    return {
        **{name: getattr(one, name) for name in names},
        "spent": one.stand.spent,
        "status": one.stand.status,
        "lights": list(one.stand.lights),
        "updated_on": one.stand.updated_on,
        "milestones": one.marks,
    }
