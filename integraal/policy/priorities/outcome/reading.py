"""Read what came of the rounds that are closed; of an open round nothing is read."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.utils import timezone

from integraal.policy.priorities.models import Candidate, Criterion, Round, Session
from integraal.policy.priorities.progress import counted_ballots, kept_result
from integraal.policy.priorities.results import Change, Counted, RoundResult, changes
from integraal.policy.priorities.rules import DOTS


@dataclass(frozen=True)
class Outcome:
    """One closed round with what came of it, worked out when it is asked for.

    Attributes:
        row: of the database.
        themes, criteria: codes of what was weighed, and by what.
        top: how many places count as the top.
    """

    row: Round
    number: int
    closed_on: date
    themes: tuple[str, ...]
    criteria: tuple[str, ...]
    top: int

    @cached_property
    def result(self) -> RoundResult:
        return kept_result(self.row.pk, self.themes, self.criteria, self.top)

    @cached_property
    def ballots(self) -> tuple[Counted, ...]:
        return counted_ballots(self.row.pk)


@dataclass(frozen=True)
class Outcomes:
    """All closed rounds of a session.

    Attributes:
        rounds: in order.
        names: short names of the themes, by code.
        criteria: names of the criteria, by code.
        open_round: number of the round that is open; None without one.
    """

    rounds: tuple[Outcome, ...]
    names: dict[str, str]
    criteria: dict[str, str]
    open_round: int | None

    @property
    def last(self) -> Outcome | None:
        return self.rounds[-1] if self.rounds else None

    @property
    def changes(self) -> tuple[Change, ...]:
        """What the last round changed against the one before; empty with fewer than two."""
        if len(self.rounds) < 2:
            return ()
        return changes(self.rounds[-2].result, self.rounds[-1].result)


def outcomes_of(session: Session) -> Outcomes:
    """Return the closed rounds of a session; three queries."""
    rounds = list(Round.objects.filter(session=session))
    names = dict(Candidate.objects.filter(session=session).values_list("code", "short_name"))
    by_marks = dict(Criterion.objects.filter(session=session).values_list("code", "name"))
    criteria = {DOTS: "Stippen"} if session.scale == Session.Scale.DOTS else by_marks
    closed = [one for one in rounds if one.closed_at]
    return Outcomes(
        rounds=tuple(
            Outcome(
                row=one,
                number=one.number,
                closed_on=timezone.localdate(one.closed_at),
                themes=tuple(names),
                criteria=tuple(criteria),
                top=session.top,
            )
            for one in closed
            if one.closed_at
        ),
        names=names,
        criteria=criteria,
        open_round=next((one.number for one in rounds if one.closed_at is None), None),
    )
