"""Pages on which is written down what people decided, and what was said."""

import uuid
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from integraal.foundation.people.scope import actor
from integraal.policy.picture.answers import do_and_return
from integraal.policy.picture.filling_in import attempt, revision_sent
from integraal.policy.picture.presenters.form_page import Removal
from integraal.policy.priorities.access import check_lead
from integraal.policy.priorities.deciding import actions
from integraal.policy.priorities.deciding.forms import ConversationForm, DecisionForm
from integraal.policy.priorities.deciding.presenters import decision_page, scored_say
from integraal.policy.priorities.deciding.rules import Choice
from integraal.policy.priorities.models import Candidate, Session, ThemeDecision
from integraal.policy.priorities.outcome.reading import outcomes_of
from integraal.policy.priorities.row_views import (
    FormPage,
    clash_of,
    session_of,
    show,
    show_form,
    tabs_of,
)

_FIELDS = ("outcome", "place", "reason", "dissent", "document", "link")


@login_required
@require_GET
def decision(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """What was decided about each theme."""
    page = decision_page(actor(request), session_of(request, pk))
    return show(request, "priorities/decision.html", page)


@login_required
@require_http_methods(["GET", "POST"])
def decide(request: HttpRequest, pk: uuid.UUID, code: str) -> HttpResponse:
    """Write down what was decided about one theme."""
    session, by = session_of(request, pk), actor(request)
    if request.method == "GET":
        check_lead(by, session)
    theme = _theme(session, code)
    row = ThemeDecision.objects.filter(candidate=theme).first()
    initial = {name: getattr(row, name) for name in _FIELDS} if row else {}
    form, base = DecisionForm(request.POST or None, initial=initial), revision_sent(request)
    tried = attempt(
        request,
        form,
        lambda given: actions.decide_theme(
            by=by, candidate=theme, choice=Choice(**given), base_revision=base
        ),
    )
    if tried.done:
        messages.success(request, f"Het besluit over {theme.name} is bewaard.")
        return redirect(_next(request, session, theme))
    clash = clash_of(form, tried, base, row.revision if row else 0)
    return show_form(request, _page(request, session, theme, row, form, clash), tried)


@login_required
@require_POST
def undo(request: HttpRequest, pk: uuid.UUID, code: str) -> HttpResponse:
    """Take a decision back."""
    session = session_of(request, pk)
    theme = _theme(session, code)
    return do_and_return(
        request,
        lambda: actions.undo_decision(
            by=actor(request), candidate=theme, base_revision=revision_sent(request)
        ),
        f"Over {theme.name} is nu niets besloten.",
        reverse("session-decision", args=[pk]),
    )


@login_required
@require_http_methods(["GET", "POST"])
def conversation(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Write down what was said."""
    session, by = session_of(request, pk), actor(request)
    if request.method == "GET":
        check_lead(by, session)
    form = ConversationForm(request.POST or None, initial={"conversation": session.conversation})
    base = revision_sent(request)
    tried = attempt(
        request,
        form,
        lambda given: actions.write_conversation(
            by=by, session=session, text=given["conversation"], base_revision=base
        ),
    )
    if tried.done:
        messages.success(request, "Het gesprek is bewaard.")
        return redirect("session-decision", pk)
    page = FormPage(
        session, tabs_of(request, session, "session-decision"), "Het gesprek", form,
        reverse("session-decision", args=[pk]), "Besluit",
        **clash_of(form, tried, base, session.revision),
    )  # fmt: skip
    return show_form(request, page, tried)


def _theme(session: Session, code: str) -> Candidate:
    found = Candidate.objects.filter(session=session).select_related("session")
    return get_object_or_404(found, code=code)


def _next(request: HttpRequest, session: Session, theme: Candidate) -> str:
    """Return where to go after saving: the next theme without a decision, or the list."""
    if "volgende" in request.POST:
        open_still = Candidate.objects.filter(session=session, decisions__isnull=True)
        after = open_still.filter(order__gt=theme.order).first() or open_still.first()
        if after:
            return reverse("session-decide", args=[session.pk, after.code])
    return reverse("session-decision", args=[session.pk])


def _page(
    request: HttpRequest,
    session: Session,
    theme: Candidate,
    row: ThemeDecision | None,
    form: DecisionForm,
    clash: dict[str, Any],
) -> FormPage:
    return FormPage(
        session, tabs_of(request, session, "session-decision"), theme.name, form,
        reverse("session-decision", args=[session.pk]), "Besluit",
        lead=scored_say(theme.code, outcomes_of(session)),
        next_deed="Bewaar en ga naar het volgende thema",
        removal=_removal(session, theme, row), **clash,
    )  # fmt: skip


def _removal(session: Session, theme: Candidate, row: ThemeDecision | None) -> Removal | None:
    if row is None:
        return None
    url = reverse("session-decide-undo", args=[session.pk, theme.code])
    return Removal(
        f"{url}?stand={row.revision}",
        "Neem terug",
        "Dit besluit terugnemen?",
        "Er is dan niets besloten over dit thema. Reden en ander geluid verdwijnen.",
    )
