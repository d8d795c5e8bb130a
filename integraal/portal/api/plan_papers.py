"""The papers of a safety plan by API, and the page for residents: the same deeds as the screen."""

import uuid
from collections.abc import Callable
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Router, Schema

from integraal.foundation.audit.actors import Actor
from integraal.foundation.database.models import Tenant
from integraal.foundation.documents.papers import Made, Paper
from integraal.policy.plan.models import Plan
from integraal.policy.plan.papers.choosing import PAPERS
from integraal.policy.plan.public.actions import publish_plan, withdraw_plan
from integraal.policy.plan.queries import plans
from integraal.portal.api.keys import actor
from integraal.portal.api.papers import Address, add_papers
from integraal.portal.api.plan_lookup import REFUSALS, WRITE

router = Router(tags=["Veiligheidsplan"])
ADDRESSES = (
    Address(PAPERS["pdf"], "pdf", "readPlanPdf",
            "The plan as PDF/UA; of an adopted plan always the same bytes."),
    Address(PAPERS["word"], "word", "readPlanWord",
            "The plan in Word, from the template of the municipality."),
    Address(PAPERS["pack"], "council-pack", "readCouncilPack",
            "The pack for the council (raadspakket): proposal, plan, picture, minutes, comments."),
    Address(PAPERS["goals"], "goals-workbook", "readPlanGoalsWorkbook",
            "The goals in Excel, one row each."),
)  # fmt: skip


class PublicOut(Schema):
    """From which day residents read the plan; nothing when they do not."""

    published_on: date | None


def _made(paper: Paper, by: Actor, pk: uuid.UUID, tenant: Tenant) -> Made:
    return paper.make(by=by, plan=get_object_or_404(plans(by), pk=pk), tenant=tenant)


add_papers(router, "plan:read", ADDRESSES, _made, "The file itself.")


@router.post(
    "/{uuid:pk}/publish",
    response={200: PublicOut, **REFUSALS},
    auth=WRITE,
    operation_id="publishPlan",
)
def publish(request: HttpRequest, pk: uuid.UUID) -> Any:
    """Let residents read an adopted plan, without an account."""
    return _done(request, pk, publish_plan)


@router.post(
    "/{uuid:pk}/withdraw",
    response={200: PublicOut, **REFUSALS},
    auth=WRITE,
    operation_id="withdrawPlan",
)
def withdraw(request: HttpRequest, pk: uuid.UUID) -> Any:
    """Take the page for residents away."""
    return _done(request, pk, withdraw_plan)


def _done(request: HttpRequest, pk: uuid.UUID, deed: Callable[..., Plan]) -> Plan:
    by = actor(request)
    return deed(by=by, plan=get_object_or_404(plans(by), pk=pk))
