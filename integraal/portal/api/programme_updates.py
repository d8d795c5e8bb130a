"""How measures go, by API: who is asked, what was said, and saying it."""

import uuid
from datetime import date
from decimal import Decimal
from typing import Any

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Field, Router, Schema, Status

from integraal.policy.programme.access import check_read_updates
from integraal.policy.programme.models import Asking, Programme, Progress, Update
from integraal.policy.programme.queries import measure, programmes
from integraal.policy.programme.updating import queries
from integraal.policy.programme.updating.asking import actions
from integraal.policy.programme.updating.rules import Said, missed_in_a_row
from integraal.policy.programme.updating.saying.actions import say_update
from integraal.portal.api.amounts import AMOUNT, amount_of
from integraal.portal.api.keys import actor, with_scope
from integraal.portal.api.schemas import Invalid, Problem

READ, WRITE = with_scope("programme:read"), with_scope("programme:write")
REFUSALS = {403: Problem, 404: Problem, 409: Problem, 422: Invalid}
router = Router(tags=["Bijwerken van maatregelen"])
_MOST_HOURS = Decimal(9_999_999)
ASKINGS = "/{uuid:pk}/askings"
ASKING = ASKINGS + "/{uuid:row_id}"
UPDATES = "/{uuid:pk}/measures/{uuid:key}/updates"
_MOST = 20_000


class MeasureUpdateIn(Schema):
    """What is said of a measure; of a total that is left out, the one before stays.

    ``base_revision`` is that of the progress as it was seen, 0 when nothing was said yet.
    """

    status: str = Field(max_length=8)
    quality: str = Field("", max_length=10)
    time: str = Field("", max_length=10)
    money: str = Field("", max_length=10)
    done: str = Field("", max_length=_MOST)
    figure: str = AMOUNT
    spent: str = AMOUNT
    over_budget_reason: str = Field("", max_length=_MOST)
    hours_spent: str = AMOUNT
    obstacle: str = Field("", max_length=_MOST)
    help_wanted: str = Field("", max_length=_MOST)
    base_revision: int | None = None


class MeasureUpdateOut(Schema):
    """One thing said of a measure, by whom and when."""

    id: uuid.UUID
    measure: uuid.UUID
    number: int
    status: str
    quality: str
    time: str
    money: str
    done: str
    figure: Decimal | None
    spent: Decimal | None
    over_budget_reason: str
    hours_spent: Decimal | None
    obstacle: str
    help_wanted: str
    said_on: date
    said_by: uuid.UUID | None = Field(None, alias="said_by_id")
    asking: uuid.UUID | None = Field(None, alias="asking_id")


class MeasureStandOut(Schema):
    """Where a measure stands: what all updates together say."""

    measure: uuid.UUID
    status: str
    quality: str
    time: str
    money: str
    figure: Decimal | None
    spent: Decimal | None
    hours_spent: Decimal | None
    help_wanted: bool
    updated_on: date | None
    updated_by: uuid.UUID | None = Field(None, alias="updated_by_id")
    revision: int


class AskIn(Schema):
    """Whom to ask; nobody named is everybody with a measure that is not finished."""

    members: list[uuid.UUID] = Field(default_factory=list, max_length=1000)


class AskingOut(Schema):
    """A request to somebody; its link is kept nowhere, and only goes by mail."""

    id: uuid.UUID
    member: uuid.UUID
    name: str
    organisation: str
    asked_on: date
    due_on: date
    ends_on: date
    reminded_on: date | None
    opened_on: date | None
    answered_on: date | None
    revoked_on: date | None
    missed: int


class AskingEnd(Schema):
    """Until when a link works."""

    ends_on: date


class RhythmIn(Schema):
    """In how many months people are asked; 0 is never."""

    months: int


class RhythmOut(Schema):
    """How often people are asked, in months."""

    rhythm: int


class SilentOut(Schema):
    """A measure of which nobody says how it goes: no_owner, never, missed."""

    measure: uuid.UUID
    title: str
    reasons: list[str]


@router.get(
    "/{uuid:pk}/progress", response={200: list[MeasureStandOut], **REFUSALS}, auth=READ,
    operation_id="listMeasureProgress",
)  # fmt: skip
def list_progress(request: HttpRequest, pk: uuid.UUID) -> Any:
    """Where each measure stands; one of which nobody said anything is absent."""
    return Progress.objects.filter(lineage=_programme(request, pk).lineage).order_by("measure")


@router.get(
    UPDATES, response={200: list[MeasureUpdateOut], **REFUSALS}, auth=READ,
    operation_id="listMeasureUpdates",
)  # fmt: skip
def list_updates(request: HttpRequest, pk: uuid.UUID, key: uuid.UUID) -> Any:
    """What was said of a measure, newest first."""
    return queries.updates(_with_measure(request, pk, key), key)


