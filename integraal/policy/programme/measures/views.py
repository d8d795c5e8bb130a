"""The page of one measure, its row in the table, and what is done with it."""

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from integraal.foundation.people.scope import actor
from integraal.policy.picture.answers import do_and_return
from integraal.policy.picture.filling_in import revision_sent
from integraal.policy.programme.access import check_write
from integraal.policy.programme.measures.actions import remove_measure
from integraal.policy.programme.measures.earlier.actions import (
    bring_measure_back,
    put_measure_back,
)
from integraal.policy.programme.measures.forms import FIVE, MeasureForm
from integraal.policy.programme.measures.presenters import form_of, measure_page
from integraal.policy.programme.measures.saving import Outcome, save
from integraal.policy.programme.measures.values import initial_of
from integraal.policy.programme.models import Measure
from integraal.policy.programme.overview.lines import lines_of
from integraal.policy.programme.overview.presenters import may_change_rows
from integraal.policy.programme.overview.rows import anchor_of, rows_of
from integraal.policy.programme.pages import programme_of, show
from integraal.policy.programme.queries import measure_within as find_measure
from integraal.policy.programme.queries import programmes

TAB = "programme"
_IN_A_ROW, _PRACTICAL_IN_A_ROW = FIVE, ("owner",)


@login_required
@require_http_methods(["GET", "POST"])
def measure(request: HttpRequest, pk: uuid.UUID, key: uuid.UUID) -> HttpResponse:
    """One measure: read, and written by who may."""
    found, by = measure_of(request, pk, key), actor(request)
    if request.method == "GET":
        page = measure_page(by, found, form_of(by, found))
        return show(request, "programme/measure.html", found.programme, TAB, page)
    form = form_of(by, found, request.POST)
    outcome = _saved(request, found, form)
    if outcome.saved:
        messages.success(request, "Bewaard.")
        return redirect("measure", pk, key)
    page = measure_page(by, found, form, outcome)
    return show(request, "programme/measure.html", found.programme, TAB, page, outcome.status)


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
    form = _row_form(found, request)
    outcome = Outcome(base_revision=found.revision)
    if request.method == "POST":
        outcome = _saved(request, found, form)
    if outcome.saved:
        return _shown_row(request, measure_of(request, pk, key), may_change=may_change)
    context = {"measure": found, "form": form, "outcome": outcome, "anchor": anchor_of(key)}
    return render(request, "programme/measure_row_form.html", context, status=outcome.status)


@login_required
@require_POST
def remove(request: HttpRequest, pk: uuid.UUID, key: uuid.UUID) -> HttpResponse:
    """Take a measure out of a draft; it can come back from the page of the programme."""
    found, by = measure_of(request, pk, key), actor(request)
    return do_and_return(
        request,
        lambda: remove_measure(by=by, programme=found.programme, key=key),
        f"“{found.title}” is weggehaald. Onder de tabel kunt u hem terughalen.",
        reverse("programme", args=[pk]),
    )


@login_required
@require_POST
def bring_back(request: HttpRequest, pk: uuid.UUID, key: uuid.UUID) -> HttpResponse:
    """Bring back a measure that was removed."""
    programme, by = programme_of(request, pk), actor(request)
    return do_and_return(
        request,
        lambda: bring_measure_back(by=by, programme=programme, key=key),
        "De maatregel staat er weer.",
        f"{reverse('programme', args=[pk])}#{anchor_of(key)}",
    )


@login_required
@require_POST
def put_back(request: HttpRequest, pk: uuid.UUID, key: uuid.UUID, revision: int) -> HttpResponse:
    """Make a measure what it was before a save."""
    found, by = measure_of(request, pk, key), actor(request)
    return do_and_return(
        request,
        lambda: put_measure_back(
            by=by, programme=found.programme, key=key, revision=revision,
            base_revision=revision_sent(request),
        ),
        "De maatregel is teruggezet. Wat er stond blijft hieronder te lezen.",
        reverse("measure", args=[pk, key]),
    )  # fmt: skip


def measure_of(request: HttpRequest, pk: uuid.UUID, key: uuid.UUID) -> Measure:
    """Return a measure of a programme that the actor may read."""
    there = programmes(actor(request)).filter(pk=pk)
    found = find_measure(there, key)
    if found is None:
        raise Http404("Deze maatregel staat niet (meer) in het programma.")
    return found


def _saved(request: HttpRequest, found: Measure, form: MeasureForm | None) -> Outcome:
    by = actor(request)
    if form is None:
        check_write(by, found.programme)  # says who may, and why not now
        return Outcome(base_revision=found.revision)
    return save(by, found, form, revision_sent(request) or found.revision)


def _row_form(found: Measure, request: HttpRequest) -> MeasureForm:
    only = _PRACTICAL_IN_A_ROW if found.programme.is_frozen else _IN_A_ROW
    data = request.POST if request.method == "POST" else None
    return MeasureForm(found.programme, data, measure=found, only=only, initial=initial_of(found))


def _shown_row(request: HttpRequest, found: Measure, *, may_change: bool) -> HttpResponse:
    lines = lines_of(found.programme)
    line = next(one for one in lines if one.key == found.key)
    [shown] = rows_of(found.programme, [line], may_change=may_change)
    context = {"row": shown, "is_fresh": True}
    return render(request, "programme/measure_row.html", context)
