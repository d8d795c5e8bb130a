"""The decision path of a plan by API: propose, decide, amend, send back, adopt."""

import uuid
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest
from ninja import Field, Router, Schema, Status

from integraal.policy.plan.deciding import actions, queries
from integraal.policy.plan.deciding.actions import Decided
from integraal.policy.plan.deciding.amendments import actions as amending
from integraal.policy.plan.deciding.amendments.actions import Motion
from integraal.policy.plan.deciding.amendments.rules import Wanted
from integraal.policy.plan.deciding.rules import Votes
from integraal.policy.plan.models import Amendment, DecisionMoment
from integraal.portal.api.keys import actor
from integraal.portal.api.plan_lookup import READ, REFUSALS, WRITE, plan_of

router = Router(tags=["Besluit over het plan"])
ALL = "/{uuid:pk}/decisions"
ONE = ALL + "/{uuid:row_id}"
AMENDMENT = "/{uuid:pk}/amendments/{uuid:row_id}"
VOTES = Field(None, ge=0, le=1000)


class AmendmentOut(Schema):
    """An amendment with the text it proposes."""

    id: uuid.UUID
    number: str
    title: str
    moved_by: str
    explanation: str
    block: uuid.UUID | None
    theme: str
    kind: str
    removes: bool
    proposed_title: str
    proposed_text: str
    proposed_details: dict[str, str]
    outcome: str
    votes_for: int | None
    votes_against: int | None
    applied_on: date | None
    revision: int


class MomentOut(Schema):
    """A stop of the path; with ``sent_back_on`` it is of an earlier proposal."""

    id: uuid.UUID
    code: str
    body: str
    is_required: bool
    adopts: bool
    planned_on: date | None
    edition: int | None
    outcome: str
    decided_on: date | None
    number: str
    votes_for: int | None
    votes_against: int | None
    abstained: int | None
    note: str
    sent_back_on: date | None
    revision: int
    amendments: list[AmendmentOut]


class ProposeIn(Schema):
    """Code of a body to the day it is planned; may be empty."""

    planned: dict[str, date] = Field(default_factory=dict)


class PlannedIn(Schema):
    """The day a body is planned to decide, and the revision this builds on."""

    planned_on: date | None = None
    base_revision: int


class BodyDecisionIn(Schema):
    """What a body decided, and the revision this builds on; ``planned`` takes it back."""

    outcome: str = Field(max_length=8)
    decided_on: date | None = None
    number: str = Field("", max_length=60)
    votes_for: int | None = VOTES
    votes_against: int | None = VOTES
    abstained: int | None = VOTES
    note: str = Field("", max_length=20_000)
    base_revision: int


class SentBackIn(Schema):
    """Why a proposal goes back to its writer."""

    reason: str = Field(max_length=20_000)


class AmendmentIn(Schema):
    """An amendment: of a block (its key), or a new block of a kind in a theme."""

    number: str = Field(max_length=20)
    title: str = Field(max_length=200)
    moved_by: str = Field(max_length=200)
    explanation: str = Field("", max_length=20_000)
    block: uuid.UUID | None = None
    theme: str = Field("", max_length=40)
    kind: str = Field("", max_length=20)
    removes: bool = False
    proposed_title: str = Field("", max_length=300)
    proposed_text: str = Field("", max_length=40_000)
    proposed_details: dict[str, str] = Field(default_factory=dict)


class AmendmentChange(AmendmentIn):
    """An amendment as it becomes, and the revision this builds on."""

    base_revision: int


class OutcomeIn(Schema):
    """What became of an amendment, how was voted, and the revision this builds on."""

    outcome: str = Field(max_length=10)
    votes_for: int | None = VOTES
    votes_against: int | None = VOTES
    base_revision: int


class Stand(Schema):
    """The revision that the deed builds on."""

    base_revision: int


Path = list[MomentOut]


@router.get(ALL, response={200: Path, **REFUSALS}, auth=READ, operation_id="listPlanDecisions")
def list_decisions(request: HttpRequest, pk: uuid.UUID) -> Any:
    """The path of a plan: of the proposal at hand first, then of those that were sent back."""
    plan = plan_of(request, pk)
    return [_told(one) for one in (*queries.moments(plan), *queries.earlier_moments(plan))]


@router.post(
    "/{uuid:pk}/propose", response={200: Path, **REFUSALS}, auth=WRITE, operation_id="proposePlan"
)
def propose(request: HttpRequest, pk: uuid.UUID, given: ProposeIn) -> Any:
    """Propose a draft; an edition is kept and the path is set out."""
    actions.propose_plan(by=actor(request), plan=plan_of(request, pk), planned=given.planned)
    return list_decisions(request, pk)


