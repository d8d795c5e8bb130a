"""Read the adopted plan with its goals, and the measures that were taken for them."""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.lifecycle.states import State
from integraal.policy.monitoring.goals.course import Goal, goal_of
from integraal.policy.monitoring.goals.standstill import standstill
from integraal.policy.plan.content import content_of, goals
from integraal.policy.plan.models import Plan
from integraal.policy.plan.queries import plans
from integraal.policy.programme.models import Asking, Measure, Progress, Update
from integraal.policy.programme.queries import programmes

_MOST_UPDATES = 40


@dataclass(frozen=True)
class Done:
    """A measure of an adopted programme with where it stands; ``standstill`` says what is wrong."""

    measure: Measure
    progress: Progress | None
    standstill: str


def adopted_plan(by: Actor, today: date) -> Plan | None:
    """Return the plan in force that holds today, or else the newest one in force."""
    found = list(
        plans(by).filter(state=State.ADOPTED).defer("frozen").order_by("-first_year", "-version")
    )
    now = [one for one in found if one.first_year <= today.year <= one.last_year]
    return next(iter([*now, *found]), None)


def goals_of(plan: Plan) -> list[Goal]:
    """Return the goals of a plan in order, each with the name of its theme."""
    content = content_of(plan)
    names = {theme["code"]: theme["name"] for theme in content["themes"]}
    return [goal_of(one, names.get(one["theme"], "")) for one in goals(content)]


def measures_by_goal(by: Actor) -> dict[str, list[Done]]:
    """Return the measures of the adopted programmes by key of their goal; four queries."""
    running = programmes(by).filter(state=State.ADOPTED).defer("frozen")
    found = list(
        Measure.objects.filter(programme__in=running, goal__isnull=False)
        .select_related("programme", "owner", "owner__organisation", "area")
        .defer("programme__frozen")
        .order_by("programme__first_year", "order")
    )
    stands = _progress(found)
    asked = _unanswered({one.programme_id for one in found})
    together: dict[str, list[Done]] = defaultdict(list)
    for one in found:
        stand = stands.get((one.programme.lineage, one.key))
        together[str(one.goal)].append(Done(one, stand, _standstill(one, stand, asked)))
    return together


def updates_of(done: Sequence[Done]) -> list[Update]:
    """Return what was last said of these measures, newest first; one query."""
    if not done:
        return []
    found = Update.objects.filter(
        lineage__in={one.measure.programme.lineage for one in done},
        measure__in=[one.measure.key for one in done],
    ).select_related("said_by", "said_by__organisation")
    return list(found[:_MOST_UPDATES])


def _progress(found: Iterable[Measure]) -> dict[tuple[uuid.UUID, uuid.UUID], Progress]:
    lineages = {one.programme.lineage for one in found}
    rows = Progress.objects.filter(lineage__in=lineages)
    return {(one.lineage, one.measure): one for one in rows}


def _unanswered(chosen: set[uuid.UUID]) -> Mapping[uuid.UUID, list[date]]:
    """Return by member the days on which they were asked and did not answer in time."""
    rows = Asking.objects.filter(
        programme__in=chosen,
        due_on__lt=timezone.localdate(),
        answered_on__isnull=True,
        revoked_on__isnull=True,
    ).values_list("member_id", "asked_on")
    found: dict[uuid.UUID, list[date]] = defaultdict(list)
    for member, day in rows:
        found[member].append(day)
    return found


def _standstill(one: Measure, stand: Progress | None, asked: Mapping[uuid.UUID, list[date]]) -> str:
    return standstill(
        status=stand.status if stand else "",
        lights=(stand.quality, stand.time, stand.money) if stand else (),
        has_owner=one.owner_id is not None,
        updated_on=stand.updated_on if stand else None,
        unanswered=asked.get(one.owner_id, []) if one.owner_id else [],
    )
