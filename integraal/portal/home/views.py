"""The home page and the pages of steps that are not built yet."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from integraal.foundation.people.scope import actor
from integraal.portal.home.presenters import home
from integraal.portal.steps import BY_CODE


@login_required
@require_GET
def home_page(request: HttpRequest) -> HttpResponse:
    """Where are we in the cycle, and what is due."""
    page = home(actor(request), timezone.localtime())
    return render(request, "portal/home.html", {"page": page})


@login_required
@require_GET
def step_page(request: HttpRequest, code: str) -> HttpResponse:
    """A step of the cycle; one that is not built yet says so."""
    actor(request)
    step = BY_CODE.get(code)
    if step is None:
        raise Http404("Deze stap bestaat niet.")
    if step.is_built:
        return redirect(step.address)
    request.step = code  # type: ignore[attr-defined]
    return render(request, "portal/step.html", {"step": step})
