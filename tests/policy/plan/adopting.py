"""Adopt a plan by the lifecycle itself, as the council does at the end of its path."""

from __future__ import annotations

from datetime import date

from integraal.foundation.audit.actors import Actor
from integraal.foundation.lifecycle import actions as lifecycle
from integraal.foundation.lifecycle.actions import Decision
from integraal.policy.plan.content import content_of
from integraal.policy.plan.models import Plan


def adopt(plan: Plan, adviser: Actor, decider: Actor, number: str = "R-7") -> Plan:
    lifecycle.propose(plan, by=adviser, verb="plan.proposed")
    decision = Decision(on=date(2026, 11, 26), number=number, body="gemeenteraad")
    lifecycle.adopt(
        plan, by=decider, verb="plan.adopted", decision=decision, content=content_of(plan)
    )
    plan.refresh_from_db()
    return plan
