"""What the home page says of the programme."""

from integraal.foundation.audit.actors import Actor
from integraal.foundation.lifecycle.states import State
from integraal.foundation.ui import components as ui
from integraal.policy.programme.queries import programmes
from integraal.portal.page import step_url
from integraal.portal.steps import Step


def programme_step(by: Actor, step: Step) -> ui.LoopStep:
    """Return the step of the programme on the loop."""
    address = step_url(step.code)
    latest = programmes(by).defer("frozen").order_by("-first_year", "-version").first()
    if latest is None:
        return ui.LoopStep(step.number, step.name, address, "nog niet begonnen", "next")
    say = f"{latest.first_year}-{latest.last_year}: {latest.state_label.lower()}"
    phase = "done" if latest.state == State.ADOPTED else "now"
    return ui.LoopStep(step.number, step.name, address, say, phase)  # type: ignore[arg-type]
