"""How a session stands: the round, who is in, how many are done. Never a score."""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db.models import Count, IntegerField, Max, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from integraal.policy.priorities.models import Ballot, CountedBallot, Participant, Round, Session
from integraal.policy.priorities.results import Counted, RoundResult, result_of
from integraal.policy.priorities.scoring.form import Asked, asked_of


@dataclass(frozen=True)
class Progress:
    """How a session stands, as one query tells it.

    Attributes:
        join_code: empty when the door is closed.
        round_id, number, ends_at, closed_at: of the latest round; None and 0 before the first.
        present: who take part now.
        done: how many are done with the open round; 0 when none is open.
        changed: what says that the list of people is another.
    """

    join_code: str
    revision: int
    round_id: UUID | None
    number: int
    ends_at: datetime | None
    closed_at: datetime | None
    present: int
    done: int
    changed: tuple[Any, ...]

    @property
    def is_open(self) -> bool:
        return self.round_id is not None and self.closed_at is None

    @property
    def stage(self) -> str:
        """One of "wait", "open", "closed"."""
        if self.round_id is None:
            return "wait"
        return "open" if self.is_open else "closed"

    def seconds_left(self, now: datetime) -> int | None:
        """Return what the clock shows; None without a clock."""
        if not self.is_open or self.ends_at is None:
            return None
        return max(0, round((self.ends_at - now).total_seconds()))


def progress_of(session_id: UUID) -> Progress:
    """Return how a session stands; one query, since screens ask it every two seconds.

    Raises:
        Session.DoesNotExist: there is no such session.
    """
    latest = Round.objects.filter(session=OuterRef("pk")).order_by("-number")
    people = Participant.objects.filter(session=OuterRef("pk")).order_by().values("session")
    done = Ballot.objects.filter(
        round__session=OuterRef("pk"), round__closed_at__isnull=True, is_done=True
    )
    here = Q(left_at__isnull=True)
    row: Any = (
        Session.objects.filter(pk=session_id)
        .annotate(
            round_id=Subquery(latest.values("pk")[:1]),
            number=Subquery(latest.values("number")[:1]),
            ends_at=Subquery(latest.values("ends_at")[:1]),
            closed_at=Subquery(latest.values("closed_at")[:1]),
            present=_number(people.annotate(n=Count("pk", filter=here)).values("n")),
            ever=_number(people.annotate(n=Count("pk")).values("n")),
            last=Subquery(people.annotate(last=Max("joined_at")).values("last")),
            done=_number(done.order_by().values("round__session").annotate(n=Count("pk")).values("n")),
        )
        .values(
            "join_code", "revision", "round_id", "number", "ends_at", "closed_at",
            "present", "ever", "last", "done",
        )
        .get()
    )  # fmt: skip
    return Progress(
        join_code=row["join_code"],
        revision=row["revision"],
        round_id=row["round_id"],
        number=row["number"] or 0,
        ends_at=row["ends_at"],
        closed_at=row["closed_at"],
        present=row["present"],
        done=row["done"],
        changed=(row["present"], row["ever"], row["last"]),
    )


def participants(session: Session) -> QuerySet[Participant]:
    """Return who take part, who was taken out left aside."""
    return Participant.objects.filter(session=session, left_at__isnull=True)


def closed_rounds(session: Session) -> list[Round]:
    """Return the closed rounds, the first one first."""
    return list(Round.objects.filter(session=session, closed_at__isnull=False).order_by("number"))


def result_of_round(round_: Round, asked: Asked | None = None) -> RoundResult:
    """Return what a closed round says.

    Raises:
        ValueError: it is open: then nobody may know.
    """
    if round_.closed_at is None:
        raise ValueError("An open round has no result.")
    asked = asked or asked_of(round_.session)
    return kept_result(round_.pk, tuple(asked.themes), asked.kinds, round_.session.top)


@lru_cache(maxsize=64)
def kept_result(
    round_id: UUID, themes: tuple[str, ...], kinds: tuple[str, ...], top: int
) -> RoundResult:
    """Work out a closed round once: nothing in it changes, and every phone asks it at once."""
    return result_of(counted_ballots(round_id), list(themes), kinds, top=top)


def counted_ballots(round_id: UUID) -> tuple[Counted, ...]:
    """Return the ballots of a closed round."""
    rows = CountedBallot.objects.filter(round=round_id).order_by("id")
    return tuple(Counted(*row) for row in rows.values_list("group", "marks", "points"))


def _number(found: QuerySet[Any]) -> Coalesce:
    return Coalesce(Subquery(found[:1], output_field=IntegerField()), 0)
