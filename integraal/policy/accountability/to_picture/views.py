"""The page that puts what came of a report in the next picture: choose, look, and put."""

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from integraal.foundation.lifecycle.refusals import Refused
from integraal.foundation.people.scope import actor
from integraal.policy.accountability.papers.views import TAB, report_of
from integraal.policy.accountability.showing import show
from integraal.policy.accountability.to_picture.actions import (
    ONLY_ADOPTED,
    Sent,
    send_to_picture,
)
from integraal.policy.accountability.to_picture.presenters import chosen_in, to_picture_page
from integraal.policy.accountability.to_picture.rules import feeds_picture
from integraal.policy.picture.access import check_write

PAGE = "accountability/to_picture.html"


@login_required
@require_http_methods(["GET", "POST"])
def to_picture(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Choose goals and measures, see what will be added, and put it in the picture."""
    by, report = actor(request), report_of(request, pk)
    check_write(by)
    if not feeds_picture(report.state, report.kind):
        messages.error(request, ONLY_ADOPTED)
        return redirect("report-documents", pk)
    sent = request.POST if request.method == "POST" else None
    page = to_picture_page(by, report, sent)
    if sent is None or page.problem or page.picture is None or sent.get("deed") != "overnemen":
        return show(request, PAGE, TAB, page, 422 if page.problem else 200)
    try:
        done = send_to_picture(by=by, report=report, picture=page.picture, chosen=chosen_in(sent))
    except Refused as refusal:
        return show(request, PAGE, TAB, to_picture_page(by, report, sent, str(refusal)), 422)
    messages.success(request, _told(done))
    return redirect("evaluation", page.picture.pk)


def _told(done: Sent) -> str:
    number = len(done.added)
    said = f"{number} {'belofte' if number == 1 else 'beloften'} uit het rapport erbij."
    there = "1 stond er al." if done.present == 1 else f"{done.present} stonden er al."
    return f"{said} {there}" if done.present else said
