"""Read sessions, always starting from what the actor may see."""

from dataclasses import dataclass

from django.db.models import QuerySet

from integraal.foundation.audit.actors import Actor, Through
from integraal.foundation.lifecycle.states import State
from integraal.policy.priorities.access import reads_drafts
from integraal.policy.priorities.models import Candidate, Round, Session, ThemeDecision

PRIORITY = ThemeDecision.Outcome.PRIORITY
ELSEWHERE = ThemeDecision.Outcome.ELSEWHERE


@dataclass(frozen=True)
class Chosen:
    """A theme with what was decided about it.

    Attributes:
        code, name, short_name: of the theme in the session.
        theme: its code in the picture; empty for one of its own.
        outcome: a ``ThemeDecision.Outcome``; empty when nothing is decided yet.
        place: the rank among the priorities; None when they stand in no order.
        reason, dissent: why, and who saw it otherwise.
        document, link: the policy in which the theme stands, when that is elsewhere.
    """

    code: str
    name: str
    short_name: str
    theme: str
    outcome: str
    place: int | None
    reason: str
    dissent: str
    document: str
    link: str


def sessions(by: Actor) -> QuerySet[Session]:
    """Return the sessions the actor may read: who does not work on drafts sees signed ones."""
    if by.through == Through.LINK:
        return Session.objects.none()
    found = Session.objects.all()
    if not reads_drafts(by):
        found = found.filter(state__in=[State.ADOPTED, State.SUPERSEDED])
    return found


def signed_session(by: Actor) -> Session | None:
    """Return the latest session whose minutes are signed off."""
    return sessions(by).filter(state=State.ADOPTED).order_by("-held_on", "-adopted_on").first()


def chosen(session: Session) -> list[Chosen]:
    """Return every theme of a session with its decision: priorities by rank, then the others."""
    rows = Candidate.objects.filter(session=session).values_list(
        "code", "name", "short_name", "theme", "decisions__place",
        "decisions__outcome", "decisions__reason", "decisions__dissent",
        "decisions__document", "decisions__link",
    )  # fmt: skip
    found = [_chosen(*row) for row in rows]
    return sorted(found, key=lambda one: (one.outcome != PRIORITY, one.place or 99))


def _chosen(
    code: str, name: str, short_name: str, theme: str, place: int | None, *decided: str | None
) -> Chosen:
    """Return a theme from its row; without a decision ``decided`` holds nothing."""
    outcome, reason, dissent, document, link = (one or "" for one in decided)
    return Chosen(code, name, short_name, theme, outcome, place, reason, dissent, document, link)


def with_picture(found: QuerySet[Session]) -> QuerySet[Session]:
    """Return sessions with their picture, both without their frozen content."""
    return found.select_related("picture").defer("frozen", "picture__frozen")


def versions(by: Actor, session: Session) -> list[Session]:
    """Return all versions of a session, newest first, without their content."""
    found = sessions(by).filter(lineage=session.lineage).defer("frozen")
    return list(found.order_by("-version"))


def rounds_of(session: Session) -> list[Round]:
    """Return the rounds of a session in order."""
    return list(Round.objects.filter(session=session))
