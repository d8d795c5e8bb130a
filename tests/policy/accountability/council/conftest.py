"""A report over a programme that is still being made."""

import uuid
from datetime import date

import pytest

from integraal.foundation.audit.actors import Actor
from integraal.policy.accountability.models import Report
from integraal.policy.programme.models import Programme
from tests.policy.programme.conftest import adopted_plan, goal, measure, programme

__all__ = ["adopted_plan", "goal", "measure", "programme"]


@pytest.fixture
def report(adviser: Actor, programme: Programme) -> Report:
    return Report.objects.create(
        tenant_id=adviser.tenant_id, lineage=uuid.uuid4(), version=1, kind="year",
        title="Jaarrapportage 2027", programme=programme,
        first_day=date(2027, 1, 1), last_day=date(2027, 12, 31),
    )  # fmt: skip


@pytest.fixture
def clerk(employ):
    return employ("clerk")


@pytest.fixture
def councillor(employ):
    return employ("councillor")
