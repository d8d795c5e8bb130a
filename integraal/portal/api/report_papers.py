"""The papers of a report by API, and what it tells the next picture."""

import uuid
from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Field, Router, Schema, Status

from integraal.foundation.audit.actors import Actor
from integraal.foundation.database.models import Tenant
from integraal.foundation.documents.papers import Made, Paper
from integraal.policy.accountability.models import Report
from integraal.policy.accountability.papers.choosing import PAPERS, made
from integraal.policy.accountability.queries import reports
from integraal.policy.accountability.to_picture.actions import send_to_picture
from integraal.policy.accountability.to_picture.queries import proposals_of
from integraal.policy.accountability.to_picture.rules import Chosen
from integraal.portal.api.keys import actor, with_scope
from integraal.portal.api.papers import REFUSALS, Address, add_papers
from integraal.portal.api.picture_lookup import picture_of
from integraal.portal.api.voices_schemas import PromiseOut

router = Router(tags=["Verantwoording"])
READ = with_scope("account:read")
# It is a picture that changes.
WRITE = with_scope("picture:write")
ADDRESSES = (
    Address(PAPERS["pdf"], "pdf", "readReportPdf",
            "The report as PDF/UA; of an adopted report always the same bytes."),
    Address(PAPERS["word"], "word", "readReportWord",
            "The report in Word, from the template of the municipality."),
    Address(PAPERS["excel"], "workbook", "readReportWorkbook",
            "Measures, goals, money, sentences and sources of the report in Excel."),
)  # fmt: skip


class ReportPromiseOut(Schema):
    """A goal or a measure as a promise; ``reached`` is what the report makes of it."""

    key: str
    theme: str
    promised: str
    reached: str
    outcome: str


class ReportChoiceIn(Schema):
    """A promise that goes along; without ``reached`` what the report makes of it."""

    key: str = Field(max_length=80)
    reached: str = Field("", max_length=8)
    learnt: str = Field("", max_length=40_000)


class ReportToPictureIn(Schema):
    """Which draft picture, and which promises."""

    picture: uuid.UUID
    promises: list[ReportChoiceIn] = Field(max_length=300)


class ReportToPictureOut(Schema):
    """The promises that were added, and how many were there already."""

    added: list[PromiseOut]
    present: int


def _made(paper: Paper, by: Actor, pk: uuid.UUID, tenant: Tenant) -> Made:
    return made(paper, by, get_object_or_404(reports(by), pk=pk), tenant)


add_papers(router, "account:read", ADDRESSES, _made, "The file itself.")


@router.get(
    "/{uuid:pk}/to-picture",
    response={200: list[ReportPromiseOut], **REFUSALS},
    auth=READ,
    operation_id="listReportPromises",
)
def list_promises(request: HttpRequest, pk: uuid.UUID) -> Any:
    """What the report can tell the next picture: every goal and measure as a promise."""
    return proposals_of(_report(request, pk))


@router.post(
    "/{uuid:pk}/to-picture",
    response={201: ReportToPictureOut, **REFUSALS},
    auth=WRITE,
    operation_id="sendReportToPicture",
)
def send(request: HttpRequest, pk: uuid.UUID, given: ReportToPictureIn) -> Any:
    """Add promises to a draft picture; what is there already stays one."""
    report, picture = _report(request, pk), picture_of(request, given.picture)
    chosen = [Chosen(**one.dict()) for one in given.promises]
    sent = send_to_picture(by=actor(request), report=report, picture=picture, chosen=chosen)
    return Status(201, sent)


def _report(request: HttpRequest, pk: uuid.UUID) -> Report:
    return get_object_or_404(reports(actor(request)), pk=pk)
