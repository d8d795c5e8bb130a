"""Which plans, and which goals and sentences in them, rest on a figure: told to the figures."""

from collections.abc import Iterator

from django.db.models import Q
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from integraal.foundation.areas.models import Area
from integraal.foundation.areas.queries import municipality_on
from integraal.foundation.audit.actors import Actor
from integraal.knowledge.figures.uses import Question, Spot, Use
from integraal.policy.picture.trace.uses import uses_in_pictures
from integraal.policy.plan.content import Json, all_blocks, content_of, picture_of
from integraal.policy.plan.kinds import GOAL
from integraal.policy.plan.models import Block, Plan
from integraal.policy.plan.queries import plans
from integraal.policy.plan.trace.lines import mentions_of, where_words

WHOLE = 0


def uses_in_plans(by: Actor, question: Question) -> Iterator[Use]:
    """Yield the plans the asker may read that name the figures, newest first."""
    found = _naming(by, question)
    if not found:
        return
    resting = {use.document for use in uses_in_pictures(by, question)}
    area = _area(question)
    for plan in found:
        picture = picture_of(plan)
        if picture is None or picture.pk not in resting:
            continue
        spots = tuple(_spots(plan, question, picture.year, area))
        if spots:
            yield Use(
                document=plan.pk,
                title=plan.title,
                version=plan.version,
                state=plan.state,
                state_label=plan.state_label,
                url=reverse("plan-trace", args=[plan.pk]),
                spots=spots,
            )


def _naming(by: Actor, question: Question) -> list[Plan]:
    """Return the plans with a goal or a text that names one of the indicators; two queries."""
    named = Q(kind=GOAL.code, details__indicator__in=list(question.indicators))
    for code in question.indicators:
        named |= Q(text__contains=f"[[{code} ")
    holding = Block.objects.filter(named).values("plan_id")
    return list(plans(by).filter(picture__isnull=False, pk__in=holding).select_related("picture"))


def _area(question: Question) -> int | None:
    """Return the number of the area asked after; ``WHOLE`` for the municipality, None for any."""
    if question.area is None:
        return None
    own = municipality_on(timezone.localdate())
    if own and own.pk == question.area:
        return WHOLE
    area = Area.objects.defer("geometry").filter(pk=question.area).first()
    return (area.number if area else None) or -1


def _spots(plan: Plan, question: Question, year: int, area: int | None) -> Iterator[Spot]:
    content = content_of(plan)
    themes = {one["code"]: one for one in content["themes"]}
    is_asked = (question.year in (None, year)) and area in (None, WHOLE)
    for block in all_blocks(content):
        where = where_words(block, themes.get(block["theme"]))
        if is_asked and _measures(block, question):
            words = block["title"] or block["text"]
            url = reverse("plan-goal-trace", args=[plan.pk, block["key"]])
            yield Spot(where, "", words, "", url)
        for mention in mentions_of(block, content["figures"]):
            token = mention.token
            if token.indicator not in question.indicators:
                continue
            if question.year not in (None, token.year or year):
                continue
            if area not in (None, token.area or WHOLE):
                continue
            url = _block_url(plan, block)
            yield Spot(where, mention.before, mention.figure, mention.after, url)


def _measures(block: Json, question: Question) -> bool:
    return block["kind"] == GOAL.code and block["details"].get("indicator") in question.indicators


def _block_url(plan: Plan, block: Json) -> str:
    try:
        return reverse("plan-block", args=[plan.pk, block["key"]])
    except NoReverseMatch:
        return reverse("plan-trace", args=[plan.pk])
