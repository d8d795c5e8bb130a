"""Pages that explain: open to everybody."""

from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from integraal.knowledge.sources.definitions import load_sources


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """Tell how accessible the product is, and what to do when something fails."""
    return render(request, "information/accessibility.html")


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """Tell which data about people are kept, and why."""
    return render(request, "information/privacy.html")


@require_safe
def sources_and_method(request: HttpRequest) -> HttpResponse:
    """Tell where figures come from, and when something counts as changed."""
    sources = load_sources(Path(settings.DEFINITIONS) / "sources").values()
    return render(request, "information/sources_and_method.html", {"sources": sources})