@router.post(
    UPDATES, response={201: MeasureUpdateOut, **REFUSALS}, auth=WRITE,
    operation_id="sayMeasureUpdate",
)  # fmt: skip
def say(request: HttpRequest, pk: uuid.UUID, key: uuid.UUID, given: MeasureUpdateIn) -> Any:
    """Say how a measure goes: its owner, its deputy or the adviser."""
    programme, fields = _with_measure(request, pk, key), given.dict()
    base = fields.pop("base_revision")
    amounts: dict[str, Any] = {name: amount_of(fields.pop(name)) for name in ("figure", "spent")}
    hours = amount_of(fields.pop("hours_spent"), places=1, most=_MOST_HOURS)
    said = Said(**fields, **amounts, hours_spent=hours)
    made = say_update(
        by=actor(request), programme=programme, key=key, said=said, base_revision=base
    )
    return Status(201, Update.objects.get(pk=made.pk))


@router.get(
    ASKINGS, response={200: list[AskingOut], **REFUSALS}, auth=READ, operation_id="listAskings"
)
def list_askings(request: HttpRequest, pk: uuid.UUID) -> Any:
    """Who was asked how measures go, newest first, and how often they let it pass."""
    return _told(_inside(request, pk))


@router.post(
    ASKINGS, response={201: list[AskingOut], **REFUSALS}, auth=WRITE, operation_id="askForUpdates"
)
def ask(request: HttpRequest, pk: uuid.UUID, given: AskIn) -> Any:
    """Ask now; who was asked a short while ago is left alone."""
    programme = _inside(request, pk)
    people = queries.who_to_ask(queries.standing(programme), timezone.localdate())
    only = [one for one in people if one.pk in given.members]
    if given.members and len(only) < len(set(given.members)):
        raise Http404
    made = actions.ask_for_updates(by=actor(request), programme=programme, only=only)
    ids = {one.pk for one in made}
    return Status(201, [one for one in _told(programme) if one["id"] in ids])


@router.post(
    ASKING + "/remind", response={200: AskingOut, **REFUSALS}, auth=WRITE,
    operation_id="remindAsking",
)  # fmt: skip
def remind(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID) -> Any:
    """Remind somebody who did not answer."""
    actions.remind(by=actor(request), asking=_asking(request, pk, row_id))
    return _one_told(request, pk, row_id)


@router.post(
    ASKING + "/revoke", response={200: AskingOut, **REFUSALS}, auth=WRITE,
    operation_id="revokeAsking",
)  # fmt: skip
def revoke(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID) -> Any:
    """Make a link useless at once; what was said with it stays."""
    actions.revoke(by=actor(request), asking=_asking(request, pk, row_id))
    return _one_told(request, pk, row_id)


@router.post(
    ASKING + "/extend", response={200: AskingOut, **REFUSALS}, auth=WRITE,
    operation_id="extendAsking",
)  # fmt: skip
def extend(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID, given: AskingEnd) -> Any:
    """Let a link work until another day."""
    row = _asking(request, pk, row_id)
    actions.extend(by=actor(request), asking=row, ends_on=given.ends_on)
    return _one_told(request, pk, row_id)


@router.post(
    "/{uuid:pk}/rhythm", response={200: RhythmOut, **REFUSALS}, auth=WRITE,
    operation_id="setProgrammeRhythm",
)  # fmt: skip
def set_rhythm(request: HttpRequest, pk: uuid.UUID, given: RhythmIn) -> Any:
    """Ask more or less often from now on."""
    programme = _inside(request, pk)
    return actions.set_rhythm(by=actor(request), programme=programme, months=given.months)


@router.get(
    "/{uuid:pk}/silent", response={200: list[SilentOut], **REFUSALS}, auth=READ,
    operation_id="listSilentMeasures",
)  # fmt: skip
def list_silent(request: HttpRequest, pk: uuid.UUID) -> Any:
    """The measures without owner or update, as every reader of the programme may see them."""
    return [
        {"measure": one.measure.key, "title": one.measure.title, "reasons": one.reasons}
        for one in queries.silent(_programme(request, pk))
    ]


def _programme(request: HttpRequest, pk: uuid.UUID) -> Programme:
    return get_object_or_404(programmes(actor(request)).defer("frozen"), pk=pk)


def _inside(request: HttpRequest, pk: uuid.UUID) -> Programme:
    check_read_updates(actor(request))
    return _programme(request, pk)


def _with_measure(request: HttpRequest, pk: uuid.UUID, key: uuid.UUID) -> Programme:
    programme = _programme(request, pk)
    if measure(programme, key) is None:
        raise Http404
    return programme


def _asking(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID) -> Asking:
    found = queries.asking(_inside(request, pk), row_id)
    if found is None:
        raise Http404
    return found


def _one_told(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID) -> dict[str, Any]:
    return next(one for one in _told(_inside(request, pk)) if one["id"] == row_id)


def _told(programme: Programme) -> list[dict[str, Any]]:
    rows, today = queries.askings(programme), timezone.localdate()
    missed = {
        who: missed_in_a_row([queries.asked(one) for one in rows if one.member_id == who], today)
        for who in {one.member_id for one in rows}
    }
    return [
        {
            "id": one.pk,
            "member": one.member_id,
            "name": one.member.name,
            "organisation": one.member.organisation.name,
            "asked_on": one.asked_on,
            "due_on": one.due_on,
            "ends_on": one.ends_on,
            "reminded_on": one.reminded_on,
            "opened_on": one.opened_on,
            "answered_on": one.answered_on,
            "revoked_on": one.revoked_on,
            "missed": missed[one.member_id],
        }
        for one in rows
    ]
