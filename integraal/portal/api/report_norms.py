"""The norms of the audit offices beside a report, by API."""

import uuid
from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Field, Router, Schema

from integraal.policy.accountability.models import NormAnswer, Report
from integraal.policy.accountability.norms.actions import Given, answer_norms
from integraal.policy.accountability.norms.hints import hint
from integraal.policy.accountability.norms.own_norms import norms
from integraal.policy.accountability.queries import reports
from integraal.policy.accountability.reports.account import account_of
from integraal.policy.accountability.reports.content import content_of
from integraal.portal.api.council_questions import READ, REFUSALS, WRITE
from integraal.portal.api.keys import actor

router = Router(tags=["Normen van rekenkamers"])


class NormOut(Schema):
    """A norm with its answer; ``hint`` is what the report itself shows."""

    code: str
    name: str
    question: str
    answer: str
    text: str
    hint: str
    revision: int


class NormIn(Schema):
    """An answer: yes, partly, no, or empty to take it back."""

    code: str = Field(max_length=60)
    answer: str = Field("", max_length=6)
    text: str = Field("", max_length=2_000)
    base_revision: int = 0


@router.get(
    "/{uuid:pk}/norms", response={200: list[NormOut], **REFUSALS}, auth=READ,
    operation_id="listReportNorms",
)  # fmt: skip
def all_norms(request: HttpRequest, pk: uuid.UUID) -> Any:
    """Every norm, also those without an answer."""
    return _told(_report(request, pk))


@router.post(
    "/{uuid:pk}/norms", response={200: list[NormOut], **REFUSALS}, auth=WRITE,
    operation_id="answerReportNorms",
)  # fmt: skip
def answer(request: HttpRequest, pk: uuid.UUID, given: list[NormIn]) -> Any:
    """Answer norms of a draft."""
    report = _report(request, pk)
    answers = {one.code: Given(one.answer, one.text, one.base_revision) for one in given}
    answer_norms(by=actor(request), report=report, answers=answers)
    return _told(report)


def _report(request: HttpRequest, pk: uuid.UUID) -> Report:
    return get_object_or_404(reports(actor(request)), pk=pk)


def _told(report: Report) -> list[dict[str, Any]]:
    account = account_of(report)
    facts = {one.code: one.fact for one in norms()}
    rows = NormAnswer.objects.filter(report=report)
    revisions = dict(rows.values_list("norm", "revision"))
    return [
        {
            **one,
            "hint": hint(facts.get(one["code"], ""), account),
            "revision": revisions.get(one["code"], 0),
        }
        for one in content_of(report)["norms"]
    ]
