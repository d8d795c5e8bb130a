"""Pages that explain: open to everybody."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from integraal.knowledge.figures.catalogue.links import subject_of
from integraal.knowledge.figures.definitions import sources


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
    named = [(subject_of(source), source) for source in sources().values()]
    return render(request, "information/sources_and_method.html", {"sources": named})
