"""Read plans, always starting from what the actor may see."""

import uuid

from django.db.models import QuerySet

from integraal.foundation.audit.actors import Actor, Through
from integraal.foundation.lifecycle.states import State
from integraal.policy.plan.access import reads_drafts
from integraal.policy.plan.models import Block, Plan


def plans(by: Actor) -> QuerySet[Plan]:
    """Return the plans the actor may read: who does not work on drafts sees adopted ones."""
    if by.through == Through.LINK:
        return Plan.objects.none()
    found = Plan.objects.all()
    if not reads_drafts(by):
        found = found.filter(state__in=[State.ADOPTED, State.SUPERSEDED])
    return found


def versions(by: Actor, plan: Plan) -> list[Plan]:
    """Return all versions of the plan, newest first, without their content."""
    found = plans(by).filter(lineage=plan.lineage).defer("frozen")
    return list(found.select_related("adopted_by").order_by("-version"))


def adopted_plan(by: Actor) -> Plan | None:
    """Return the plan that is in force, without its content."""
    adopted = plans(by).filter(state=State.ADOPTED)
    return adopted.defer("frozen").order_by("-first_year").first()


def blocks(plan: Plan) -> list[Block]:
    """Return every block of a plan in its order, with its writer."""
    return list(Block.objects.filter(plan=plan).select_related("written_by"))


def block(plan: Plan, key: uuid.UUID) -> Block | None:
    """Return one block with its writer."""
    return Block.objects.filter(plan=plan, key=key).select_related("written_by").first()
