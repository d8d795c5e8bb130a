"""A programme to work on, on an adopted plan with goals."""

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
from integraal.policy.programme.measures.actions import add_measure
from integraal.policy.programme.models import Measure, Programme


@pytest.fixture
def goal(adviser: Actor) -> Block:
    """A goal of a draft plan that becomes ``adopted_plan``."""
    plan = start_plan(by=adviser, first_year=2027, last_year=2030)
    return add_block(
        by=adviser, plan=plan, kind="goal", theme="woonomgeving", title="Minder inbraken",
        text="Omdat inbraken veel indruk maken.",
        details={"owner": "Adviseur veiligheid", "by_date": "2030-12-31"},
    )  # fmt: skip


@pytest.fixture
def adopted_plan(adviser: Actor, goal: Block) -> Plan:
    plan = goal.plan
    lifecycle.propose(plan, by=adviser, verb="plan.proposed")
    decision = lifecycle.Decision("gemeenteraad", timezone.localdate(), "R-1")
    content = content_of(plan)
    lifecycle.adopt(plan, by=adviser, verb="plan.adopted", decision=decision, content=content)
    return plan


@pytest.fixture
def programme(adviser: Actor, adopted_plan: Plan) -> Programme:
    return start_programme(by=adviser, first_year=2027, last_year=2028, plan=adopted_plan)


@pytest.fixture
def measure(adviser: Actor, programme: Programme, goal: Block) -> Measure:
    return add_measure(
        by=adviser, programme=programme, theme="woonomgeving", goal=goal.key,
        title="Elke wijk een preventieavond", starts_on=date(2027, 1, 1),
        ends_on=date(2027, 12, 31),
    )  # fmt: skip
