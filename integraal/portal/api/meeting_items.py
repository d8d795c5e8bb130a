"""The agenda of a meeting, what came of its items, and its actions, by API."""

import uuid
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Field, Router, Schema, Status

from integraal.foundation.meetings.circles import readable_kinds
from integraal.foundation.people.models import Member
from integraal.policy.monitoring.meetings import queries
from integraal.policy.monitoring.meetings.agenda import actions as agenda
from integraal.policy.monitoring.meetings.agenda.proposing import chosen_rows
from integraal.policy.monitoring.meetings.leading.actions import Outcome, record_item
from integraal.policy.monitoring.meetings.points import actions as points
from integraal.policy.monitoring.models import ActionPoint, AgendaItem
from integraal.portal.api.keys import actor
from integraal.portal.api.meetings import found_meeting
from integraal.portal.api.monitoring import READ, REFUSALS, WRITE

router = Router(tags=["Overleggen"])
item_router = Router(tags=["Overleggen"])
point_router = Router(tags=["Overleggen"])
ONE = "/{uuid:pk}"
TEXT = Field("", max_length=40_000)


class AgendaFillIn(Schema):
    """Open deviations, and actions of earlier meetings of this kind, to put on the agenda."""

    deviations: list[uuid.UUID] = Field(default=[], max_length=100)
    actions: list[uuid.UUID] = Field(default=[], max_length=100)


class AgendaItemIn(Schema):
    """An item in words of one's own; asked is informed, discuss or decide."""

    title: str = Field(max_length=160)
    asked: str = Field(max_length=8)
    explanation: str = TEXT


class AgendaItemChangeIn(AgendaItemIn):
    """The same, and the revision this builds on."""

    base_revision: int


class AgendaPlaceIn(Schema):
    """The place on the agenda, from 1."""

    to: int = Field(ge=1, le=1000)


class ActionPointIn(Schema):
    """What, by whom (a person in the circle, or a function) and when."""

    what: str = Field(max_length=300)
    due: date
    member: uuid.UUID | None = None
    function: str = Field("", max_length=80)


class ActionPointChangeIn(ActionPointIn):
    """The same, and the revision this builds on."""

    base_revision: int


class ActionPointTickIn(Schema):
    """The revision this builds on."""

    base_revision: int


class AgendaOutcomeIn(Schema):
    """What came of an item; ``chosen`` is the place of the option, from zero."""

    outcome: str = TEXT
    decision: str = TEXT
    chosen: int | None = None
    action: ActionPointIn | None = None
    base_revision: int


class AgendaItemOut(Schema):
    """An item with what came of it."""

    id: uuid.UUID
    order: int
    title: str
    asked: str
    explanation: str
    deviation: uuid.UUID | None
    action: uuid.UUID | None
    outcome: str
    decision: str
    chosen: int | None
    revision: int


class ActionPointOut(Schema):
    """An action of a meeting."""

    id: uuid.UUID
    meeting: uuid.UUID
    item: uuid.UUID | None
    what: str
    function: str
    due: date
    done_on: date | None
    revision: int


ANSWER = {200: AgendaItemOut, **REFUSALS}
POINT = {200: ActionPointOut, **REFUSALS}


@router.get(
    ONE + "/items", response={200: list[AgendaItemOut], **REFUSALS}, auth=READ,
    operation_id="listAgendaItems",
)  # fmt: skip
def items(request: HttpRequest, pk: uuid.UUID) -> Any:
    """The agenda in its order."""
    return [_item(one) for one in queries.items_of(found_meeting(request, pk).row)]


@router.post(
    ONE + "/fill", response={201: list[AgendaItemOut], **REFUSALS}, auth=WRITE,
    operation_id="fillAgenda",
)  # fmt: skip
def fill(request: HttpRequest, pk: uuid.UUID, given: AgendaFillIn) -> Any:
    """Put open deviations and actions on the agenda."""
    by, row = actor(request), found_meeting(request, pk).row
    chosen = chosen_rows(by, row, given.deviations, given.actions)
    if len(chosen["deviations"]) + len(chosen["actions"]) < len(
        {*given.deviations, *given.actions}
    ):
        raise Http404
    made = agenda.fill_agenda(by=by, meeting=row, **chosen)
    return Status(201, [_item(one) for one in made])


