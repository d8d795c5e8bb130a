"""Pages on which criteria and themes of a session are added, changed, moved and taken away."""

import uuid
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from integraal.foundation.people.scope import actor
from integraal.policy.picture.answers import do_and_return
from integraal.policy.picture.filling_in import attempt
from integraal.policy.picture.presenters.form_page import Removal
from integraal.policy.priorities.access import check_lead
from integraal.policy.priorities.models import Candidate, Criterion, Session
from integraal.policy.priorities.preparing import actions
from integraal.policy.priorities.preparing.forms import CandidateForm, CriterionForm
from integraal.policy.priorities.row_views import FormPage, session_of, show_form, tabs_of

_MODELS: dict[str, type[Criterion] | type[Candidate]] = {
    "criterium": Criterion,
    "thema": Candidate,
}
_FORMS: dict[str, type[forms.Form]] = {"criterium": CriterionForm, "thema": CandidateForm}


@login_required
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, pk: uuid.UUID, kind: str) -> HttpResponse:
    """Add a criterion or a theme of one's own."""
    session, by = session_of(request, pk), actor(request)
    if request.method == "GET":
        check_lead(by, session)
    form = _FORMS[kind](request.POST or None)
    deed: Any = actions.add_criterion if kind == "criterium" else actions.add_candidate
    tried = attempt(request, form, lambda given: deed(by=by, session=session, **given))
    if tried.done:
        return _saved(request, pk, kind, f"{tried.done.name} is toegevoegd.")
    title = "Eigen criterium toevoegen" if kind == "criterium" else "Eigen thema toevoegen"
    lead = "" if kind == "criterium" else (
        "Over een eigen thema heeft het veiligheidsbeeld geen cijfers. Het themablad zegt dat."
    )  # fmt: skip
    page = FormPage(session, tabs_of(request, session, "session"), title, form,
                    _place(pk, kind), "Voorbereiden", lead=lead)  # fmt: skip
    return show_form(request, page, tried)


@login_required
@require_POST
def take_offered(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Add a criterion that the municipality offers."""
    session = session_of(request, pk)
    return do_and_return(
        request,
        lambda: actions.add_criterion(
            by=actor(request), session=session, code=request.POST.get("code", "")
        ),
        "Het criterium is toegevoegd.",
        _place(pk, "criterium"),
    )


@login_required
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, pk: uuid.UUID, kind: str, row_id: uuid.UUID) -> HttpResponse:
    """Change a criterion or a theme."""
    session, by = session_of(request, pk), actor(request)
    row = _row(session, kind, row_id)
    if request.method == "GET":
        check_lead(by, session)
    names = ("name", "question") if kind == "criterium" else ("name", "short_name")
    form = _FORMS[kind](request.POST or None, initial={name: getattr(row, name) for name in names})
    deed: Any = actions.change_criterion if kind == "criterium" else actions.change_candidate
    whose = "criterion" if kind == "criterium" else "candidate"
    tried = attempt(request, form, lambda given: deed(by=by, **{whose: row}, **given))
    if tried.done:
        return _saved(request, pk, kind, f"{tried.done.name} is bewaard.")
    page = FormPage(
        session,
        tabs_of(request, session, "session"),
        row.name,
        form,
        _place(pk, kind),
        "Voorbereiden",
        removal=_removal(pk, kind, row_id),
    )
    return show_form(request, page, tried)


@login_required
@require_POST
def move(request: HttpRequest, pk: uuid.UUID, kind: str, row_id: uuid.UUID) -> HttpResponse:
    """Move a criterion or a theme up or down."""
    row = _row(session_of(request, pk), kind, row_id)
    up = request.POST.get("kant") == "omhoog"
    return do_and_return(
        request,
        lambda: actions.move_row(by=actor(request), row=row, up=up),
        f"{row.name} is {'omhoog' if up else 'omlaag'} gezet.",
        _place(pk, kind),
    )


@login_required
@require_POST
def remove(request: HttpRequest, pk: uuid.UUID, kind: str, row_id: uuid.UUID) -> HttpResponse:
    """Take a criterion or a theme out of the session."""
    row = _row(session_of(request, pk), kind, row_id)
    return do_and_return(
        request,
        lambda: actions.remove_row(by=actor(request), row=row),
        f"{row.name} is weggehaald.",
        _place(pk, kind),
    )


def _row(session: Session, kind: str, row_id: uuid.UUID) -> Any:
    found = _MODELS[kind].objects.filter(session=session).select_related("session")
    return get_object_or_404(found, pk=row_id)


def _saved(request: HttpRequest, pk: uuid.UUID, kind: str, say: str) -> HttpResponse:
    messages.success(request, say)
    return redirect(_place(pk, kind))


def _place(pk: uuid.UUID, kind: str) -> str:
    anchor = "criteria" if kind == "criterium" else "themas"
    return f"{reverse('session-prepare', args=[pk])}#{anchor}"


def _removal(pk: uuid.UUID, kind: str, row_id: uuid.UUID) -> Removal:
    what = "dit criterium" if kind == "criterium" else "dit thema"
    return Removal(
        reverse("session-row-remove", args=[pk, kind, row_id]),
        "Haal weg",
        f"{what[:1].upper()}{what[1:]} weghalen?",
        f"De sessie weegt dan niet meer met {what}."
        if kind == "criterium"
        else "De sessie weegt dit thema dan niet meer. Wat erover is opgeschreven, verdwijnt.",
    )
