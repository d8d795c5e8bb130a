"""The visible team by API: all cards to who keeps them, the shown ones to anybody else."""

import uuid
from datetime import date
from typing import Any, Literal

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Field, Router, Schema, Status

from integraal.foundation.areas.queries import areas_on
from integraal.foundation.partners.access import may_write_partners
from integraal.foundation.partners.models import TeamCard
from integraal.foundation.partners.team import actions
from integraal.foundation.partners.team.actions import Card
from integraal.foundation.partners.team.queries import cards, shown_cards
from integraal.portal.api.keys import actor
from integraal.portal.api.partner_lookup import READ, REFUSALS, WRITE, partner_of

router = Router(tags=["Zichtbaar team"])
ONE = "/{uuid:pk}"


class TeamCardIn(Schema):
    """A card; without an area it is for the whole municipality."""

    name: str = Field(max_length=120)
    function: str = Field(max_length=120)
    organisation: uuid.UUID | None = None
    area: uuid.UUID | None = None
    phone: str = Field("", max_length=30)
    mail: str = Field("", max_length=254)
    reachable: str = Field("", max_length=160)
    agreed_on: date | None = None


class TeamCardChange(TeamCardIn):
    """The same, and the revision this builds on."""

    base_revision: int


class TeamCardMove(Schema):
    """Which way a card goes."""

    direction: Literal["up", "down"]


class TeamCardOut(TeamCardIn):
    """A card in its place."""

    id: uuid.UUID
    order: int
    shown: bool
    revision: int


@router.get("", response={200: list[TeamCardOut], **REFUSALS}, auth=READ,
            operation_id="listTeamCards")  # fmt: skip
def list_cards(request: HttpRequest) -> Any:
    """The cards in their order; hidden ones only for who keeps them."""
    found = cards() if may_write_partners(actor(request)) else shown_cards()
    return [_told(one) for one in found]


@router.post("", response={201: TeamCardOut, **REFUSALS}, auth=WRITE, operation_id="addTeamCard")
def add(request: HttpRequest, given: TeamCardIn) -> Any:
    """Add a card, hidden for now."""
    return Status(201, _told(actions.add_card(by=actor(request), card=_card(given.dict()))))


@router.post(ONE, response={200: TeamCardOut, **REFUSALS}, auth=WRITE,
             operation_id="changeTeamCard")  # fmt: skip
def change(request: HttpRequest, pk: uuid.UUID, given: TeamCardChange) -> Any:
    """Change a card; another person on it is hidden until agreed."""
    fields = given.dict()
    base = fields.pop("base_revision")
    row = actions.change_card(
        by=actor(request), row=_row(pk), card=_card(fields), base_revision=base
    )
    return _told(row)


@router.post(ONE + "/show", response={200: TeamCardOut, **REFUSALS}, auth=WRITE,
             operation_id="showTeamCard")  # fmt: skip
def show(request: HttpRequest, pk: uuid.UUID) -> Any:
    """Let residents see a card of somebody who agreed."""
    return _told(actions.show_card(by=actor(request), row=_row(pk)))


@router.post(ONE + "/hide", response={200: TeamCardOut, **REFUSALS}, auth=WRITE,
             operation_id="hideTeamCard")  # fmt: skip
def hide(request: HttpRequest, pk: uuid.UUID) -> Any:
    """Hide a card from residents."""
    return _told(actions.hide_card(by=actor(request), row=_row(pk)))


@router.post(ONE + "/move", response={200: TeamCardOut, **REFUSALS}, auth=WRITE,
             operation_id="moveTeamCard")  # fmt: skip
def move(request: HttpRequest, pk: uuid.UUID, given: TeamCardMove) -> Any:
    """Let a card change places with its neighbour."""
    actions.move_card(by=actor(request), row=_row(pk), up=given.direction == "up")
    return _told(_row(pk))


@router.delete(ONE, response={204: None, **REFUSALS}, auth=WRITE, operation_id="removeTeamCard")
def remove(request: HttpRequest, pk: uuid.UUID) -> Any:
    """Take a card away for good."""
    actions.remove_card(by=actor(request), row=_row(pk))
    return Status(204, None)


def _row(pk: uuid.UUID) -> TeamCard:
    return get_object_or_404(cards(), pk=pk)


def _card(fields: dict[str, Any]) -> Card:
    area, organisation = fields.pop("area"), fields.pop("organisation")
    return Card(
        area=get_object_or_404(areas_on(timezone.localdate()), pk=area) if area else None,
        organisation=partner_of(organisation) if organisation else None,
        **fields,
    )


def _told(row: TeamCard) -> dict[str, Any]:
    own = ("id", "organisation", "area")
    names = [name for name in TeamCardOut.model_fields if name not in own]
    return {name: getattr(row, name) for name in names} | {
        "id": row.pk,
        "organisation": row.organisation_id,
        "area": row.area_id,
    }
