"""Make a report public for residents by API, and take it back: the same deeds as the screen."""

import uuid
from collections.abc import Callable
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Router, Schema

from integraal.policy.accountability.models import Report
from integraal.policy.accountability.public.actions import publish_report, withdraw_report
from integraal.policy.accountability.queries import reports
from integraal.portal.api.keys import actor, with_scope
from integraal.portal.api.schemas import Invalid, Problem

router = Router(tags=["Verantwoording"])
WRITE = with_scope("account:write")
REFUSALS = {403: Problem, 404: Problem, 422: Invalid}


class ReportPublicOut(Schema):
    """From which day residents read the report; nothing when they do not."""

    published_on: date | None


@router.post(
    "/{uuid:pk}/publish",
    response={200: ReportPublicOut, **REFUSALS},
    auth=WRITE,
    operation_id="publishReport",
)
def publish(request: HttpRequest, pk: uuid.UUID) -> Any:
    """Let residents read an adopted report, and take its data, without an account."""
    return _done(request, pk, publish_report)


@router.post(
    "/{uuid:pk}/withdraw",
    response={200: ReportPublicOut, **REFUSALS},
    auth=WRITE,
    operation_id="withdrawReport",
)
def withdraw(request: HttpRequest, pk: uuid.UUID) -> Any:
    """Take the page for residents away."""
    return _done(request, pk, withdraw_report)


def _done(request: HttpRequest, pk: uuid.UUID, deed: Callable[..., Report]) -> Report:
    by = actor(request)
    return deed(by=by, report=get_object_or_404(reports(by), pk=pk))
