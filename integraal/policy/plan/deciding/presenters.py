"""What the page about the decisions on a plan shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.lifecycle.states import State
from integraal.foundation.people.access import allowed
from integraal.foundation.ui.dutch import day
from integraal.policy.plan.access import (
    check_adopt,
    check_propose,
    check_record_decision,
    check_send_back,
    reads_drafts,
)
from integraal.policy.plan.changing.queries import untold
from integraal.policy.plan.deciding import queries
from integraal.policy.plan.deciding.rules import ADOPTED, PLANNED, adoption_problem
from integraal.policy.plan.models import Amendment, DecisionMoment, Edition, Plan


@dataclass(frozen=True)
class AmendmentLine:
    """One amendment at a moment, and what can be done with it."""

    row: Amendment
    outcome: str
    votes: str
    wants: str
    url: str
    decide_url: str
    apply_url: str


@dataclass(frozen=True)
class MomentLine:
    """One stop of the path, what lay before it and what it decided."""

    pk: UUID
    body: str
    when: str
    outcome: str
    is_decided: bool
    is_optional: bool
    is_skipped: bool
    edition: str
    number: str
    votes: str
    note: str
    amendments: list[AmendmentLine]
    decide_url: str
    plan_url: str
    amend_url: str


@dataclass(frozen=True)
class DecisionsPage:
    """What ``plan/decisions.html`` shows."""

    moments: list[MomentLine]
    earlier: list[tuple[str, list[MomentLine]]]
    editions: list[Edition]
    compare_url: str
    problem: str
    untold: list[tuple[str, str]]
    may_propose: bool
    may_adopt: bool
    may_send_back: bool


def decisions_page(by: Actor, plan: Plan) -> DecisionsPage:
    """Return the path of a plan, of its earlier proposals too."""
    found = queries.moments(plan)
    is_proposed = plan.state == State.PROPOSED
    may_record = is_proposed and allowed(check_record_decision, by)
    problem = adoption_problem(queries.for_the_rules(found), timezone.localdate())
    inside = reads_drafts(by)
    changes = reverse("plan-changes", args=[plan.pk])
    return DecisionsPage(
        moments=[_moment(plan, one, may_record=may_record) for one in found],
        earlier=_rounds(plan, queries.earlier_moments(plan)),
        editions=queries.editions(plan) if inside else [],
        compare_url=_compare_url(plan),
        problem=(problem or "") if is_proposed else "",
        untold=[(one.title, f"{changes}{one.pk}/") for one in untold(plan)] if inside else [],
        may_propose=plan.state == State.DRAFT and allowed(check_propose, by),
        may_adopt=is_proposed and not problem and allowed(check_adopt, by),
        may_send_back=is_proposed and allowed(check_send_back, by),
    )


def votes_words(agreed: int | None, against: int | None, abstained: int | None = None) -> str:
    """Return how was voted in words; empty when nobody counted."""
    if agreed is None or against is None:
        return ""
    more = f", {abstained} niet gestemd" if abstained else ""
    return f"{agreed} voor, {against} tegen{more}"


def _rounds(plan: Plan, found: Sequence[DecisionMoment]) -> list[tuple[str, list[MomentLine]]]:
    rounds: dict[str, list[MomentLine]] = {}
    for one in found:
        what = f"Voorstel met {one.edition}" if one.edition else "Voorstel"
        title = f"{what}, teruggestuurd op {day(one.sent_back_on)}"
        rounds.setdefault(title, []).append(_moment(plan, one, may_record=False))
    return list(rounds.items())


def _moment(plan: Plan, one: DecisionMoment, *, may_record: bool) -> MomentLine:
    is_decided = one.outcome != PLANNED
    is_skipped = plan.is_frozen and not is_decided and one.sent_back_on is None
    when = day(one.decided_on) if is_decided else ""
    if not is_decided and one.planned_on:
        when = f"gepland op {day(one.planned_on)}"
    return MomentLine(
        pk=one.pk,
        body=f"{one.body[:1].upper()}{one.body[1:]}",
        when=when,
        outcome=one.get_outcome_display() if is_decided else "",
        is_decided=is_decided,
        is_optional=not one.is_required and not is_decided and not is_skipped,
        is_skipped=is_skipped,
        edition=_edition_words(one.edition) if one.edition else "",
        number=one.number,
        votes=votes_words(one.votes_for, one.votes_against, one.abstained),
        note=one.note,
        amendments=[_amendment(plan, each, may_record) for each in one.amendments.all()],
        decide_url=_url("plan-decision", plan, one.pk) if may_record else "",
        plan_url=_url("plan-moment", plan, one.pk) if may_record and not is_decided else "",
        amend_url=_url("plan-amendment-new", plan, one.pk) if may_record else "",
    )


def _amendment(plan: Plan, one: Amendment, may_record: bool) -> AmendmentLine:
    can_change = may_record and one.applied_on is None
    can_apply = can_change and one.outcome == ADOPTED
    applied = f", verwerkt op {day(one.applied_on)}" if one.applied_on else ""
    return AmendmentLine(
        row=one,
        outcome=f"{one.get_outcome_display().capitalize()}{applied}",
        votes=votes_words(one.votes_for, one.votes_against),
        wants=_wants(one),
        url=_url("plan-amendment", plan, one.pk),
        decide_url=_url("plan-amendment-decide", plan, one.pk) if can_change else "",
        apply_url=_url("plan-amendment-apply", plan, one.pk) if can_apply else "",
    )


def _edition_words(edition: Edition) -> str:
    made_on = timezone.localdate(edition.made_at)
    return f"{str(edition).capitalize()} van {day(made_on)}"


def _wants(one: Amendment) -> str:
    if one.removes:
        return "Haalt een deel uit het plan"
    return "Verandert een deel van het plan" if one.built_on else "Voegt iets toe aan het plan"


def _url(name: str, plan: Plan, pk: UUID) -> str:
    return reverse(name, args=[plan.pk, pk])


def _compare_url(plan: Plan) -> str:
    try:
        return reverse("plan-compare", args=[plan.pk])
    except NoReverseMatch:
        return ""
