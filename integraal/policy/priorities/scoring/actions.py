"""Keep what a participant fills in while a round is open.

Saving is not recorded each time: the trail would hold, to the second, who filled in when, and would
tell nothing that anybody needs. Recorded is once per ballot that somebody began to score. No value
is ever in the trail.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.policy.priorities.models import Ballot, Participant, Round
from integraal.policy.priorities.refusals import SessionRefused
from integraal.policy.priorities.rules import ALL_POINTS, points_left, points_say
from integraal.policy.priorities.scoring.closed import RoundClosed
from integraal.policy.priorities.scoring.form import Asked, ballot_problem, is_ready


@dataclass(frozen=True)
class Changes:
    """What was filled in anew: marks per theme and criterion, points per criterion.

    None takes a mark away again. ``is_done``: the participant says to be done.
    """

    marks: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    points: Mapping[str, Any] = field(default_factory=dict)
    is_done: bool = False


@transaction.atomic
def save_ballot(
    *, by: Actor, participant: Participant, asked: Asked, changes: Changes, whole: bool = False
) -> Ballot:
    """Keep what a participant filled in, beside what was kept of them already.

    Args:
        by: the participant, or who types in a paper sheet.
        participant: whose ballot it is.
        asked: the themes and criteria of the session.
        changes: what was filled in.
        whole: whether it takes the place of all that was kept, as a sheet of paper does.

    Raises:
        RoundClosed: no round is open (any more).
        SessionRefused: a score out of range, an unknown theme, more points or dots than there are.
    """
    ballot = _held(participant) or _begun(by, participant)
    marks = _merged({} if whole else ballot.marks, changes.marks)
    points = _without_none({**({} if whole else ballot.points), **changes.points})
    if problem := ballot_problem(asked, marks, points):
        raise SessionRefused(problem)
    if changes.is_done and asked.asks_weights and points_left(points):
        raise SessionRefused(f"{points_say(points)} Verdeel er precies {ALL_POINTS}.")
    ballot.marks, ballot.points = marks, points
    ballot.is_done = changes.is_done or ballot.is_done or is_ready(asked, marks, points)
    ballot.revision += 1
    ballot.save(update_fields=["marks", "points", "is_done", "revision"])
    return ballot


def _held(participant: Participant) -> Ballot | None:
    """Return the ballot in the open round, held until the end of the transaction."""
    return (
        Ballot.objects.select_for_update(of=("self",))
        .filter(participant=participant, round__closed_at__isnull=True)
        .first()
    )


def _begun(by: Actor, participant: Participant) -> Ballot:
    """Make the ballot of the open round.

    Raises:
        RoundClosed: no round is open, or who closes it came first: then its ballots are gone.
    """
    current = Round.objects.filter(session=participant.session_id, closed_at__isnull=True).first()
    if current is None:
        raise RoundClosed
    _, is_new = Ballot.objects.get_or_create(
        tenant_id=by.tenant_id, round=current, participant=participant, defaults={"revision": 0}
    )
    if is_new:
        record("session.began_scoring", by=by, subject=participant, number=current.number)
    ballot = _held(participant)
    if ballot is None:
        raise RoundClosed
    return ballot


def _merged(
    kept: Mapping[str, Mapping[str, Any]], given: Mapping[str, Mapping[str, Any]]
) -> dict[str, dict[str, Any]]:
    merged = {theme: dict(row) for theme, row in kept.items()}
    for theme, row in given.items():
        merged[theme] = _without_none({**merged.get(theme, {}), **row})
    return {theme: row for theme, row in merged.items() if row}


def _without_none(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if value is not None}
