"""Open a round, give it more time, close it: from the page of who leads or from the screen."""

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from integraal.foundation.people.scope import actor
from integraal.policy.priorities.leading.finding import round_to_lead, session_to_lead
from integraal.policy.priorities.leading.rounds import actions
from integraal.policy.priorities.refusals import SessionRefused


@require_POST
@login_required
def open_round(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Open the next round, with or without a clock."""
    session = session_to_lead(request, pk)
    typed = request.POST.get("minutes", "").strip()
    try:
        minutes = int(typed) if typed.isascii() and typed.isdecimal() else (-1 if typed else None)
        opened = actions.open_round(by=actor(request), session=session, minutes=minutes)
    except SessionRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, f"Ronde {opened.number} is open.")
    return _back(request, pk)


@require_POST
@login_required
def extend(request: HttpRequest, pk: uuid.UUID, round_id: uuid.UUID) -> HttpResponse:
    """Put a minute on the clock."""
    round_ = round_to_lead(request, pk, round_id)
    try:
        actions.extend_round(by=actor(request), round_=round_)
    except SessionRefused as refusal:
        messages.error(request, str(refusal))
    return _back(request, pk)


@require_POST
@login_required
def close(request: HttpRequest, pk: uuid.UUID, round_id: uuid.UUID) -> HttpResponse:
    """Close a round; from here on nobody knows whose score it was."""
    round_ = round_to_lead(request, pk, round_id)
    try:
        closed = actions.close_round(by=actor(request), round_=round_)
    except SessionRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, f"Ronde {closed.number} is gesloten en geteld.")
    return _back(request, pk)


def _back(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    return redirect("session-screen" if "scherm" in request.GET else "session-lead", pk)
