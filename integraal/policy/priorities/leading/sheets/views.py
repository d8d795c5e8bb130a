"""Type in paper sheets, one after the other, with the keyboard."""

import uuid
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from integraal.foundation.people.scope import actor
from integraal.policy.priorities.joining.actions import add_on_paper
from integraal.policy.priorities.joining.forms import WhoForm
from integraal.policy.priorities.leading.finding import session_to_lead
from integraal.policy.priorities.leading.sheets.actions import enter_sheet
from integraal.policy.priorities.leading.sheets.presenters import sheet_page
from integraal.policy.priorities.models import Participant, Session
from integraal.policy.priorities.progress import participants
from integraal.policy.priorities.refusals import SessionRefused
from integraal.policy.priorities.scoring.actions import Changes
from integraal.policy.priorities.scoring.form import asked_of, read_fields


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@never_cache
def sheet(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Show an empty sheet, or keep one; what is refused comes back as it was typed."""
    session = session_to_lead(request, pk)
    if request.method != "POST":
        return _page(request, session)
    chosen = request.POST.get("participant", "")
    who = WhoForm(request.POST) if not chosen else WhoForm()
    typed = {name: value for name, value in request.POST.items() if ":" in name}
    problem = "" if chosen or who.is_valid() else "Vul in van wie dit blad is."
    if not problem:
        try:
            name = _kept(request, session, chosen, who, typed)
        except SessionRefused as refusal:
            problem = str(refusal)
    if problem:
        return _page(request, session, typed=typed, who=who, chosen=chosen, problem=problem)
    messages.success(request, f"Het blad van {name} is ingevoerd.")
    return redirect("session-sheet", pk)


def _kept(
    request: HttpRequest, session: Session, chosen: str, who: WhoForm, typed: dict[str, Any]
) -> str:
    """Keep the sheet of somebody who is there, or of somebody new; return their name."""
    by = actor(request)
    marks, points = read_fields(typed.items())
    with transaction.atomic():
        person: Participant = (
            get_object_or_404(participants(session), pk=_identifier(chosen))
            if chosen
            else add_on_paper(by=by, session=session, who=who.who)
        )
        sheet_ = Changes(marks, points, is_done=True)
        enter_sheet(by=by, participant=person, asked=asked_of(session), sheet=sheet_)
    return person.name


def _identifier(text: str) -> uuid.UUID:
    try:
        return uuid.UUID(text)
    except ValueError as error:
        raise SessionRefused("Kies een deelnemer uit de lijst.") from error


def _page(request: HttpRequest, session: Session, **given: Any) -> HttpResponse:
    page = sheet_page(session, **given)
    status = 422 if page.problem else 200
    return render(request, "priorities/sheet.html", {"page": page}, status=status)
