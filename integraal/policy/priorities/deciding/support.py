"""What a session is warned about, read from the session, its picture and its rounds."""

from collections.abc import Sequence
from typing import Any

from integraal.foundation.definitions import queries as definitions
from integraal.policy.picture.checks.own_words import KIND as CONTAINER_WORDS
from integraal.policy.picture.checks.own_words import container_list
from integraal.policy.picture.content import parts_of
from integraal.policy.picture.models import Picture
from integraal.policy.priorities.deciding.matching import matches_of
from integraal.policy.priorities.deciding.warnings import (
    Decided,
    Subject,
    Support,
    Warned,
    warnings_of,
)
from integraal.policy.priorities.models import Round, Session
from integraal.policy.priorities.preparing.criteria import LIMITS, most_priorities
from integraal.policy.priorities.queries import Chosen, chosen

Json = dict[str, Any]


def warnings_for(
    session: Session, found: Sequence[Chosen] | None = None, closed: int | None = None
) -> list[Warned]:
    """Return every warning about a session as it is now.

    Args:
        found: what it decided, by who has read that already.
        closed: how many of its rounds are closed, by who knows.
    """
    decided = chosen(session) if found is None else found
    support = support_of(session.picture)
    if closed is None:
        closed = Round.objects.filter(session=session, closed_at__isnull=False).count()
    own = definitions.current_of(LIMITS, CONTAINER_WORDS)
    return warnings_of(
        Subject(
            themes=tuple(_decided(one, support) for one in decided),
            matches=tuple(matches_of(session, decided)),
            conversation=session.conversation,
            rounds=closed,
            most=most_priorities(own[LIMITS]),
            containers=container_list(own[CONTAINER_WORDS]),
        )
    )


def support_of(picture: Picture) -> dict[str, Support]:
    """Return by theme of a picture whether its figures point at it."""
    found = parts_of(picture)
    if found is None:
        return {}
    outstanding = {
        one["theme"] for one in found.over_all["findings"] if _points_at_it(one["main"]["verdict"])
    }
    return {
        theme["code"]: _support(theme, theme["code"] in outstanding)
        for theme in found.over_all["themes"]
    }


def _support(theme: Json, stands_out: bool) -> Support:
    if not theme["indicators"]:
        return "none"
    judged = (one.get("verdict") for one in theme["indicators"])
    return "some" if stands_out or any(one and _points_at_it(one) for one in judged) else "weak"


def _points_at_it(verdict: Json) -> bool:
    """Whether a verdict is unfavourable, or goes up where no side is the good one."""
    if verdict.get("favourable") is None:
        return verdict.get("direction") == "up"
    return not verdict["favourable"]


def _decided(one: Chosen, support: dict[str, Support]) -> Decided:
    return Decided(
        code=one.code,
        name=one.name,
        outcome=one.outcome,
        place=one.place,
        reason=one.reason,
        dissent=one.dissent,
        support=support.get(one.theme, "none"),
    )
