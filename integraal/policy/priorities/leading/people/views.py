"""Let somebody in again, and take out who joined twice."""

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from integraal.foundation.people.scope import actor
from integraal.policy.priorities.leading.finding import participant_to_lead
from integraal.policy.priorities.leading.people import actions
from integraal.policy.priorities.leading.presenters import new_link
from integraal.policy.priorities.leading.views import lead_answer


@require_POST
@login_required
@never_cache
def let_in_again(request: HttpRequest, pk: uuid.UUID, participant: uuid.UUID) -> HttpResponse:
    """Make a new link and show it, once: it is kept nowhere."""
    found = participant_to_lead(request, pk, participant)
    found, secret = actions.let_in_again(by=actor(request), participant=found)
    address = request.build_absolute_uri(reverse("participant", args=[secret]))
    return lead_answer(request, found.session, link=new_link(found, address))


@require_POST
@login_required
def take_out(request: HttpRequest, pk: uuid.UUID, participant: uuid.UUID) -> HttpResponse:
    """Take somebody out of the session."""
    found = participant_to_lead(request, pk, participant)
    actions.take_out(by=actor(request), participant=found)
    messages.success(request, f"{found.name} doet niet meer mee.")
    return redirect("session-lead", pk)
