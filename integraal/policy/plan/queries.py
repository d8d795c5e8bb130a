"""Read plans, always starting from what the actor may see."""

import uuid
from collections.abc import Collection

from django.db.models import Count, QuerySet

from integraal.foundation.audit.actors import Actor, Through
from integraal.foundation.lifecycle.states import State
from integraal.policy.plan.access import reads_drafts
from integraal.policy.plan.models import Block, EarlierBlock, Edition, Plan


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


def blocks(plan: Plan) -> list[Block]:
    """Return every block of a plan in its order, with its writer."""
    return list(Block.objects.filter(plan=plan).select_related("written_by"))


def block(plan: Plan, key: uuid.UUID) -> Block | None:
    """Return one block with its writer."""
    return Block.objects.filter(plan=plan, key=key).select_related("written_by").first()


def earlier_counts(plan: Plan, keys: Collection[uuid.UUID]) -> dict[uuid.UUID, int]:
    """Return how many earlier stands there are of each of these blocks; none are left out."""
    found = EarlierBlock.objects.filter(plan=plan, block__in=keys).values_list("block")
    return dict(found.annotate(many=Count("id")).order_by())


def earlier_blocks(plan: Plan, key: uuid.UUID) -> list[EarlierBlock]:
    """Return the earlier stands of a block, newest first, with their writers."""
    found = EarlierBlock.objects.filter(plan=plan, block=key).select_related("written_by")
    return list(found.order_by("-revision"))


def removed_blocks(plan: Plan) -> list[EarlierBlock]:
    """Return the last stand of every block that is in the plan no more, newest first."""
    there = Block.objects.filter(plan=plan).values("key")
    found = EarlierBlock.objects.filter(plan=plan).exclude(block__in=there).exclude(kind="")
    last = {one.block: one for one in found.select_related("written_by").order_by("revision")}
    return sorted(last.values(), key=lambda one: one.written_at, reverse=True)


def editions(by: Actor, plan: Plan) -> list[Edition]:
    """Return the fixed editions of a plan without their content, for who may read drafts."""
    if not reads_drafts(by):
        return []
    found = Edition.objects.filter(plan=plan).defer("content").select_related("made_by")
    return list(found)
