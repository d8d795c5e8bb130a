"""What the home page says about the plan: where it stands, and that its term ends."""

from collections.abc import Sequence

from django.urls import reverse

from integraal.foundation.audit.actors import Actor
from integraal.foundation.lifecycle.states import State
from integraal.foundation.people.access import allowed
from integraal.policy.plan.access import check_write
from integraal.policy.plan.models import Plan
from integraal.policy.plan.overview.presenters import term_of
from integraal.policy.plan.queries import plans
from integraal.portal.home.lines import Line, Waits

_IN_HAND = (State.DRAFT, State.PROPOSED)


def plan_line(by: Actor) -> Line:
    """Return the line of the plan with the latest term that is written or holds."""
    found = _at_hand(by)
    if not found:
        return Line()
    latest = found[0]
    return Line(
        say=f"{latest.first_year}-{latest.last_year}: {latest.state_label.lower()}",
        phase="done" if latest.state == State.ADOPTED else "now",
        waits=_waits(by, found),
        reached=True,
    )


def _at_hand(by: Actor) -> list[Plan]:
    """Return the plans that are written or hold, the latest term first."""
    found = plans(by).exclude(state=State.SUPERSEDED).defer("frozen")
    return list(found.order_by("-first_year", "-version"))


def _waits(by: Actor, found: Sequence[Plan]) -> Waits:
    """Return what waits for who writes plans."""
    if not allowed(check_write, by):
        return []
    lines = [
        (f"{one} afmaken", one.returned_reason or "Het plan is nog een concept.", _place(one))
        for one in found
        if one.state == State.DRAFT
    ]
    return [*lines, *_ending(found)]


def _ending(found: Sequence[Plan]) -> Waits:
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
