"""Add, write, move and remove the blocks of a plan."""

import uuid
from collections.abc import Mapping
from datetime import timedelta

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.foundation.lifecycle import actions as lifecycle
from integraal.foundation.lifecycle.holding import GONE, refuse_when
from integraal.foundation.lifecycle.refusals import Conflict
from integraal.foundation.ui.cleaning import cleaned
from integraal.policy.plan.access import check_write
from integraal.policy.plan.goals.baseline import with_baseline
from integraal.policy.plan.kinds import BY_CODE, GOAL, THEME, Kind
from integraal.policy.plan.models import Block, EarlierBlock, Plan
from integraal.policy.plan.refusals import PlanRefused
from integraal.policy.plan.rules import block_problem
from integraal.policy.plan.writing.figures import figures_of

# One stretch of writing: within it, saves of the same person leave no trace of their own.
STRETCH = timedelta(minutes=10)


@transaction.atomic
def add_block(
    *,
    by: Actor,
    plan: Plan,
    kind: str,
    theme: str = "",
    title: str = "",
    text: str = "",
    details: Mapping[str, str] | None = None,
    key: uuid.UUID | None = None,
) -> Block:
    """Add a block, after those of its kind.

    Args:
        by: who writes.
        plan: a draft.
        kind: code of one of ``kinds.KINDS``.
        theme: code of its theme; empty for the plan as a whole. Of a new theme, its own new code.
        title, text: what it says.
        details: code of a field to text; what is left out is empty.
        key: the key of a block that was removed and comes back; a new one when left out.

    Raises:
        PlanRefused: there is no such kind or theme, there can be only one of it, or a rule of
            ``rules.block_problem`` is broken.
        NotAllowed: the plan is no draft, or the actor does not write plans.
    """
    plan = lifecycle.locked(plan)
    check_write(by, plan)
    found = _kind(kind)
    _check_place(plan, found, theme)
    given = {code: cleaned(value) for code, value in (details or {}).items() if cleaned(value)}
    title, text = cleaned(title), cleaned(text)
    refuse_when(block_problem(found, title, text, given), PlanRefused)
    given = _with_baseline(plan, found, {}, given)
    last = Block.objects.filter(plan=plan, kind=kind, theme=theme).aggregate(last=Max("order"))
    block = Block.objects.create(
        tenant_id=by.tenant_id,
        plan=plan,
        key=key or uuid.uuid4(),
        kind=kind,
        theme=theme,
        order=(last["last"] or 0) + 1 if found is not THEME else _last_theme(plan) + 1,
        title=title,
        text=text,
        details=given,
        revision=_next_revision(plan, key),
        written_by_id=by.member_id,
        written_at=timezone.now(),
    )
    record("plan.block_added", by=by, subject=plan, block=block.key, kind=kind)
    return block


@transaction.atomic
def write_block(
    *,
    by: Actor,
    plan: Plan,
    key: uuid.UUID,
    base_revision: int,
    title: str | None = None,
    text: str | None = None,
    details: Mapping[str, str] | None = None,
) -> Block:
    """Save a block, built on ``base_revision``; what is left out stays as it is.

    Raises:
        PlanRefused: the block is there no more, or a rule is broken.
        Conflict: the block has another revision by now; it carries the block as it stands.
        NotAllowed: see ``add_block``.
    """
    plan = lifecycle.locked(plan)
    check_write(by, plan)
    block = _block(plan, key)
    kind = _kind(block.kind)
    given = dict(block.details)
    given.update({code: cleaned(value) for code, value in (details or {}).items()})
    given = {code: value for code, value in given.items() if value}
    new_title = block.title if title is None else cleaned(title)
    new_text = block.text if text is None else cleaned(text)
    if (new_title, new_text, given) == (block.title, block.text, block.details):
        return block
    if block.revision != base_revision:
        raise Conflict(block)
    refuse_when(block_problem(kind, new_title, new_text, given), PlanRefused)
    given = _with_baseline(plan, kind, block.details, given)
    begins = _begins_stretch(block, by)
    if begins:
        _keep_earlier(block)
    block.title, block.text, block.details = new_title, new_text, given
    block.revision += 1
    block.written_by_id = by.member_id
    block.written_at = timezone.now()
    block.save()
    if begins:
        record("plan.block_written", by=by, subject=plan, block=key, kind=block.kind)
    return block


