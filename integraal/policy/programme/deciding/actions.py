"""Propose a programme, send it back, record that the college adopted it, tell the council."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.foundation.lifecycle import actions as lifecycle
from integraal.foundation.lifecycle.holding import refuse_when
from integraal.foundation.lifecycle.states import State
from integraal.foundation.ui.cleaning import cleaned
from integraal.policy.programme.access import (
    check_adopt,
    check_propose,
    check_send_back,
    check_tell_council,
)
from integraal.policy.programme.content import build_content
from integraal.policy.programme.deciding.lacking import blocking_problem
from integraal.policy.programme.deciding.rules import adoption_problem, told_problem
from integraal.policy.programme.deciding.subject import subject_of
from integraal.policy.programme.models import Programme, ProgrammeChange
from integraal.policy.programme.refusals import ProgrammeRefused


@transaction.atomic
def propose_programme(*, by: Actor, programme: Programme) -> Programme:
    """Propose a draft to the college; its measures stand still from then on.

    Raises:
        ProgrammeRefused: a rule blocks it, with its sentence.
        ImpossibleMove: it is not a draft.
        NotAllowed: the actor does not propose programmes.
    """
    check_propose(by)
    programme = lifecycle.locked(programme)
    lifecycle.check_move(lifecycle.states.PROPOSE, State(programme.state))
    refuse_when(blocking_problem(subject_of(programme)), ProgrammeRefused)
    lifecycle.propose(programme, by=by, verb="programme.proposed")
    return programme


@transaction.atomic
def send_back_programme(*, by: Actor, programme: Programme, reason: str) -> Programme:
    """Make a proposal a draft again, with the reason its writer reads.

    Raises:
        ProgrammeRefused: no reason is given.
        ImpossibleMove: it is not proposed.
        NotAllowed: the actor does not send proposals back.
    """
    check_send_back(by)
    programme = lifecycle.locked(programme)
    reason = cleaned(reason)
    if not reason:
        raise ProgrammeRefused("Schrijf op wat er anders moet. Dat leest de schrijver.")
    lifecycle.send_back(programme, by=by, verb="programme.sent_back", reason=reason)
    return programme


@transaction.atomic
def adopt_programme(
    *, by: Actor, programme: Programme, body: str, decided_on: date, number: str = ""
) -> Programme:
    """Record that a proposal was adopted, and freeze what it promises.

    The change that led to this version, if one did, is decided by the same decision.

    Args:
        body: who decided, usually "college".
        decided_on: the day of the decision.
        number: the body's own number for it.

    Raises:
        ProgrammeRefused: body or day cannot be.
        ImpossibleMove: it is not proposed.
        NotAllowed: the actor does not record decisions of the college.
    """
    check_adopt(by)
    programme = lifecycle.locked(programme)
    lifecycle.check_move(lifecycle.states.ADOPT, State(programme.state))
    body, number = cleaned(body), cleaned(number)
    refuse_when(adoption_problem(body, number, decided_on, timezone.localdate()), ProgrammeRefused)
    decision = lifecycle.Decision(body, decided_on, number)
    content = build_content(programme)
    lifecycle.adopt(programme, by=by, verb="programme.adopted", decision=decision, content=content)
    ProgrammeChange.objects.filter(following=programme, decided_on__isnull=True).update(
        decided_by=body, decided_on=decided_on
    )
    return programme


@transaction.atomic
def tell_council(*, by: Actor, programme: Programme, told_on: date) -> Programme:
    """Record on which day the council was told of an adopted programme.

    Raises:
        ProgrammeRefused: it is not adopted, or the day cannot be.
        NotAllowed: the actor does not tell the council.
    """
    check_tell_council(by)
    programme = lifecycle.locked(programme)
    if programme.state != State.ADOPTED:
        raise ProgrammeRefused("Leg eerst vast dat het college het programma heeft vastgesteld.")
    today = timezone.localdate()
    refuse_when(told_problem(told_on, programme.adopted_on, today), ProgrammeRefused)
    programme.council_told_on = told_on
    programme.save(update_fields=["council_told_on"])
    record("programme.council_told", by=by, subject=programme)
    return programme
