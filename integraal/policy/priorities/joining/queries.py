"""Find the session that a code opens, and the participant that a secret belongs to."""

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject

from integraal.foundation.audit.actors import Actor, Through
from integraal.foundation.database.tenancy import set_tenant
from integraal.foundation.lifecycle.states import State
from integraal.foundation.links import brake
from integraal.foundation.links.opening import opened_by
from integraal.policy.priorities.joining.codes import as_typed, tenant_of
from integraal.policy.priorities.models import Ballot, Participant, Round, Session

BRAKE = "join-code"
_OF_ROUND = ("id", "number", "opened_at", "ends_at", "closed_at")


@dataclass(frozen=True)
class Place:
    """A participant and how the session stands for them.

    Attributes:
        participant: with their session.
        round: the latest round; None before the first.
        ballot_revision: how often their ballot in it was saved; 0 for not yet.
    """

    participant: Participant
    round: Round | None
    ballot_revision: int

    @property
    def session(self) -> Session:
        return self.participant.session

    @property
    def is_open(self) -> bool:
        """Whether they can score now."""
        return self.round is not None and self.round.closed_at is None

    @property
    def stage(self) -> str:
        """What their phone shows: "wait", "open-2", "closed-2"."""
        if self.round is None:
            return "wait"
        return f"{'open' if self.is_open else 'closed'}-{self.round.number}"


def session_with_code(typed: str) -> Session | None:
    """Return the session whose door a code opens, and let the transaction work for its tenant.

    Whatever is wrong with a code, the answer is None: nobody learns what it was.
    """
    code = as_typed(typed)
    tenant_id = tenant_of(code)
    if tenant_id is None or brake.is_on(tenant_id, BRAKE):
        return None
    set_tenant(tenant_id)
    found = Session.objects.select_related("tenant").filter(join_code=code, state=State.DRAFT)
    session = found.defer("frozen").first()
    if session is None:
        set_tenant(None)
        brake.note_wrong(tenant_id, BRAKE)
    return session


def place_with_secret(secret: str) -> Place | None:
    """Return the participant a secret belongs to, and let the transaction work for their tenant.

    A secret has 160 random bits and so needs no brake; a wrong one costs one look in an index.
    One query, since every phone in the room asks this every two seconds.
    """
    row: Any = opened_by(secret, _places(), lambda _: True, is_braked=False)
    return row and Place(row, _round_of(row), row.ballot_revision or 0)


def participant_actor(tenant_id: int) -> Actor:
    """Return who does the deeds of a participant: somebody without a role."""
    return Actor(tenant_id=tenant_id, through=Through.LINK, name="Deelnemer")


@cache
def _places() -> QuerySet[Participant]:
    """Return who can be asked after; put together once, which takes longer than the answer."""
    latest = Round.objects.filter(session=OuterRef("session_id")).order_by("-number")
    ballot = Ballot.objects.filter(
        participant=OuterRef("pk"), round__session=OuterRef("session_id")
    ).order_by("-round__number")
    # One object instead of a subquery for each column: it takes a third of the time to write.
    whole = JSONObject(**{name: name for name in _OF_ROUND})
    found = Participant.objects.filter(left_at__isnull=True).annotate(
        latest_round=Subquery(latest.values(whole=whole)[:1]),
        ballot_revision=Subquery(ballot.values("revision")[:1]),
    )
    return (
        found.select_related("session", "tenant")
        .defer("session__frozen", "session__conversation")
        .order_by()
    )


def _round_of(row: Any) -> Round | None:
    told = row.latest_round
    if told is None:
        return None
    when = {
        name: datetime.fromisoformat(value) if (value := told[name]) else None
        for name in ("opened_at", "ends_at", "closed_at")
    }
    return Round(
        id=UUID(told["id"]),
        tenant_id=row.tenant_id,
        session_id=row.session_id,
        number=told["number"],
        **when,
    )
