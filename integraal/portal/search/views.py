"""The search page."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from integraal.foundation.people.scope import actor
from integraal.portal.search.queries import search


@login_required
@require_GET
def search_page(request: HttpRequest) -> HttpResponse:
    """What was found for ``q``."""
    words = request.GET.get("q", "").replace("\x00", "")[:200]
    context = {"words": words, "hits": search(actor(request), words)}
    return render(request, "portal/search.html", context)
