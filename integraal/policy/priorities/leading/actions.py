"""Open and close the door of a session."""

from django.db import transaction

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.foundation.lifecycle import actions as lifecycle
from integraal.policy.priorities.access import check_lead
from integraal.policy.priorities.joining.codes import new_code
from integraal.policy.priorities.models import Candidate, Session
from integraal.policy.priorities.refusals import SessionRefused


@transaction.atomic
def open_door(*, by: Actor, session: Session) -> Session:
    """Give the session a code with which people come in; an open door stays as it is.

    Raises:
        NotAllowed: the actor leads no sessions, or its minutes are proposed.
        SessionRefused: there is nothing to weigh.
    """
    check_lead(by, session)
    session = lifecycle.locked(session)
    check_lead(by, session)
    if session.join_code:
        return session
    if not Candidate.objects.filter(session=session).exists():
        raise SessionRefused("Er zijn nog geen thema’s om te wegen. Voeg ze eerst toe.")
    session.join_code = _free_code(by.tenant_id)
    session.save(update_fields=["join_code"])
    record("session.door_opened", by=by, subject=session)
    return session


@transaction.atomic
def close_door(*, by: Actor, session: Session) -> Session:
    """Let nobody else in; who is in stays in."""
    check_lead(by, session)
    session = lifecycle.locked(session)
    if session.join_code:
        session.join_code = ""
        session.save(update_fields=["join_code"])
        record("session.door_closed", by=by, subject=session)
    return session


def _free_code(tenant_id: int) -> str:
    code = new_code(tenant_id)
    while Session.objects.filter(join_code=code).exists():
        code = new_code(tenant_id)
    return code
