"""What the home page says about the plan: where it stands, and that its term ends."""

from collections.abc import Sequence

from django.urls import reverse

from integraal.foundation.audit.actors import Actor
from integraal.foundation.lifecycle.states import State
from integraal.foundation.people.access import allowed
from integraal.foundation.ui import components as ui
from integraal.policy.plan.access import check_write
from integraal.policy.plan.models import Plan
from integraal.policy.plan.overview.presenters import term_of
from integraal.policy.plan.queries import plans
from integraal.portal.page import step_url
from integraal.portal.steps import Step

_IN_HAND = (State.DRAFT, State.PROPOSED)


def plans_at_hand(by: Actor) -> list[Plan]:
    """Return the plans that are written or hold, the latest term first."""
    found = plans(by).exclude(state=State.SUPERSEDED).defer("frozen")
    return list(found.order_by("-first_year", "-version"))


def plan_step(step: Step, found: Sequence[Plan]) -> ui.LoopStep:
    """Return the step of the plan on the loop."""
    latest = next(iter(found), None)
    if latest is None:
        say, phase = "nog niet begonnen", "next"
    else:
        say = f"{latest.first_year}-{latest.last_year}: {latest.state_label.lower()}"
        phase = "done" if latest.state == State.ADOPTED else "now"
    return ui.LoopStep(step.number, step.name, step_url(step.code), say, phase)  # type: ignore[arg-type]


def plan_waits(by: Actor, found: Sequence[Plan]) -> list[tuple[str, str, str]]:
    """Return what waits for who writes plans: title, explanation and address."""
    if not allowed(check_write, by):
        return []
    lines = [
        (f"{one} afmaken", one.returned_reason or "Het plan is nog een concept.", _place(one))
        for one in found
        if one.state == State.DRAFT
    ]
    return [*lines, *_ending(found)]


def _ending(found: Sequence[Plan]) -> list[tuple[str, str, str]]:
    """Return that the plan in force ends, unless the next one is in hand already."""
    holds = next((one for one in found if one.state == State.ADOPTED), None)
    if holds is None or any(
        one.state in _IN_HAND and one.last_year > holds.last_year for one in found
    ):
        return []
    note = term_of(holds)
    return [(f"{holds} loopt af", note.say, _place(holds))] if note.is_warning else []


def _place(plan: Plan) -> str:
    return reverse("plan", args=[plan.pk])
