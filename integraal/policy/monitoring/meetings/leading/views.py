"""Lead a meeting: one quick form for each item."""

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from integraal.foundation.people.scope import actor
from integraal.policy.monitoring.meetings.finding import TAB, written_item, written_meeting
from integraal.policy.monitoring.meetings.forms import LeadForm, circle_of
from integraal.policy.monitoring.meetings.leading.actions import record_item
from integraal.policy.monitoring.meetings.leading.presenters import LeadPage, beside, place_of
from integraal.policy.monitoring.models import AgendaItem
from integraal.policy.monitoring.showing import others_of, show
from integraal.policy.picture.filling_in import attempt, revision_sent


@login_required
@require_http_methods(["GET", "POST"])
def lead(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Record outcome, decision and action of an item, and go on to the next."""
    row = written_item(request, pk)
    form = _form(request, row)
    base = revision_sent(request) or row.revision
    tried = attempt(
        request,
        form,
        lambda _: record_item(
            by=actor(request), item=row, outcome=form.told(), agreed=form.agreed_action(),
            base_revision=base,
        ),
    )  # fmt: skip
    place = place_of(row)
    if tried.done:
        messages.success(request, f"Punt {place.number} is bewaard.")
        return redirect(_next(request, row, place.next))
    page = LeadPage(
        TAB, row.title, form, reverse("meeting", args=[row.meeting_id]), "Overleg",
        beside=beside(actor(request), row), row=row, place=place,
        points=list(row.points.all()), **others_of(form, tried, base),
    )  # fmt: skip
    return show(request, "monitoring/meeting_lead.html", TAB, page, tried.status)


def _form(request: HttpRequest, row: AgendaItem) -> LeadForm:
    kind = written_meeting(request, row.meeting_id).kind
    options = row.deviation.options if row.deviation else []
    return LeadForm(
        request.POST or None,
        circle=circle_of(kind),
        options_given=[(str(place), one["text"]) for place, one in enumerate(options)],
        initial={
            "outcome": row.outcome,
            "decision": row.decision,
            "chosen": "" if row.chosen is None else str(row.chosen),
        },
    )


def _next(request: HttpRequest, row: AgendaItem, following: uuid.UUID | None) -> str:
    if request.POST.get("verder") == "actie":
        return reverse("agenda-item-lead", args=[row.pk])
    if request.POST.get("verder") == "volgende" and following:
        return reverse("agenda-item-lead", args=[following])
    return f"{reverse('meeting', args=[row.meeting_id])}#agenda"
