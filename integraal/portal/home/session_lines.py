"""What the home page says of the prioritisation session."""

from django.urls import reverse

from integraal.foundation.audit.actors import Actor
from integraal.foundation.lifecycle.states import State
from integraal.foundation.ui.dutch import day
from integraal.policy.priorities.models import Session
from integraal.policy.priorities.queries import sessions
from integraal.portal.home.lines import Line, Waits


def session_line(by: Actor) -> Line:
    """Return the line of the priorities: the session in hand, or else the one signed last."""
    session = _latest(by)
    if session is None:
        return Line()
    waits = _waits(by, session)
    if session.state == State.ADOPTED and session.adopted_on:
        return Line(f"verslag afgetekend op {day(session.adopted_on)}", "done", waits, reached=True)
    say = "verslag voorgesteld" if session.state == State.PROPOSED else "sessie in voorbereiding"
    return Line(say, "now", waits, reached=True)


def _latest(by: Actor) -> Session | None:
    """Return the session in hand, a proposed one first, or else the one signed last."""
    found = sessions(by).defer("frozen").order_by("-state", "-picture__year", "-held_on")
    in_hand = found.filter(state__in=[State.DRAFT, State.PROPOSED]).first()
    return in_hand or found.filter(state=State.ADOPTED).order_by("-adopted_on").first()


def _waits(by: Actor, session: Session) -> Waits:
    place = reverse("session", args=[session.pk])
    if session.state == State.PROPOSED and by.has("mayor"):
        say = "Het verslag wacht op uw handtekening."
        return [(f"{session.title} aftekenen", say, f"{place}#verslag")]
    if session.state == State.DRAFT and by.has("adviser"):
        say = session.returned_reason or "Het verslag is nog niet voorgesteld."
        return [(f"{session.title} afmaken", say, place)]
    return []
