"""The minutes: written, shown, adopted, and handed out as a PDF."""

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from integraal.foundation.documents.papers import PDF_TYPE
from integraal.foundation.documents.typesetting import DocumentProblem
from integraal.foundation.lifecycle.refusals import Conflict, Refused
from integraal.foundation.people.access import NotAllowed
from integraal.foundation.people.scope import actor, member_of
from integraal.foundation.ui.downloads import file_answer
from integraal.policy.monitoring.meetings import queries
from integraal.policy.monitoring.meetings.finding import TAB, meeting_of, written_meeting
from integraal.policy.monitoring.meetings.forms import MinutesForm
from integraal.policy.monitoring.meetings.minutes import actions
from integraal.policy.monitoring.meetings.minutes.content import content_of
from integraal.policy.monitoring.meetings.minutes.documents import minutes_pdf
from integraal.policy.monitoring.meetings.minutes.page import minutes_page
from integraal.policy.monitoring.showing import FormPage, others_of, show, show_form
from integraal.policy.picture.filling_in import attempt, revision_sent


@login_required
@require_safe
def minutes(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The minutes as a page: as they are now, or as they were adopted."""
    found = meeting_of(request, pk)
    page = minutes_page(found.row, content_of(found.row, found.kind))
    return show(request, "monitoring/meeting_minutes.html", TAB, page)


@login_required
@require_http_methods(["GET", "POST"])
def write(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Say who were there; the meeting counts as held from then on."""
    row = written_meeting(request, pk).row
    initial = {name: getattr(row, name) for name in ("present", "chair", "remarks")}
    form = MinutesForm(request.POST or None, initial=initial)
    base = revision_sent(request) or row.revision
    tried = attempt(
        request,
        form,
        lambda given: actions.write_minutes(
            by=actor(request), meeting=row, base_revision=base, **given
        ),
    )
    there = reverse("meeting", args=[pk])
    if tried.done:
        messages.success(request, "Bewaard. Het overleg is gehouden.")
        return redirect(there)
    page = FormPage(
        TAB, "Verslag schrijven", form, there, "Overleg", **others_of(form, tried, base)
    )
    return show_form(request, page, tried.status)


@login_required
@require_POST
def adopt(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Adopt the minutes in a later meeting."""
    row = written_meeting(request, pk).row
    try:
        actions.adopt_minutes(
            by=actor(request), meeting=row, adopted_in=_later(request),
            base_revision=revision_sent(request),
        )  # fmt: skip
    except Conflict:
        messages.error(
            request,
            "Iemand anders heeft dit verslag intussen veranderd. Lees het na en stel het dan vast.",
        )
    except (Refused, NotAllowed) as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "Het verslag is vastgesteld. Er verandert niets meer aan.")
    return redirect(f"{reverse('meeting', args=[pk])}#verslag")


@login_required
@require_safe
def minutes_as_pdf(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The minutes as a PDF."""
    found = meeting_of(request, pk)
    try:
        name, content = minutes_pdf(
            by=actor(request), found=found, tenant=member_of(request).tenant
        )
    except DocumentProblem as problem:
        messages.error(request, str(problem))
        return redirect("meeting", pk)
    return file_answer(name, content, PDF_TYPE, is_shown=True)


def _later(request: HttpRequest) -> queries.Meeting | None:
    try:
        chosen = uuid.UUID(request.POST.get("adopted_in", ""))
    except ValueError:
        return None
    found = queries.meeting(actor(request), chosen)
    return found.row if found else None
