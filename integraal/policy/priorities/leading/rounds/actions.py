"""Open a round, give it more time, and close it: then nobody knows any more whose score it was."""

import uuid
from collections import Counter
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.foundation.lifecycle import actions as lifecycle
from integraal.policy.priorities.access import check_lead
from integraal.policy.priorities.models import (
    Ballot,
    Candidate,
    CountedBallot,
    Criterion,
    Participant,
    Round,
    Session,
)
from integraal.policy.priorities.refusals import SessionRefused
from integraal.policy.priorities.rules import groups_apart, points_left

MOST_MINUTES = 180


@transaction.atomic
def open_round(*, by: Actor, session: Session, minutes: int | None = None) -> Round:
    """Open the next round.

    Args:
        by: who leads.
        session: a draft with themes and criteria.
        minutes: what the clock shows; None shows none. It closes nothing: who leads does.

    Raises:
        SessionRefused: a round is open already, there is nothing to weigh or nobody to weigh it.
    """
    check_lead(by, session)
    session = lifecycle.locked(session)
    check_lead(by, session)
    if problem := _not_ready(session, minutes):
        raise SessionRefused(problem)
    now = timezone.now()
    last = Round.objects.filter(session=session).aggregate(last=Max("number"))["last"] or 0
    opened = Round.objects.create(
        tenant_id=by.tenant_id,
        session=session,
        number=last + 1,
        opened_at=now,
        ends_at=now + timedelta(minutes=minutes) if minutes else None,
    )
    record("session.round_opened", by=by, subject=session, number=opened.number)
    return opened


@transaction.atomic
def extend_round(*, by: Actor, round_: Round, minutes: int = 1) -> Round:
    """Put minutes on the clock of an open round; one without a clock gets one.

    Raises:
        SessionRefused: it is closed.
    """
    check_lead(by, round_.session)
    round_ = _held(round_)
    now = timezone.now()
    begin = max(round_.ends_at or now, now)
    round_.ends_at = min(begin + timedelta(minutes=minutes), now + timedelta(minutes=MOST_MINUTES))
    round_.save(update_fields=["ends_at"])
    record("session.round_extended", by=by, subject=round_.session, number=round_.number)
    return round_


@transaction.atomic
def close_round(*, by: Actor, round_: Round) -> Round:
    """Close a round and count it; the link between person and score is destroyed.

    Every ballot is written anew under a fresh random identifier, in the order of those
    identifiers, with no time and no person, and without its group where that is too small to be
    told apart. The ballots are removed in the same transaction.

    Raises:
        SessionRefused: it is closed already.
    """
    check_lead(by, round_.session)
    round_ = _held(round_)
    ballots = list(Ballot.objects.select_for_update(of=("self",)).filter(round=round_))
    counted = _counted(round_, [one for one in ballots if one.marks])
    CountedBallot.objects.bulk_create(counted)
    Ballot.objects.filter(round=round_).delete()
    round_.closed_at = timezone.now()
    round_.save(update_fields=["closed_at"])
    record(
        "session.round_closed",
        by=by,
        subject=round_.session,
        number=round_.number,
        counted=len(counted),
    )
    return round_


def _counted(round_: Round, ballots: list[Ballot]) -> list[CountedBallot]:
    groups = dict(Participant.objects.filter(session=round_.session_id).values_list("pk", "group"))
    apart = groups_apart(Counter(groups[one.participant_id] for one in ballots))
    rows = [
        CountedBallot(
            id=uuid.uuid4(),
            tenant_id=round_.tenant_id,
            round=round_,
            group=groups[one.participant_id] if groups[one.participant_id] in apart else "",
            marks=_in_order(one.marks),
            points=_in_order(one.points) if points_left(one.points) == 0 else {},
        )
        for one in ballots
    ]
    # The table then stands in an order that tells nothing of who was first.
    return sorted(rows, key=lambda one: one.id)


def _in_order(filled_in: dict[str, Any]) -> dict[str, Any]:
    """Return what was filled in by name: in which order somebody did so would mark them."""
    return {
        name: _in_order(value) if isinstance(value, dict) else value
        for name, value in sorted(filled_in.items())
    }


def _held(round_: Round) -> Round:
    found = Round.objects.select_for_update(of=("self",)).select_related("session")
    round_ = found.get(pk=round_.pk)
    if round_.closed_at is not None:
        raise SessionRefused(f"Ronde {round_.number} is al gesloten.")
    return round_


def _not_ready(session: Session, minutes: int | None) -> str | None:
    if minutes is not None and not 1 <= minutes <= MOST_MINUTES:
        return f"Geef de klok 1 tot en met {MOST_MINUTES} minuten, of laat het veld leeg."
    if Round.objects.filter(session=session, closed_at__isnull=True).exists():
        return "Er is al een ronde open. Sluit die eerst."
    if not Candidate.objects.filter(session=session).exists():
        return "Er zijn nog geen thema’s om te wegen. Voeg ze eerst toe."
    if (
        session.scale == Session.Scale.MARKS
        and not Criterion.objects.filter(session=session).exists()
    ):
        return "Er zijn nog geen criteria om mee te wegen. Voeg ze eerst toe."
    if not Participant.objects.filter(session=session, left_at__isnull=True).exists():
        return "Er doet nog niemand mee. Open de deur, of voer een papieren blad in."
    return None
