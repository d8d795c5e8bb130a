"""Pages of the thresholds of a goal."""

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from integraal.foundation.people.access import NotAllowed
from integraal.foundation.people.scope import actor
from integraal.policy.monitoring.access import check_write
from integraal.policy.monitoring.models import Threshold
from integraal.policy.monitoring.refusals import MonitoringRefused
from integraal.policy.monitoring.showing import FormPage, others_of, show_form
from integraal.policy.monitoring.thresholds import actions
from integraal.policy.monitoring.thresholds.forms import ThresholdForm
from integraal.policy.monitoring.thresholds.rules import opened_words
from integraal.policy.picture.filling_in import attempt, revision_sent


@login_required
@require_http_methods(["GET", "POST"])
def threshold(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Set or change a threshold of a goal."""
    by, back = actor(request), reverse("monitoring-goal", args=[key])
    check_write(by)
    row = Threshold.objects.filter(goal=key, rule=request.GET.get("soort", "")[:5]).first()
    initial = {"rule": row.rule, "value": row.value} if row else {}
    form = ThresholdForm(request.POST or None, initial=initial)
    base = revision_sent(request) or (row.revision if row else 0)
    tried = attempt(
        request,
        form,
        lambda given: actions.set_threshold(by=by, goal=key, base_revision=base, **given),
    )
    if tried.done:
        messages.success(request, "De drempel is ingesteld. Elke dag wordt hij nagekeken.")
        return redirect(back)
    page = FormPage(
        "monitoring", "Drempel instellen", form, back, "Doel",
        lead="Wordt de drempel overschreden, dan opent het product één keer een afwijking.",
        deed="Stel de drempel in", **others_of(form, tried, base),
    )  # fmt: skip
    return show_form(request, page, tried.status)


@login_required
@require_POST
def remove(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Take a threshold away."""
    row = get_object_or_404(Threshold, pk=pk)
    try:
        actions.remove_threshold(by=actor(request), threshold=row)
    except MonitoringRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "De drempel is weggehaald.")
    return redirect("monitoring-goal", row.goal)


@login_required
@require_POST
def check(request: HttpRequest) -> HttpResponse:
    """Look at every threshold now."""
    try:
        opened = actions.check_thresholds(by=actor(request))
    except NotAllowed as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, opened_words(len(opened)))
    return redirect("deviations")
