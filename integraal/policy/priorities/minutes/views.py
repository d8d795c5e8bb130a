"""Propose the minutes, sign them off, send them back, and hand them out as a PDF."""

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from integraal.foundation.documents.papers import PDF_TYPE
from integraal.foundation.documents.typesetting import DocumentProblem
from integraal.foundation.people.scope import actor, member_of
from integraal.foundation.ui.downloads import file_answer
from integraal.policy.picture.answers import do_and_return
from integraal.policy.picture.filling_in import attempt
from integraal.policy.priorities.minutes import actions
from integraal.policy.priorities.minutes.documents import minutes_pdf
from integraal.policy.priorities.minutes.forms import SendBackForm, SignForm
from integraal.policy.priorities.preparing.views import show_overview
from integraal.policy.priorities.row_views import session_of


@login_required
@require_POST
def propose(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Propose the minutes to the chair."""
    session = session_of(request, pk)
    return do_and_return(
        request,
        lambda: actions.propose_minutes(by=actor(request), session=session),
        "Het verslag is voorgesteld. De burgemeester tekent het af of stuurt het terug.",
        _there(pk),
    )


@login_required
@require_POST
def sign(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Sign the minutes off."""
    session, form = session_of(request, pk), SignForm(request.POST)
    tried = attempt(
        request,
        form,
        lambda given: actions.sign_minutes(by=actor(request), session=session, **given),
    )
    if not tried.done:
        return show_overview(request, pk, form, SendBackForm(), tried.status)
    messages.success(request, "Het verslag is afgetekend. Er verandert niets meer aan.")
    return redirect(_there(pk))


@login_required
@require_POST
def send_back(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Send the minutes back with a reason."""
    session, form = session_of(request, pk), SendBackForm(request.POST)
    tried = attempt(
        request,
        form,
        lambda given: actions.send_back_minutes(by=actor(request), session=session, **given),
    )
    if not tried.done:
        return show_overview(request, pk, SignForm(), form, tried.status)
    messages.success(request, "Het verslag is teruggestuurd.")
    return redirect(_there(pk))


@login_required
@require_GET
def minutes(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The minutes as a PDF."""
    session = session_of(request, pk)
    try:
        name, content = minutes_pdf(
            by=actor(request), session=session, tenant=member_of(request).tenant
        )
    except DocumentProblem as problem:
        messages.error(request, str(problem))
        return redirect(_there(pk))
    return file_answer(name, content, PDF_TYPE, is_shown=True)


def _there(pk: uuid.UUID) -> str:
    return f"{reverse('session', args=[pk])}#verslag"
