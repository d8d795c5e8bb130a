"""Hand out the papers of a report, and the page that lists them."""

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET, require_safe

from integraal.foundation.documents.typesetting import DocumentProblem
from integraal.foundation.documents.word.archives import TemplateRefused
from integraal.foundation.people.scope import actor, member_of
from integraal.foundation.ui.downloads import file_answer
from integraal.policy.accountability.models import Report
from integraal.policy.accountability.papers.choosing import PAPERS, made
from integraal.policy.accountability.papers.presenters import documents_page
from integraal.policy.accountability.queries import reports
from integraal.policy.accountability.showing import show

TAB = "accountability"


@require_safe
@login_required
def documents(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """All documents of a report."""
    page = documents_page(actor(request), report_of(request, pk))
    return show(request, "accountability/documents.html", TAB, page)


@login_required
@require_GET
def paper(request: HttpRequest, pk: uuid.UUID, code: str) -> HttpResponse:
    """One paper of a report: pdf, word or excel."""
    report, found = report_of(request, pk), PAPERS[code]
    try:
        name, content = made(found, actor(request), report, member_of(request).tenant)
    except (DocumentProblem, TemplateRefused) as problem:
        messages.error(request, str(problem))
        return redirect("report-documents", pk)
    return file_answer(name, content, found.content_type, is_shown=found.is_shown)


def report_of(request: HttpRequest, pk: uuid.UUID) -> Report:
    """Return the report, when the actor may read it."""
    return get_object_or_404(reports(actor(request)), pk=pk)
