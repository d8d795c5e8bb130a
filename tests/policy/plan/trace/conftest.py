"""A plan on an adopted picture and a session with a closed round."""

import uuid

import pytest
from django.utils import timezone

from integraal.policy.picture.actions import adopt_picture, propose_picture, start_picture
from integraal.policy.picture.writing.actions import write_text
from integraal.policy.plan.actions import start_plan
from integraal.policy.plan.writing.actions import add_block
from integraal.policy.priorities.models import (
    Candidate,
    CountedBallot,
    Criterion,
    Round,
    Session,
    ThemeDecision,
)

MARKS = ({"impact": 5, "trend": 3}, {"impact": 4, "trend": 2}, {"impact": 3, "trend": 4})


@pytest.fixture
def picture(adviser, mayor, loaded):
    draft = start_picture(by=adviser, year=2025)
    write_text(
        by=adviser, picture=draft, theme="woonomgeving", text="Er is overlast.", base_revision=0
    )
    propose_picture(by=adviser, picture=draft)
    draft.refresh_from_db()
    adopt_picture(by=mayor, picture=draft, on=timezone.localdate())
    draft.refresh_from_db()
    return draft


@pytest.fixture
def session(adviser, picture):
    """A session with three counted ballots, whose minutes are not signed off yet."""
    made = {"tenant_id": adviser.tenant_id}
    held = Session.objects.create(
        **made, title="Sessie van maart", picture=picture, lineage=uuid.uuid4()
    )
    for order, (code, name) in enumerate((("impact", "Impact"), ("trend", "Trend")), start=1):
        Criterion.objects.create(**made, session=held, order=order, code=code, name=name)
    candidate = Candidate.objects.create(
        **made, session=held, order=1, code="woonomgeving", name="Veilige woon- en leefomgeving",
        short_name="Wonen", theme="woonomgeving",
    )  # fmt: skip
    now = timezone.now()
    closed = Round.objects.create(**made, session=held, number=1, opened_at=now, closed_at=now)
    for marks in MARKS:
        CountedBallot.objects.create(**made, round=closed, marks={"woonomgeving": marks})
    ThemeDecision.objects.create(
        **made, candidate=candidate, outcome="priority", place=1, written_at=now,
        reason="Overlast raakt het woonplezier.",
    )  # fmt: skip
    return held


@pytest.fixture
def plan(adviser, picture, session):
    made = start_plan(by=adviser, first_year=2027, last_year=2030, picture=picture)
    made.session = session
    made.save(update_fields=["session"])
    return made


@pytest.fixture
def goal(adviser, plan):
    return add_block(
        by=adviser, plan=plan, kind="goal", theme="woonomgeving", title="Minder overlast",
        details={"indicator": "overlast-totaal", "owner": "Teamleider wijken", "baseline": "125"},
    )  # fmt: skip
