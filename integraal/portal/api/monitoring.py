"""Goals, readings and thresholds by API."""

import uuid
from decimal import Decimal
from typing import Any

from django.http import Http404, HttpRequest
from django.utils import timezone
from ninja import Field, Router, Schema, Status

from integraal.policy.monitoring.goals.actions import keep_reading
from integraal.policy.monitoring.goals.course import beside_path, path_at
from integraal.policy.monitoring.goals.goal_page import goal_page
from integraal.policy.monitoring.goals.presenters import GoalLine, goal_lines
from integraal.policy.monitoring.goals.queries import adopted_plan
from integraal.policy.monitoring.models import GoalReading, Threshold
from integraal.policy.monitoring.thresholds.actions import check_thresholds, set_threshold
from integraal.portal.api.keys import actor, with_scope
from integraal.portal.api.schemas import Invalid, Problem

router = Router(tags=["Monitoring"])
READ = with_scope("monitoring:read")
WRITE = with_scope("monitoring:write")
REFUSALS = {403: Problem, 404: Problem, 409: Problem, 422: Invalid}
MOST = 999_999_999.0
AMOUNT = Field(None, ge=0, le=MOST)


class GoalYearOut(Schema):
    """What a year brought, the path in that year, and what may be said."""

    year: int
    value: float | None
    low: float | None
    high: float | None
    complete: bool
    path: float | None
    beside_path: str
    since_baseline: str


class FollowedGoalOut(Schema):
    """A goal with its years; ``attention`` says why it stands out."""

    key: uuid.UUID
    title: str
    theme: str
    indicator: str
    years: list[GoalYearOut]
    measures: int
    attention: list[str]


class SaidOut(Schema):
    """One way of looking at before and after."""

    name: str
    verdict: str
    say: str
    more: list[str]


class GoalEvaluationOut(Schema):
    """What may be said since the measures began, or why not."""

    why_not: str
    said: list[SaidOut]


class ReadingIn(Schema):
    """What was measured of a goal in a year; numbers are kept with two decimals."""

    year: int = Field(ge=2000, le=2100)
    value: float = Field(ge=0, le=MOST)
    source: str = Field(max_length=200)
    low: float | None = AMOUNT
    high: float | None = AMOUNT
    base_revision: int = 0


class ReadingOut(ReadingIn):
    """A reading as it is kept."""

    id: uuid.UUID
    revision: int


class ThresholdIn(Schema):
    """When a goal asks for attention: above, below or worse; kept with two decimals."""

    rule: str = Field(max_length=5)
    value: float | None = AMOUNT
    base_revision: int = 0


class ThresholdOut(Schema):
    """A threshold; ``crossed_in`` is the year in which it was found crossed."""

    id: uuid.UUID
    rule: str
    value: float | None
    crossed_in: str
    revision: int


class CheckedOut(Schema):
    """The deviations that a check opened."""

    opened: list[uuid.UUID]


@router.get(
    "/goals", response={200: list[FollowedGoalOut], **REFUSALS}, auth=READ,
    operation_id="listFollowedGoals",
)  # fmt: skip
def goals(request: HttpRequest) -> Any:
    """The goals of the adopted plan with what was reached, what stands out first."""
    by = actor(request)
    plan = adopted_plan(by, timezone.localdate())
    return [_told(one) for one in goal_lines(by, plan)] if plan else []


@router.get(
    "/goals/{uuid:key}/evaluation", response={200: GoalEvaluationOut, **REFUSALS}, auth=READ,
    operation_id="evaluateGoal",
)  # fmt: skip
def evaluation(request: HttpRequest, key: uuid.UUID) -> Any:
    """What may be said of a goal since its measures began."""
    page = goal_page(actor(request), str(key))
    if page is None:
        raise Http404
    said = [
        {"name": one.name, "verdict": one.kind, "say": one.say, "more": list(one.more)}
        for one in page.evaluation.said
    ]
    return {"why_not": page.evaluation.why_not, "said": said}


@router.get(
    "/goals/{uuid:key}/readings", response={200: list[ReadingOut], **REFUSALS}, auth=READ,
    operation_id="listReadings",
)  # fmt: skip
def readings(request: HttpRequest, key: uuid.UUID) -> Any:
    """What was measured of a goal with a figure of its own."""
    return [_reading(one) for one in GoalReading.objects.filter(goal=key)]


@router.post(
    "/goals/{uuid:key}/readings", response={201: ReadingOut, **REFUSALS}, auth=WRITE,
    operation_id="keepReading",
)  # fmt: skip
def keep(request: HttpRequest, key: uuid.UUID, given: ReadingIn) -> Any:
    """Keep what was measured of a goal in a year."""
    fields = with_decimals(given.dict(), "value", "low", "high")
    return Status(201, _reading(keep_reading(by=actor(request), goal=key, **fields)))


@router.get(
    "/goals/{uuid:key}/thresholds", response={200: list[ThresholdOut], **REFUSALS}, auth=READ,
    operation_id="listThresholds",
)  # fmt: skip
def thresholds(request: HttpRequest, key: uuid.UUID) -> Any:
    """When a goal asks for attention."""
    return list(Threshold.objects.filter(goal=key))


@router.post(
    "/goals/{uuid:key}/thresholds", response={201: ThresholdOut, **REFUSALS}, auth=WRITE,
    operation_id="setThreshold",
)  # fmt: skip
def limit(request: HttpRequest, key: uuid.UUID, given: ThresholdIn) -> Any:
    """Set when a goal asks for attention."""
    fields = with_decimals(given.dict(), "value")
    return Status(201, set_threshold(by=actor(request), goal=key, **fields))


@router.post(
    "/check", response={200: CheckedOut, **REFUSALS}, auth=WRITE, operation_id="checkThresholds"
)
def check(request: HttpRequest) -> Any:
    """Look at every threshold now; a crossing opens one deviation."""
    return {"opened": [one.pk for one in check_thresholds(by=actor(request))]}


def with_decimals(fields: dict[str, Any], *names: str, places: int = 2) -> dict[str, Any]:
    """Return fields with these numbers exact, rounded to so many decimals."""
    exact = {
        name: Decimal(str(round(fields[name], places)))
        for name in names
        if fields[name] is not None
    }
    return {**fields, **exact}


def _told(line: GoalLine) -> dict[str, Any]:
    one = line.followed
    years = []
    for each in one.reached:
        beside, verdict = beside_path(one.goal, each), one.since_start.get(each.year)
        years.append(
            {
                "year": each.year, "value": each.value, "low": each.low, "high": each.high,
                "complete": each.complete, "path": path_at(one.goal, each.year),
                "beside_path": beside.say if beside else "",
                "since_baseline": verdict.alone if verdict else "",
            }
        )  # fmt: skip
    return {
        "key": one.goal.key, "title": one.goal.title, "theme": one.goal.theme,
        "indicator": one.goal.indicator, "years": years, "measures": len(line.done),
        "attention": list(line.attention),
    }  # fmt: skip


def _reading(one: GoalReading) -> dict[str, Any]:
    names = ("year", "value", "source", "low", "high", "revision")
    told = {name: getattr(one, name) for name in names}
    return {**told, "id": one.pk, "base_revision": one.revision}
