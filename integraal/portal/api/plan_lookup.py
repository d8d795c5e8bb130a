"""What the plan's rooms of the API share: the keys they take, and the plan that is asked for."""

import uuid

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from integraal.policy.plan.models import Plan
from integraal.policy.plan.queries import plans
from integraal.portal.api.keys import actor, with_scope
from integraal.portal.api.schemas import Invalid, Problem

READ = with_scope("plan:read")
WRITE = with_scope("plan:write")
REFUSALS = {403: Problem, 404: Problem, 409: Problem, 422: Invalid}


def plan_of(request: HttpRequest, pk: uuid.UUID) -> Plan:
    """Return the plan without its content, when the key's owner may read it."""
    return get_object_or_404(plans(actor(request)).defer("frozen"), pk=pk)
