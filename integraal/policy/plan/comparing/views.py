"""The page on which two stands of a plan are compared."""

import uuid

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from integraal.foundation.people.scope import actor
from integraal.policy.plan.comparing.pages import compare_page
from integraal.policy.plan.comparing.sides import NoSuchStand
from integraal.policy.plan.plan_views import plan_of, show


@login_required
@require_GET
def compare(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Two stands of a plan beside each other, in words."""
    plan, asked = plan_of(request, pk), request.GET
    try:
        page = compare_page(
            actor(request), plan, asked.get("van", ""), asked.get("naar", ""),
            only_differing=asked.get("toon") != "alles",
        )  # fmt: skip
    except NoSuchStand as missing:
        raise Http404("Deze stand van het plan bestaat niet.") from missing
    return show(request, "plan/comparing.html", page)
