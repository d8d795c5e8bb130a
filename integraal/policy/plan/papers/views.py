"""Hand out the papers of a plan, and the page that lists them."""

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_safe

from integraal.foundation.documents.typesetting import DocumentProblem
from integraal.foundation.documents.word.archives import TemplateRefused
from integraal.foundation.people.scope import actor, member_of
from integraal.foundation.ui.downloads import file_answer
from integraal.policy.plan.papers.choosing import PAPERS
from integraal.policy.plan.papers.presenters import documents_page
from integraal.policy.plan.plan_views import plan_of, show


@require_safe
@login_required
def documents(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """All documents of a plan, and whether residents can read it."""
    page = documents_page(actor(request), plan_of(request, pk), member_of(request).tenant.slug)
    return show(request, "plan/documents.html", page)


@login_required
@require_GET
def paper(request: HttpRequest, pk: uuid.UUID, code: str) -> HttpResponse:
    """One paper of a plan: pdf, word, pack or goals."""
    plan = plan_of(request, pk)
    found, by, tenant = PAPERS[code], actor(request), member_of(request).tenant
    try:
        name, content = found.make(by=by, plan=plan, tenant=tenant)
    except (DocumentProblem, TemplateRefused) as problem:
        messages.error(request, str(problem))
        return redirect("plan-documents", pk)
    return file_answer(name, content, found.content_type, is_shown=found.is_shown)
