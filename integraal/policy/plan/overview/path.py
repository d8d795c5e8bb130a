"""The path of a plan: draft, consultation, college, committee, council, adopted."""

from dataclasses import dataclass
from typing import Literal

from django.utils import timezone

from integraal.foundation.lifecycle.states import State
from integraal.foundation.ui.dutch import day
from integraal.policy.plan.models import Consultation, DecisionMoment, Plan

USUAL_BODIES = ("College", "Raadscommissie", "Gemeenteraad")
_DECIDED = {"agreed": "akkoord", "amended": "akkoord met wijzigingen", "refused": "niet akkoord"}


@dataclass(frozen=True)
class PathStep:
    """One stop on the path, with how it stands in words."""

    name: str
    say: str
    phase: Literal["done", "now", "next"]


def path_of(plan: Plan) -> list[PathStep]:
    """Return the path of a plan: what is behind it, where it is, and what comes."""
    steps = [*_writing(plan), *_bodies(plan), _adopted(plan)]
    first = next((place for place, one in enumerate(steps) if one.phase != "done"), len(steps))
    return [
        PathStep(one.name, one.say, "now") if place == first else one
        for place, one in enumerate(steps)
    ]


def next_step(path: list[PathStep]) -> PathStep | None:
    """Return the stop at which the plan is now; ``None`` when it is at the end."""
    return next((one for one in path if one.phase == "now"), None)


def _writing(plan: Plan) -> list[PathStep]:
    is_past = plan.state != State.DRAFT
    rounds = list(Consultation.objects.filter(plan=plan))
    if not rounds:
        consulted = PathStep("Consultatie", "niet gehouden" if is_past else "nog niet begonnen",
                             "done" if is_past else "next")  # fmt: skip
    else:
        is_open = any(
            one.closed_on is None and one.ends_on >= timezone.localdate() for one in rounds
        )
        consulted = PathStep("Consultatie", "loopt" if is_open else "afgerond",
                             "next" if is_open else "done")  # fmt: skip
    has_begun = is_past or bool(rounds)
    draft = PathStep(
        "Schrijven", "klaar" if has_begun else "bezig", "done" if has_begun else "next"
    )
    return [draft, consulted]


def _bodies(plan: Plan) -> list[PathStep]:
    moments = list(DecisionMoment.objects.filter(plan=plan))
    if not moments:
        phase: Literal["done", "next"] = "done" if plan.is_frozen else "next"
        say = "" if plan.is_frozen else "nog niet gepland"
        return [PathStep(body, say, phase) for body in USUAL_BODIES]
    return [_body(one) for one in moments]


def _body(moment: DecisionMoment) -> PathStep:
    decided = _DECIDED.get(moment.outcome)
    if decided:
        on = f" op {day(moment.decided_on)}" if moment.decided_on else ""
        return PathStep(moment.body, f"{decided}{on}",
                        "next" if moment.outcome == "refused" else "done")  # fmt: skip
    planned = f"gepland op {day(moment.planned_on)}" if moment.planned_on else "nog niet gepland"
    return PathStep(moment.body, planned, "next")


def _adopted(plan: Plan) -> PathStep:
    if not plan.is_frozen:
        return PathStep("Vastgesteld", "nog niet", "next")
    return PathStep("Vastgesteld", f"op {day(plan.adopted_on)}", "done")
