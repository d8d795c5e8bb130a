"""Search in the goals and texts of plans."""

from django.db.models import F, TextField, Value
from django.db.models.functions import Concat

from integraal.foundation.audit.actors import Actor
from integraal.foundation.lifecycle.states import State
from integraal.policy.plan.kinds import BY_CODE, GOAL
from integraal.policy.plan.models import Block
from integraal.policy.plan.queries import plans
from integraal.policy.plan.writing.links import place_url
from integraal.portal.search.hits import MOST, Hit
from integraal.portal.search.words import found_in


def plan_texts(by: Actor, words: str) -> list[Hit]:
    """Return the blocks of plans that hold ``words``; not those of a version that was replaced."""
    readable = {one.pk: one for one in plans(by).exclude(state=State.SUPERSEDED).defer("frozen")}
    rows = Block.objects.filter(plan_id__in=readable)
    found = found_in(
        rows, Concat(F("title"), Value("\n"), F("text"), output_field=TextField()), words
    )
    return [
        Hit(
            "Doel" if one.kind == GOAL.code else "Plan",
            f"{readable[one.plan_id]}: {one.title or BY_CODE[one.kind].name}",
            place_url(one.plan_id, one.kind, one.theme, one.key),
            one.excerpt,
        )
        for one in found.order_by("-written_at")[:MOST]
    ]
