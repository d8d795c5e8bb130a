"""Covenants by API."""

import uuid
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Field, Router, Schema, Status

from integraal.foundation.partners.covenants import actions
from integraal.foundation.partners.covenants.actions import Agreed
from integraal.foundation.partners.covenants.queries import covenants, found_covenants
from integraal.foundation.partners.covenants.standing import shown_standing
from integraal.foundation.partners.models import Covenant
from integraal.foundation.partners.own_terms import warn_months
from integraal.foundation.partners.uses import uses_of
from integraal.portal.api.keys import actor
from integraal.portal.api.partner_lookup import (
    READ,
    REFUSALS,
    WRITE,
    HangingOut,
    partners_of,
    uses_out,
)

router = Router(tags=["Convenanten"])
ONE = "/{uuid:pk}"
TEXT = Field("", max_length=5_000)


class CovenantIn(Schema):
    """A covenant; ``parties`` are ids of partners, and the municipality itself always is one."""

    title: str = Field(max_length=160)
    parties: list[uuid.UUID] = Field(max_length=200)
    purpose: str = TEXT
    ground: str = TEXT
    data: str = TEXT
    starts_on: date | None = None
    ends_on: date | None = None
    evaluate_on: date | None = None
    link: str = Field("", max_length=200)


class CovenantChange(CovenantIn):
    """The same, and the revision this builds on."""

    base_revision: int


class EvaluatedIn(Schema):
    """When a covenant was evaluated, and when that is due again."""

    evaluated_on: date
    next_on: date | None = None
    base_revision: int


class CovenantEnd(Schema):
    """The last day of a covenant."""

    ended_on: date
    base_revision: int


class CovenantOut(CovenantIn):
    """A covenant; ``standing`` is running, coming, ending, evaluate, late or ended."""

    id: uuid.UUID
    evaluated_on: date | None
    standing: str
    say: str
    revision: int


@router.get("", response={200: list[CovenantOut], **REFUSALS}, auth=READ,
            operation_id="listCovenants")  # fmt: skip
def list_covenants(request: HttpRequest, words: str = "", standing: str = "") -> Any:
    """The covenants by title, with where each stands today."""
    found = _told(found_covenants(words))
    return [one for one in found if standing in ("", one["standing"])]


@router.post("", response={201: CovenantOut, **REFUSALS}, auth=WRITE, operation_id="addCovenant")
def add(request: HttpRequest, given: CovenantIn) -> Any:
    """Add a covenant."""
    row = actions.add_covenant(by=actor(request), agreed=_agreed(given.dict()))
    return Status(201, _one(row.pk))


@router.get(ONE, response={200: CovenantOut, **REFUSALS}, auth=READ, operation_id="readCovenant")
def read(request: HttpRequest, pk: uuid.UUID) -> Any:
    """One covenant."""
    return _told([_row(pk)])[0]


@router.post(ONE, response={200: CovenantOut, **REFUSALS}, auth=WRITE,
             operation_id="changeCovenant")  # fmt: skip
def change(request: HttpRequest, pk: uuid.UUID, given: CovenantChange) -> Any:
    """Change a covenant and whom it binds."""
    fields = given.dict()
    base = fields.pop("base_revision")
    actions.change_covenant(
        by=actor(request), covenant=_row(pk), agreed=_agreed(fields), base_revision=base
    )
    return _one(pk)


@router.post(ONE + "/evaluated", response={200: CovenantOut, **REFUSALS}, auth=WRITE,
             operation_id="markCovenantEvaluated")  # fmt: skip
def mark_evaluated(request: HttpRequest, pk: uuid.UUID, given: EvaluatedIn) -> Any:
    """Record that a covenant was evaluated."""
    actions.mark_evaluated(by=actor(request), covenant=_row(pk), **given.dict())
    return _one(pk)


@router.post(ONE + "/end", response={200: CovenantOut, **REFUSALS}, auth=WRITE,
             operation_id="endCovenant")  # fmt: skip
def end(request: HttpRequest, pk: uuid.UUID, given: CovenantEnd) -> Any:
    """End a covenant before its time."""
    actions.end_covenant(by=actor(request), covenant=_row(pk), **given.dict())
    return _one(pk)


@router.get(ONE + "/uses", response={200: list[HangingOut], **REFUSALS}, auth=READ,
            operation_id="listCovenantUses")  # fmt: skip
def list_uses(request: HttpRequest, pk: uuid.UUID) -> Any:
    """What hangs on a covenant, as far as the key's owner may read it."""
    return uses_out(uses_of(actor(request), _row(pk)))


def _row(pk: uuid.UUID) -> Covenant:
    return get_object_or_404(covenants(), pk=pk)


def _one(pk: uuid.UUID) -> dict[str, Any]:
    return _told([_row(pk)])[0]


def _agreed(fields: dict[str, Any]) -> Agreed:
    return Agreed(**{**fields, "parties": partners_of(fields["parties"])})


def _told(rows: Any) -> list[dict[str, Any]]:
    own = ("id", "parties", "standing", "say")
    names = [name for name in CovenantOut.model_fields if name not in own]
    today, months = timezone.localdate(), warn_months()
    told = []
    for row in rows:
        stands = shown_standing(row, today, months)
        told.append(
            {name: getattr(row, name) for name in names}
            | {
                "id": row.pk,
                "parties": [one.organisation_id for one in row.parties.all()],
                "standing": stands.standing.kind,
                "say": stands.say,
            }
        )
    return told
