"""Pages of the goals: the list, one goal, and what was measured of it."""

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from integraal.foundation.people.scope import actor
from integraal.policy.monitoring.access import check_write
from integraal.policy.monitoring.goals import actions
from integraal.policy.monitoring.goals.forms import ReadingForm
from integraal.policy.monitoring.goals.goal_page import goal_page
from integraal.policy.monitoring.goals.presenters import goals_page
from integraal.policy.monitoring.models import GoalReading
from integraal.policy.monitoring.refusals import MonitoringRefused
from integraal.policy.monitoring.showing import FormPage, others_of, show, show_form
from integraal.policy.picture.filling_in import attempt, revision_sent

TAB = "monitoring"


@login_required
@require_safe
def goals(request: HttpRequest) -> HttpResponse:
    """The goals of the adopted plan, what stands out first."""
    page = goals_page(actor(request), request.GET.get("thema", ""))
    return show(request, "monitoring/goals.html", TAB, page)


@login_required
@require_safe
def goal(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """What one goal promised, what was done for it and what it reached."""
    page = goal_page(actor(request), str(key))
    if page is None:
        raise Http404("Dit doel staat niet in het plan dat geldt.")
    return show(request, "monitoring/goal.html", TAB, page)


@login_required
@require_http_methods(["GET", "POST"])
def reading(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Fill in what was measured of a goal in a year."""
    by, back = actor(request), reverse("monitoring-goal", args=[key])
    check_write(by)
    row = _reading_asked(request, key)
    names = ("year", "value", "source", "low", "high")
    form = ReadingForm(
        request.POST or None, initial={name: getattr(row, name, None) for name in names}
    )
    base = revision_sent(request) or (row.revision if row else 0)
    tried = attempt(
        request,
        form,
        lambda given: actions.keep_reading(by=by, goal=key, base_revision=base, **given),
    )
    if tried.done:
        messages.success(request, f"De stand over {tried.done.year} is bewaard.")
        return redirect(back)
    page = FormPage(
        TAB, "Stand invullen", form, back, "Doel",
        lead="Vul in wat er is gemeten, en waar dat vandaan komt.", **others_of(form, tried, base),
    )  # fmt: skip
    return show_form(request, page, tried.status)


@login_required
@require_POST
def remove_reading(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Take a reading away."""
    row = get_object_or_404(GoalReading, pk=pk)
    try:
        actions.remove_reading(by=actor(request), reading=row)
    except MonitoringRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, f"De stand over {row.year} is weggehaald.")
    return redirect("monitoring-goal", row.goal)


def _reading_asked(request: HttpRequest, key: uuid.UUID) -> GoalReading | None:
    asked = request.GET.get("jaar", "")
    if not (asked.isdecimal() and len(asked) == 4):
        return None
    return GoalReading.objects.filter(goal=key, year=int(asked)).first()
