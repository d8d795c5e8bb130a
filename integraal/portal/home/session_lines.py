"""What the home page says of the prioritisation session."""

from django.urls import reverse

from integraal.foundation.audit.actors import Actor
from integraal.foundation.lifecycle.states import State
from integraal.foundation.ui import components as ui
from integraal.foundation.ui.dutch import day
from integraal.policy.priorities.models import Session
from integraal.policy.priorities.queries import sessions
from integraal.portal.page import step_url
from integraal.portal.steps import Step


def latest_session(by: Actor) -> Session | None:
    """Return the session in hand, a proposed one first, or else the one signed last."""
    found = sessions(by).defer("frozen").order_by("-state", "-picture__year", "-held_on")
    in_hand = found.filter(state__in=[State.DRAFT, State.PROPOSED]).first()
    return in_hand or found.filter(state=State.ADOPTED).order_by("-adopted_on").first()


def session_step(step: Step, session: Session | None) -> ui.LoopStep:
    """Return the step of the priorities on the loop."""
    address = step_url(step.code)
    if session is None:
        return ui.LoopStep(step.number, step.name, address, "nog niet begonnen", "next")
    if session.state == State.ADOPTED and session.adopted_on:
        say = f"verslag afgetekend op {day(session.adopted_on)}"
        return ui.LoopStep(step.number, step.name, address, say, "done")
    say = "verslag voorgesteld" if session.state == State.PROPOSED else "sessie in voorbereiding"
    return ui.LoopStep(step.number, step.name, address, say, "now")


def session_waits(by: Actor, session: Session | None) -> list[tuple[str, str, str]]:
    """Return what waits for this actor: title, explanation and address."""
    if session is None:
        return []
    place = reverse("session", args=[session.pk])
    if session.state == State.PROPOSED and by.has("mayor"):
        say = "Het verslag wacht op uw handtekening."
        return [(f"{session.title} aftekenen", say, f"{place}#verslag")]
    if session.state == State.DRAFT and by.has("adviser"):
        say = session.returned_reason or "Het verslag is nog niet voorgesteld."
        return [(f"{session.title} afmaken", say, place)]
    return []
