"""The page of rules of a plan."""

import uuid

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from integraal.foundation.people.scope import actor
from integraal.policy.plan.access import check_read_checks
from integraal.policy.plan.checks.presenters import checks_page
from integraal.policy.plan.plan_views import plan_of, show


@require_safe
@login_required
def checks(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """What blocks, what warns and what is suggested, each with where to mend it."""
    by = actor(request)
    check_read_checks(by)
    plan = plan_of(request, pk)
    return show(request, "plan/checks.html", checks_page(by, plan))
