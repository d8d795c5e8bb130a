"""Read the interim changes of a plan, over all its versions."""

import uuid

from django.db.models import Q, QuerySet

from integraal.foundation.lifecycle.states import State
from integraal.policy.plan.models import InterimChange, Plan


def changes(plan: Plan) -> QuerySet[InterimChange]:
    """Return the interim changes of the plan in all its versions, newest first."""
    found = InterimChange.objects.filter(plan__lineage=plan.lineage)
    return found.select_related("plan", "following", "made_by").defer(
        "plan__frozen", "following__frozen"
    )


def change(plan: Plan, pk: uuid.UUID) -> InterimChange | None:
    return changes(plan).filter(pk=pk).first()


def untold(plan: Plan) -> QuerySet[InterimChange]:
    """Return the urgent changes that were decided and of which the council was not told yet."""
    decided = Q(decided_on__isnull=False) | Q(
        following__state__in=[State.ADOPTED, State.SUPERSEDED]
    )
    return changes(plan).filter(decided, is_urgent=True, council_told_on__isnull=True)
