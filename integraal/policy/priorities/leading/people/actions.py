"""Let somebody in again, add who fills in paper, take out who joined twice."""

from django.db import transaction
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.foundation.links.secret import digest, new_secret
from integraal.policy.priorities.access import check_lead
from integraal.policy.priorities.joining.people import Who, twin_of, who_problem
from integraal.policy.priorities.models import Ballot, Participant, Session
from integraal.policy.priorities.refusals import SessionRefused


@transaction.atomic
def let_in_again(*, by: Actor, participant: Participant) -> tuple[Participant, str]:
    """Give somebody a new link; the old one stops at once, and what they scored stays.

    Somebody who was taken out comes back by it, and who filled in paper goes on by phone.

    Returns:
        The participant with the secret, which is kept nowhere.
    """
    check_lead(by, participant.session)
    secret = new_secret(by.tenant_id)
    participant.digest = digest(secret)
    participant.on_paper = False
    participant.left_at = None
    participant.joined_at = participant.joined_at or timezone.now()
    participant.save(update_fields=["digest", "on_paper", "left_at", "joined_at"])
    record("session.let_in_again", by=by, subject=participant, session=participant.session_id)
    return participant, secret


@transaction.atomic
def take_out(*, by: Actor, participant: Participant) -> Participant:
    """Take somebody out: their link stops, and what they scored in an open round is gone.

    What was counted in a closed round cannot be taken out: nobody knows whose it was.
    """
    check_lead(by, participant.session)
    if participant.left_at is None:
        Ballot.objects.filter(participant=participant).delete()
        participant.digest = ""
        participant.left_at = timezone.now()
        participant.save(update_fields=["digest", "left_at"])
        record("session.taken_out", by=by, subject=participant, session=participant.session_id)
    return participant


@transaction.atomic
def add_on_paper(*, by: Actor, session: Session, who: Who) -> Participant:
    """Add somebody who scores on paper.

    Raises:
        SessionRefused: something is not filled in, or they take part already.
    """
    check_lead(by, session)
    session = Session.objects.select_for_update(no_key=True).get(pk=session.pk)
    if problem := who_problem(who):
        raise SessionRefused(problem)
    if twin_of(session, who):
        raise SessionRefused(
            "Er doet al iemand mee met deze naam en organisatie. Kies die in de lijst, of zet "
            "iets bij de naam."
        )
    participant = Participant.objects.create(
        tenant_id=by.tenant_id,
        session=session,
        name=who.name,
        group=who.group,
        organisation=who.organisation,
        on_paper=True,
        joined_at=timezone.now(),
    )
    record("session.added_on_paper", by=by, subject=participant, session=session.pk)
    return participant
