"""The list of plans, the beginning of one, and the page that says where it stands."""

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from integraal.foundation.people.access import allowed
from integraal.foundation.people.scope import actor
from integraal.policy.plan.access import check_write
from integraal.policy.plan.actions import start_next_version, start_plan
from integraal.policy.plan.editions.actions import keep_edition
from integraal.policy.plan.overview.forms import StartForm
from integraal.policy.plan.overview.presenters import overview, plan_list
from integraal.policy.plan.plan_views import plan_of, show
from integraal.policy.plan.refusals import PlanRefused


@login_required
@require_http_methods(["GET", "POST"])
def plan_index(request: HttpRequest) -> HttpResponse:
    """All plans, and the beginning of a new one."""
    by = actor(request)
    form = StartForm(by, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            plan = start_plan(
                by=by,
                first_year=given["first_year"],
                last_year=given["last_year"],
                **form.rests(),  # type: ignore[arg-type]
            )
        except PlanRefused as refusal:
            form.add_error("first_year", str(refusal))
        else:
            messages.success(request, f"{plan.title} is begonnen.")
            return redirect("plan", plan.pk)
    context = {"plans": plan_list(by), "form": form, "may_start": allowed(check_write, by)}
    return show(request, "plan/index.html", status=422 if form.errors else 200, **context)


@login_required
@require_GET
def plan_overview(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Where one plan stands, and what is next."""
    return show(request, "plan/overview.html", overview(actor(request), plan_of(request, pk)))


@login_required
@require_POST
def keep(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Keep the draft as it is now, to compare with later."""
    edition = keep_edition(by=actor(request), plan=plan_of(request, pk))
    messages.success(request, f"Het plan van nu is bewaard als uitgave {edition.number}.")
    return redirect("plan", pk)


@login_required
@require_POST
def next_version(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Begin the next version of an adopted plan."""
    try:
        following = start_next_version(by=actor(request), plan=plan_of(request, pk))
    except PlanRefused as refusal:
        messages.error(request, str(refusal))
        return redirect("plan", pk)
    messages.success(request, f"Versie {following.version} is begonnen, met de tekst van nu.")
    return redirect("plan", following.pk)
