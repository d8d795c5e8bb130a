"""The workbook of a programme by API: make it, see what one that comes back would do, take over."""

import uuid
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Field, File, Query, Router, Schema
from ninja.files import UploadedFile

from integraal.foundation.ui.spreadsheets import CONTENT_TYPE
from integraal.knowledge.figures.importing.uploads import TOO_LARGE
from integraal.knowledge.sources.grids import MAXIMUM_BYTES
from integraal.knowledge.sources.problems import FileProblem
from integraal.policy.programme.access import check_run
from integraal.policy.programme.excel.actions import (
    make_workbook,
    take_over_workbook,
)
from integraal.policy.programme.excel.offered import read_workbook, report_of
from integraal.policy.programme.excel.reading import SheetRead
from integraal.policy.programme.models import Programme
from integraal.portal.api.keys import actor
from integraal.portal.api.programme_lookup import READ, REFUSALS, WRITE, programme_of
from integraal.portal.api.schemas import Problem

router = Router(tags=["Programma: Excel"])
ALL = "/{uuid:pk}/workbook"
_KIND = {CONTENT_TYPE: {"schema": {"type": "string", "format": "binary"}}}


class WorkbookFieldChange(Schema):
    """A field that changes: its heading, and from what to what."""

    heading: str
    before: str
    after: str


class WorkbookRowChange(Schema):
    """A row that adds or changes a measure."""

    row: int
    key: uuid.UUID
    title: str
    is_new: bool
    changes: list[WorkbookFieldChange]


class WorkbookMissing(Schema):
    """A measure without a row; it stays unless its key is named in ``removed``."""

    key: uuid.UUID
    title: str


class WorkbookProblem(Schema):
    """What is wrong, with its row and column."""

    row: int
    column: str
    say: str


class WorkbookReport(Schema):
    """What a workbook would do, or did."""

    changed: list[WorkbookRowChange]
    missing: list[WorkbookMissing]
    problems: list[WorkbookProblem]
    same: int
    kept: list[str]
    unknown: list[str]


class WorkbookRemoved(Schema):
    """Keys of measures without a row that really go."""

    removed: list[uuid.UUID] = Field([], max_length=1000)


@router.get(
    ALL,
    auth=READ,
    response=REFUSALS,
    operation_id="programmeWorkbook",
    openapi_extra={"responses": {200: {"description": "The workbook.", "content": _KIND}}},
)
def make(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The programme as an Excel workbook that can be read back without loss."""
    name, content = make_workbook(by=actor(request), programme=programme_of(request, pk))
    disposition = f'attachment; filename="{name}"'
    headers = {"Content-Disposition": disposition}
    return HttpResponse(content, content_type=CONTENT_TYPE, headers=headers)


@router.post(f"{ALL}/check", response={200: WorkbookReport, 400: Problem, **REFUSALS}, auth=WRITE,
             operation_id="checkProgrammeWorkbook")  # fmt: skip
def check(request: HttpRequest, pk: uuid.UUID, file: File[UploadedFile]) -> Any:
    """What a workbook would do, line by line; nothing changes and nothing is kept."""
    programme = programme_of(request, pk)
    return report_of(programme, _sheet(request, programme, file))


@router.post(ALL, response={200: WorkbookReport, 400: Problem, **REFUSALS}, auth=WRITE,
             operation_id="takeOverProgrammeWorkbook")  # fmt: skip
def take_over(
    request: HttpRequest, pk: uuid.UUID, file: File[UploadedFile], given: Query[WorkbookRemoved]
) -> Any:
    """Take a workbook over, whole or not at all."""
    programme = programme_of(request, pk)
    sheet = _sheet(request, programme, file)
    return take_over_workbook(
        by=actor(request), programme=programme, sheet=sheet, removed=given.removed
    )


def _sheet(request: HttpRequest, programme: Programme, file: UploadedFile) -> SheetRead:
    check_run(actor(request))
    if (file.size or 0) > MAXIMUM_BYTES:
        raise FileProblem(TOO_LARGE)
    return read_workbook(by=actor(request), programme=programme, content=file.read())
