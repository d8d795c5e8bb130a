"""Pages of the incidents and statutory tasks."""

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from integraal.foundation.audit.actors import Actor
from integraal.foundation.lifecycle.refusals import Refused
from integraal.foundation.people.access import NotAllowed
from integraal.foundation.people.scope import actor
from integraal.policy.monitoring.access import check_read_inside, check_write
from integraal.policy.monitoring.incidents import actions
from integraal.policy.monitoring.incidents.forms import IncidentForm, LessonForm
from integraal.policy.monitoring.incidents.presenters import (
    incident_page,
    incidents,
    incidents_page,
    warnings_of,
)
from integraal.policy.monitoring.models import Incident, Lesson
from integraal.policy.monitoring.showing import FormPage, others_of, show, show_form
from integraal.policy.picture.filling_in import attempt, revision_sent
from integraal.policy.programme.queries import programmes

TAB = "incidents"
_SHOWN = (
    "kind", "title", "happened_on", "what", "hours", "theme", "area", "shifted", "aftercare",
    "evaluation",
)  # fmt: skip


@login_required
@require_safe
def all_incidents(request: HttpRequest) -> HttpResponse:
    """What came in between, and the hours it took."""
    by = actor(request)
    check_read_inside(by)
    page = incidents_page(by, request.GET.get("soort", ""), request.GET.get("blad"))
    return show(request, "monitoring/incidents.html", TAB, page)


@login_required
@require_safe
def incident(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """One incident or task with its lessons."""
    row = get_object_or_404(incidents(actor(request)), pk=pk)
    return show(request, "monitoring/incident.html", TAB, incident_page(actor(request), row))


@login_required
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Keep a new incident or task."""
    return _write(request, None)


@login_required
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Write on at an incident or task."""
    return _write(request, get_object_or_404(incidents(actor(request)), pk=pk))


@login_required
@require_http_methods(["GET", "POST"])
def lesson(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Keep what an incident taught."""
    by, row = actor(request), get_object_or_404(incidents(actor(request)), pk=pk)
    check_write(by)
    form = LessonForm(request.POST or None)
    tried = attempt(request, form, lambda given: actions.keep_lesson(by=by, incident=row, **given))
    back = reverse("incident", args=[pk])
    if tried.done:
        messages.success(request, "De les is bewaard.")
        return redirect(back)
    page = FormPage(TAB, "Les opschrijven", form, back, row.title)
    return show_form(request, page, tried.status)


@login_required
@require_POST
def to_measure(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Make a measure of a lesson in a draft programme."""
    by = actor(request)
    row = get_object_or_404(Lesson.objects.filter(incident__in=incidents(by)), pk=pk)
    into = get_object_or_404(programmes(by), pk=request.POST.get("programme") or uuid.UUID(int=0))
    try:
        actions.lesson_to_measure(by=by, lesson=row, programme=into, theme=row.incident.theme)
    except (Refused, NotAllowed) as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, f"De les staat als maatregel in {into.title}.")
    return redirect("incident", row.incident_id)


def _write(request: HttpRequest, row: Incident | None) -> HttpResponse:
    by = actor(request)
    check_write(by)
    initial = {name: getattr(row, name) for name in _SHOWN} if row else {"kind": "incident"}
    form = IncidentForm(request.POST or None, initial=initial)
    base = revision_sent(request) or (row.revision if row else 0)
    tried = attempt(request, form, lambda _: _save(by, row, form, base))
    if tried.done:
        for warning in warnings_of(form.account()):
            messages.warning(request, warning)
        messages.success(request, "Bewaard.")
        return redirect("incident", tried.done.pk)
    back = reverse("incident", args=[row.pk]) if row else reverse(TAB)
    title = "Aanpassen" if row else "Incident of taak vastleggen"
    page = FormPage(
        TAB, title, form, back, row.title if row else "Incidenten en taken",
        **others_of(form, tried, base),
    )  # fmt: skip
    return show_form(request, page, tried.status)


def _save(by: Actor, row: Incident | None, form: IncidentForm, base: int) -> Incident:
    if row is None:
        return actions.keep_incident(by=by, account=form.account())
    return actions.change_incident(by=by, incident=row, account=form.account(), base_revision=base)
