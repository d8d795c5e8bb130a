"""The blocks of a plan by API: read, add, write, move, remove and bring back."""

import uuid
from typing import Any

from django.http import Http404, HttpRequest
from ninja import Query, Router, Status

from integraal.policy.plan.access import check_read_earlier
from integraal.policy.plan.models import Block, Plan
from integraal.policy.plan.queries import block as find_block
from integraal.policy.plan.queries import blocks, earlier_blocks
from integraal.policy.plan.writing import actions
from integraal.portal.api.keys import actor
from integraal.portal.api.plan_lookup import READ, REFUSALS, WRITE, block_out, blocks_out, plan_of
from integraal.portal.api.plan_schemas import (
    MOST_REVISIONS,
    BlockChange,
    BlockIn,
    BlockOut,
    EarlierOut,
    PlaceIn,
)

router = Router(tags=["Blokken van een plan"])


@router.get(
    "/{uuid:pk}/blocks",
    response={200: list[BlockOut], **REFUSALS},
    auth=READ,
    operation_id="listPlanBlocks",
)
def list_blocks(request: HttpRequest, pk: uuid.UUID) -> Any:
    """Every block with its revision, for who writes; an adopted plan is read whole."""
    plan = plan_of(request, pk)
    return blocks_out(plan, blocks(plan))


@router.post(
    "/{uuid:pk}/blocks",
    response={201: BlockOut, **REFUSALS},
    auth=WRITE,
    operation_id="addPlanBlock",
)
def add(request: HttpRequest, pk: uuid.UUID, given: BlockIn) -> Any:
    """Add a block after those of its kind; a goal takes its baseline from its figure."""
    plan = plan_of(request, pk)
    made = actions.add_block(by=actor(request), plan=plan, **given.dict())
    return Status(201, block_out(plan, made))


@router.patch(
    "/{uuid:pk}/blocks/{uuid:key}",
    response={200: BlockOut, **REFUSALS},
    auth=WRITE,
    operation_id="writePlanBlock",
)
def write(request: HttpRequest, pk: uuid.UUID, key: uuid.UUID, given: BlockChange) -> Any:
    """Save a block; 409 when somebody else saved it since ``base_revision``."""
    plan = plan_of(request, pk)
    _there(plan, key)
    saved = actions.write_block(by=actor(request), plan=plan, key=key, **given.dict())
    return block_out(plan, saved)


@router.post(
    "/{uuid:pk}/blocks/{uuid:key}/move",
    response={200: BlockOut, **REFUSALS},
    auth=WRITE,
    operation_id="movePlanBlock",
)
def move(request: HttpRequest, pk: uuid.UUID, key: uuid.UUID, given: PlaceIn) -> Any:
    """Give a block another place among those of its kind."""
    plan = plan_of(request, pk)
    _there(plan, key)
    return block_out(plan, actions.move_block(by=actor(request), plan=plan, key=key, to=given.to))


@router.delete(
    "/{uuid:pk}/blocks/{uuid:key}",
    response={204: None, **REFUSALS},
    auth=WRITE,
    operation_id="removePlanBlock",
)
def remove(
    request: HttpRequest,
    pk: uuid.UUID,
    key: uuid.UUID,
    base_revision: int = Query(ge=0, le=MOST_REVISIONS),
) -> Any:
    """Remove a block; it can be brought back."""
    plan = plan_of(request, pk)
    _there(plan, key)
    actions.remove_block(by=actor(request), plan=plan, key=key, base_revision=base_revision)
    return Status(204, None)


@router.post(
    "/{uuid:pk}/blocks/{uuid:key}/restore",
    response={200: BlockOut, **REFUSALS},
    auth=WRITE,
    operation_id="restorePlanBlock",
)
def restore(request: HttpRequest, pk: uuid.UUID, key: uuid.UUID) -> Any:
    """Bring a removed block back as it stood."""
    plan = plan_of(request, pk)
    return block_out(plan, actions.restore_block(by=actor(request), plan=plan, key=key))


@router.get(
    "/{uuid:pk}/blocks/{uuid:key}/earlier",
    response={200: list[EarlierOut], **REFUSALS},
    auth=READ,
    operation_id="listEarlierPlanBlocks",
)
def earlier(request: HttpRequest, pk: uuid.UUID, key: uuid.UUID) -> Any:
    """The earlier stands of a block, newest first."""
    plan = plan_of(request, pk)
    check_read_earlier(actor(request))
    return [
        {
            "revision": one.revision,
            "title": one.title,
            "text": one.text,
            "details": one.details,
            "by": one.written_by.first_role if one.written_by else "",
            "written_at": one.written_at,
        }
        for one in earlier_blocks(plan, key)
    ]


def _there(plan: Plan, key: uuid.UUID) -> Block:
    found = find_block(plan, key)
    if found is None:
        raise Http404
    return found
