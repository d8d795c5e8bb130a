"""The page of the results."""

import uuid

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from integraal.foundation.people.scope import actor
from integraal.policy.priorities.outcome.presenters import results_page
from integraal.policy.priorities.row_views import session_of, show


@login_required
@require_GET
def results(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """What came of the closed rounds."""
    page = results_page(actor(request), session_of(request, pk))
    return show(request, "priorities/results.html", page)
