"""Come into a session, or be added to it by who leads, on paper."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.foundation.lifecycle.states import State
from integraal.foundation.links.secret import digest, new_secret
from integraal.policy.priorities.access import check_lead
from integraal.policy.priorities.joining.people import Who, twin_of, who_problem
from integraal.policy.priorities.models import Participant, Session
from integraal.policy.priorities.refusals import SessionRefused


@transaction.atomic
def join(*, by: Actor, session: Session, who: Who) -> tuple[Participant, str]:
    """Take part in a session; returns the participant with the secret, which is kept nowhere.

    Args:
        by: the participant themselves, without an account.
        session: the session whose code they had.
        who: function or name, group and organisation.

    Raises:
        SessionRefused: the door is closed, something is not filled in, or somebody with this name
            and organisation takes part already.
    """
    session = _locked(session)
    if not session.join_code or session.state != State.DRAFT:
        raise SessionRefused(
            "De deur van deze sessie is dicht. Vraag de begeleider om u te helpen."
        )
    secret = new_secret(by.tenant_id)
    twice = (
        "Bent u dat? Vraag de begeleider om een nieuwe link; dan gaat u verder waar u was. Bent u "
        "iemand anders? Zet dan iets bij uw naam."
    )
    participant = _added(by, session, who, twice, digest=digest(secret))
    record("session.joined", by=by, subject=participant, session=session.pk)
    return participant, secret


@transaction.atomic
def add_on_paper(*, by: Actor, session: Session, who: Who) -> Participant:
    """Add somebody who scores on paper.

    Raises:
        SessionRefused: something is not filled in, or they take part already.
    """
    check_lead(by, session)
    twice = "Kies die in de lijst, of zet iets bij de naam."
    participant = _added(by, _locked(session), who, twice, on_paper=True)
    record("session.added_on_paper", by=by, subject=participant, session=session.pk)
    return participant


def _locked(session: Session) -> Session:
    """Return the session as it is now; two at once with the same name come one after the other."""
    return Session.objects.select_for_update(no_key=True).get(pk=session.pk)


def _added(by: Actor, session: Session, who: Who, twice: str, **how: Any) -> Participant:
    """Add who takes part; ``twice`` says what to do when they do already."""
    if problem := who_problem(who):
        raise SessionRefused(problem)
    if twin_of(session, who):
        raise SessionRefused(f"Er doet al iemand mee met deze naam en organisatie. {twice}")
    return Participant.objects.create(
        tenant_id=by.tenant_id,
        session=session,
        name=who.name,
        group=who.group,
        organisation=who.organisation,
        joined_at=timezone.now(),
        **how,
    )
