"""The page of a figure inside a picture: what it is, what it rests on and where it is used."""

import uuid

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from integraal.foundation.people.scope import actor
from integraal.policy.picture.row_views import picture_of, show
from integraal.policy.picture.trace.figure import NoSuchFigure, traced_figure
from integraal.policy.picture.trace.presenters import figure_page

LONGEST = 4


@require_safe
@login_required
def figure(request: HttpRequest, pk: uuid.UUID, code: str) -> HttpResponse:
    """One figure of a picture; ``jaar`` and ``gebied`` say which year and area."""
    by = actor(request)
    picture = picture_of(request, pk)
    year, area = _whole_number(request, "jaar"), _whole_number(request, "gebied")
    try:
        page = figure_page(traced_figure(by, picture, code, year, area))
    except NoSuchFigure as missing:
        raise Http404(str(missing)) from missing
    return show(request, "picture/figure.html", page)


def _whole_number(request: HttpRequest, name: str) -> int | None:
    given = request.GET.get(name, "")
    if not given:
        return None
    if not (given.isascii() and given.isdecimal()) or len(given) > LONGEST:
        raise Http404("Dit adres klopt niet. Kies een cijfer in het beeld.")
    return int(given)
