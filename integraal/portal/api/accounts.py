"""Reports to the council by API: begin, read, write, decide, reckon again."""

import uuid
from dataclasses import asdict
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Field, Router, Schema, Status

from integraal.policy.accountability.models import Report
from integraal.policy.accountability.queries import reports
from integraal.policy.accountability.reports import actions
from integraal.policy.accountability.reports.account import account_of
from integraal.policy.accountability.reports.content import content_of
from integraal.policy.accountability.reports.deciding import actions as deciding
from integraal.policy.accountability.reports.pages.tracing import source_page
from integraal.policy.accountability.reports.recomputing import recompute
from integraal.policy.programme.queries import programmes
from integraal.portal.api.keys import actor, with_scope
from integraal.portal.api.schemas import Invalid, Problem

router = Router(tags=["Rapporten aan de raad"])
READ = with_scope("account:read")
WRITE = with_scope("account:write")
REFUSALS = {403: Problem, 404: Problem, 409: Problem, 422: Invalid}
ONE = "/{uuid:pk}"


class ReportLine(Schema):
    """A report without its content."""

    id: uuid.UUID
    kind: str
    title: str
    programme_id: uuid.UUID
    first_day: date
    last_day: date
    version: int
    state: str
    facts_mark: str
    adopted_on: date | None = None
    adopting_body: str
    decision_number: str
    council_told_on: date | None = None
    published_on: date | None = None
    returned_reason: str
    fingerprint: str


class ReportSourceOut(Schema):
    """Where numbers come from: its facts as label and value, and what it is counted from."""

    key: str
    kind: str
    label: str
    facts: list[list[str]]
    link: str
    parts: list[str]


class ReportSentenceOut(Schema):
    """A sentence with the keys of its sources."""

    code: str
    text: str
    sources: list[str]


class ReportOut(ReportLine):
    """A report with its content and every sentence that follows from it."""

    content: dict[str, Any]
    sentences: list[ReportSentenceOut]


class ReportStart(Schema):
    """Kind is quarter, year or final; the days are a whole one of these."""

    kind: str = Field(max_length=8)
    programme: uuid.UUID
    first_day: date
    last_day: date
    title: str = Field("", max_length=120)


class ReportTextIn(Schema):
    """What is told at one place: intro, money, lessons, or theme: with the code of a theme."""

    place: str = Field(max_length=60)
    text: str = Field(max_length=20_000)
    base_revision: int


class ReportTextOut(Schema):
    """What is told at one place, as it is kept."""

    place: str
    text: str
    revision: int


class ReportSentBackIn(Schema):
    """Why a report goes back."""

    reason: str = Field(max_length=20_000)


class ReportAdoptionIn(Schema):
    """Who adopted, when, and under which number."""

    body: str = Field("college", max_length=60)
    decided_on: date
    number: str = Field("", max_length=60)


class ReportToldIn(Schema):
    """On which day the council was told."""

    told_on: date


class ReportDifferenceOut(Schema):
    """One thing that is otherwise now, and why that may be."""

    what: str
    name: str
    how: str
    fields: list[str]
    why: str


class RecomputedOut(Schema):
    """What came of reckoning a report again."""

    equal: bool
    say: str
    mark_then: str
    mark_now: str
    facts: list[ReportDifferenceOut]
    sentences: list[list[str]]


LINE = {200: ReportLine, **REFUSALS}


@router.get("", response={200: list[ReportLine], **REFUSALS}, auth=READ, operation_id="listReports")
def list_reports(request: HttpRequest) -> Any:
    """All reports that the owner of the key may read, the newest period first."""
    return list(reports(actor(request)).defer("frozen", "facts"))


@router.post("", response={201: ReportLine, **REFUSALS}, auth=WRITE, operation_id="startReport")
def start(request: HttpRequest, given: ReportStart) -> Any:
    """Begin a report with the facts as they are now."""
    by, fields = actor(request), given.dict()
    found = programmes(by).defer("frozen")
    programme = get_object_or_404(found, pk=fields.pop("programme"))
    return Status(201, actions.start_report(by=by, programme=programme, **fields))


