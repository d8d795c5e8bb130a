"""A plan to work on."""

import pytest

from integraal.foundation.audit.actors import Actor
from integraal.policy.plan.actions import start_plan
from integraal.policy.plan.deciding.actions import propose_plan
from integraal.policy.plan.models import Block, Plan
from integraal.policy.plan.writing.actions import add_block


@pytest.fixture
def plan(adviser: Actor) -> Plan:
    return start_plan(by=adviser, first_year=2027, last_year=2030)


@pytest.fixture
def clerk(employ) -> Actor:
    return employ("clerk")


@pytest.fixture
def goal(adviser: Actor, plan: Plan) -> Block:
    return add_block(
        by=adviser, plan=plan, kind="goal", theme="woonomgeving", title="Minder inbraken",
        text="Omdat inbraken veel indruk maken.",
        details={"owner": "Adviseur veiligheid", "by_date": "2030-12-31"},
    )  # fmt: skip


@pytest.fixture
def proposed(adviser: Actor, plan: Plan, goal: Block) -> Plan:
    return propose_plan(by=adviser, plan=plan)
