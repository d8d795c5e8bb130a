"""The import of an existing plan by API: read in, judge, take over."""

import uuid
from datetime import date
from typing import Any, Literal

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Field, File, Router, Schema, Status
from ninja.files import UploadedFile

from integraal.policy.picture.queries import pictures
from integraal.policy.plan.importing import actions
from integraal.policy.plan.importing.access import check_import
from integraal.policy.plan.importing.judging import judged
from integraal.policy.plan.importing.queries import import_of, imports
from integraal.policy.plan.importing.reading import MOST_BYTES, Unreadable, problems
from integraal.policy.plan.models import PlanImport
from integraal.policy.plan.queries import plans
from integraal.portal.api.keys import actor
from integraal.portal.api.plan_lookup import READ, REFUSALS, WRITE
from integraal.portal.api.schemas import Problem

router = Router(tags=["Plan inlezen"])
ONE = "/{uuid:pk}"


class ImportLine(Schema):
    """A document that is or was read in."""

    id: uuid.UUID
    file_name: str
    sha256: str
    finished_on: date | None
    plan: uuid.UUID | None = Field(None, alias="plan_id")
    revision: int


class ImportOut(ImportLine):
    """What was found: each proposal with its words and places in the document, and its judgement.

    Of a finished import the words are gone, and ``report`` says what became of each proposal.
    """

    title: str
    first_year: int
    last_year: int
    parts: list[dict[str, Any]]
    proposals: list[dict[str, Any]]
    gaps: list[dict[str, Any]]
    left_out: list[dict[str, Any]]
    report: list[dict[str, Any]]


class PlanTextIn(Schema):
    """Pasted text, plain or with web tags in it."""

    text: str


class JudgementIn(Schema):
    """What is decided about proposals; ``open`` takes an earlier decision back."""

    proposals: list[str] = Field(max_length=5000)
    deed: Literal["accepted", "skipped", "open"]
    kind: str = ""
    theme: str | None = None


class FinishIn(Schema):
    """Where the accepted proposals go: a draft, or a new plan of these years."""

    into: uuid.UUID | None = None
    picture: uuid.UUID | None = None
    title: str = Field("", max_length=120)
    first_year: int = 0
    last_year: int = 0


@router.get("", response={200: list[ImportLine], **REFUSALS}, auth=READ,
            operation_id="listPlanImports")  # fmt: skip
def list_imports(request: HttpRequest) -> Any:
    """All documents that were read in, newest first."""
    return list(imports(actor(request)))


@router.post("/file", response={201: ImportOut, 400: Problem, **REFUSALS}, auth=WRITE,
             operation_id="readPlanFile")  # fmt: skip
def read_file(request: HttpRequest, file: File[UploadedFile]) -> Any:
    """Read a Word file, PDF with text or text file; no plan changes, and the file is not kept."""
    check_import(actor(request))
    if (file.size or 0) > MOST_BYTES:
        raise Unreadable(problems.TOO_LARGE)
    row = actions.read_plan_file(by=actor(request), file_name=file.name or "", content=file.read())
    return Status(201, _out(row))


@router.post("/text", response={201: ImportOut, 400: Problem, **REFUSALS}, auth=WRITE,
             operation_id="readPlanText")  # fmt: skip
def read_text(request: HttpRequest, given: PlanTextIn) -> Any:
    """Read pasted text; no plan changes."""
    return Status(201, _out(actions.read_plan_text(by=actor(request), text=given.text)))


@router.get(ONE, response={200: ImportOut, **REFUSALS}, auth=READ, operation_id="planImport")
def read(request: HttpRequest, pk: uuid.UUID) -> Any:
    """What was found in a document."""
    return _out(_row(request, pk))


@router.post(f"{ONE}/judge", response={200: ImportOut, **REFUSALS}, auth=WRITE,
             operation_id="judgeProposals")  # fmt: skip
def judge(request: HttpRequest, pk: uuid.UUID, given: JudgementIn) -> Any:
    """Accept or skip proposals, perhaps as another kind or in another theme, or undo that."""
    row = actions.settle(by=actor(request), plan_import=_row(request, pk), **given.dict())
    return _out(row)


@router.post(f"{ONE}/finish", response={200: ImportOut, **REFUSALS}, auth=WRITE,
             operation_id="finishPlanImport")  # fmt: skip
def finish(request: HttpRequest, pk: uuid.UUID, given: FinishIn) -> Any:
    """Take over what was accepted, whole or not at all; then the words of the document go."""
    values = given.dict()
    into, picture = values.pop("into"), values.pop("picture")
    values["picture"] = get_object_or_404(pictures(actor(request)), pk=picture) if picture else None
    plan = get_object_or_404(plans(actor(request)), pk=into) if into else None
    row = actions.finish_import(
        by=actor(request), plan_import=_row(request, pk), into=plan, **values
    )
    return _out(row)


@router.delete(ONE, response={204: None, **REFUSALS}, auth=WRITE, operation_id="stopPlanImport")
def stop(request: HttpRequest, pk: uuid.UUID) -> Any:
    """Remove an import that is not finished, with everything that was found."""
    actions.stop_import(by=actor(request), plan_import=_row(request, pk))
    return Status(204, None)


def _row(request: HttpRequest, pk: uuid.UUID) -> PlanImport:
    row = import_of(actor(request), pk)
    if row is None:
        raise Http404
    return row


def _out(row: PlanImport) -> dict[str, Any]:
    found = row.found
    return {
        **{name: getattr(row, name) for name in ("id", "file_name", "sha256", "finished_on")},
        "plan_id": row.plan_id,
        "revision": row.revision,
        **{name: found[name] for name in ("title", "first_year", "last_year", "parts", "gaps")},
        "proposals": [
            {**one, "judgement": judged(one, row.settled)} for one in found.get("proposals", ())
        ],
        "left_out": found.get("left_out", []),
        "report": found.get("report", []),
    }
