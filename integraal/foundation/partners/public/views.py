"""The visible team for residents: no account, no cookie, and nothing of a card that is hidden."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from integraal.foundation.database.models import Tenant
from integraal.foundation.house_style.answers import shield_answer, style_answer
from integraal.foundation.links.public import other_pages, when_public
from integraal.foundation.links.sealed import around
from integraal.foundation.partners.models import TeamCard
from integraal.foundation.partners.public.queries import LABEL, public_team
from integraal.foundation.partners.team.presenters import by_area

Found = tuple[Tenant, list[TeamCard]]


def _nothing(request: HttpRequest) -> HttpResponse:
    """Return the one page for everything that is not public, whatever the reason."""
    return render(request, "partners/public_nothing.html", {"ig": around(None)}, status=404)


_when_public = when_public(public_team, _nothing)


@_when_public
def team(request: HttpRequest, found: Found) -> HttpResponse:
    """Who residents meet in the street, per area."""
    tenant, rows = found
    shown = {
        "areas": by_area(rows, whole=f"Heel {tenant.name}"),
        "ig": around(tenant),
        "other_pages": other_pages(tenant.slug, LABEL),
    }
    return render(request, "partners/public_team.html", shown)


@_when_public
def stylesheet(request: HttpRequest, found: Found) -> HttpResponse:
    """The look of the municipality."""
    return style_answer()


@_when_public
def shield(request: HttpRequest, found: Found) -> HttpResponse:
    """The shield of the municipality; opened by itself it may do nothing at all."""
    return shield_answer()
