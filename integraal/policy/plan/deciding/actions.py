"""Propose a plan, record what the bodies decide about it, send it back, adopt it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.foundation.lifecycle import actions as lifecycle
from integraal.foundation.lifecycle.holding import held, refuse_when
from integraal.foundation.lifecycle.states import State
from integraal.foundation.ui.cleaning import cleaned
from integraal.policy.plan.access import (
    check_adopt,
    check_propose,
    check_record_decision,
    check_send_back,
)
from integraal.policy.plan.checks.proposing import blocking_problem
from integraal.policy.plan.content import build_content, content_of, picture_of
from integraal.policy.plan.deciding import queries
from integraal.policy.plan.deciding.queries import stops_of
from integraal.policy.plan.deciding.rules import (
    NO_VOTES,
    PLANNED,
    Votes,
    adoption_problem,
    decision_problem,
    planning_problem,
    votes_problem,
)
from integraal.policy.plan.editions.actions import keep_edition
from integraal.policy.plan.models import (
    Consultation,
    DecisionMoment,
    Edition,
    InterimChange,
    Plan,
)
from integraal.policy.plan.refusals import Conflict, PlanRefused


@dataclass(frozen=True)
class Decided:
    """What a body decided: outcome, day, its own number, votes, and a note."""

    outcome: str
    on: date | None = None
    number: str = ""
    votes: Votes = NO_VOTES
    note: str = ""


@transaction.atomic
def propose_plan(*, by: Actor, plan: Plan, planned: Mapping[str, date] | None = None) -> Plan:
    """Propose a draft: keep the edition that lies before the bodies, and set out their path.

    A version that an urgent interim change led to takes the urgent path. When a proposal is sent
    back its moments stay with that day, as history; a new proposal gets moments of its own.

    Args:
        by: who proposes it.
        plan: a draft.
        planned: code of a body to the day it is planned; may be left out.

    Raises:
        PlanRefused: a rule blocks it, or the planned days are out of order.
        ImpossibleMove: it is not a draft.
    """
    check_propose(by)
    plan = lifecycle.locked(plan)
    lifecycle.check_move(lifecycle.states.PROPOSE, State(plan.state))
    refuse_when(blocking_problem(content_of(plan)), PlanRefused)
    edition = keep_edition(by=by, plan=plan, purpose=Edition.Purpose.DECISION)
    stops = stops_of(plan)
    days = dict(planned or {})
    _check_order([(one.name, days.get(one.code)) for one in stops])
    for place, one in enumerate(stops, start=1):
        DecisionMoment.objects.create(
            tenant_id=by.tenant_id,
            plan=plan,
            order=place,
            code=one.code,
            body=one.name,
            is_required=one.is_required,
            adopts=one.adopts,
            planned_on=days.get(one.code),
            edition=edition,
        )
    lifecycle.propose(plan, by=by, verb="plan.proposed")
    return plan


@transaction.atomic
def plan_moment(
    *, by: Actor, moment: DecisionMoment, planned_on: date | None, base_revision: int
) -> DecisionMoment:
    """Say when a body is planned to decide; ``None`` leaves it open.

    Raises:
        PlanRefused: the day lies before that of the moment before it, or the plan is no proposal.
        Conflict: somebody changed the moment meanwhile.
    """
    check_record_decision(by)
    row = _proposed(moment)
    if row.planned_on == planned_on:
        return row
    if row.revision != base_revision:
        raise Conflict(row)
    row.planned_on = planned_on
    found = [row if one.pk == row.pk else one for one in queries.moments(row.plan)]
    _check_order([(one.body, one.planned_on) for one in found])
    row.revision += 1
    row.save()
    record("plan.moment_planned", by=by, subject=row.plan, moment=row.pk)
    return row


@transaction.atomic
def record_decision(
    *, by: Actor, moment: DecisionMoment, decided: Decided, base_revision: int
) -> DecisionMoment:
    """Record what a body decided, or take that back with the outcome ``planned``.

    Raises:
        PlanRefused: the day, the order of the days or the votes cannot be, or the plan is no
            proposal.
        Conflict: somebody recorded something else meanwhile.
    """
    check_record_decision(by)
    row = _proposed(moment)
    if decided.outcome not in DecisionMoment.Outcome.values:
        raise PlanRefused("Kies een uitkomst.")
    if row.revision != base_revision:
        raise Conflict(row)
    _check_decision(row, decided)
    is_taken_back = decided.outcome == PLANNED
    votes = NO_VOTES if is_taken_back else decided.votes
    row.outcome = decided.outcome
    row.decided_on = None if is_taken_back else decided.on
    row.number = "" if is_taken_back else cleaned(decided.number)
    row.votes_for, row.votes_against = votes.agreed, votes.against
    row.abstained = votes.abstained
    row.note = cleaned(decided.note)
    row.revision += 1
    row.save()
    record("plan.decided", by=by, subject=row.plan, moment=row.pk, outcome=row.outcome)
    return row


@transaction.atomic
def send_back_plan(*, by: Actor, plan: Plan, reason: str) -> Plan:
    """Make a proposal a draft again; its moments and amendments stay as history.

    The reason also stands in the note of the first body that had not decided, or of the last.

    Raises:
        PlanRefused: no reason is given.
        ImpossibleMove: it is not proposed.
    """
    check_send_back(by)
    plan = lifecycle.locked(plan)
    reason = cleaned(reason)
    if not reason:
        raise PlanRefused("Schrijf op wat er anders moet. Dat leest de schrijver.")
    lifecycle.send_back(plan, by=by, verb="plan.sent_back", reason=reason)
    found = queries.moments(plan)
    undecided = [one for one in found if one.outcome == PLANNED]
    for one in (undecided or found[-1:])[:1]:
        one.note = "\n".join(part for part in (one.note, f"Teruggestuurd: {reason}") if part)
        one.save(update_fields=["note"])
    DecisionMoment.objects.filter(plan=plan, sent_back_on__isnull=True).update(
        sent_back_on=timezone.localdate()
    )
    return plan


@transaction.atomic
def adopt_plan(*, by: Actor, plan: Plan) -> Plan:
    """Adopt a proposal by the decision of the body that adopts; freeze what it holds.

    Raises:
        PlanRefused: a body that must decide has not or refused, days or votes cannot be, or an
            adopted amendment is not in the plan yet.
        ImpossibleMove: it is not proposed.
    """
    check_adopt(by)
    plan = lifecycle.locked(plan)
    lifecycle.check_move(lifecycle.states.ADOPT, State(plan.state))
    found = queries.moments(plan)
    refuse_when(adoption_problem(queries.for_the_rules(found), timezone.localdate()), PlanRefused)
    last = found[-1]
    decision = lifecycle.Decision(last.body, last.decided_on or timezone.localdate(), last.number)
    keep_edition(by=by, plan=plan, purpose=Edition.Purpose.DECISION)
    # The figures it holds are of this version of its picture; so the trace starts there too.
    picture = picture_of(plan)
    plan.picture_id = picture.pk if picture else None
    content = build_content(plan)
    lifecycle.adopt(plan, by=by, verb="plan.adopted", decision=decision, content=content)
    # Nobody comments any more on a concept that is no concept.
    Consultation.objects.filter(plan=plan, closed_on__isnull=True).update(
        closed_on=timezone.localdate()
    )
    # The interim change this version came from was decided by the same decision.
    InterimChange.objects.filter(following=plan, decided_on__isnull=True).update(
        decided_by=last.body, decided_on=last.decided_on
    )
    return plan


def _proposed(moment: DecisionMoment) -> DecisionMoment:
    """Return a moment of the proposal at hand, held, with its plan held too."""
    plan = lifecycle.locked(moment.plan)
    row = held(moment, PlanRefused)
    if plan.state != State.PROPOSED or row.sent_back_on:
        raise PlanRefused(
            "Dit voorstel ligt niet meer voor, dus er kan niets bij. Ververs de pagina."
        )
    return row


def _check_decision(row: DecisionMoment, decided: Decided) -> None:
    found = queries.moments(row.plan)
    before, after = queries.neighbours(found, row.pk)
    around = [queries.for_the_rules([one])[0] if one else None for one in (before, after)]
    today = timezone.localdate()
    refuse_when(decision_problem(decided.outcome, decided.on, today, *around), PlanRefused)
    refuse_when(votes_problem(decided.votes, decided.outcome), PlanRefused)


def _check_order(planned: list[tuple[str, date | None]]) -> None:
    latest, name = None, ""
    for body, day in planned:
        refuse_when(planning_problem(day, latest, name), PlanRefused)
        latest, name = (day, body) if day else (latest, name)
