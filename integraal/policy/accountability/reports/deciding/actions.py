"""Propose a report, send it back, record that the college adopted it, tell the council."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.foundation.lifecycle import actions as lifecycle
from integraal.foundation.lifecycle.holding import refuse_when
from integraal.foundation.lifecycle.states import State
from integraal.foundation.ui.cleaning import cleaned
from integraal.policy.accountability.access import (
    check_adopt,
    check_publish,
    check_send_back,
    check_write,
)
from integraal.policy.accountability.models import Report
from integraal.policy.accountability.refusals import AccountRefused
from integraal.policy.accountability.reports.content import build_content
from integraal.policy.accountability.reports.periods import adoption_day_problem
from integraal.policy.accountability.reports.sentences import account_from, texts_of
from integraal.policy.programme.deciding.rules import adoption_problem, told_problem

Json = dict[str, Any]


@transaction.atomic
def propose_report(*, by: Actor, report: Report) -> Report:
    """Propose a draft to the college; facts and texts stand still from then on.

    Raises:
        AccountRefused: no facts were gathered, or the period is not over.
        ImpossibleMove: it is not a draft.
        NotAllowed: the actor does not make reports.
    """
    check_write(by)
    report = lifecycle.locked(report)
    lifecycle.check_move(lifecycle.states.PROPOSE, State(report.state))
    _refuse_unripe(report)
    lifecycle.propose(report, by=by, verb="accountability.proposed")
    return report


@transaction.atomic
def send_back_report(*, by: Actor, report: Report, reason: str) -> Report:
    """Make a proposal a draft again, with the reason its writer reads.

    Raises:
        AccountRefused: no reason is given.
        ImpossibleMove: it is not proposed.
        NotAllowed: the actor does not send reports back.
    """
    check_send_back(by)
    report = lifecycle.locked(report)
    reason = cleaned(reason)
    if not reason:
        raise AccountRefused("Schrijf op wat er anders moet. Dat leest de schrijver.")
    lifecycle.send_back(report, by=by, verb="accountability.sent_back", reason=reason)
    return report


@transaction.atomic
def adopt_report(
    *, by: Actor, report: Report, body: str, decided_on: date, number: str = ""
) -> Report:
    """Record that a report was adopted, and freeze its facts, its texts and its sentences.

    Args:
        body: who decided, usually "college".
        decided_on: the day of the decision.
        number: the body's own number for it.

    Raises:
        AccountRefused: body or day cannot be, or the period is not over.
        ImpossibleMove: it is not proposed.
        NotAllowed: the actor does not record decisions of the college.
    """
    check_adopt(by)
    report = lifecycle.locked(report)
    lifecycle.check_move(lifecycle.states.ADOPT, State(report.state))
    body, number = cleaned(body), cleaned(number)
    refuse_when(adoption_problem(body, number, decided_on, timezone.localdate()), AccountRefused)
    _refuse_unripe(report)
    if decided_on <= report.last_day:
        raise AccountRefused("Het besluit kan niet vóór het einde van de periode liggen.")
    decision = lifecycle.Decision(body, decided_on, number)
    content = _with_sentences(build_content(report))
    lifecycle.adopt(
        report, by=by, verb="accountability.adopted", decision=decision, content=content
    )
    return report


@transaction.atomic
def tell_council(*, by: Actor, report: Report, told_on: date) -> Report:
    """Record on which day the council was told.

    Raises:
        AccountRefused: it is not adopted, or the day cannot be.
        NotAllowed: the actor does not tell the council.
    """
    check_publish(by)
    report = lifecycle.locked(report)
    if report.state != State.ADOPTED:
        raise AccountRefused("Leg eerst vast dat het college het rapport heeft vastgesteld.")
    today = timezone.localdate()
    refuse_when(told_problem(told_on, report.adopted_on, today), AccountRefused)
    report.council_told_on = told_on
    report.save(update_fields=["council_told_on"])
    record("accountability.council_told", by=by, subject=report)
    return report


def _refuse_unripe(report: Report) -> None:
    if report.facts is None:
        raise AccountRefused("Verzamel eerst de feiten. Daarna kunt u het rapport voorstellen.")
    refuse_when(adoption_day_problem(report.last_day, timezone.localdate()), AccountRefused)


def _with_sentences(content: Json) -> Json:
    return {**content, "sentences": texts_of(account_from(content))}
