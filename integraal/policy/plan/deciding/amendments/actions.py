"""Record an amendment, how was voted about it, and put an adopted one in the plan."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.foundation.lifecycle import actions as lifecycle
from integraal.foundation.lifecycle.holding import held, refuse_when
from integraal.foundation.lifecycle.states import State
from integraal.foundation.ui.cleaning import cleaned
from integraal.policy.plan.access import check_record_decision
from integraal.policy.plan.deciding.amendments.rules import Wanted, wanted_problem
from integraal.policy.plan.deciding.rules import ADOPTED, Votes, votes_problem
from integraal.policy.plan.editions.actions import keep_edition
from integraal.policy.plan.kinds import BY_CODE, THEME, Kind
from integraal.policy.plan.models import (
    Amendment,
    Block,
    DecisionMoment,
    EarlierBlock,
    Edition,
    Plan,
)
from integraal.policy.plan.refusals import Conflict, PlanRefused


@dataclass(frozen=True)
class Motion:
    """An amendment as it was tabled: its number, by whom, and what it wants with which block.

    Attributes:
        number, title, moved_by, explanation: as the council has it; parties, no persons.
        block: key of the block it changes or takes out; ``None`` for a new one.
        theme, kind: of a new block.
        wanted: the new title, text and details; or that the block goes.
    """

    number: str
    title: str
    moved_by: str
    wanted: Wanted
    explanation: str = ""
    block: uuid.UUID | None = None
    theme: str = ""
    kind: str = ""


@transaction.atomic
def table_amendment(*, by: Actor, moment: DecisionMoment, motion: Motion) -> Amendment:
    """Record an amendment that was tabled at a body.

    Raises:
        PlanRefused: something is missing, the number is used already at this body, the block is
            not there, or the plan is no proposal.
    """
    check_record_decision(by)
    plan = _proposed(moment)
    row = Amendment(tenant_id=by.tenant_id, moment_id=moment.pk)
    _fill(row, plan, motion)
    row.save()
    record("plan.amendment_tabled", by=by, subject=plan, amendment=row.pk)
    return row


@transaction.atomic
def change_amendment(
    *, by: Actor, amendment: Amendment, motion: Motion, base_revision: int
) -> Amendment:
    """Change an amendment that is not in the plan yet; it then builds on the block as it is now.

    Raises:
        PlanRefused: see ``table_amendment``; or it is in the plan already.
        Conflict: somebody changed it meanwhile.
    """
    check_record_decision(by)
    plan, row = _held(amendment, base_revision)
    _fill(row, plan, motion)
    row.revision += 1
    row.save()
    record("plan.amendment_changed", by=by, subject=plan, amendment=row.pk)
    return row


@transaction.atomic
def decide_amendment(
    *,
    by: Actor,
    amendment: Amendment,
    outcome: str,
    base_revision: int,
    votes_for: int | None = None,
    votes_against: int | None = None,
) -> Amendment:
    """Record what became of an amendment, and how was voted.

    Raises:
        PlanRefused: the votes cannot be, it is in the plan already, or the plan is no proposal.
        Conflict: somebody changed it meanwhile.
    """
    check_record_decision(by)
    plan, row = _held(amendment, base_revision)
    if outcome not in Amendment.Outcome.values:
        raise PlanRefused("Kies wat er met het amendement is gebeurd.")
    refuse_when(votes_problem(Votes(votes_for, votes_against), outcome), PlanRefused)
    row.outcome, row.votes_for, row.votes_against = outcome, votes_for, votes_against
    row.revision += 1
    row.save()
    record("plan.amendment_decided", by=by, subject=plan, amendment=row.pk, outcome=outcome)
    return row


@transaction.atomic
def apply_amendment(*, by: Actor, amendment: Amendment, base_revision: int) -> Amendment:
    """Put an adopted amendment in the plan; an edition is kept before and after.

    This is the only way in which a proposed plan changes. The bodies that decide after this one
    get the new edition before them.

    Raises:
        PlanRefused: it was not adopted, is in the plan already, or its block has changed since.
        Conflict: somebody changed the amendment meanwhile.
    """
    check_record_decision(by)
    plan, row = _held(amendment, base_revision)
    if row.outcome != ADOPTED:
        raise PlanRefused("Alleen een aangenomen amendement komt in het plan.")
    keep_edition(by=by, plan=plan, purpose=Edition.Purpose.DECISION)
    if row.block is None:
        row.block = _add(by, plan, row).key
    elif row.removes:
        _remove(plan, row)
    else:
        _change(by, plan, row)
    row.applied_on = timezone.localdate()
    row.revision += 1
    row.save()
    edition = keep_edition(by=by, plan=plan, purpose=Edition.Purpose.DECISION)
    DecisionMoment.objects.filter(
        plan=plan,
        sent_back_on__isnull=True,
        outcome=DecisionMoment.Outcome.PLANNED,
        order__gt=row.moment.order,
    ).update(edition=edition)
    record("plan.amendment_applied", by=by, subject=plan, amendment=row.pk, block=row.block)
    return row


def _proposed(moment: DecisionMoment) -> Plan:
    plan = lifecycle.locked(moment.plan)
    if plan.state != State.PROPOSED or held(moment, PlanRefused).sent_back_on:
        raise PlanRefused(
            "Dit voorstel ligt niet meer voor, dus er kan niets bij. Ververs de pagina."
        )
    return plan


def _held(amendment: Amendment, base_revision: int) -> tuple[Plan, Amendment]:
    plan = _proposed(amendment.moment)
    row = held(amendment, PlanRefused)
    if row.applied_on:
        raise PlanRefused(
            "Dit amendement staat al in het plan. Wilt u iets anders, leg dan een nieuw "
            "amendement vast."
        )
    if row.revision != base_revision:
        raise Conflict(row)
    return plan, row


def _fill(row: Amendment, plan: Plan, motion: Motion) -> None:
    """Put what was tabled in the row, built on the block as it is now."""
    number = " ".join(cleaned(motion.number).split())
    same = Amendment.objects.filter(moment_id=row.moment_id, number=number).exclude(pk=row.pk)
    if number and same.exists():
        raise PlanRefused(f"Amendement {number} is er al. Geef dit een ander nummer.")
    block = _block(plan, motion.block) if motion.block else None
    kind = BY_CODE.get(block.kind if block else motion.kind)
    theme = block.theme if block else cleaned(motion.theme)
    refuse_when(
        wanted_problem(kind, theme, number, motion.title, motion.moved_by, motion.wanted),
        PlanRefused,
    )
    if theme and not Block.objects.filter(plan=plan, kind=THEME.code, theme=theme).exists():
        raise PlanRefused("Dit thema staat niet in het plan. Kies een ander thema.")
    if block is None and kind and _is_there(plan, kind):
        raise PlanRefused(f"Een tweede {kind.name} kan niet. Kies het deel dat er al is.")
    row.number, row.title = number, cleaned(motion.title)
    row.moved_by, row.explanation = cleaned(motion.moved_by), cleaned(motion.explanation)
    row.block, row.theme = (block.key if block else None), theme
    row.kind = kind.code if kind else ""
    row.built_on = block.revision if block else 0
    row.removes = motion.wanted.removes
    row.proposed_title = cleaned(motion.wanted.title)
    row.proposed_text = cleaned(motion.wanted.text)
    row.proposed_details = _filled(motion.wanted.details)


def _is_there(plan: Plan, kind: Kind) -> bool:
    """Return whether the plan has the one block of this kind that it can have."""
    if kind.is_many:
        return False
    return kind is THEME or Block.objects.filter(plan=plan, kind=kind.code).exists()


def _filled(details: Mapping[str, str]) -> dict[str, str]:
    return {code: cleaned(value) for code, value in details.items() if cleaned(value)}


def _block(plan: Plan, key: uuid.UUID) -> Block:
    found = Block.objects.select_for_update(of=("self",)).filter(plan=plan, key=key).first()
    if found is None:
        raise PlanRefused(
            "Het gekozen deel staat niet meer in het plan. Kies een ander deel, of maak er een "
            "nieuw deel van."
        )
    return found


def _as_it_was(plan: Plan, row: Amendment) -> Block:
    """Return the block of an amendment, when it is still as its mover had it before them."""
    block = _block(plan, row.block) if row.block else None
    if block is None or block.revision != row.built_on:
        raise PlanRefused(
            "Dit deel van het plan is veranderd sinds het amendement is opgeschreven, "
            "waarschijnlijk door een ander amendement. Open het amendement, leg de tekst naast "
            "die van nu, bewaar het, en verwerk het dan."
        )
    EarlierBlock.objects.get_or_create(**block.to_keep())
    return block


def _change(by: Actor, plan: Plan, row: Amendment) -> None:
    block = _as_it_was(plan, row)
    block.title, block.text = row.proposed_title, row.proposed_text
    block.details = row.proposed_details
    block.revision += 1
    block.written_by_id, block.written_at = by.member_id, timezone.now()
    block.save()


def _remove(plan: Plan, row: Amendment) -> None:
    block = _as_it_was(plan, row)
    inside = Block.objects.filter(plan=plan, theme=block.theme).exclude(pk=block.pk)
    if block.kind == THEME.code and inside.exists():
        raise PlanRefused(
            "In dit thema staat nog iets. Leg per deel een amendement vast, en dan dat van het "
            "thema zelf."
        )
    block.delete()


def _add(by: Actor, plan: Plan, row: Amendment) -> Block:
    last = Block.objects.filter(plan=plan, kind=row.kind, theme=row.theme).aggregate(
        last=Max("order")
    )
    return Block.objects.create(
        tenant_id=by.tenant_id,
        plan=plan,
        kind=row.kind,
        theme=row.theme,
        order=(last["last"] or 0) + 1,
        title=row.proposed_title,
        text=row.proposed_text,
        details=row.proposed_details,
        written_by_id=by.member_id,
        written_at=timezone.now(),
    )
