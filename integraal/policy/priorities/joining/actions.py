"""Come into a session."""

from django.db import transaction
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.foundation.lifecycle.states import State
from integraal.foundation.links.secret import digest, new_secret
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
    # Two at once with the same name come one after the other.
    session = Session.objects.select_for_update(no_key=True).get(pk=session.pk)
    if not session.join_code or session.state != State.DRAFT:
        raise SessionRefused(
            "De deur van deze sessie is dicht. Vraag de begeleider om u te helpen."
        )
    if problem := who_problem(who):
        raise SessionRefused(problem)
    if twin_of(session, who):
        raise SessionRefused(
            "Er doet al iemand mee met deze naam en organisatie. Bent u dat? Vraag de begeleider "
            "om een nieuwe link; dan gaat u verder waar u was. Bent u iemand anders? Zet dan iets "
            "bij uw naam."
        )
    secret = new_secret(by.tenant_id)
    participant = Participant.objects.create(
        tenant_id=by.tenant_id,
        session=session,
        name=who.name,
        group=who.group,
        organisation=who.organisation,
        digest=digest(secret),
        joined_at=timezone.now(),
    )
    record("session.joined", by=by, subject=participant, session=session.pk)
    return participant, secret
