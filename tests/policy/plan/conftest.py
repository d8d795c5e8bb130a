"""A plan to work on."""

from collections.abc import Callable

import pytest
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.lifecycle import actions as lifecycle
from integraal.policy.picture.actions import adopt_picture, propose_picture, start_picture
from integraal.policy.picture.models import Picture
from integraal.policy.picture.writing.actions import write_text
from integraal.policy.plan.actions import start_plan
from integraal.policy.plan.content import content_of
from integraal.policy.plan.deciding.actions import propose_plan
from integraal.policy.plan.models import Block, Plan
from integraal.policy.plan.writing.actions import add_block
from tests.policy.plan.adopting import adopt
from tests.policy.plan.whole_plan import write_plan


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


@pytest.fixture
def adopted_picture(adviser: Actor, mayor: Actor, loaded: object) -> Picture:
    """The picture of 2025, adopted."""
    draft = start_picture(by=adviser, year=2025)
    write_text(
        by=adviser, picture=draft, theme="woonomgeving", text="Er is meer overlast.",
        base_revision=0,
    )  # fmt: skip
    propose_picture(by=adviser, picture=draft)
    return adopt_picture(by=mayor, picture=draft, on=timezone.localdate(), number="BM-1")


@pytest.fixture
def plan_on_picture(adviser: Actor, adopted_picture: Picture) -> Plan:
    return start_plan(by=adviser, first_year=2027, last_year=2030, picture=adopted_picture)


@pytest.fixture
def whole(adviser: Actor, adopted_picture: Picture) -> Plan:
    """A draft of real size that rests on an adopted picture."""
    return write_plan(adviser, picture=adopted_picture)


@pytest.fixture
def adopted(whole: Plan, adviser: Actor, mayor: Actor) -> Plan:
    """That plan as the council adopted it."""
    return adopt(whole, adviser, mayor)


@pytest.fixture
def adopted_plan_until(adviser: Actor) -> Callable[[int], Plan]:
    """Make a plan in force that ends in a year."""

    def adopted(last_year: int) -> Plan:
        made = start_plan(by=adviser, first_year=last_year - 3, last_year=last_year)
        lifecycle.propose(made, by=adviser, verb="plan.started")
        decision = lifecycle.Decision("gemeenteraad", timezone.localdate(), "R-1")
        content = content_of(made)
        lifecycle.adopt(made, by=adviser, verb="plan.started", decision=decision, content=content)
        return made

    return adopted
