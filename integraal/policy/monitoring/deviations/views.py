"""Pages of the deviations: the list, one of them, and the form of each step."""

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from integraal.foundation.audit.actors import Actor
from integraal.foundation.people.scope import actor
from integraal.policy.monitoring.access import (
    check_decide,
    check_read_inside,
    check_write,
)
from integraal.policy.monitoring.deviations import actions, queries
from integraal.policy.monitoring.deviations.forms import OpenForm
from integraal.policy.monitoring.deviations.pages import STEPS
from integraal.policy.monitoring.deviations.presenters import deviation_page, deviations_page
from integraal.policy.monitoring.goals.queries import adopted_plan, goals_of
from integraal.policy.monitoring.incidents.presenters import incidents
from integraal.policy.monitoring.models import Deviation
from integraal.policy.monitoring.showing import FormPage, others_of, show, show_form
from integraal.policy.picture.filling_in import attempt, revision_sent

TAB = "deviations"
_PREFILLED = ("title", "cause", "what", "goal", "incident", "measure", "lineage")


@login_required
@require_safe
def deviations(request: HttpRequest) -> HttpResponse:
    """What goes otherwise, by stage."""
    by = actor(request)
    check_read_inside(by)
    asked = request.GET
    page = deviations_page(by, asked.get("stap", ""), asked.get("zoek", ""), asked.get("blad"))
    return show(request, "monitoring/deviations.html", TAB, page)


@login_required
@require_safe
def deviation(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """One deviation with its steps."""
    by, row = actor(request), _row(request, pk)
    return show(request, "monitoring/deviation.html", TAB, deviation_page(by, row))


@login_required
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Open a deviation; the address may bring what it is about."""
    by = actor(request)
    check_write(by)
    form = _open_form(request, by)
    tried = attempt(
        request,
        form,
        lambda given: actions.open_deviation(
            by=by, **{**given, "goal": uuid.UUID(given["goal"]) if given["goal"] else None}
        ),
    )
    if tried.done:
        messages.success(request, "De afwijking is geopend.")
        return redirect("deviation", tried.done.pk)
    page = FormPage(
        TAB, "Afwijking openen", form, reverse(TAB), "Afwijkingen", deed="Open de afwijking"
    )
    return show_form(request, page, tried.status)


@login_required
@require_http_methods(["GET", "POST"])
def step(request: HttpRequest, pk: uuid.UUID, name: str) -> HttpResponse:
    """The form of one step of a deviation."""
    by, row = actor(request), _row(request, pk)
    (check_decide if name == "besluit" else check_write)(by)
    made = STEPS[name](by, row, request.POST or None)
    base = revision_sent(request) or row.revision
    tried = attempt(request, made.form, lambda given: made.do(given, base))
    back = reverse("deviation", args=[pk])
    if tried.done:
        messages.success(request, "Bewaard.")
        return redirect(back)
    page = FormPage(
        TAB, made.title, made.form, back, "Afwijking", lead=row.title, deed=made.deed,
        beside=_beside(row),
        **others_of(made.form, tried, base),
    )  # fmt: skip
    return show_form(request, page, tried.status)


def _open_form(request: HttpRequest, by: Actor) -> OpenForm:
    plan = adopted_plan(by, timezone.localdate())
    choices = [(one.key, one.title) for one in goals_of(plan)] if plan else []
    initial = {name: request.GET[name] for name in _PREFILLED if name in request.GET}
    return OpenForm(request.POST or None, initial=initial, goals=choices, incidents=incidents(by))


def _row(request: HttpRequest, pk: uuid.UUID) -> Deviation:
    row = queries.deviation(actor(request), pk)
    if row is None:
        raise Http404("Deze afwijking bestaat niet.")
    return row


def _beside(row: Deviation) -> list[tuple[str, str]]:
    options = "\n\n".join(f"{one['text']}\nGevolg: {one['consequence']}" for one in row.options)
    found = [("Wat er is gezien", row.what), ("Analyse", row.analysis), ("Keuzes", options)]
    return [(title, text) for title, text in found if text]
