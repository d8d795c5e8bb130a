"""Pages of two pictures side by side."""

import uuid

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET

from integraal.foundation.people.scope import actor
from integraal.policy.picture.beside.presenters import others, side_by_side
from integraal.policy.picture.row_views import picture_of, show


@login_required
@require_GET
def choose_other(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Go to the picture of the year before beside this one, or say that there is none."""
    by = actor(request)
    picture = picture_of(request, pk)
    found = others(by, picture)
    earlier = [one for one in found if one.year < picture.year] or found
    if earlier:
        return redirect("picture-beside", pk, earlier[0].pk)
    return show(request, "picture/beside.html", picture=picture)


@login_required
@require_GET
def beside(request: HttpRequest, pk: uuid.UUID, other: uuid.UUID) -> HttpResponse:
    """Two pictures of different years side by side."""
    by = actor(request)
    picture = picture_of(request, pk)
    found = picture_of(request, other)
    if found.year == picture.year:
        raise Http404("Twee versies van één jaar staan op de pagina met verschillen.")
    page, offered = side_by_side(picture, found), others(by, picture)
    return show(request, "picture/beside.html", page, picture=picture, others=offered, chosen=found)
