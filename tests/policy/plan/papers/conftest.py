from __future__ import annotations

import pytest
from django.utils import timezone

from integraal.policy.picture.actions import adopt_picture, propose_picture, start_picture
from integraal.policy.picture.models import Picture
from integraal.policy.picture.writing.actions import write_text
from integraal.policy.plan.models import Plan
from tests.policy.plan.adopting import adopt
from tests.policy.plan.whole_plan import write_plan


@pytest.fixture
def adopted_picture(adviser, mayor, loaded) -> Picture:
    picture = start_picture(by=adviser, year=2025)
    write_text(
        by=adviser, picture=picture, theme="woonomgeving", text="In het centrum is meer overlast.",
        base_revision=0,
    )  # fmt: skip
    propose_picture(by=adviser, picture=picture)
    return adopt_picture(by=mayor, picture=picture, on=timezone.localdate(), number="B-12")


@pytest.fixture
def whole(adviser, adopted_picture) -> Plan:
    """A draft of real size that rests on an adopted picture."""
    return write_plan(adviser, picture=adopted_picture)


@pytest.fixture
def adopted(whole, adviser, mayor) -> Plan:
    return adopt(whole, adviser, mayor)