@transaction.atomic
def move_block(*, by: Actor, plan: Plan, key: uuid.UUID, to: int) -> Block:
    """Give a block another place among those of its kind.

    Args:
        to: the place, from 1; beyond the last is the last.

    Raises:
        PlanRefused: the block is there no more.
        NotAllowed: see ``add_block``.
    """
    plan = lifecycle.locked(plan)
    check_write(by, plan)
    block = _block(plan, key)
    beside = Block.objects.filter(plan=plan, kind=block.kind)
    if block.kind != THEME.code:
        beside = beside.filter(theme=block.theme)
    others = [one for one in beside.select_for_update(of=("self",)) if one.pk != block.pk]
    others.insert(max(to, 1) - 1, block)
    for place, one in enumerate(others, start=1):
        one.order = place
    Block.objects.bulk_update(others, ["order"])
    record("plan.block_moved", by=by, subject=plan, block=key, kind=block.kind)
    return block


@transaction.atomic
def remove_block(*, by: Actor, plan: Plan, key: uuid.UUID, base_revision: int) -> None:
    """Remove a block; its last stand is kept with the earlier ones, so that it can come back.

    Raises:
        PlanRefused: the block is there no more, or it is a theme that still holds something.
        Conflict: somebody changed it meanwhile.
        NotAllowed: see ``add_block``.
    """
    plan = lifecycle.locked(plan)
    check_write(by, plan)
    block = _block(plan, key)
    if block.revision != base_revision:
        raise Conflict(block)
    inside = Block.objects.filter(plan=plan, theme=block.theme).exclude(pk=block.pk)
    if block.kind == THEME.code and inside.exists():
        raise PlanRefused("In dit thema staat nog iets. Verplaats of verwijder dat eerst.")
    _keep_earlier(block)
    block.delete()
    record("plan.block_removed", by=by, subject=plan, block=key, kind=block.kind)


@transaction.atomic
def restore_block(*, by: Actor, plan: Plan, key: uuid.UUID) -> Block:
    """Bring a block back that was removed, as it stood then, after those of its kind.

    Raises:
        PlanRefused: it was never there, it is there, or its theme is not.
        NotAllowed: see ``add_block``.
    """
    plan = lifecycle.locked(plan)
    check_write(by, plan)
    last = EarlierBlock.objects.filter(plan=plan, block=key).order_by("-revision").first()
    if last is None or not last.kind or Block.objects.filter(plan=plan, key=key).exists():
        raise PlanRefused("Dit kan niet terugkomen: het staat al in het plan, of het was er nooit.")
    return add_block(
        by=by,
        plan=plan,
        kind=last.kind,
        theme=last.theme,
        title=last.title,
        text=last.text,
        details=last.details,
        key=key,
    )


def _next_revision(plan: Plan, key: uuid.UUID | None) -> int:
    """Return the revision a block begins with: one that comes back goes on counting."""
    if key is None:
        return 1
    earlier = EarlierBlock.objects.filter(plan=plan, block=key)
    return (earlier.aggregate(last=Max("revision"))["last"] or 0) + 1


def _keep_earlier(block: Block) -> None:
    """Keep a block as it stands, before somebody changes or removes it."""
    EarlierBlock.objects.get_or_create(**block.to_keep())


def _with_baseline(
    plan: Plan, kind: Kind, before: Mapping[str, str], given: dict[str, str]
) -> dict[str, str]:
    """Return the details of a goal with the baseline of a figure that is newly chosen."""
    if kind is not GOAL or given.get("indicator", "") == before.get("indicator", ""):
        return given
    return with_baseline(before, given, figures_of(plan).indicators())


def _kind(code: str) -> Kind:
    if code not in BY_CODE:
        raise PlanRefused("Dit soort blok bestaat niet. Ververs de pagina en probeer opnieuw.")
    return BY_CODE[code]


def _check_place(plan: Plan, kind: Kind, theme: str) -> None:
    """Refuse a block in a theme that is not there, or a second one where there can be one."""
    if kind.of_theme != bool(theme):
        raise PlanRefused(f"Een {kind.name} hoort {'' if kind.of_theme else 'niet '}bij een thema.")
    there = Block.objects.filter(plan=plan, kind=THEME.code, theme=theme).exists()
    if kind is THEME:
        if there:
            raise PlanRefused("Dit thema staat al in het plan.")
    elif kind.of_theme and not there:
        raise PlanRefused("Dit thema staat niet in het plan. Voeg het eerst toe.")
    elif not kind.is_many and Block.objects.filter(plan=plan, kind=kind.code).exists():
        raise PlanRefused(f"Er is al een {kind.name}. Werk daarin verder.")


def _last_theme(plan: Plan) -> int:
    found = Block.objects.filter(plan=plan, kind=THEME.code).aggregate(last=Max("order"))
    return found["last"] or 0


def _block(plan: Plan, key: uuid.UUID) -> Block:
    found = Block.objects.select_for_update(of=("self",)).filter(plan=plan, key=key).first()
    if found is None:
        raise PlanRefused(GONE)
    return found


def _begins_stretch(block: Block, by: Actor) -> bool:
    return block.written_by_id != by.member_id or timezone.now() - block.written_at > STRETCH
