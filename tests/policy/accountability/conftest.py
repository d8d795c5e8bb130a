"""A programme of 2023 and 2024 that ran: figures, updates, a deviation, an incident, a share."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.lifecycle import actions as lifecycle
from integraal.policy.monitoring.models import Deviation, GoalReading, Incident, JoinedProgramme
from integraal.policy.plan.models import Block
from integraal.policy.programme.actions import start_programme
from integraal.policy.programme.content import build_content
from integraal.policy.programme.measures.actions import add_measure
from integraal.policy.programme.models import Measure, Programme, Update
from tests.policy.monitoring.conftest import goal, own_goal, plan, put_in_force

__all__ = ["goal", "own_goal", "plan"]
FIRST, LAST = date(2024, 1, 1), date(2024, 12, 31)


def say(measure: Measure, on: date, **said: Any) -> Update:
    """Let somebody say something of a measure on a day in the past."""
    lineage = measure.programme.lineage
    number = Update.objects.filter(lineage=lineage, measure=measure.key).count() + 1
    given = {"status": "running", "number": number, "said_on": on, **said}
    return Update.objects.create(
        tenant_id=measure.tenant_id, lineage=lineage, measure=measure.key, **given
    )


def adopted_on(document: Any, by: Actor, content: Any, day: date) -> None:
    lifecycle.propose(document, by=by, verb="programme.proposed")
    decision = lifecycle.Decision("college", day, "C-1")
    lifecycle.adopt(document, by=by, verb="programme.adopted", decision=decision, content=content)


@pytest.fixture
def measures(adviser: Actor, goal: Block, own_goal: Block, loaded: object) -> list[Measure]:
    """Four measures: one runs, one is done, one was stopped, of one nobody said anything."""
    from integraal.policy.plan.content import content_of

    put_in_force(goal.plan, adviser, content_of(goal.plan))
    programme = start_programme(by=adviser, first_year=2023, last_year=2024, plan=goal.plan)
    start, end = date(2023, 1, 1), date(2024, 12, 31)
    given: list[dict[str, Any]] = [
        {"title": "Elke week toezicht", "goal": goal.key, "budget": Decimal(12000),
         "hours": {"2024-1": "120"}, "output": "rondes", "output_target": {"2024": "52"}},
        {"title": "Buurtapp in elk dorp", "goal": goal.key, "budget": Decimal("2500.50")},
        {"title": "Gesprek thuis", "goal": own_goal.key, "theme": "jeugd"},
        {"title": "Afspraak met scholen", "theme": "jeugd"},
    ]  # fmt: skip
    found = [
        add_measure(by=adviser, programme=programme, starts_on=start, ends_on=end,
                    **{"theme": "woonomgeving", **one})
        for one in given
    ]  # fmt: skip
    adopted_on(programme, adviser, build_content(programme), date(2023, 2, 1))
    watch, app, talk, _ = found
    say(watch, date(2023, 12, 1), figure=Decimal(20), spent=Decimal(5000), quality="good")
    say(
        watch,
        date(2024, 11, 5),
        figure=Decimal(44),
        spent=Decimal(13000),
        hours_spent=Decimal(90),
        money="stuck",
        over_budget_reason="De raad vroeg om meer rondes",
        done="Elke week geweest.",
    )
    say(app, date(2024, 6, 1), status="done", spent=Decimal(2000))
    say(talk, date(2023, 5, 1), status="stopped")
    return found


@pytest.fixture
def programme(measures: list[Measure]) -> Programme:
    return Programme.objects.get(pk=measures[0].programme_id)


@pytest.fixture
def lively(adviser: Actor, measures: list[Measure], goal: Block, own_goal: Block) -> list[Measure]:
    """The same with all that may come between."""
    at = {"tenant_id": adviser.tenant_id}
    now = timezone.now()
    Deviation.objects.create(
        **at, title="Overlast stijgt", cause="figure", what="Meer meldingen.", goal=goal.key,
        opened_on=date(2024, 3, 1), decision="Meer rondes", decided_by="college",
        decided_on=date(2024, 4, 2),
    )  # fmt: skip
    Incident.objects.create(
        **at, kind="incident", title="Grote brand", happened_on=date(2024, 7, 9),
        hours=Decimal("62.5"), shifted="Het toezicht in juli", written_at=now,
    )  # fmt: skip
    JoinedProgramme.objects.create(
        **at, title="Regionaal plan ondermijning", level="regional", since=date(2022, 1, 1),
        share="Wij leveren 4 uur per week", written_at=now,
    )  # fmt: skip
    GoalReading.objects.create(
        **at, goal=own_goal.key, year=2024, value=Decimal(18), source="Jongerenwerk",
        entered_on=timezone.localdate(),
    )  # fmt: skip
    return measures
