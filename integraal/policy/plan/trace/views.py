"""Pages of the trace of a plan: the whole table, and one goal in steps."""

import uuid

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from integraal.foundation.people.scope import actor
from integraal.foundation.ui.downloads import file_answer
from integraal.foundation.ui.spreadsheets import CONTENT_TYPE
from integraal.policy.plan.kinds import GOAL
from integraal.policy.plan.plan_views import plan_of, show
from integraal.policy.plan.trace.lines import plan_trace
from integraal.policy.plan.trace.presenters import goal_page, trace_page
from integraal.policy.plan.trace.table import as_csv, as_excel


@require_safe
@login_required
def whole(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """What every goal and every figure in a text rests on."""
    by, plan = actor(request), plan_of(request, pk)
    return show(request, "plan/trace.html", trace_page(by, plan_trace(by, plan)))


@require_safe
@login_required
def download(request: HttpRequest, pk: uuid.UUID, form: str) -> HttpResponse:
    """The same as a file: "excel" or "csv"."""
    plan = plan_of(request, pk)
    trace = plan_trace(actor(request), plan)
    content, kind, ending = (
        (as_excel(trace), CONTENT_TYPE, "xlsx")
        if form == "excel"
        else (as_csv(trace), "text/csv; charset=utf-8", "csv")
    )
    name = f"herkomst-plan-{plan.first_year}-{plan.last_year}-versie-{plan.version}.{ending}"
    return file_answer(name, content, kind)


@require_safe
@login_required
def goal(request: HttpRequest, pk: uuid.UUID, key: uuid.UUID) -> HttpResponse:
    """One goal: the priority, the scores, the finding, the figure and its rows."""
    by = actor(request)
    trace = plan_trace(by, plan_of(request, pk), str(key))
    if not any(line.block["kind"] == GOAL.code for line in trace.lines):
        raise Http404("Dit doel staat niet in het plan.")
    return show(request, "plan/trace_goal.html", goal_page(by, trace))
