"""Find what an address names, for who leads."""

import uuid

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from integraal.foundation.people.scope import actor
from integraal.policy.priorities.access import check_lead
from integraal.policy.priorities.models import Participant, Round, Session
from integraal.policy.priorities.queries import sessions

STEP = "prioriteiten"


def session_to_lead(request: HttpRequest, pk: uuid.UUID) -> Session:
    """Return the session, when the actor may lead it.

    Raises:
        Http404: there is none for them.
        NotAllowed: they lead no sessions, or its minutes are proposed.
    """
    request.step = STEP  # type: ignore[attr-defined]
    check_lead(actor(request))
    session = get_object_or_404(sessions(actor(request)).defer("frozen"), pk=pk)
    check_lead(actor(request), session)
    return session


def round_to_lead(request: HttpRequest, pk: uuid.UUID, round_id: uuid.UUID) -> Round:
    """Return a round of a session that the actor leads."""
    return get_object_or_404(Round, session=session_to_lead(request, pk), pk=round_id)


def participant_to_lead(request: HttpRequest, pk: uuid.UUID, participant: uuid.UUID) -> Participant:
    """Return a participant of a session that the actor leads."""
    return get_object_or_404(Participant, session=session_to_lead(request, pk), pk=participant)


def session_to_show(request: HttpRequest, pk: uuid.UUID) -> Session:
    """Return a session for the screen in the room: who reads drafts may show it.

    Raises:
        Http404: there is none for them.
    """
    request.step = STEP  # type: ignore[attr-defined]
    return get_object_or_404(sessions(actor(request)).defer("frozen"), pk=pk)