@router.post(
    "/{uuid:pk}/send-back", response={200: Path, **REFUSALS}, auth=WRITE,
    operation_id="sendBackPlan",
)  # fmt: skip
def send_back(request: HttpRequest, pk: uuid.UUID, given: SentBackIn) -> Any:
    """Make a proposal a draft again; its decisions stay as history."""
    actions.send_back_plan(by=actor(request), plan=plan_of(request, pk), reason=given.reason)
    return list_decisions(request, pk)


@router.post(
    "/{uuid:pk}/adopt", response={200: Path, **REFUSALS}, auth=WRITE, operation_id="adoptPlan"
)
def adopt(request: HttpRequest, pk: uuid.UUID) -> Any:
    """Adopt a proposal by the decision that stands there."""
    actions.adopt_plan(by=actor(request), plan=plan_of(request, pk))
    return list_decisions(request, pk)


@router.post(
    ONE + "/planned", response={200: MomentOut, **REFUSALS}, auth=WRITE,
    operation_id="planDecision",
)  # fmt: skip
def planned(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID, given: PlannedIn) -> Any:
    """Say when a body is planned to decide."""
    row = _moment(request, pk, row_id)
    return _told(actions.plan_moment(by=actor(request), moment=row, **given.dict()))


@router.post(ONE, response={200: MomentOut, **REFUSALS}, auth=WRITE, operation_id="recordDecision")
def decide(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID, given: BodyDecisionIn) -> Any:
    """Record what a body decided."""
    row = _moment(request, pk, row_id)
    votes = Votes(given.votes_for, given.votes_against, given.abstained)
    decided = Decided(given.outcome, given.decided_on, given.number, votes, given.note)
    return _told(
        actions.record_decision(
            by=actor(request), moment=row, decided=decided, base_revision=given.base_revision
        )
    )


@router.post(
    ONE + "/amendments", response={201: AmendmentOut, **REFUSALS}, auth=WRITE,
    operation_id="tableAmendment",
)  # fmt: skip
def table(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID, given: AmendmentIn) -> Any:
    """Record an amendment that was tabled at a body."""
    row = _moment(request, pk, row_id)
    made = amending.table_amendment(by=actor(request), moment=row, motion=_motion(given))
    return Status(201, made)


@router.post(
    AMENDMENT, response={200: AmendmentOut, **REFUSALS}, auth=WRITE, operation_id="changeAmendment"
)
def change(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID, given: AmendmentChange) -> Any:
    """Change an amendment that is not in the plan yet."""
    return amending.change_amendment(
        by=actor(request),
        amendment=_amendment(request, pk, row_id),
        motion=_motion(given),
        base_revision=given.base_revision,
    )


@router.post(
    AMENDMENT + "/outcome", response={200: AmendmentOut, **REFUSALS}, auth=WRITE,
    operation_id="decideAmendment",
)  # fmt: skip
def outcome(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID, given: OutcomeIn) -> Any:
    """Record what became of an amendment."""
    row = _amendment(request, pk, row_id)
    return amending.decide_amendment(by=actor(request), amendment=row, **given.dict())


@router.post(
    AMENDMENT + "/apply", response={200: AmendmentOut, **REFUSALS}, auth=WRITE,
    operation_id="applyAmendment",
)  # fmt: skip
def apply(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID, given: Stand) -> Any:
    """Put an adopted amendment in the plan."""
    row = _amendment(request, pk, row_id)
    return amending.apply_amendment(
        by=actor(request), amendment=row, base_revision=given.base_revision
    )


def _moment(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID) -> DecisionMoment:
    found = queries.moment(plan_of(request, pk), row_id)
    if found is None:
        raise Http404
    return found


def _amendment(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID) -> Amendment:
    found = queries.amendment(plan_of(request, pk), row_id)
    if found is None:
        raise Http404
    return found


def _motion(given: AmendmentIn) -> Motion:
    return Motion(
        number=given.number,
        title=given.title,
        moved_by=given.moved_by,
        explanation=given.explanation,
        block=given.block,
        theme=given.theme,
        kind=given.kind,
        wanted=Wanted(
            given.proposed_title, given.proposed_text, given.proposed_details, given.removes
        ),
    )


def _told(one: DecisionMoment) -> dict[str, Any]:
    names = [name for name in MomentOut.model_fields if name not in ("id", "edition", "amendments")]
    return {
        **{name: getattr(one, name) for name in names},
        "id": one.pk,
        "edition": one.edition.number if one.edition else None,
        "amendments": list(one.amendments.all()),
    }
