"""Accepted proposals into a plan, by the same deeds as somebody who writes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from integraal.foundation.audit.actors import Actor
from integraal.policy.plan.beginning import LEGAL_BASIS, PRINCIPLES
from integraal.policy.plan.importing.judging import (
    ACCEPT,
    SKIP,
    Json,
    Wanted,
    in_writing_order,
    judged,
    wanted_block,
)
from integraal.policy.plan.kinds import BY_CODE, LEGAL, PRINCIPLE, THEME
from integraal.policy.plan.models import Block, Plan, PlanImport
from integraal.policy.plan.rules import LONGEST_TEXT
from integraal.policy.plan.writing.actions import add_block, move_block, remove_block, write_block

TAKEN, ADDED_TO, THERE, TOO_LONG = "taken", "added_to", "there", "too_long"
_ONCE_PER_TITLE = ("partner", "term", "dropped", "legal", "goal", "principle")
_OURS = {*(text for _, text in PRINCIPLES), LEGAL_BASIS[1]}


@dataclass(frozen=True)
class Written:
    """What came of an accepted proposal: an outcome, and the block that holds it now."""

    wanted: Wanted
    outcome: str
    block: UUID | None


def accepted(row: PlanImport) -> list[Wanted]:
    """Return the blocks that the accepted proposals of an import ask for."""
    found = []
    for proposal in row.found.get("proposals", ()):
        decision = judged(proposal, row.settled)
        if decision["deed"] == ACCEPT:
            found.append(wanted_block(proposal, decision))
    return found


def write_all(
    by: Actor, plan: Plan, wanted: Sequence[Wanted], names: Mapping[str, str]
) -> list[Written]:
    """Write the blocks in a plan; what has one place goes under what stands there.

    Args:
        by: who writes.
        plan: a draft.
        wanted: the blocks.
        names: code to name of every theme.

    Raises:
        PlanRefused: a rule of the plan is broken; the caller's transaction undoes everything.
    """
    written = []
    for one in in_writing_order(list(wanted)):
        _make_sure_of_theme(by, plan, one, names)
        written.append(_write(by, plan, one))
    return written


def clear_untouched(by: Actor, plan: Plan, written: Sequence[Written]) -> None:
    """Remove what a new plan begins with and the document does not hold."""
    touched = {one.block for one in written if one.block}
    themes = set(
        Block.objects.filter(plan=plan).exclude(kind=THEME.code).values_list("theme", flat=True)
    )
    begun = Block.objects.filter(plan=plan, kind__in=[THEME.code, PRINCIPLE.code, LEGAL.code])
    for block in begun.exclude(key__in=touched):
        is_used = block.kind == THEME.code and block.theme in themes
        is_ours = block.kind == THEME.code or block.text in _OURS
        if is_ours and not is_used:
            remove_block(by=by, plan=plan, key=block.key, base_revision=block.revision)


def order_themes(by: Actor, plan: Plan, wanted: Sequence[Wanted]) -> None:
    """Put the themes of a new plan in the order of the document."""
    order = list(dict.fromkeys(one.theme for one in wanted if one.theme))
    found = list(Block.objects.filter(plan=plan, kind=THEME.code))
    if [one.theme for one in found] == order:
        return
    keys = {one.theme: one.key for one in found}
    for place, theme in enumerate(order, start=1):
        move_block(by=by, plan=plan, key=keys[theme], to=place)


def report(row: PlanImport, written: Sequence[Written]) -> list[Json]:
    """Return line by line what was taken over and what was left out, without the words."""
    by_id = {one.wanted.proposal: one for one in written}
    lines = []
    for proposal in row.found["proposals"]:
        decision, done = judged(proposal, row.settled), by_id.get(proposal["id"])
        outcome = SKIP if decision["deed"] == SKIP else "open"
        lines.append(
            {
                "part": proposal["part"],
                "kind": decision["kind"],
                "theme": decision["theme"],
                "line": proposal["line"],
                "page": proposal["page"],
                "outcome": done.outcome if done else outcome,
                "block": str(done.block) if done and done.block else "",
            }
        )
    return lines


def _make_sure_of_theme(by: Actor, plan: Plan, wanted: Wanted, names: Mapping[str, str]) -> None:
    if not wanted.theme or wanted.kind == THEME.code:
        return
    if not Block.objects.filter(plan=plan, kind=THEME.code, theme=wanted.theme).exists():
        title = names.get(wanted.theme, wanted.theme)
        add_block(by=by, plan=plan, kind=THEME.code, theme=wanted.theme, title=title)


def _write(by: Actor, plan: Plan, wanted: Wanted) -> Written:
    there = _there(plan, wanted)
    if there is None:
        block = add_block(
            by=by, plan=plan, kind=wanted.kind, theme=wanted.theme, title=wanted.title,
            text=wanted.text, details=wanted.details,
        )  # fmt: skip
        return Written(wanted, TAKEN, block.key)
    is_alone = wanted.kind == THEME.code or not BY_CODE[wanted.kind].is_many
    if is_alone or there.text in _OURS:
        return _go_on(by, plan, wanted, there)
    return Written(wanted, THERE, None)


def _there(plan: Plan, wanted: Wanted) -> Block | None:
    """Return the block that already holds this: the only one of its kind, or of the same title."""
    found = Block.objects.filter(plan=plan, kind=wanted.kind, theme=wanted.theme)
    if wanted.kind == THEME.code or not BY_CODE[wanted.kind].is_many:
        return found.first()
    if wanted.kind == LEGAL.code and wanted.details.get("link") == LEGAL_BASIS[2]:
        return found.filter(text=LEGAL_BASIS[1]).first() or _of_title(found, wanted)
    return _of_title(found, wanted) if wanted.kind in _ONCE_PER_TITLE else None


def _of_title(found: QuerySet[Block], wanted: Wanted) -> Block | None:
    return found.filter(title__iexact=wanted.title).first() if wanted.title else None


def _go_on(by: Actor, plan: Plan, wanted: Wanted, block: Block) -> Written:
    """Write under what stands there; words of our own make way for those of the document."""
    is_ours = block.text in _OURS
    text = wanted.text if is_ours else "\n\n".join(one for one in (block.text, wanted.text) if one)
    if len(text) > LONGEST_TEXT:
        return Written(wanted, TOO_LONG, None)
    details = {code: words for code, words in wanted.details.items() if not block.details.get(code)}
    write_block(
        by=by, plan=plan, key=block.key, base_revision=block.revision, text=text, details=details,
        title=wanted.title if is_ours and wanted.title else None,
    )  # fmt: skip
    return Written(wanted, TAKEN if is_ours or not block.text else ADDED_TO, block.key)
