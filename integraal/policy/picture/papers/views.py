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
from integraal.policy.picture.papers.choosing import paper_of
from integraal.policy.picture.papers.web_page import one_page
from integraal.policy.picture.row_views import picture_of, show


@login_required
@require_GET
def paper(request: HttpRequest, pk: uuid.UUID, code: str) -> HttpResponse:
    """One paper of a picture: pdf, word, excel or infographic."""
    picture = picture_of(request, pk)
    try:
        found, name, content = paper_of(
            code, by=actor(request), picture=picture, tenant=member_of(request).tenant
        )
    except (DocumentProblem, TemplateRefused) as problem:
        messages.error(request, str(problem))
        return redirect("picture", pk)
    response = HttpResponse(content, content_type=found.content_type)
    how = "inline" if found.is_shown else "attachment"
    response.headers["Content-Disposition"] = f'{how}; filename="{name}"'
    return response


@login_required
@require_GET
def one_page_view(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The picture on one page, for the screen; it prints on one page too."""
    return show(request, "picture/one_page.html", one_page(picture_of(request, pk)))
