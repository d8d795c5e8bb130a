"""The visible team for residents: no account, no cookie, and nothing of a card that is hidden."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from integraal.foundation.database.models import Tenant
from integraal.foundation.house_style.answers import shield_answer, style_answer
from integraal.foundation.links.sealed import around
from integraal.foundation.partners.models import TeamCard
from integraal.foundation.partners.public.queries import public_team
from integraal.foundation.partners.team.presenters import by_area

Answer = Callable[[HttpRequest, Tenant, list[TeamCard]], HttpResponse]


def _when_public(answer: Answer) -> Callable[..., HttpResponse]:
    """Let ``answer`` be given only when a municipality shows a card."""

    @require_safe
    def view(request: HttpRequest, slug: str) -> HttpResponse:
        # Somebody who is signed in, at this municipality or another, reads as anybody else does.
        request.member = None  # type: ignore[attr-defined]
        found = public_team(slug)
        response = answer(request, *found) if found else _nothing(request)
        response.headers["Cache-Control"] = "no-cache"
        return response

    return view


@_when_public
def team(request: HttpRequest, tenant: Tenant, rows: list[TeamCard]) -> HttpResponse:
    """Who residents meet in the street, per area."""
    areas = by_area(rows, whole=f"Heel {tenant.name}")
    return render(request, "partners/public_team.html", {"areas": areas, "ig": around(tenant)})


@_when_public
def stylesheet(request: HttpRequest, tenant: Tenant, rows: list[TeamCard]) -> HttpResponse:
    """The look of the municipality."""
    return style_answer()


@_when_public
def shield(request: HttpRequest, tenant: Tenant, rows: list[TeamCard]) -> HttpResponse:
    """The shield of the municipality; opened by itself it may do nothing at all."""
    return shield_answer()


def _nothing(request: HttpRequest) -> HttpResponse:
    """Return the one page for everything that is not public, whatever the reason."""
    return render(request, "partners/public_nothing.html", {"ig": around(None)}, status=404)
