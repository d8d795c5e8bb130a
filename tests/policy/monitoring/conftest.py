"""A plan in force with two goals, figures of seven years, and a programme that runs."""

from datetime import date

import pytest
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.lifecycle import actions as lifecycle
from integraal.policy.plan.actions import start_plan
from integraal.policy.plan.content import content_of
from integraal.policy.plan.models import Block, Plan
from integraal.policy.plan.writing.actions import add_block
from integraal.policy.programme.actions import start_programme
from integraal.policy.programme.content import build_content
from integraal.policy.programme.measures.actions import add_measure
from integraal.policy.programme.models import Measure


def put_in_force(document, by: Actor, content) -> None:
    lifecycle.propose(document, by=by, verb="plan.proposed")
    decision = lifecycle.Decision("gemeenteraad", timezone.localdate(), "R-1")
    lifecycle.adopt(document, by=by, verb="plan.adopted", decision=decision, content=content)


@pytest.fixture
def plan(adviser: Actor) -> Plan:
    return start_plan(by=adviser, first_year=2023, last_year=2026)


@pytest.fixture
def goal(adviser: Actor, plan: Plan) -> Block:
    """A goal with an indicator: nuisance from 159 in 2021 to 120 in 2026."""
    details = {
        "owner": "Adviseur veiligheid", "by_date": "2026-12-31", "indicator": "overlast-totaal",
        "direction": "down", "baseline": "159", "baseline_period": "2021", "target": "120",
    }  # fmt: skip
    return add_block(
        by=adviser, plan=plan, kind="goal", theme="woonomgeving", title="Minder overlast",
        text="Omdat bewoners er last van hebben.", details=details,
    )  # fmt: skip


@pytest.fixture
def own_goal(adviser: Actor, plan: Plan) -> Block:
    """A goal with a figure that the municipality counts itself."""
    details = {
        "owner": "Adviseur veiligheid", "by_date": "2026-12-31", "measure": "hulpvragen",
        "direction": "up", "baseline": "10", "baseline_period": "2022", "target": "40",
    }  # fmt: skip
    return add_block(
        by=adviser, plan=plan, kind="goal", theme="jeugd", title="Meer jongeren vragen hulp",
        details=details,
    )  # fmt: skip


@pytest.fixture
def measure(adviser: Actor, goal: Block, own_goal: Block) -> Measure:
    """A measure of an adopted programme since January 2023, on an adopted plan."""
    put_in_force(goal.plan, adviser, content_of(goal.plan))
    programme = start_programme(by=adviser, first_year=2023, last_year=2024, plan=goal.plan)
    made = add_measure(
        by=adviser, programme=programme, theme="woonomgeving", goal=goal.key,
        title="Elke week toezicht", starts_on=date(2023, 1, 1), ends_on=date(2024, 12, 31),
    )  # fmt: skip
    put_in_force(programme, adviser, build_content(programme))
    return made


@pytest.fixture
def running(loaded: object, measure: Measure) -> Measure:
    """The measure, with the figures of 2019 to 2025 beside it."""
    return measure
