"""A plan in force with a goal, and a programme with a measure for it, at the demo's town."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.journeys.installation import Installation

MAKE = "from tests.journeys.a_followed_plan import make; print('GOAL', make())"
GOAL = "Minder overlast in de kernen"
MEASURE = "Elke week toezicht in de avond"


def goal_in(installation: Installation) -> str:
    """Make it in a running installation; returns the key of the goal."""
    return installation.command("shell", "-c", MAKE).split("GOAL ")[1].strip()


def make() -> str:
    """Make it; returns the key of the goal."""
    from datetime import date

    from django.db import transaction
    from django.utils import timezone

    from integraal.foundation.database.models import Tenant
    from integraal.foundation.database.tenancy import tenant_scope
    from integraal.foundation.lifecycle import actions as lifecycle
    from integraal.foundation.people.models import Member
    from integraal.foundation.people.queries import actor_of
    from integraal.policy.plan.actions import start_plan
    from integraal.policy.plan.content import content_of
    from integraal.policy.plan.writing.actions import add_block
    from integraal.policy.programme.actions import start_programme
    from integraal.policy.programme.content import build_content
    from integraal.policy.programme.measures.actions import add_measure

    tenant = Tenant.objects.get(name="Molendrecht")
    decision = lifecycle.Decision("gemeenteraad", timezone.localdate(), "R-1")
    with transaction.atomic(), tenant_scope(tenant.pk):
        by = actor_of(Member.objects.get(roles__contains=["adviser"]))
        plan = start_plan(by=by, first_year=2023, last_year=2026)
        goal = add_block(
            by=by, plan=plan, kind="goal", theme="woonomgeving", title=GOAL,
            details={
                "owner": "Adviseur veiligheid", "by_date": "2026-12-31", "direction": "down",
                "indicator": "overlast-totaal", "baseline": "159", "baseline_period": "2021",
                "target": "120",
            },
        )  # fmt: skip
        lifecycle.propose(plan, by=by, verb="plan.proposed")
        lifecycle.adopt(
            plan, by=by, verb="plan.adopted", decision=decision, content=content_of(plan)
        )
        programme = start_programme(by=by, first_year=2025, last_year=2026, plan=plan)
        add_measure(
            by=by, programme=programme, theme="woonomgeving", goal=goal.key, title=MEASURE,
            starts_on=date(2023, 1, 1),
        )  # fmt: skip
        lifecycle.propose(programme, by=by, verb="plan.proposed")
        lifecycle.adopt(
            programme, by=by, verb="plan.adopted", decision=decision,
            content=build_content(programme),
        )  # fmt: skip
        return str(goal.key)
