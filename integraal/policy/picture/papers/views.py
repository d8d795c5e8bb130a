"""Hand out the papers of a picture, and show the one page as a web page."""

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET

from integraal.foundation.documents.typesetting import DocumentProblem
from integraal.foundation.documents.word.archives import TemplateRefused
from integraal.foundation.people.scope import actor, member_of
from integraal.foundation.ui.downloads import file_answer
from integraal.policy.picture.papers.choosing import PAPERS
from integraal.policy.picture.papers.web_page import one_page
from integraal.policy.picture.row_views import picture_of, show


@login_required
@require_GET
def paper(request: HttpRequest, pk: uuid.UUID, code: str) -> HttpResponse:
    """One paper of a picture: pdf, word, excel or infographic."""
    picture = picture_of(request, pk)
    found, by, tenant = PAPERS[code], actor(request), member_of(request).tenant
    try:
        name, content = found.make(by=by, picture=picture, tenant=tenant)
    except (DocumentProblem, TemplateRefused) as problem:
        messages.error(request, str(problem))
        return redirect("picture", pk)
    return file_answer(name, content, found.content_type, is_shown=found.is_shown)


@login_required
@require_GET
def one_page_view(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The picture on one page, for the screen; it prints on one page too."""
    return show(request, "picture/one_page.html", one_page(picture_of(request, pk)))
