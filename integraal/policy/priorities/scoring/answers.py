"""What the scripts on a phone are told."""

from datetime import datetime
from typing import Any

from integraal.policy.priorities.joining.queries import Place
from integraal.policy.priorities.models import Ballot
from integraal.policy.priorities.scoring.form import Asked, as_fields
from integraal.policy.priorities.scoring.words import filled_say


def saved_answer(asked: Asked, ballot: Ballot) -> dict[str, Any]:
    """Return the whole ballot as it is kept now, to its own participant."""
    return {
        "fields": as_fields(ballot.marks, ballot.points),
        "revision": ballot.revision,
        "done": ballot.is_done,
        "status": filled_say(asked, ballot),
    }


def stand_of(place: Place, now: datetime) -> tuple[dict[str, Any], str]:
    """Return how the session stands for one phone, and the mark of it.

    The seconds left are not in the mark: the phone counts those itself.
    """
    ends_at = place.round.ends_at if place.round and place.is_open else None
    told = {
        "stage": place.stage,
        "revision": place.ballot_revision,
        "left": max(0, round((ends_at - now).total_seconds())) if ends_at else None,
    }
    mark = f'"{place.stage}-{place.ballot_revision}-{ends_at.timestamp() if ends_at else 0:.0f}"'
    return told, mark
