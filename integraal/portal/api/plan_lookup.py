"""Find the plan that an operation is about, as far as the owner of the key may read it."""

import uuid
from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from integraal.policy.picture.writing.rendering import plain_text
from integraal.policy.plan.content import block_json, content_around
from integraal.policy.plan.models import Block, Plan
from integraal.policy.plan.queries import plans
from integraal.policy.plan.writing.showing import BlockShown, block_shown
from integraal.portal.api.keys import actor


def plan_of(request: HttpRequest, pk: uuid.UUID) -> Plan:
    """Return the plan, or answer that it does not exist."""
    return get_object_or_404(plans(actor(request)), pk=pk)


def block_out(plan: Plan, block: Block) -> dict[str, Any]:
    """Return a block as the API tells it."""
    return blocks_out(plan, [block])[0]


def blocks_out(plan: Plan, found: Sequence[Block]) -> list[dict[str, Any]]:
    """Return blocks as the API tells them, their figures read once."""
    content = content_around(plan, found)
    return [_told(one, block_shown(block_json(one), content), content) for one in found]


def _told(block: Block, shown: BlockShown, content: dict[str, Any]) -> dict[str, Any]:
    return {
        "key": block.key,
        "kind": block.kind,
        "theme": block.theme,
        "order": block.order,
        "title": block.title,
        "text": block.text,
        "plain": plain_text(block.text, content["figures"]),
        "details": block.details,
        "problems": list(shown.reads.problems),
        "hints": [hint.say for hint in shown.hints],
        "revision": block.revision,
        "written_at": block.written_at,
    }
