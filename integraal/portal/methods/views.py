"""Pages that explain the methods: open to everybody, as the page about sources is."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from integraal.foundation.people.queries import actor_of
from integraal.foundation.people.scope import current_member
from integraal.foundation.ui.components import Chip
from integraal.knowledge.figures.tabs import tabs
from integraal.portal.methods.presenters import method_page
from integraal.portal.methods.register import METHODS, grouped


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """All methods, by what they answer."""
    return render(request, "methods/index.html", {"groups": grouped(), "tabs": _tabs(request)})


@require_safe
def method(request: HttpRequest, slug: str) -> HttpResponse:
    """One method, with an example to change."""
    found = METHODS.get(slug)
    if found is None:
        raise Http404("Deze methode bestaat niet.")
    member = current_member(request)
    page = method_page(found, request.GET.dict(), with_own=member is not None)
    status = 422 if page.form.errors else 200
    context = {"page": page, "tabs": _tabs(request)}
    return render(request, "methods/method.html", context, status=status)


def _tabs(request: HttpRequest) -> list[Chip]:
    member = current_member(request)
    return tabs(actor_of(member), "methods") if member else []
