"""Begin a plan, and the next version of one."""

import uuid
from typing import Any

from django.db import transaction
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.foundation.lifecycle import actions as lifecycle
from integraal.foundation.lifecycle.states import State
from integraal.knowledge.figures.definitions import themes
from integraal.policy.picture.models import Picture
from integraal.policy.plan.access import check_write
from integraal.policy.plan.beginning import Beginning, opening_blocks
from integraal.policy.plan.models import Block, Plan
from integraal.policy.plan.refusals import PlanRefused
from integraal.policy.plan.rules import term_problem
from integraal.policy.priorities.models import Session
from integraal.policy.priorities.queries import Chosen, chosen


@transaction.atomic
def start_plan(
    *,
    by: Actor,
    first_year: int,
    last_year: int,
    title: str = "",
    picture: Picture | None = None,
    session: Session | None = None,
) -> Plan:
    """Begin a plan, with a block for every theme and for what every plan holds.

    Args:
        by: who begins it.
        first_year, last_year: the term, at most four years.
        title: as on its cover; empty takes the usual one.
        picture: the adopted picture it rests on; that of the session when left out.
        session: the signed session whose priorities it works out.

    Raises:
        PlanRefused: the years cannot be, or a plan of this term exists, or what it would rest on
            is not adopted.
    """
    check_write(by)
    problem = term_problem(first_year, last_year, timezone.localdate().year)
    if problem:
        raise PlanRefused(problem)
    if Plan.objects.filter(first_year=first_year, last_year=last_year).exists():
        raise PlanRefused(
            f"Het plan {first_year}-{last_year} bestaat al. Open het en werk daarin verder."
        )
    if session and session.state != State.ADOPTED:
        raise PlanRefused("Laat eerst het verslag van de sessie aftekenen.")
    picture = picture or (session.picture if session else None)
    if picture and picture.state not in (State.ADOPTED, State.SUPERSEDED):
        raise PlanRefused("Laat eerst het veiligheidsbeeld vaststellen.")
    plan = Plan.objects.create(
        tenant_id=by.tenant_id,
        title=title.strip() or f"Integraal veiligheidsplan {first_year}-{last_year}",
        first_year=first_year,
        last_year=last_year,
        picture=picture,
        session=session,
        lineage=uuid.uuid4(),
    )
    for begin in opening_blocks(_themes(session, first_year)):
        _begin_block(plan, begin, by)
    record("plan.started", by=by, subject=plan, first=first_year, last=last_year)
    return plan


@transaction.atomic
def start_next_version(*, by: Actor, plan: Plan) -> Plan:
    """Begin a new version of an adopted plan, with its blocks as they were adopted.

    Raises:
        PlanRefused: it is not the adopted version, or a next one is in hand already.
    """
    check_write(by)
    plan = lifecycle.locked(plan)
    if plan.state != State.ADOPTED:
        raise PlanRefused("Alleen van de vastgestelde versie kunt u een nieuwe versie beginnen.")
    in_hand = Plan.objects.filter(
        lineage=plan.lineage, state__in=[State.DRAFT, State.PROPOSED]
    ).first()
    if in_hand:
        raise PlanRefused(f"Versie {in_hand.version} is al begonnen. Werk daarin verder.")
    following = Plan.objects.create(
        tenant_id=by.tenant_id,
        title=plan.title,
        first_year=plan.first_year,
        last_year=plan.last_year,
        picture_id=plan.picture_id,
        session_id=plan.session_id,
        lineage=plan.lineage,
        version=plan.version + 1,
    )
    for block in Block.objects.filter(plan=plan):
        _copy(block, plan_id=following.pk, revision=1)
    record("plan.next_version", by=by, subject=following, version=following.version)
    return following


def _themes(session: Session | None, year: int) -> list[Chosen]:
    """Return the themes a plan begins with: those of the session, else those of the year."""
    if session:
        return chosen(session)
    return [
        Chosen(one.code, one.name, one.short_name, one.code, "", None, "", "", "", "")
        for one in themes(year).values()
    ]


def _begin_block(plan: Plan, begin: Beginning, by: Actor) -> None:
    Block.objects.create(
        tenant_id=by.tenant_id,
        plan=plan,
        kind=begin.kind.code,
        theme=begin.theme,
        order=begin.order,
        title=begin.title,
        text=begin.text,
        details=begin.details,
        written_by_id=by.member_id,
        written_at=timezone.now(),
    )


def _copy(row: Block, **changed: Any) -> Block:
    kept = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
    del kept["id"]
    return Block.objects.create(**{**kept, **changed})
