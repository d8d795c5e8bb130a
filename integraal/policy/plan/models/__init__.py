"""The tables of the plan, one module per subject."""

from integraal.policy.plan.models.changing import InterimChange
from integraal.policy.plan.models.consulting import Comment, Consultation, Invitation
from integraal.policy.plan.models.deciding import Amendment, DecisionMoment
from integraal.policy.plan.models.importing import PlanImport
from integraal.policy.plan.models.plan import Block, EarlierBlock, Edition, Plan

__all__ = [
    "Amendment",
    "Block",
    "Comment",
    "Consultation",
    "DecisionMoment",
    "EarlierBlock",
    "Edition",
    "InterimChange",
    "Invitation",
    "Plan",
    "PlanImport",
]
