"""Questions of the council with their answers, by API."""

import uuid
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Field, Query, Router, Schema, Status

from integraal.foundation.audit.actors import Actor
from integraal.foundation.people.access import allowed
from integraal.policy.accountability.access import check_questions
from integraal.policy.accountability.models import CouncilQuestion
from integraal.policy.accountability.queries import reports
from integraal.policy.accountability.questions import actions
from integraal.policy.accountability.questions.fields import Asked
from integraal.policy.accountability.questions.presenters import warnings_of
from integraal.policy.accountability.questions.queries import (
    Wanted,
    answer_for,
    found_questions,
    questions,
)
from integraal.policy.accountability.questions.standing import standing_of
from integraal.portal.api.keys import actor, with_scope
from integraal.portal.api.schemas import Invalid, Problem

router = Router(tags=["Raadsvragen"])
READ, WRITE = with_scope("account:read"), with_scope("account:write")
REFUSALS = {403: Problem, 404: Problem, 409: Problem, 422: Invalid}
PAGE = 100


class CouncilQuestionIn(Schema):
    """What was asked, by which party or committee; no persons."""

    title: str = Field(max_length=160)
    question: str = Field(max_length=20_000)
    asked_by: str = Field(max_length=120)
    asked_on: date
    kind: str = Field("written", max_length=8)
    due_on: date | None = None
    theme: str = Field("", max_length=40)
    report: uuid.UUID | None = None


class CouncilQuestionChange(CouncilQuestionIn):
    """The same, and the revision this builds on."""

    base_revision: int


class CouncilAnswerIn(Schema):
    """The answer; without a day it is still being written and the council does not read it."""

    answer: str = Field(max_length=20_000)
    answered_on: date | None = None
    base_revision: int


class CouncilQuestionOut(CouncilQuestionIn):
    """A question; ``warnings`` says what looks like a person, for who may write."""

    id: uuid.UUID
    answer: str
    answered_on: date | None
    stand: str
    warnings: list[str]
    revision: int


class CouncilQuestionsAsked(Schema):
    """Which questions are asked for."""

    words: str = Field("", max_length=100)
    stand: str = Field("", max_length=8)
    theme: str = Field("", max_length=40)
    kind: str = Field("", max_length=8)
    year: int | None = Field(None, ge=1, le=9999)
    offset: int = Field(0, ge=0, le=1_000_000)


@router.get(
    "", response={200: list[CouncilQuestionOut], **REFUSALS}, auth=READ,
    operation_id="listCouncilQuestions",
)  # fmt: skip
def all_questions(request: HttpRequest, asked: Query[CouncilQuestionsAsked]) -> Any:
    """The questions that are asked for, newest first, a hundred at a time."""
    by, wanted = actor(request), asked.dict()
    start = wanted.pop("offset")
    found = found_questions(by, Wanted(**wanted), timezone.localdate())
    rows = list(found[start : start + PAGE])
    seen = _seen(by, rows)
    return [_told(by, one, seen) for one in rows]


@router.get(
    "/{uuid:pk}", response={200: CouncilQuestionOut, **REFUSALS}, auth=READ,
    operation_id="getCouncilQuestion",
)  # fmt: skip
def one_question(request: HttpRequest, pk: uuid.UUID) -> Any:
    """One question with its answer, as far as the key's holder may read that."""
    return _one(request, _row(request, pk))


@router.post(
    "", response={201: CouncilQuestionOut, **REFUSALS}, auth=WRITE,
    operation_id="keepCouncilQuestion",
)  # fmt: skip
def keep(request: HttpRequest, given: CouncilQuestionIn) -> Any:
    """Keep what the council asked."""
    asked = _asked(request, given.dict())
    return Status(201, _one(request, actions.keep_question(by=actor(request), asked=asked)))


@router.post(
    "/{uuid:pk}", response={200: CouncilQuestionOut, **REFUSALS}, auth=WRITE,
    operation_id="changeCouncilQuestion",
)  # fmt: skip
def change(request: HttpRequest, pk: uuid.UUID, given: CouncilQuestionChange) -> Any:
    """Change what was asked."""
    row, fields = _row(request, pk), given.dict()
    base = fields.pop("base_revision")
    asked = _asked(request, fields)
    changed = actions.change_question(
        by=actor(request), question=row, asked=asked, base_revision=base
    )
    return _one(request, changed)


@router.post(
    "/{uuid:pk}/answer", response={200: CouncilQuestionOut, **REFUSALS}, auth=WRITE,
    operation_id="answerCouncilQuestion",
)  # fmt: skip
def answer(request: HttpRequest, pk: uuid.UUID, given: CouncilAnswerIn) -> Any:
    """Write the answer; with a day the council reads it."""
    row = _row(request, pk)
    written = actions.write_answer(
        by=actor(request), question=row, text=given.answer, answered_on=given.answered_on,
        base_revision=given.base_revision,
    )  # fmt: skip
    return _one(request, written)


@router.delete(
    "/{uuid:pk}", response={204: None, **REFUSALS}, auth=WRITE,
    operation_id="removeCouncilQuestion",
)  # fmt: skip
def remove(request: HttpRequest, pk: uuid.UUID) -> Any:
    """Take away a question without an answer."""
    actions.remove_question(by=actor(request), question=_row(request, pk))
    return Status(204, None)


def _row(request: HttpRequest, pk: uuid.UUID) -> CouncilQuestion:
    return get_object_or_404(questions(actor(request)), pk=pk)


def _asked(request: HttpRequest, fields: dict[str, Any]) -> Asked:
    wanted = fields.pop("report")
    found = reports(actor(request)).defer("frozen", "facts")
    return Asked(**fields, report=get_object_or_404(found, pk=wanted) if wanted else None)


def _one(request: HttpRequest, row: CouncilQuestion) -> dict[str, Any]:
    by = actor(request)
    return _told(by, row, _seen(by, [row]))


def _seen(by: Actor, rows: Iterable[CouncilQuestion]) -> set[uuid.UUID]:
    """Return which of the reports that questions are about the actor may read; one query."""
    about = {one.report_id for one in rows if one.report_id}
    return set(reports(by).filter(pk__in=about).values_list("pk", flat=True)) if about else set()


def _told(by: Actor, one: CouncilQuestion, seen: set[uuid.UUID]) -> dict[str, Any]:
    names = [name for name in CouncilQuestionIn.model_fields if name != "report"]
    return {
        **{name: getattr(one, name) for name in names},
        "id": one.pk,
        "report": one.report_id if one.report_id in seen else None,
        "answer": answer_for(by, one),
        "answered_on": one.answered_on,
        "stand": standing_of(one.due_on, one.answered_on, timezone.localdate()).stand,
        "warnings": warnings_of(one) if allowed(check_questions, by) else [],
        "revision": one.revision,
    }
