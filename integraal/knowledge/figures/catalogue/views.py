"""Pages of the catalogue: which figures there are, what they mean, and how fresh they are."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from integraal.foundation.definitions.access import may_change_definitions
from integraal.foundation.people.scope import actor
from integraal.knowledge.figures import used_in
from integraal.knowledge.figures.catalogue.forms import CatalogueForm
from integraal.knowledge.figures.catalogue.indicator_page import indicator_page
from integraal.knowledge.figures.catalogue.presenters import (
    catalogue,
    source_page,
    sources_table,
)
from integraal.knowledge.figures.tabs import tabs


@login_required
@require_safe
def catalogue_list(request: HttpRequest) -> HttpResponse:
    """All indicators, to search, filter and sort."""
    by = actor(request)
    form = CatalogueForm(request.GET)
    page = catalogue(form.filters, request.GET.get("sorteer", ""), request.GET.get("blad", ""))
    context = {
        "page": page,
        "form": form,
        "tabs": tabs(by, "catalogue"),
        "may_change": may_change_definitions(by),
    }
    return render(request, "figures/catalogue.html", context)


@login_required
@require_safe
def indicator(request: HttpRequest, code: str) -> HttpResponse:
    """One indicator: what it means and where it comes from."""
    by = actor(request)
    page = indicator_page(code)
    if page is None:
        raise Http404("Dit cijfer bestaat niet.")
    context = {
        "page": page,
        "tabs": tabs(by, "catalogue"),
        "may_change": may_change_definitions(by),
        "uses": used_in.of_indicator(by, code),
    }
    return render(request, "figures/catalogue_indicator.html", context)


@login_required
@require_safe
def source_list(request: HttpRequest) -> HttpResponse:
    """All sources, and how fresh they are."""
    by = actor(request)
    context = {
        "table": sources_table(),
        "tabs": tabs(by, "sources"),
        "may_change": may_change_definitions(by),
    }
    return render(request, "figures/sources.html", context)


@login_required
@require_safe
def source(request: HttpRequest, code: str) -> HttpResponse:
    """One source: what it gives, what it withholds, and every copy we have."""
    by = actor(request)
    page = source_page(code)
    if page is None:
        raise Http404("Deze bron bestaat niet.")
    return render(request, "figures/source.html", {"page": page, "tabs": tabs(by, "sources")})
