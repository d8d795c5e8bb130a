"""Pages of the actions: all of them, changing one and ticking it off."""

import uuid
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from integraal.foundation.lifecycle.refusals import Conflict, Refused
from integraal.foundation.people.access import NotAllowed
from integraal.foundation.people.scope import actor
from integraal.foundation.ui.downloads import file_answer
from integraal.foundation.ui.spreadsheets import CONTENT_TYPE, as_workbook
from integraal.policy.monitoring.meetings.finding import (
    TAB,
    point_of,
    readable,
    written_meeting,
)
from integraal.policy.monitoring.meetings.forms import PointForm, circle_of
from integraal.policy.monitoring.meetings.points import actions
from integraal.policy.monitoring.meetings.points.presenters import (
    EXPORT_HEADINGS,
    Asked,
    export_rows,
    narrowed,
    points_page,
)
from integraal.policy.monitoring.models import ActionPoint
from integraal.policy.monitoring.showing import FormPage, others_of, show, show_form
from integraal.policy.picture.filling_in import attempt, revision_sent

_CHANGED = "Iemand anders heeft deze actie intussen veranderd. Kijk wat er nu staat."


@login_required
@require_safe
def all_points(request: HttpRequest) -> HttpResponse:
    """The actions of the circles one is in."""
    kinds, asked = readable(request), asked_of(request)
    page = points_page(actor(request), kinds, asked, request.GET.get("blad"))
    return show(request, "monitoring/action_points.html", TAB, page)


@login_required
@require_safe
def as_excel(request: HttpRequest) -> HttpResponse:
    """The same actions as an Excel file."""
    kinds, by = readable(request), actor(request)
    rows = export_rows(narrowed(by, kinds, asked_of(request)), kinds)
    content = as_workbook("Acties", EXPORT_HEADINGS, rows)
    return file_answer("acties-uit-overleggen.xlsx", content, CONTENT_TYPE)


def asked_of(request: HttpRequest) -> Asked:
    """Return what the address narrows the list by."""
    told = request.GET
    return Asked(told.get("wat", "open"), told.get("soort", ""), told.get("zoek", ""))


@login_required
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Change what, who or when."""
    row = point_of(request, pk)
    kind = written_meeting(request, row.meeting_id).kind
    initial = {name: getattr(row, name) for name in ("what", "member", "function", "due")}
    form = PointForm(request.POST or None, initial=initial, circle=circle_of(kind))
    base = revision_sent(request) or row.revision
    tried = attempt(
        request,
        form,
        lambda _: actions.change_point(
            by=actor(request), point=row, agreed=form.agreed(), base_revision=base
        ),
    )
    back = reverse("action-points")
    if tried.done:
        messages.success(request, "Bewaard.")
        return redirect(back)
    page = FormPage(TAB, "Actie aanpassen", form, back, "Acties", **others_of(form, tried, base))
    return show_form(request, page, tried.status)


@login_required
@require_POST
def tick(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Say that an action is done, or that it is not after all."""
    row, by = point_of(request, pk), actor(request)
    is_done = request.POST.get("klaar") != "nee"
    do = actions.tick_off if is_done else actions.reopen
    try:
        do(by=by, point=row, base_revision=revision_sent(request))
    except Conflict:
        messages.error(request, _CHANGED)
    except (Refused, NotAllowed) as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, f"{'Klaar' if is_done else 'Weer open'}: {row.what}")
    return redirect(_back(request, row))


def _back(request: HttpRequest, row: ActionPoint) -> str:
    """Return where the actor came from: the meeting, or the list as it was narrowed."""
    told = request.POST
    if told.get("terug") == "overleg":
        return f"{reverse('meeting', args=[row.meeting_id])}#acties"
    kept = {name: told[name] for name in ("wat", "soort", "zoek") if told.get(name)}
    return f"{reverse('action-points')}?{urlencode(kept)}"
