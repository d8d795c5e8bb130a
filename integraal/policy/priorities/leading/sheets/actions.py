"""Type in a paper sheet."""

from django.db import transaction

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.policy.priorities.access import check_lead
from integraal.policy.priorities.models import Ballot, Participant
from integraal.policy.priorities.refusals import SessionRefused
from integraal.policy.priorities.scoring.actions import Changes, save_ballot
from integraal.policy.priorities.scoring.form import Asked


@transaction.atomic
def enter_sheet(*, by: Actor, participant: Participant, asked: Asked, sheet: Changes) -> Ballot:
    """Keep a sheet of paper as the ballot of who filled it in; typed again, it replaces itself.

    Raises:
        NotAllowed: the actor leads no sessions.
        RoundClosed: no round is open.
        SessionRefused: they score by phone, or the sheet is empty or not right.
    """
    check_lead(by, participant.session)
    if not participant.on_paper:
        raise SessionRefused(
            f"{participant.name} scoort met de telefoon. Een blad invoeren kan alleen voor wie op "
            "papier meedoet."
        )
    if not any(value is not None for row in sheet.marks.values() for value in row.values()):
        raise SessionRefused("Het blad is nog leeg. Vul de scores in.")
    ballot = save_ballot(by=by, participant=participant, asked=asked, changes=sheet, whole=True)
    record("session.sheet_entered", by=by, subject=participant, session=participant.session_id)
    return ballot
