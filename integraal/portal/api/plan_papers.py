"""The papers of a safety plan by API, and the page for residents: the same deeds as the screen."""

import uuid
from collections.abc import Callable
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Router, Schema

from integraal.foundation.database.models import Tenant
from integraal.policy.plan.models import Plan
from integraal.policy.plan.papers.choosing import PAPERS, paper_of
from integraal.policy.plan.public.actions import publish_plan, withdraw_plan
from integraal.policy.plan.queries import plans
from integraal.portal.api.keys import actor
from integraal.portal.api.plan_lookup import READ, REFUSALS, WRITE

router = Router(tags=["Veiligheidsplan"])


class PublicOut(Schema):
    """From which day residents read the plan; nothing when they do not."""

    published_on: date | None


def _gives(code: str) -> dict[str, Any]:
    kind = {PAPERS[code].content_type: {"schema": {"type": "string", "format": "binary"}}}
    return {"responses": {200: {"description": "The file itself.", "content": kind}}}


@router.get(
    "/{uuid:pk}/pdf",
    response=REFUSALS,
    auth=READ,
    operation_id="readPlanPdf",
    openapi_extra=_gives("pdf"),
)
def read_pdf(request: HttpRequest, pk: uuid.UUID) -> Any:
    """The plan as PDF/UA; of an adopted plan always the same bytes."""
    return _file(request, pk, "pdf")


@router.get(
    "/{uuid:pk}/word",
    response=REFUSALS,
    auth=READ,
    operation_id="readPlanWord",
    openapi_extra=_gives("word"),
)
def read_word(request: HttpRequest, pk: uuid.UUID) -> Any:
    """The plan in Word, from the template of the municipality."""
    return _file(request, pk, "word")


@router.get(
    "/{uuid:pk}/council-pack",
    response=REFUSALS,
    auth=READ,
    operation_id="readCouncilPack",
    openapi_extra=_gives("pack"),
)
def read_pack(request: HttpRequest, pk: uuid.UUID) -> Any:
    """The pack for the council (raadspakket): proposal, plan, picture, minutes, comments."""
    return _file(request, pk, "pack")


@router.get(
    "/{uuid:pk}/goals-workbook",
    response=REFUSALS,
    auth=READ,
    operation_id="readPlanGoalsWorkbook",
    openapi_extra=_gives("goals"),
)
def read_goals(request: HttpRequest, pk: uuid.UUID) -> Any:
    """The goals in Excel, one row each."""
    return _file(request, pk, "goals")


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


def _file(request: HttpRequest, pk: uuid.UUID, code: str) -> HttpResponse:
    by = actor(request)
    plan = get_object_or_404(plans(by), pk=pk)
    tenant = Tenant.objects.get(pk=by.tenant_id)
    paper, name, content = paper_of(code, by=by, plan=plan, tenant=tenant)
    response = HttpResponse(content, content_type=paper.content_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _done(request: HttpRequest, pk: uuid.UUID, deed: Callable[..., Plan]) -> Plan:
    by = actor(request)
    return deed(by=by, plan=get_object_or_404(plans(by), pk=pk))
