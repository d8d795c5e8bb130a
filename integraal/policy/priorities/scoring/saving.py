"""Save what came in from a phone, by script or by form."""

from collections.abc import Mapping
from typing import Any

from integraal.policy.priorities.joining.queries import Place, participant_actor
from integraal.policy.priorities.models import Ballot
from integraal.policy.priorities.scoring.actions import Changes, save_ballot
from integraal.policy.priorities.scoring.form import Asked, asked_of, read_fields


def save_fields(
    place: Place, fields: Mapping[str, Any], *, is_done: bool = False
) -> tuple[Ballot, Asked]:
    """Save fields of the ballot of a participant.

    Raises:
        RoundClosed: no round is open.
        SessionRefused: something is out of range or unknown.
    """
    asked = asked_of(place.session)
    marks, points = read_fields(fields.items())
    ballot = save_ballot(
        by=participant_actor(place.participant.tenant_id),
        participant=place.participant,
        asked=asked,
        changes=Changes(marks, points, is_done),
    )
    return ballot, asked
