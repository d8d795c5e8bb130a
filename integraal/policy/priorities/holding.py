"""Hold a row of a session that somebody is about to change, or refuse what is not right."""

from functools import partial

from integraal.foundation.audit.actors import Actor
from integraal.foundation.lifecycle import actions as lifecycle
from integraal.foundation.lifecycle import holding
from integraal.policy.priorities.access import check_lead
from integraal.policy.priorities.models import Session
from integraal.policy.priorities.refusals import SessionRefused

held = partial(holding.held, refusal=SessionRefused)
refuse_when = partial(holding.refuse_when, refusal=SessionRefused)


def draft(by: Actor, session: Session) -> Session:
    """Return the session as it is now, held, when the actor may work on it.

    Raises:
        NotAllowed: it is no draft, or the actor does not prepare sessions.
    """
    session = lifecycle.locked(session)
    check_lead(by, session)
    return session
