"""Make a plan public, and take it back; both are asked for on the page of documents."""

import uuid
from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from integraal.foundation.people.scope import actor
from integraal.policy.plan.models import Plan
from integraal.policy.plan.public.actions import publish_plan, withdraw_plan
from integraal.policy.plan.queries import plans
from integraal.policy.plan.refusals import PlanRefused


@require_POST
@login_required
def publish(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Let residents read the plan."""
    return _done(request, pk, publish_plan, "Inwoners kunnen het plan nu lezen.")


@require_POST
@login_required
def withdraw(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Take the page for residents away."""
    return _done(request, pk, withdraw_plan, "Inwoners kunnen het plan niet meer lezen.")


def _done(
    request: HttpRequest, pk: uuid.UUID, deed: Callable[..., Plan], said: str
) -> HttpResponse:
    by = actor(request)
    try:
        deed(by=by, plan=get_object_or_404(plans(by), pk=pk))
    except PlanRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, said)
    return redirect("plan-documents", pk)
