"""Keep what the council asks and what the college answers."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.foundation.lifecycle.holding import held, refuse_when
from integraal.foundation.ui.cleaning import cleaned
from integraal.policy.accountability.access import check_questions
from integraal.policy.accountability.models import CouncilQuestion
from integraal.policy.accountability.questions.fields import Asked, answer_problem, asked_problem
from integraal.policy.accountability.questions.own_terms import due_on
from integraal.policy.accountability.refusals import AccountRefused, Conflict


@transaction.atomic
def keep_question(*, by: Actor, asked: Asked) -> CouncilQuestion:
    """Keep a question of the council; its term runs from the day it was asked.

    Raises:
        AccountRefused: something is missing or cannot be.
        NotAllowed: the actor keeps no questions.
    """
    check_questions(by)
    row = CouncilQuestion(tenant_id=by.tenant_id)
    _fill(row, asked, by)
    row.save()
    record("accountability.question_kept", by=by, subject=row, kind=row.kind)
    return row


@transaction.atomic
def change_question(
    *, by: Actor, question: CouncilQuestion, asked: Asked, base_revision: int
) -> CouncilQuestion:
    """Change what was asked.

    Raises:
        AccountRefused: something is missing or cannot be.
        Conflict: somebody changed it meanwhile.
        NotAllowed: the actor keeps no questions.
    """
    check_questions(by)
    row = _held(question, base_revision)
    if row.answered_on and asked.asked_on > row.answered_on:
        raise AccountRefused("De dag van de vraag ligt na die van het antwoord. Kijk de dag na.")
    _fill(row, asked, by)
    record("accountability.question_changed", by=by, subject=row)
    return _saved(row)


@transaction.atomic
def write_answer(
    *,
    by: Actor,
    question: CouncilQuestion,
    text: str,
    answered_on: date | None,
    base_revision: int,
) -> CouncilQuestion:
    """Write the answer; the council reads it from the day that is filled in.

    Args:
        answered_on: the day on which the council got it; ``None`` while it is being written.

    Raises:
        AccountRefused: there is no text, or the day cannot be.
        Conflict: somebody changed it meanwhile.
        NotAllowed: the actor keeps no questions.
    """
    check_questions(by)
    row, text = _held(question, base_revision), cleaned(text)
    refuse_when(answer_problem(text, answered_on, row, timezone.localdate()), AccountRefused)
    is_given = row.answered_on is None and answered_on is not None
    row.answer, row.answered_on = text, answered_on
    row.written_by_id, row.written_at = by.member_id, timezone.now()
    verb = "accountability.question_answered" if is_given else "accountability.answer_written"
    record(verb, by=by, subject=row)
    return _saved(row)


@transaction.atomic
def remove_question(*, by: Actor, question: CouncilQuestion) -> None:
    """Take away a question that was kept by mistake, as long as it has no answer.

    Raises:
        AccountRefused: there is an answer.
        NotAllowed: the actor keeps no questions.
    """
    check_questions(by)
    row = held(question, AccountRefused)
    if row.answer or row.answered_on:
        raise AccountRefused("Bij deze vraag staat een antwoord. Daarom blijft zij staan.")
    record("accountability.question_removed", by=by, subject=row)
    row.delete()


def _fill(row: CouncilQuestion, asked: Asked, by: Actor) -> None:
    refuse_when(asked_problem(asked, timezone.localdate()), AccountRefused)
    for name, value in asked.values().items():
        setattr(row, name, value)
    row.due_on = row.due_on or due_on(row.kind, row.asked_on)
    row.written_by_id, row.written_at = by.member_id, timezone.now()


def _held(question: CouncilQuestion, base_revision: int) -> CouncilQuestion:
    row = held(question, AccountRefused)
    if row.revision != base_revision:
        raise Conflict(row)
    return row


def _saved(row: CouncilQuestion) -> CouncilQuestion:
    row.revision += 1
    row.save()
    return row
