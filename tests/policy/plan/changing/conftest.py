from __future__ import annotations

import pytest
from django.utils import timezone

from integraal.policy.plan.deciding.actions import Decided, adopt_plan, record_decision
from integraal.policy.plan.deciding.queries import moments
from integraal.policy.plan.deciding.rules import Votes


@pytest.fixture
def adopt(clerk):
    """Let every body agree with a proposal, and adopt it."""

    def adopted(plan):
        for moment in moments(plan):
            decided = Decided("agreed", timezone.localdate(), votes=Votes(9, 1))
            record_decision(by=clerk, moment=moment, decided=decided, base_revision=1)
        return adopt_plan(by=clerk, plan=plan)

    return adopted


@pytest.fixture
def in_force(proposed, adopt):
    return adopt(proposed)
