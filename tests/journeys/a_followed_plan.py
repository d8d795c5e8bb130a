"""A programme in force with a measure for a goal of the demo's plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.journeys.installation import Installation

MAKE = "from tests.journeys.a_followed_plan import make; print('GOAL', make())"
GOAL = "Er is minder overlast"
MEASURE = "Elke week toezicht in de avond"


def goal_in(installation: Installation) -> str:
    """Make it in a running installation; returns the key of the goal."""
    return installation.command("shell", "-c", MAKE).split("GOAL ")[1].strip()


def make() -> str:
    """Make it; returns the key of the goal."""
    import uuid
    from datetime import date

    from django.db import transaction
    from django.utils import timezone

    from integraal.foundation.database.models import Tenant
    from integraal.foundation.database.tenancy import tenant_scope
    from integraal.foundation.lifecycle import actions as lifecycle
    from integraal.foundation.people.models import Member
    from integraal.foundation.people.queries import actor_of
    from integraal.policy.plan.content import content_of, goals
    from integraal.policy.plan.models import Plan
    from integraal.policy.programme.actions import start_programme
    from integraal.policy.programme.content import build_content
    from integraal.policy.programme.measures.actions import add_measure

    tenant = Tenant.objects.get(name="Molendrecht")
    decision = lifecycle.Decision("gemeenteraad", timezone.localdate(), "R-1")
    with transaction.atomic(), tenant_scope(tenant.pk):
        by = actor_of(Member.objects.get(roles__contains=["adviser"]))
        plan = Plan.objects.get(state="adopted")
        goal = next(one for one in goals(content_of(plan)) if one["title"] == GOAL)
        programme = start_programme(by=by, first_year=2027, last_year=2028, plan=plan)
        add_measure(
            by=by, programme=programme, theme="woonomgeving", goal=uuid.UUID(goal["key"]),
            title=MEASURE, starts_on=date(2027, 1, 1),
        )  # fmt: skip
        lifecycle.propose(programme, by=by, verb="plan.proposed")
        lifecycle.adopt(
            programme, by=by, verb="plan.adopted", decision=decision,
            content=build_content(programme),
        )  # fmt: skip
        return str(goal["key"])
