"""The page of one measure, and what is done with it."""

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
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
from integraal.policy.programme.measures.forms import MeasureForm
from integraal.policy.programme.measures.presenters import form_of, measure_page
from integraal.policy.programme.measures.saving import Outcome, save
from integraal.policy.programme.models import Measure
from integraal.policy.programme.overview.rows import anchor_of
from integraal.policy.programme.pages import programme_of, show
from integraal.policy.programme.queries import measure_within as find_measure
from integraal.policy.programme.queries import programmes

TAB = "programme"


@login_required
@require_http_methods(["GET", "POST"])
def measure(request: HttpRequest, pk: uuid.UUID, key: uuid.UUID) -> HttpResponse:
    """One measure: read, and written by who may."""
    found, by = measure_of(request, pk, key), actor(request)
    if request.method == "GET":
        page = measure_page(by, found, form_of(by, found))
        return show(request, "programme/measure.html", found.programme, TAB, page)
    form = form_of(by, found, request.POST)
    outcome = saved_form(request, found, form)
    if outcome.saved:
        messages.success(request, "Bewaard.")
        return redirect("measure", pk, key)
    page = measure_page(by, found, form, outcome)
    return show(request, "programme/measure.html", found.programme, TAB, page, outcome.status)


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


def saved_form(request: HttpRequest, found: Measure, form: MeasureForm | None) -> Outcome:
    """Save what was sent, when the actor may write here at all."""
    by = actor(request)
    if form is None:
        check_write(by, found.programme)  # says who may, and why not now
        return Outcome(base_revision=found.revision)
    return save(by, found, form, revision_sent(request) or found.revision)
