"""A plan to work on."""

import pytest

from integraal.foundation.audit.actors import Actor
from integraal.policy.plan.actions import start_plan
from integraal.policy.plan.models import Plan


@pytest.fixture
def plan(adviser: Actor) -> Plan:
    return start_plan(by=adviser, first_year=2027, last_year=2030)
