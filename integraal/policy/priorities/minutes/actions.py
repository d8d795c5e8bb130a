"""Propose the minutes of a session, send them back, or sign them off."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.lifecycle import actions as lifecycle
from integraal.foundation.lifecycle.states import State
from integraal.policy.priorities.access import check_lead, check_send_back, check_sign_off
from integraal.policy.priorities.holding import refuse_when
from integraal.policy.priorities.minutes.content import build_content
from integraal.policy.priorities.minutes.rules import body_of, proposal_problem, signing_problem
from integraal.policy.priorities.models import Round, Session, ThemeDecision
from integraal.policy.priorities.refusals import SessionRefused


@transaction.atomic
def propose_minutes(*, by: Actor, session: Session) -> Session:
    """Propose the minutes to the chair; the session is closed to participants.

    Raises:
        SessionRefused: nothing is decided yet, a round is open, or day or chair is missing.
        ImpossibleMove: it is not a draft.
        NotAllowed: the actor does not lead sessions.
    """
    check_lead(by)
    session = lifecycle.locked(session)
    lifecycle.check_move(lifecycle.states.PROPOSE, State(session.state))
    refuse_when(
        proposal_problem(
            held_on=session.held_on,
            today=timezone.localdate(),
            chair=session.chair,
            decided=ThemeDecision.objects.filter(candidate__session=session).count(),
            open_round=_open_round(session),
        )
    )
    session.join_code = ""
    lifecycle.propose(session, by=by, verb="session.proposed")
    return session


@transaction.atomic
def send_back_minutes(*, by: Actor, session: Session, reason: str) -> Session:
    """Make a proposal a draft again.

    Raises:
        SessionRefused: no reason is given.
        ImpossibleMove: it is not proposed.
        NotAllowed: the actor neither signs nor proposes minutes.
    """
    check_send_back(by)
    session = lifecycle.locked(session)
    if not reason.strip():
        raise SessionRefused("Schrijf op wat er anders moet. Dat leest wie het verslag maakte.")
    lifecycle.send_back(session, by=by, verb="session.sent_back", reason=reason.strip())
    return session


@transaction.atomic
def sign_minutes(*, by: Actor, session: Session, on: date, number: str = "") -> Session:
    """Sign the minutes off for the chair: freeze all they hold, supersede the version before.

    Raises:
        SessionRefused: the day of the signature cannot be.
        ImpossibleMove: they are not proposed.
        NotAllowed: the actor does not sign minutes.
    """
    check_sign_off(by)
    session = lifecycle.locked(session)
    lifecycle.check_move(lifecycle.states.ADOPT, State(session.state))
    refuse_when(signing_problem(on, held_on=session.held_on, today=timezone.localdate()))
    lifecycle.adopt(
        session,
        by=by,
        verb="session.signed",
        decision=lifecycle.Decision(body_of(session.chair), on, number.strip()),
        content=build_content(session),
    )
    return session


def _open_round(session: Session) -> int | None:
    found = Round.objects.filter(session=session, closed_at__isnull=True).first()
    return found.number if found else None
