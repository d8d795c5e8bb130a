"""What the editor's script gets back when it saves a block: see ``autosave.js``."""

from dataclasses import asdict

from django.http import JsonResponse, QueryDict
from django.template.loader import render_to_string

from integraal.foundation.audit.actors import Actor
from integraal.foundation.people.access import NotAllowed
from integraal.policy.picture.writing.answering import wrong_words
from integraal.policy.plan.content import block_json, content_around
from integraal.policy.plan.goals.baseline import FILLED
from integraal.policy.plan.models import Block, Plan
from integraal.policy.plan.writing.forms import DETAIL
from integraal.policy.plan.writing.saving import Refused, Saved, fields_of, save
from integraal.policy.plan.writing.showing import block_shown


def to_script(by: Actor, plan: Plan, block: Block, data: QueryDict) -> JsonResponse:
    """Save and answer: the new revision with how the block reads, or why it is not saved."""
    try:
        outcome = save(by, plan, block, data)
    except NotAllowed as refusal:
        return JsonResponse({"problem": str(refusal)}, status=400)
    if isinstance(outcome, Saved):
        return JsonResponse(_saved(plan, outcome, data))
    return _refused(outcome)


def _saved(plan: Plan, outcome: Saved, data: QueryDict) -> dict[str, object]:
    content = content_around(plan, [outcome.block])
    reads = block_shown(block_json(outcome.block), content)
    return {
        "revision": outcome.block.revision,
        "status": f"{outcome.words}{wrong_words(reads.reads)}",
        "reads": render_to_string("plan/writing_reads.html", {"block": reads, "writes": True}),
        "filled": _filled(outcome, data),
    }


def _filled(outcome: Saved, data: QueryDict) -> dict[str, str]:
    """Return the baseline that was taken from the figure, where the writer sent another one."""
    now = fields_of(outcome.block, outcome.form)
    names = [DETAIL + code for code in FILLED if DETAIL + code in now]
    return {name: now[name] for name in names if now[name] != data.get(name, "")}


def _refused(outcome: Refused) -> JsonResponse:
    other, current = outcome.other, outcome.current
    if other is None or current is None:
        return JsonResponse({"problem": outcome.error}, status=422)
    answer = {**asdict(other), "fields": fields_of(current, outcome.form)}
    return JsonResponse(answer, status=409)
