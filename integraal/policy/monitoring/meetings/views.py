"""Pages of the meetings: the list, one of them, planning it and calling it off."""

import uuid
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from integraal.foundation.lifecycle.refusals import Refused
from integraal.foundation.meetings.circles import writes
from integraal.foundation.people.access import NotAllowed
from integraal.foundation.people.scope import actor
from integraal.policy.monitoring.meetings import actions
from integraal.policy.monitoring.meetings.finding import TAB, meeting_of, readable, written_meeting
from integraal.policy.monitoring.meetings.forms import ChangeForm, PlanForm
from integraal.policy.monitoring.meetings.presenters import meeting_page, meetings_page
from integraal.policy.monitoring.showing import FormPage, others_of, show, show_form
from integraal.policy.picture.filling_in import attempt, revision_sent

_SHOWN = ("day", "starts", "place", "title", "chair")


@login_required
@require_safe
def meetings(request: HttpRequest) -> HttpResponse:
    """The meetings of the circles one is in."""
    kinds, asked = readable(request), request.GET
    page = meetings_page(actor(request), kinds, asked.get("soort", ""), asked.get("blad"))
    return show(request, "monitoring/meetings.html", TAB, page)


@login_required
@require_safe
def meeting(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """One meeting with its agenda."""
    return show_meeting(request, pk)


def show_meeting(request: HttpRequest, pk: uuid.UUID, status: int = 200) -> HttpResponse:
    """Show a meeting, with the status of what was tried on its page."""
    page = meeting_page(actor(request), meeting_of(request, pk))
    return show(request, "monitoring/meeting.html", TAB, page, status)


@login_required
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Plan a meeting."""
    by = actor(request)
    mine = [one for one in readable(request).values() if writes(by, one)]
    if not mine:
        raise NotAllowed("U leest deze overleggen, en plant ze niet.")
    initial = {"kind": request.GET.get("soort", "")} if "soort" in request.GET else {}
    form = PlanForm(request.POST or None, kinds=mine, initial=initial)
    tried = attempt(
        request,
        form,
        lambda given: actions.plan_meeting(by=by, kind=given["kind"], plan=form.plan()),
    )
    if tried.done:
        messages.success(request, "Het overleg is gepland. Vul nu de agenda.")
        return redirect("meeting", tried.done.pk)
    page = FormPage(
        TAB, "Overleg plannen", form, reverse(TAB), "Overleggen", deed="Plan het overleg"
    )
    return show_form(request, page, tried.status)


@login_required
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Change day, place or chair."""
    row = written_meeting(request, pk).row
    initial: dict[str, Any] = {name: getattr(row, name) for name in _SHOWN}
    form = ChangeForm(request.POST or None, initial=initial)
    base = revision_sent(request) or row.revision
    tried = attempt(
        request,
        form,
        lambda _: actions.change_meeting(
            by=actor(request), meeting=row, plan=form.plan(), base_revision=base
        ),
    )
    there = reverse("meeting", args=[pk])
    if tried.done:
        messages.success(request, "Bewaard.")
        return redirect(there)
    page = FormPage(
        TAB, "Overleg aanpassen", form, there, "Overleg", **others_of(form, tried, base)
    )
    return show_form(request, page, tried.status)


@login_required
@require_POST
def call_off(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Call a meeting off."""
    row = written_meeting(request, pk).row
    try:
        actions.call_off_meeting(by=actor(request), meeting=row)
    except (Refused, NotAllowed) as refusal:
        messages.error(request, str(refusal))
        return redirect("meeting", pk)
    messages.success(request, "Het overleg is afgezegd.")
    return redirect(TAB)
