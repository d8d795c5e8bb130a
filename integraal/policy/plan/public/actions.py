"""Make an adopted plan public for residents, and take it back."""

from django.db import transaction
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.foundation.lifecycle import actions as lifecycle
from integraal.foundation.lifecycle.states import State
from integraal.policy.plan.access import check_publish
from integraal.policy.plan.checks.proposing import blocking_problem
from integraal.policy.plan.content import content_of
from integraal.policy.plan.models import Plan
from integraal.policy.plan.refusals import PlanRefused


@transaction.atomic
def publish_plan(*, by: Actor, plan: Plan) -> Plan:
    """Let residents read the plan from today; a second time changes nothing.

    Raises:
        PlanRefused: it is not the adopted version, or a rule that blocks is broken.
        NotAllowed: neither adviser nor clerk.
    """
    check_publish(by)
    plan = lifecycle.locked(plan)
    if plan.state != State.ADOPTED:
        raise PlanRefused("Alleen een vastgesteld plan kan openbaar worden voor inwoners.")
    if problem := blocking_problem(content_of(plan)):
        raise PlanRefused(problem)
    if plan.published_on is None:
        plan.published_on = timezone.localdate()
        plan.save(update_fields=["published_on"])
        record("plan.published", by=by, subject=plan, version=plan.version)
    return plan


@transaction.atomic
def withdraw_plan(*, by: Actor, plan: Plan) -> Plan:
    """Take the page for residents away at once; a second time changes nothing.

    Raises:
        NotAllowed: neither adviser nor clerk.
    """
    check_publish(by)
    plan = lifecycle.locked(plan)
    if plan.published_on is not None:
        plan.published_on = None
        plan.save(update_fields=["published_on"])
        record("plan.withdrawn", by=by, subject=plan, version=plan.version)
    return plan
