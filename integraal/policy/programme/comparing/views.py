"""The page on which two versions of a programme are compared."""

import uuid

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from integraal.foundation.people.scope import actor
from integraal.policy.programme.comparing.pages import NoSuchVersion, compare_page
from integraal.policy.programme.pages import programme_of, show


@login_required
@require_GET
def compare(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Two versions of a programme beside each other, in words."""
    programme, asked = programme_of(request, pk), request.GET
    try:
        page = compare_page(
            actor(request), programme, asked.get("van", ""), asked.get("naar", ""),
            only_differing=asked.get("toon") != "alles",
        )  # fmt: skip
    except NoSuchVersion as missing:
        raise Http404("Deze versie van het programma bestaat niet.") from missing
    return show(request, "programme/comparing.html", programme, "programme-compare", page)
