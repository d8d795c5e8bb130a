"""Pages that make an agenda: fill it with what is open, add, change, move and take off."""

import uuid
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from integraal.foundation.lifecycle.refusals import Refused
from integraal.foundation.people.access import NotAllowed
from integraal.foundation.people.scope import actor
from integraal.policy.monitoring.meetings.agenda import actions
from integraal.policy.monitoring.meetings.agenda.proposing import proposed
from integraal.policy.monitoring.meetings.finding import TAB, written_item, written_meeting
from integraal.policy.monitoring.meetings.forms import FillForm, ItemForm
from integraal.policy.monitoring.models import AgendaItem
from integraal.policy.monitoring.showing import FormPage, others_of, show, show_form
from integraal.policy.picture.filling_in import attempt, number_sent, revision_sent


@login_required
@require_http_methods(["GET", "POST"])
def fill(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Put what is open on the agenda."""
    by, row = actor(request), written_meeting(request, pk).row
    offered = proposed(by, row)
    form = FillForm(request.POST or None, deviations=offered.deviations, actions=offered.actions)
    tried = attempt(
        request,
        form,
        lambda given: actions.fill_agenda(by=by, meeting=row, **offered.chosen(given)),
    )
    there = reverse("meeting", args=[pk])
    if tried.done:
        messages.success(request, "De punten staan op de agenda. Zet ze zo nodig in volgorde.")
        return redirect(f"{there}#agenda")
    page = FormPage(TAB, "Agenda vullen", form, there, "Overleg", deed="Zet op de agenda")
    return show(request, "monitoring/meeting_fill.html", TAB, page, tried.status)


@login_required
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Put something on the agenda in one's own words."""
    by, row = actor(request), written_meeting(request, pk).row
    form = ItemForm(request.POST or None, initial={"asked": "discuss"})
    tried = attempt(request, form, lambda given: actions.add_item(by=by, meeting=row, **given))
    there = reverse("meeting", args=[pk])
    if tried.done:
        messages.success(request, "Het punt staat op de agenda.")
        return redirect(f"{there}#agenda")
    page = FormPage(TAB, "Agendapunt toevoegen", form, there, "Overleg", deed="Zet op de agenda")
    return show_form(request, page, tried.status)


@login_required
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Change what is asked at an item."""
    row = written_item(request, pk)
    initial = {name: getattr(row, name) for name in ("title", "asked", "explanation")}
    form = ItemForm(request.POST or None, initial=initial)
    base = revision_sent(request) or row.revision
    tried = attempt(
        request,
        form,
        lambda given: actions.change_item(by=actor(request), item=row, base_revision=base, **given),
    )
    there = reverse("meeting", args=[row.meeting_id])
    if tried.done:
        messages.success(request, "Bewaard.")
        return redirect(f"{there}#agenda")
    page = FormPage(
        TAB, "Agendapunt aanpassen", form, there, "Overleg", **others_of(form, tried, base)
    )
    return show_form(request, page, tried.status)


@login_required
@require_POST
def move(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Give an item another place."""
    row = written_item(request, pk)
    to = number_sent(request.POST.get("to", "")) or 1
    return _done(request, row, lambda by: actions.move_item(by=by, item=row, to=to), "Verplaatst.")


@login_required
@require_POST
def remove(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Take an item off the agenda."""
    row = written_item(request, pk)
    return _done(
        request, row, lambda by: actions.remove_item(by=by, item=row),
        "Het punt is van de agenda.",
    )  # fmt: skip


def _done(
    request: HttpRequest, row: AgendaItem, do: Callable[[Any], object], words: str
) -> HttpResponse:
    try:
        do(actor(request))
    except (Refused, NotAllowed) as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, words)
    return redirect(f"{reverse('meeting', args=[row.meeting_id])}#agenda")
