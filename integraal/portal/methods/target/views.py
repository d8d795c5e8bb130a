"""The page where a target is chosen: open to everybody, own figures for who is signed in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from integraal.foundation.people.queries import actor_of
from integraal.foundation.people.scope import current_member
from integraal.knowledge.figures.tabs import tabs
from integraal.portal.methods.target.presenters import target_page


@require_safe
def target(request: HttpRequest) -> HttpResponse:
    """Say whether a wished change could be seen at all, and from what number on."""
    member = current_member(request)
    page = target_page(request.GET.dict(), with_own=member is not None)
    status = 422 if page.form.errors else 200
    shown = tabs(actor_of(member), "methods") if member else []
    return render(request, "methods/target.html", {"page": page, "tabs": shown}, status=status)
