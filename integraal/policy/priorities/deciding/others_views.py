"""Pages about the priorities of police, prosecution, region, neighbours and country."""

import uuid
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from integraal.foundation.people.scope import actor
from integraal.policy.picture.answers import do_and_return
from integraal.policy.picture.filling_in import Attempt, attempt, revision_sent
from integraal.policy.picture.presenters.form_page import Removal
from integraal.policy.priorities.access import check_lead
from integraal.policy.priorities.deciding import actions
from integraal.policy.priorities.deciding.forms import OtherForm
from integraal.policy.priorities.deciding.presenters import others_page
from integraal.policy.priorities.deciding.rules import Elsewhere
from integraal.policy.priorities.models import Candidate, OtherPriority, Session
from integraal.policy.priorities.row_views import (
    FormPage,
    clash_of,
    session_of,
    show,
    show_form,
    tabs_of,
)

_FIELDS = ("body", "whose", "priority", "source", "source_date", "link", "reason")


@login_required
@require_GET
def others(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The table of matches and mismatches."""
    page = others_page(actor(request), session_of(request, pk))
    return show(request, "priorities/others.html", page)


@login_required
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Write down a priority of another body."""
    session, by = session_of(request, pk), actor(request)
    if request.method == "GET":
        check_lead(by, session)
    themes = list(Candidate.objects.filter(session=session))
    form = OtherForm(request.POST or None, themes=themes)
    tried = attempt(
        request,
        form,
        lambda given: actions.add_other(by=by, session=session, **_given(given, themes)),
    )
    if tried.done:
        return _saved(request, pk)
    page = FormPage(
        session, tabs_of(request, session, "session-others"), "Prioriteit van een ander", form,
        reverse("session-others", args=[pk]), "Prioriteiten van anderen",
    )  # fmt: skip
    return show_form(request, page, tried)


@login_required
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID) -> HttpResponse:
    """Change a priority of another body, or give the reason of choosing otherwise."""
    session, by = session_of(request, pk), actor(request)
    row = _row(session, row_id)
    if request.method == "GET":
        check_lead(by, session)
        if row is None:
            raise Http404("Deze prioriteit bestaat niet.")
    themes = list(Candidate.objects.filter(session=session))
    form = OtherForm(request.POST or None, initial=_values(row), themes=themes)
    base = revision_sent(request)
    tried = attempt(
        request,
        form,
        lambda given: actions.change_other(
            by=by, row=row, base_revision=base, **_given(given, themes)
        ),
    )
    if tried.done:
        return _saved(request, pk)
    return show_form(request, _page(request, session, row, form, tried, base), tried)


@login_required
@require_POST
def remove(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID) -> HttpResponse:
    """Take a priority of another body away."""
    row = _row(session_of(request, pk), row_id)
    if row is None:
        raise Http404("Deze prioriteit bestaat niet.")
    return do_and_return(
        request,
        lambda: actions.remove_other(
            by=actor(request), row=row, base_revision=revision_sent(request)
        ),
        "De prioriteit is weggehaald.",
        reverse("session-others", args=[pk]),
        reverse("session-other", args=[pk, row_id]),
    )


def _page(
    request: HttpRequest,
    session: Session,
    row: OtherPriority | None,
    form: OtherForm,
    tried: Attempt,
    base: int,
) -> FormPage:
    clash = clash_of(form, tried, base, row.revision if row else 0)
    removal = None
    if row is not None:
        url = reverse("session-other-remove", args=[session.pk, row.pk])
        removal = Removal(
            f"{url}?stand={clash['revision']}",
            "Haal weg",
            "Deze prioriteit weghalen?",
            "Zij verdwijnt uit dit concept. In eerdere versies blijft zij staan.",
        )
    return FormPage(
        session, tabs_of(request, session, "session-others"), "Prioriteit van een ander", form,
        reverse("session-others", args=[session.pk]), "Prioriteiten van anderen",
        removal=removal, **clash,
    )  # fmt: skip


def _row(session: Session, row_id: uuid.UUID) -> OtherPriority | None:
    found = OtherPriority.objects.filter(session=session, pk=row_id)
    return found.select_related("session", "candidate", "written_by").first()


def _values(row: OtherPriority | None) -> dict[str, object]:
    if row is None:
        return {}
    return {**{name: getattr(row, name) for name in _FIELDS}, "candidate": str(row.candidate_id)}


def _given(given: dict[str, Any], themes: list[Candidate]) -> dict[str, Any]:
    """Return what was filled in as arguments of the action."""
    chosen = next((one for one in themes if str(one.pk) == given["candidate"]), None)
    return {"other": Elsewhere(**{name: given[name] for name in _FIELDS}), "candidate": chosen}


def _saved(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    messages.success(request, "De prioriteit is bewaard.")
    return redirect("session-others", pk)
