"""What the views of a plan share: the plan somebody may read, and a page of its step."""

import uuid
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from integraal.foundation.people.scope import actor
from integraal.policy.plan.models import Plan
from integraal.policy.plan.queries import plans

STEP = "plan"


def plan_of(request: HttpRequest, pk: uuid.UUID) -> Plan:
    """Return the plan, when the actor may read it."""
    found = plans(actor(request)).select_related("session").defer("session__frozen")
    return get_object_or_404(found, pk=pk)


def show(
    request: HttpRequest, template: str, page: Any, status: int = 200, **more: Any
) -> HttpResponse:
    """Show a page of the step of the plan."""
    request.step = STEP  # type: ignore[attr-defined]
    return render(request, template, {"page": page, **more}, status=status)
