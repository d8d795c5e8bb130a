"""Find the session that an operation is about, as far as the owner of the key may read it."""

import uuid

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from integraal.policy.priorities.models import Candidate, Session
from integraal.policy.priorities.queries import sessions, with_picture
from integraal.portal.api.keys import actor, with_scope
from integraal.portal.api.schemas import Invalid, Problem

READ = with_scope("session:read")
WRITE = with_scope("session:write")
REFUSALS = {403: Problem, 404: Problem, 409: Problem, 422: Invalid}


def session_of(request: HttpRequest, pk: uuid.UUID) -> Session:
    """Return the session, or answer that it does not exist."""
    return get_object_or_404(with_picture(sessions(actor(request))), pk=pk)


def theme_of(session: Session, code: str) -> Candidate:
    """Return a theme of the session, or answer that it does not exist."""
    found = Candidate.objects.filter(session=session).select_related("session")
    return get_object_or_404(found, code=code.replace("\x00", ""))


def kept(text: str) -> str:
    """Return text without the one character that a database cannot keep."""
    return text.replace("\x00", "")