@router.post(
    ONE + "/items", response={201: AgendaItemOut, **REFUSALS}, auth=WRITE,
    operation_id="addAgendaItem",
)  # fmt: skip
def add(request: HttpRequest, pk: uuid.UUID, given: AgendaItemIn) -> Any:
    """Put something on the agenda in words of one's own."""
    row = found_meeting(request, pk).row
    made = agenda.add_item(by=actor(request), meeting=row, **given.dict())
    return Status(201, _item(made))


@item_router.put(ONE, response=ANSWER, auth=WRITE, operation_id="changeAgendaItem")
def change(request: HttpRequest, pk: uuid.UUID, given: AgendaItemChangeIn) -> Any:
    """Change what is asked."""
    row = _found_item(request, pk)
    return _item(agenda.change_item(by=actor(request), item=row, **given.dict()))


@item_router.post(ONE + "/place", response=ANSWER, auth=WRITE, operation_id="moveAgendaItem")
def move(request: HttpRequest, pk: uuid.UUID, given: AgendaPlaceIn) -> Any:
    """Give an item another place."""
    return _item(agenda.move_item(by=actor(request), item=_found_item(request, pk), to=given.to))


@item_router.delete(
    ONE, response={204: None, **REFUSALS}, auth=WRITE, operation_id="removeAgendaItem"
)
def remove(request: HttpRequest, pk: uuid.UUID) -> Any:
    """Take an item off the agenda."""
    agenda.remove_item(by=actor(request), item=_found_item(request, pk))
    return Status(204, None)


@item_router.post(ONE + "/outcome", response=ANSWER, auth=WRITE, operation_id="recordAgendaItem")
def outcome(request: HttpRequest, pk: uuid.UUID, given: AgendaOutcomeIn) -> Any:
    """Record outcome, decision and perhaps an action, all or nothing."""
    return _item(
        record_item(
            by=actor(request), item=_found_item(request, pk), base_revision=given.base_revision,
            outcome=Outcome(given.outcome, given.decision, given.chosen),
            agreed=_agreed(given.action) if given.action else None,
        )
    )  # fmt: skip


@point_router.get(
    "", response={200: list[ActionPointOut], **REFUSALS}, auth=READ, operation_id="listActionPoints"
)
def all_points(request: HttpRequest) -> Any:
    """The actions of the circles you are in, the first due first."""
    return [_point(one) for one in queries.points(readable_kinds(actor(request)))]


@point_router.put(ONE, response=POINT, auth=WRITE, operation_id="changeActionPoint")
def change_point(request: HttpRequest, pk: uuid.UUID, given: ActionPointChangeIn) -> Any:
    """Change what, who or when."""
    return _point(
        points.change_point(
            by=actor(request), point=_found_point(request, pk), agreed=_agreed(given),
            base_revision=given.base_revision,
        )
    )  # fmt: skip


@point_router.post(ONE + "/done", response=POINT, auth=WRITE, operation_id="tickOffActionPoint")
def tick_off(request: HttpRequest, pk: uuid.UUID, given: ActionPointTickIn) -> Any:
    """Say that an action is done."""
    row = _found_point(request, pk)
    return _point(points.tick_off(by=actor(request), point=row, base_revision=given.base_revision))


@point_router.post(ONE + "/reopen", response=POINT, auth=WRITE, operation_id="reopenActionPoint")
def reopen(request: HttpRequest, pk: uuid.UUID, given: ActionPointTickIn) -> Any:
    """Say that an action is not done after all."""
    row = _found_point(request, pk)
    return _point(points.reopen(by=actor(request), point=row, base_revision=given.base_revision))


def _found_item(request: HttpRequest, pk: uuid.UUID) -> AgendaItem:
    row = queries.item(actor(request), pk)
    if row is None:
        raise Http404
    return row


def _found_point(request: HttpRequest, pk: uuid.UUID) -> ActionPoint:
    row = queries.point(actor(request), pk)
    if row is None:
        raise Http404
    return row


def _agreed(given: ActionPointIn) -> points.Agreed:
    member = get_object_or_404(Member, pk=given.member) if given.member else None
    return points.Agreed(given.what, given.due, member, given.function)


def _item(one: AgendaItem) -> dict[str, Any]:
    told = {name: getattr(one, name) for name in AgendaItemOut.model_fields if name != "id"}
    return {**told, "id": one.pk, "deviation": one.deviation_id}


def _point(one: ActionPoint) -> dict[str, Any]:
    told = {name: getattr(one, name) for name in ActionPointOut.model_fields if name != "id"}
    return {**told, "id": one.pk, "meeting": one.meeting_id, "item": one.item_id}
