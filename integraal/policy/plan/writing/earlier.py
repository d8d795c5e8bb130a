"""The earlier stands of a block, and the blocks that were removed."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.people.access import allowed
from integraal.foundation.ui.components import Chip
from integraal.foundation.ui.dutch import begin_of
from integraal.policy.picture.writing.rendering import plain_text
from integraal.policy.plan.access import check_write
from integraal.policy.plan.content import content_of
from integraal.policy.plan.kinds import BY_CODE
from integraal.policy.plan.models import Block, EarlierBlock, Plan
from integraal.policy.plan.queries import earlier_blocks, removed_blocks
from integraal.policy.plan.tabs import tabs
from integraal.policy.plan.writing.links import place_url
from integraal.policy.plan.writing.saving import as_one_text

MOST = 20
"""So many earlier stands are compared on one page; each takes time."""


@dataclass(frozen=True)
class Stand:
    """A block as it stood, beside the one after it and beside how it is now; as it is read."""

    at: datetime
    by: str
    text: str
    after: str


@dataclass(frozen=True)
class EarlierPage:
    """What ``plan/writing_earlier.html`` shows."""

    plan: Plan
    title: str
    back: str
    tabs: list[Chip]
    stands: list[Stand]
    now: str
    left_out: int


@dataclass(frozen=True)
class Removed:
    """A block that was removed and can come back."""

    key: uuid.UUID
    kind: str
    title: str
    at: datetime
    by: str


def earlier_page(by: Actor, plan: Plan, block: Block) -> EarlierPage:
    """Return the earlier stands of a block, newest first, each with what came after it."""
    found = earlier_blocks(plan, block.key)
    kind, figures = BY_CODE[block.kind], content_of(plan)["figures"]
    rows: list[Block | EarlierBlock] = [block, *found[:MOST]]
    texts = [
        as_one_text(one.title, plain_text(one.text, figures), one.details, kind) for one in rows
    ]
    return EarlierPage(
        plan=plan,
        title=block.title or kind.name.capitalize(),
        back=place_url(plan.pk, block.kind, block.theme, block.key),
        tabs=tabs(by, plan, "plan-text"),
        stands=[
            Stand(timezone.localtime(one.written_at), _function(one), text, after)
            for one, text, after in zip(rows[1:], texts[1:], texts, strict=False)
        ],
        now=texts[0],
        left_out=max(len(found) - MOST, 0),
    )


def removed_of(by: Actor, plan: Plan) -> list[Removed]:
    """Return what was removed from a draft, the latest first, for who may bring it back."""
    if not allowed(check_write, by, plan):
        return []
    return [_removed(one) for one in removed_blocks(plan)]


def removed_one(plan: Plan, key: str) -> Removed | None:
    """Return one block that was removed, or ``None`` when it was not."""
    return next((_removed(one) for one in removed_blocks(plan) if str(one.block) == key), None)


def _removed(row: EarlierBlock) -> Removed:
    return Removed(
        key=row.block,
        kind=BY_CODE[row.kind].name,
        title=row.title or begin_of(row.text, 80),
        at=timezone.localtime(row.written_at),
        by=_function(row),
    )


def _function(row: Block | EarlierBlock) -> str:
    return row.written_by.first_role if row.written_by else ""
