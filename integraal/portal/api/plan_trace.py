"""The trace of a plan by API: what each goal and each figure in a text rests on."""

import uuid
from typing import Any

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Router, Schema

from integraal.policy.plan.models import Plan
from integraal.policy.plan.queries import plans
from integraal.policy.plan.trace.lines import PlanTrace, TraceLine, plan_trace, where_words
from integraal.policy.plan.trace.presenters import LineRow, line_rows
from integraal.portal.api.keys import actor, with_scope
from integraal.portal.api.schemas import Invalid, Problem
from integraal.portal.api.tracing import RowOut

router = Router(tags=["Herkomst"])
REFUSALS = {403: Problem, 404: Problem, 422: Invalid}


class ScoreOut(Schema):
    """What a theme scored by one criterion, counted; nobody's score can be told apart."""

    criterion: str
    mean: str
    spread: str
    n: int


class TraceLineOut(Schema):
    """A goal or a figure in a text, and what it rests on; ``nothing`` says why there is none."""

    key: uuid.UUID
    is_goal: bool
    words: str
    where: str
    theme: str
    priority: str
    scores: list[ScoreOut]
    finding: str
    indicator: str
    year: int | None
    value: str
    margin: str
    source: str
    rows: list[RowOut]
    nothing: str


class PlanTraceOut(Schema):
    """The trace of a plan."""

    plan: uuid.UUID
    picture: uuid.UUID | None
    session: uuid.UUID | None
    lines: list[TraceLineOut]


@router.get("/{uuid:pk}/trace", response={200: PlanTraceOut, **REFUSALS},
            auth=with_scope("plan:read"), operation_id="tracePlan")  # fmt: skip
def trace(request: HttpRequest, pk: uuid.UUID) -> Any:
    """What every goal and every figure in a text rests on, down to the rows of files."""
    return _told(plan_trace(actor(request), _plan(request, pk)))


@router.get("/{uuid:pk}/trace/{uuid:key}", response={200: PlanTraceOut, **REFUSALS},
            auth=with_scope("plan:read"), operation_id="traceGoal")  # fmt: skip
def trace_one(request: HttpRequest, pk: uuid.UUID, key: uuid.UUID) -> Any:
    """What one goal, and the figures in its text, rest on."""
    found = plan_trace(actor(request), _plan(request, pk), str(key))
    if not found.lines:
        raise Http404
    return _told(found)


def _plan(request: HttpRequest, pk: uuid.UUID) -> Plan:
    return get_object_or_404(plans(actor(request)), pk=pk)


def _told(found: PlanTrace) -> dict[str, Any]:
    return {
        "plan": found.plan.pk,
        "picture": found.picture.pk if found.picture else None,
        "session": found.session.pk if found.session else None,
        "lines": [
            _line(line, row)
            for line, row in zip(found.lines, line_rows(found, found.lines), strict=True)
        ],
    }


def _line(line: TraceLine, row: LineRow) -> dict[str, Any]:
    figure, traced = row.figure, line.traced
    return {
        "key": line.block["key"],
        "is_goal": line.mention is None,
        "words": row.words,
        "where": where_words(line.block, line.theme),
        "theme": line.block["theme"],
        "priority": row.priority,
        "scores": line.scores,
        "finding": figure.finding if figure else "",
        "indicator": traced.one["code"] if traced else "",
        "year": traced.year if traced else None,
        "value": figure.page.value if figure else "",
        "margin": figure.margin if figure else "",
        "source": figure.page.source if figure else "",
        "rows": [{**one.__dict__, "id": one.pk} for one in traced.rows] if traced else [],
        "nothing": line.nothing,
    }
