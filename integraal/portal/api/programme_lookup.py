"""What the programme's rooms of the API share: keys, the programme and the measure asked for."""

import uuid

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from integraal.policy.programme.models import Measure, Programme
from integraal.policy.programme.queries import measures, programmes
from integraal.portal.api.keys import actor, with_scope
from integraal.portal.api.schemas import Invalid, Problem

READ = with_scope("programme:read")
WRITE = with_scope("programme:write")
REFUSALS = {403: Problem, 404: Problem, 409: Problem, 422: Invalid}


def programme_of(request: HttpRequest, pk: uuid.UUID) -> Programme:
    """Return the programme without its frozen content, when the key's owner may read it."""
    return get_object_or_404(programmes(actor(request)).defer("frozen"), pk=pk)


def measure_of(request: HttpRequest, pk: uuid.UUID, key: uuid.UUID) -> Measure:
    """Return a measure of such a programme."""
    return get_object_or_404(measures(programme_of(request, pk)), key=key)
