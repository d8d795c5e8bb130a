"""What the views of a plan share: the plan somebody may read, and a page of its step."""

import uuid
from functools import partial

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from integraal.foundation.people.scope import actor
from integraal.policy.picture.answers import show_in
from integraal.policy.plan.models import Plan
from integraal.policy.plan.queries import plans

show = partial(show_in, "plan")


def plan_of(request: HttpRequest, pk: uuid.UUID) -> Plan:
    """Return the plan, when the actor may read it."""
    found = plans(actor(request)).select_related("session").defer("session__frozen")
    return get_object_or_404(found, pk=pk)
