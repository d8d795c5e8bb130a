"""Add one measure, or several at once from the goals of the plan."""

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from integraal.foundation.people.scope import actor
from integraal.policy.picture.filling_in import attempt
from integraal.policy.programme.access import check_write
from integraal.policy.programme.measures.actions import add_measure, add_measures
from integraal.policy.programme.measures.forms import FIVE, MeasureForm
from integraal.policy.programme.measures.from_goals import from_goals
from integraal.policy.programme.pages import programme_of, show
from integraal.policy.programme.refusals import ProgrammeRefused

TAB = "programme"
_MORE = "nog-een"


@login_required
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Add one measure."""
    programme, by = programme_of(request, pk), actor(request)
    check_write(by, programme)
    data = request.POST if request.method == "POST" else None
    initial = {"why": request.GET.get("waarvoor", "")}
    form = MeasureForm(programme, data, only=FIVE, initial=initial)
    tried = attempt(
        request, form, lambda _: add_measure(by=by, programme=programme, **form.given())
    )
    if made := tried.done:
        messages.success(request, f"Toegevoegd: {made.title}.")
        if _MORE in request.POST:
            return redirect(f"{reverse('measure-add', args=[pk])}?waarvoor={_why(form)}")
        return redirect("measure", pk, made.key)
    return show(request, "programme/measure_add.html", programme, TAB, {"form": form}, tried.status)


@login_required
@require_http_methods(["GET", "POST"])
def add_from_goals(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Add several measures at once, per goal of the plan."""
    programme, by = programme_of(request, pk), actor(request)
    check_write(by, programme)
    page = from_goals(programme, request.POST if request.method == "POST" else None)
    problem, status = "", 200
    if request.method == "POST":
        problem, status = "", 422
        if page.is_valid():
            try:
                made = add_measures(by=by, programme=programme, rows=page.given())
            except ProgrammeRefused as refusal:
                problem = str(refusal)
            else:
                many = "1 maatregel" if len(made) == 1 else f"{len(made)} maatregelen"
                messages.success(request, f"Toegevoegd: {many}.")
                return redirect(TAB, pk)
    return show(request, "programme/from_goals.html", programme, TAB, page, status, problem=problem)


def _why(form: MeasureForm) -> str:
    return str(form.cleaned_data["why"])
