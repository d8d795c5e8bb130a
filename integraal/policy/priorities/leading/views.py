"""The page from which a session is led, and its door."""

import uuid
from dataclasses import asdict

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from integraal.foundation.people.scope import actor
from integraal.foundation.ui.components import OtherText
from integraal.foundation.ui.dutch import clock
from integraal.policy.picture.filling_in import INCOMPLETE, number_sent
from integraal.policy.priorities.deciding.actions import write_conversation
from integraal.policy.priorities.leading import actions
from integraal.policy.priorities.leading.finding import session_to_lead
from integraal.policy.priorities.leading.following import followed
from integraal.policy.priorities.leading.presenters import NewLink, lead_page
from integraal.policy.priorities.models import Session
from integraal.policy.priorities.progress import progress_of
from integraal.policy.priorities.refusals import Conflict, SessionRefused


@require_safe
@login_required
@never_cache
def lead(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Show the door, the round, who is in, and the talk."""
    return lead_answer(request, session_to_lead(request, pk))


@require_safe
@login_required
def stand(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The parts of the page that change by themselves; 304 while they do not."""
    session = session_to_lead(request, pk)

    def answer() -> HttpResponse:
        page = lead_page(actor(request), session, join_address(request, session))
        return render(request, "priorities/lead_stand.html", {"page": page})

    return followed(request, progress_of(session.pk), answer)


@require_POST
@login_required
def open_door(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Give the session a code."""
    session = session_to_lead(request, pk)
    try:
        actions.open_door(by=actor(request), session=session)
    except SessionRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "De deur is open.")
    return redirect("session-lead", pk)


@require_POST
@login_required
def close_door(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Let nobody else in."""
    actions.close_door(by=actor(request), session=session_to_lead(request, pk))
    messages.success(request, "De deur is dicht. Wie binnen is, doet gewoon mee.")
    return redirect("session-lead", pk)


@require_POST
@login_required
def conversation(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Save what was said between the rounds, by the editor's script or by an ordinary form."""
    session = session_to_lead(request, pk)
    text = request.POST.get("text", "")
    base = number_sent(request.POST.get("base_revision", ""))
    is_script = request.headers.get("X-Requested-With") == "autosave"
    try:
        if base is None:
            raise SessionRefused(INCOMPLETE)
        saved = write_conversation(
            by=actor(request), session=session, text=text, base_revision=base
        )
    except Conflict as conflict:
        return _other(request, conflict.current, text, is_script)
    except SessionRefused as refusal:
        return _not_saved(request, session, text, str(refusal), is_script)
    words = f"Bewaard om {clock(timezone.localtime())}"
    if is_script:
        return JsonResponse({"revision": saved.revision, "status": words})
    messages.success(request, f"{words}.")
    return redirect("session-lead", pk)


def lead_answer(
    request: HttpRequest,
    session: Session,
    *,
    link: NewLink | None = None,
    text: str | None = None,
    error: str = "",
    other: OtherText | None = None,
) -> HttpResponse:
    """Return the page of who leads, with a new link or a text that was not saved."""
    page = lead_page(actor(request), session, join_address(request, session), link)
    context = {
        "page": page,
        "text": session.conversation if text is None else text,
        "error": error,
        "other": other,
    }
    status = 422 if error or other else 200
    return render(request, "priorities/lead.html", context, status=status)


def join_address(request: HttpRequest, session: Session) -> str:
    """Return what the code of a session opens; empty when the door is closed."""
    if not session.join_code:
        return ""
    return request.build_absolute_uri(reverse("join-code", args=[session.join_code]))


def _other(request: HttpRequest, current: Session, text: str, is_script: bool) -> HttpResponse:
    at = clock(timezone.localtime())
    other = OtherText(current.conversation, "Een collega", at, current.revision)
    if is_script:
        return JsonResponse(asdict(other), status=409)
    return lead_answer(request, current, text=text, other=other)


def _not_saved(
    request: HttpRequest, session: Session, text: str, problem: str, is_script: bool
) -> HttpResponse:
    if is_script:
        return JsonResponse({"problem": problem}, status=400)
    return lead_answer(request, session, text=text, error=problem)
