"""Lay the priorities of others beside what a session decided."""

from collections.abc import Sequence

from integraal.policy.priorities.deciding.rules import (
    BODIES,
    OUTCOMES,
    PRIORITY,
    Match,
    source_words,
    whose_words,
)
from integraal.policy.priorities.models import OtherPriority, Session
from integraal.policy.priorities.queries import Chosen, chosen


def others_of(session: Session) -> list[OtherPriority]:
    """Return the priorities of others with the theme each matches, police first."""
    found = OtherPriority.objects.filter(session=session)
    order = list(BODIES)
    return sorted(
        found.select_related("candidate", "written_by"),
        key=lambda one: (order.index(one.body), one.whose, one.priority),
    )


def matches_of(session: Session, found: Sequence[Chosen] | None = None) -> list[Match]:
    """Return every priority of another body beside the choice of the municipality.

    Args:
        found: what the session decided, by who has read it already.
    """
    decided = {one.code: one for one in (chosen(session) if found is None else found)}
    return [match_of(one, decided) for one in others_of(session)]


def match_of(other: OtherPriority, decided: dict[str, Chosen]) -> Match:
    """Return one priority of another body beside the choice of the municipality.

    Args:
        other: with its candidate.
        decided: what the session decided, by code of the theme.
    """
    ours = decided.get(other.candidate.code) if other.candidate else None
    return Match(
        whose=whose_words(other.body, other.whose),
        priority=other.priority,
        source=source_words(other.source, other.source_date),
        theme=ours.name if ours else "",
        outcome=OUTCOMES.get(ours.outcome, "") if ours else "",
        agrees=_agrees(ours),
        reason=other.reason,
    )


def _agrees(ours: Chosen | None) -> bool | None:
    if ours is None:
        return False
    return ours.outcome == PRIORITY if ours.outcome else None
