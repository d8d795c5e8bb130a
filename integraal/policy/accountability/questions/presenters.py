"""What the pages of the questions of the council show."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.html import format_html

from integraal.foundation.audit.actors import Actor
from integraal.foundation.definitions.access import may_change_definitions
from integraal.foundation.people.access import allowed
from integraal.foundation.ui.components import Verdict
from integraal.foundation.ui.dutch import counted, day
from integraal.foundation.ui.spreadsheets import Cell
from integraal.foundation.ui.tables import Column, Sorting, Table, chosen_sorting
from integraal.knowledge.figures.definitions import all_themes
from integraal.policy.accountability.access import check_questions, reads_inside
from integraal.policy.accountability.models import CouncilQuestion
from integraal.policy.accountability.questions.forms import QuestionFilter
from integraal.policy.accountability.questions.queries import (
    ORDERS,
    answer_for,
    found_questions,
    report_of,
)
from integraal.policy.accountability.questions.standing import Standing, standing_of
from integraal.policy.monitoring.incidents.persons import person_warnings

ON_A_PAGE = 25
COLUMNS = (
    Column("Vraag", key="vraag"),
    Column("Gesteld door", key="door"),
    Column("Gesteld op", key="gesteld"),
    Column("Uiterlijk", key="uiterlijk"),
    Column("Thema"),
    Column("Stand"),
)
HEADINGS = (
    "Vraag in één regel", "Soort", "Gesteld door", "Gesteld op", "Uiterlijk beantwoorden op",
    "Thema", "Stand", "Vraag", "Antwoord", "Beantwoord op",
)  # fmt: skip


@dataclass(frozen=True)
class QuestionsPage:
    """What ``accountability/questions.html`` shows."""

    lines: Page[CouncilQuestion]
    table: Table
    sorting: Sorting
    count_words: str
    filter: QuestionFilter
    is_narrowed: bool
    may_write: bool
    may_change_terms: bool


@dataclass(frozen=True)
class QuestionPage:
    """What ``accountability/question.html`` shows; an answer in hand only for who works on it.

    ``report`` is title and address of the report it is about.
    """

    row: CouncilQuestion
    stand: Standing
    badge: Verdict | None
    theme: str
    answer: str
    is_draft: bool
    report: tuple[str, str] | None
    warnings: list[str]
    may_write: bool
    may_remove: bool


def questions_page(
    by: Actor, asked: QuestionFilter, sorted_by: str, page: str | None
) -> QuestionsPage:
    """Return the questions that are asked for."""
    today, wanted = timezone.localdate(), asked.wanted()
    sorting = chosen_sorting(sorted_by, COLUMNS, default="-gesteld")
    found = found_questions(by, wanted, today).order_by(*_order(sorting), "title", "id")
    lines = Paginator(found, ON_A_PAGE).get_page(page)
    return QuestionsPage(
        lines=lines,
        table=_table(lines, today),
        sorting=sorting,
        count_words=counted(lines.paginator.count, "vraag gevonden", "vragen gevonden"),
        filter=asked,
        is_narrowed=bool(
            wanted.words or wanted.stand or wanted.theme or wanted.kind or wanted.year
        ),
        may_write=allowed(check_questions, by),
        may_change_terms=may_change_definitions(by),
    )


def question_page(by: Actor, row: CouncilQuestion) -> QuestionPage:
    """Return one question with its answer, as far as the actor may read that."""
    may_write = allowed(check_questions, by)
    stand = standing_of(row.due_on, row.answered_on, timezone.localdate())
    return QuestionPage(
        row=row,
        stand=stand,
        badge=badge_of(stand),
        theme=_names().get(row.theme, row.theme),
        answer=answer_for(by, row),
        is_draft=bool(row.answer) and row.answered_on is None and reads_inside(by),
        report=_report(by, row),
        warnings=warnings_of(row) if may_write else [],
        may_write=may_write,
        may_remove=may_write and not row.answer and row.answered_on is None,
    )


def rows_of(by: Actor, asked: QuestionFilter) -> list[tuple[Cell, ...]]:
    """Return the rows of the Excel file: what is asked for, newest first."""
    today, names = timezone.localdate(), _names()
    return [
        (
            one.title, one.get_kind_display(), one.asked_by, one.asked_on, one.due_on,
            names.get(one.theme, one.theme), standing_of(one.due_on, one.answered_on, today).words,
            one.question, answer_for(by, one), one.answered_on,
        )
        for one in found_questions(by, asked.wanted(), today)
    ]  # fmt: skip


def warnings_of(row: CouncilQuestion) -> list[str]:
    """Return what in a question or its answer looks like a person."""
    return person_warnings(row.title, row.asked_by, row.question, row.answer)


def badge_of(stand: Standing) -> Verdict | None:
    """Return the badge of a question that is late; others need none."""
    return Verdict("alarm", stand.words) if stand.stand == "late" else None


def _order(sorting: Sorting) -> list[Any]:
    field = ORDERS[sorting.key]
    if sorting.descending:
        return [field.desc(nulls_last=True)]
    return [field.asc(nulls_last=True)]


def _table(lines: Iterable[CouncilQuestion], today: date) -> Table:
    names = _names()
    return Table(
        caption="Vragen van de raad",
        columns=COLUMNS,
        rows=tuple(_row(one, names, today) for one in lines),
        empty="Geen vraag gevonden. Zoek op een ander woord, of kies een andere stand.",
    )


def _row(one: CouncilQuestion, names: dict[str, str], today: date) -> tuple[Any, ...]:
    url = reverse("council-question", args=[one.pk])
    stand = standing_of(one.due_on, one.answered_on, today)
    return (
        format_html('<a class="utrecht-link" href="{}">{}</a>', url, one.title),
        one.asked_by,
        day(one.asked_on),
        day(one.due_on) if one.due_on else "geen termijn",
        names.get(one.theme, one.theme) or "geen",
        badge_of(stand) or stand.words,
    )


def _names() -> dict[str, str]:
    return {one.code: one.name for one in all_themes()}


def _report(by: Actor, row: CouncilQuestion) -> tuple[str, str] | None:
    found = report_of(by, row) if row.report_id else None
    if found is None:
        return None
    try:
        return found[0], reverse("report", args=[found[1]])
    except NoReverseMatch:
        return found[0], ""
