"""A measure as a row of the table, to read or as a form."""

import uuid

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from integraal.foundation.people.scope import actor
from integraal.policy.programme.measures.forms import FIVE, MeasureForm
from integraal.policy.programme.measures.saving import Outcome
from integraal.policy.programme.measures.values import initial_of
from integraal.policy.programme.measures.views import measure_of, saved_form
from integraal.policy.programme.models import Measure, Progress, Status
from integraal.policy.programme.overview.lines import lines_of
from integraal.policy.programme.overview.presenters import may_change_rows
from integraal.policy.programme.overview.rows import anchor_of, rows_of
from integraal.policy.programme.updating.saying.actions import change_status

_IN_A_ROW, _PRACTICAL_IN_A_ROW = FIVE, ("owner",)


class StatusForm(forms.Form):
    """Where a measure of an adopted programme is; nothing chosen changes nothing."""

    status = forms.ChoiceField(
        label="Stand",
        choices=Status.choices,
        required=False,
        error_messages={"invalid_choice": "Kies een stand uit de lijst."},
    )


@login_required
@require_http_methods(["GET", "POST"])
def row(request: HttpRequest, pk: uuid.UUID, key: uuid.UUID) -> HttpResponse:
    """The row of a measure in the table, to read or as a form; without a script, its page."""
    found, by = measure_of(request, pk, key), actor(request)
    if not request.htmx and request.method == "GET":  # type: ignore[attr-defined]
        return redirect(f"{reverse('measure', args=[pk, key])}#aanpassen")
    may_change = may_change_rows(by, found.programme)
    wants_form = request.method == "POST" or "bewerk" in request.GET
    if not (may_change and wants_form):
        return _shown_row(request, found, may_change=may_change)
    form, standing = _row_form(found, request), _status_form(found, request)
    outcome = Outcome(base_revision=found.revision)
    if request.method == "POST":
        outcome = _saved_row(request, found, form, standing)
    if outcome.saved:
        return _shown_row(request, measure_of(request, pk, key), may_change=may_change)
    context = {
        "measure": found, "form": form, "standing": standing, "outcome": outcome,
        "anchor": anchor_of(key),
    }  # fmt: skip
    return render(request, "programme/measure_row_form.html", context, status=outcome.status)


def _saved_row(
    request: HttpRequest, found: Measure, form: MeasureForm, standing: StatusForm | None
) -> Outcome:
    """Save the row, and say where the measure is when that was changed."""
    if standing is not None and not standing.is_valid():
        return Outcome(status=422, base_revision=found.revision)
    outcome = saved_form(request, found, form)
    if outcome.saved and standing is not None and standing.cleaned_data["status"]:
        change_status(
            by=actor(request), programme=found.programme, key=found.key,
            status=standing.cleaned_data["status"],
        )  # fmt: skip
    return outcome


def _row_form(found: Measure, request: HttpRequest) -> MeasureForm:
    only = _PRACTICAL_IN_A_ROW if found.programme.is_frozen else _IN_A_ROW
    data = request.POST if request.method == "POST" else None
    return MeasureForm(found.programme, data, measure=found, only=only, initial=initial_of(found))


def _status_form(found: Measure, request: HttpRequest) -> StatusForm | None:
    """Return the choice of a stand, for a programme that is carried out."""
    if not found.programme.is_frozen:
        return None
    stand = Progress.objects.filter(lineage=found.programme.lineage, measure=found.key).first()
    data = request.POST if request.method == "POST" else None
    initial = {"status": stand.status if stand else Status.PLANNED}
    return StatusForm(data, auto_id=f"stand-{found.key.hex[:12]}-%s", initial=initial)


def _shown_row(request: HttpRequest, found: Measure, *, may_change: bool) -> HttpResponse:
    lines = lines_of(found.programme)
    line = next(one for one in lines if one.key == found.key)
    [shown] = rows_of(found.programme, [line], may_change=may_change)
    context = {"row": shown, "is_fresh": True}
    return render(request, "programme/measure_row.html", context)