@router.get(ONE, response={200: ReportOut, **REFUSALS}, auth=READ, operation_id="readReport")
def read(request: HttpRequest, pk: uuid.UUID) -> Any:
    """One report with its content and its sentences."""
    found = _report(request, pk)
    return {
        **ReportLine.from_orm(found).dict(),
        "content": content_of(found),
        "sentences": [asdict(one) for one in account_of(found).sentences()],
    }


@router.get(ONE + "/sentences/{code}/sources", response={200: list[ReportSourceOut], **REFUSALS},
            auth=READ, operation_id="readReportSources")  # fmt: skip
def sources(request: HttpRequest, pk: uuid.UUID, code: str) -> Any:
    """On what a sentence rests."""
    found = _report(request, pk)
    page = source_page(actor(request), found, account_of(found), code)
    if page is None:
        raise Http404
    return [
        {**asdict(part.source), "link": part.links[0].url if part.links else ""}
        for part in page.sources
    ]


@router.post(ONE + "/gather", response=LINE, auth=WRITE, operation_id="gatherReport")
def gather(request: HttpRequest, pk: uuid.UUID) -> Any:
    """Gather the facts of a draft again."""
    return actions.gather_facts(by=actor(request), report=_report(request, pk))


@router.put(ONE + "/texts", response={200: ReportTextOut, **REFUSALS}, auth=WRITE,
            operation_id="writeReportText")  # fmt: skip
def write(request: HttpRequest, pk: uuid.UUID, given: ReportTextIn) -> Any:
    """Write what the adviser tells at one place."""
    return actions.write_text(by=actor(request), report=_report(request, pk), **given.dict())


@router.get(ONE + "/recomputed", response={200: RecomputedOut, **REFUSALS}, auth=READ,
            operation_id="recomputeReport")  # fmt: skip
def again(request: HttpRequest, pk: uuid.UUID) -> Any:
    """Reckon a report again and compare; nothing is changed."""
    report = _report(request, pk)
    if report.facts is None:
        raise Http404
    found = recompute(report)
    return {
        "equal": found.is_equal,
        "say": found.say,
        "mark_then": found.mark_then,
        "mark_now": found.mark_now,
        "facts": [asdict(one) for one in found.facts],
        "sentences": [list(one) for one in found.sentences],
    }


@router.post(ONE + "/propose", response=LINE, auth=WRITE, operation_id="proposeReport")
def propose(request: HttpRequest, pk: uuid.UUID) -> Any:
    """Propose a draft to the college."""
    return deciding.propose_report(by=actor(request), report=_report(request, pk))


@router.post(ONE + "/send-back", response=LINE, auth=WRITE, operation_id="sendBackReport")
def send_back(request: HttpRequest, pk: uuid.UUID, given: ReportSentBackIn) -> Any:
    """Make a proposal a draft again, with the reason."""
    report = _report(request, pk)
    return deciding.send_back_report(by=actor(request), report=report, reason=given.reason)


@router.post(ONE + "/adopt", response=LINE, auth=WRITE, operation_id="adoptReport")
def adopt(request: HttpRequest, pk: uuid.UUID, given: ReportAdoptionIn) -> Any:
    """Record that the college adopted; facts, texts and sentences are frozen."""
    report = _report(request, pk)
    return deciding.adopt_report(by=actor(request), report=report, **given.dict())


@router.post(ONE + "/told", response=LINE, auth=WRITE, operation_id="tellCouncilOfReport")
def tell(request: HttpRequest, pk: uuid.UUID, given: ReportToldIn) -> Any:
    """Record on which day the council was told."""
    report = _report(request, pk)
    return deciding.tell_council(by=actor(request), report=report, told_on=given.told_on)


@router.post(ONE + "/next-version", response={201: ReportLine, **REFUSALS}, auth=WRITE,
             operation_id="startNextReportVersion")  # fmt: skip
def next_version(request: HttpRequest, pk: uuid.UUID) -> Any:
    """Begin the next version of an adopted report."""
    report = _report(request, pk)
    return Status(201, actions.start_next_version(by=actor(request), report=report))


def _report(request: HttpRequest, pk: uuid.UUID) -> Report:
    return get_object_or_404(reports(actor(request)), pk=pk)
