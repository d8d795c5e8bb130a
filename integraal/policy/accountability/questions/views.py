"""Pages of the questions of the council."""

import uuid
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from integraal.foundation.lifecycle.refusals import Refused
from integraal.foundation.people.scope import actor
from integraal.foundation.ui.downloads import file_answer
from integraal.foundation.ui.spreadsheets import CONTENT_TYPE, as_workbook
from integraal.policy.accountability.access import check_questions
from integraal.policy.accountability.models import CouncilQuestion
from integraal.policy.accountability.questions import actions, presenters
from integraal.policy.accountability.questions.forms import (
    AnswerForm,
    QuestionFilter,
    QuestionForm,
)
from integraal.policy.accountability.questions.queries import questions
from integraal.policy.accountability.showing import show
from integraal.policy.monitoring.showing import FormPage, others_of
from integraal.policy.picture.filling_in import Attempt, attempt, revision_sent

TAB = "council-questions"
_SHOWN = ("title", "question", "asked_by", "asked_on", "kind", "due_on", "theme", "report")


@login_required
@require_safe
def all_questions(request: HttpRequest) -> HttpResponse:
    """What the council asked, and what still waits for an answer."""
    by, asked = actor(request), request.GET
    narrowed = QuestionFilter(by, asked or None)
    page = presenters.questions_page(by, narrowed, asked.get("sorteer", ""), asked.get("blad"))
    return show(request, "accountability/questions.html", TAB, page)


@login_required
@require_safe
def export(request: HttpRequest) -> HttpResponse:
    """Give the same list as an Excel file."""
    by = actor(request)
    rows = presenters.rows_of(by, QuestionFilter(by, request.GET or None))
    content = as_workbook("Raadsvragen", presenters.HEADINGS, rows)
    name = f"raadsvragen-{timezone.localdate().isoformat()}.xlsx"
    return file_answer(name, content, CONTENT_TYPE)


@login_required
@require_safe
def one(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """One question with its answer."""
    page = presenters.question_page(actor(request), _row(request, pk))
    return show(request, "accountability/question.html", TAB, page)


@login_required
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """Keep a question."""
    by = actor(request)
    check_questions(by)
    form = QuestionForm(by, request.POST or None, initial={"asked_on": timezone.localdate()})
    tried = attempt(request, form, lambda _: actions.keep_question(by=by, asked=form.asked()))
    if tried.done:
        return _kept(request, tried, "De vraag staat erbij.")
    page = FormPage(TAB, "Vraag toevoegen", form, reverse(TAB), "Raadsvragen", deed="Toevoegen")
    return _show_form(request, page, tried)


@login_required
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Change what was asked."""
    by, row = actor(request), _row(request, pk)
    check_questions(by)
    form = QuestionForm(by, request.POST or None, initial=_filled(row))
    base = revision_sent(request) or row.revision
    tried = attempt(
        request,
        form,
        lambda _: actions.change_question(
            by=by, question=row, asked=form.asked(), base_revision=base
        ),
    )
    if tried.done:
        return _kept(request, tried, "Bewaard.")
    page = _page(row, "Vraag aanpassen", form, **others_of(form, tried, base))
    return _show_form(request, page, tried)


@login_required
@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Write the answer, and tell when the council got it."""
    by, row = actor(request), _row(request, pk)
    check_questions(by)
    now = {"answer": row.answer, "answered_on": row.answered_on}
    form = AnswerForm(request.POST or None, initial=now)
    base = revision_sent(request) or row.revision
    tried = attempt(
        request,
        form,
        lambda given: actions.write_answer(
            by=by, question=row, text=given["answer"], answered_on=given["answered_on"],
            base_revision=base,
        ),
    )  # fmt: skip
    if tried.done:
        is_given = tried.done.answered_on is not None
        said = (
            "De raad leest dit antwoord nu." if is_given else "Bewaard; de raad leest het nog niet."
        )
        return _kept(request, tried, said)
    beside = [(f"De vraag van {row.asked_by}", row.question)]
    page = _page(row, "Antwoord", form, beside=beside, **others_of(form, tried, base))
    return _show_form(request, page, tried)


@login_required
@require_POST
def remove(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Take away a question that was kept by mistake."""
    by, row = actor(request), _row(request, pk)
    try:
        actions.remove_question(by=by, question=row)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("council-question", pk)
    messages.success(request, "De vraag is weggehaald.")
    return redirect(TAB)


def _row(request: HttpRequest, pk: uuid.UUID) -> CouncilQuestion:
    return get_object_or_404(questions(actor(request)), pk=pk)


def _filled(row: CouncilQuestion) -> dict[str, Any]:
    return {name: getattr(row, name) for name in _SHOWN}


def _page(row: CouncilQuestion, title: str, form: Any, **more: Any) -> FormPage:
    back = reverse("council-question", args=[row.pk])
    return FormPage(TAB, title, form, back, "Raadsvraag", **more)


def _kept(request: HttpRequest, tried: Attempt, said: str) -> HttpResponse:
    for warning in presenters.warnings_of(tried.done):
        messages.warning(request, warning)
    messages.success(request, said)
    return redirect("council-question", tried.done.pk)


def _show_form(request: HttpRequest, page: FormPage, tried: Attempt) -> HttpResponse:
    return show(request, "accountability/question_form.html", TAB, page, tried.status)
