"""Pages and PDF of the fact sheets."""

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET

from integraal.foundation.documents.papers import PDF_TYPE
from integraal.foundation.documents.typesetting import DocumentProblem
from integraal.foundation.people.scope import actor, member_of
from integraal.foundation.ui.downloads import file_answer
from integraal.policy.priorities.fact_sheets.documents import sheets_pdf
from integraal.policy.priorities.fact_sheets.presenters import fact_page, facts_page
from integraal.policy.priorities.models import Candidate
from integraal.policy.priorities.row_views import session_of, show


@login_required
@require_GET
def facts(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """All fact sheets, with what each holds."""
    page = facts_page(actor(request), session_of(request, pk))
    return show(request, "priorities/facts.html", page)


@login_required
@require_GET
def fact(request: HttpRequest, pk: uuid.UUID, code: str) -> HttpResponse:
    """One theme on one page."""
    session = session_of(request, pk)
    candidate = get_object_or_404(Candidate, session=session, code=code)
    return show(request, "priorities/fact.html", fact_page(actor(request), session, candidate))


@login_required
@require_GET
def pdf(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The sheets as one PDF, or one of them with ``?thema=``."""
    session = session_of(request, pk)
    try:
        name, content = sheets_pdf(
            by=actor(request),
            session=session,
            tenant=member_of(request).tenant,
            theme=request.GET.get("thema", ""),
        )
    except DocumentProblem as problem:
        messages.error(request, str(problem))
        return redirect("session-facts", pk)
    return file_answer(name, content, PDF_TYPE, is_shown=True)
