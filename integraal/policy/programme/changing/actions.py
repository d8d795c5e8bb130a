"""Keep interim changes of an adopted programme: from cause to decision, version and council."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.foundation.lifecycle import actions as lifecycle
from integraal.foundation.lifecycle.holding import held, held_at, refuse_when
from integraal.foundation.lifecycle.states import State
from integraal.foundation.ui.cleaning import cleaned
from integraal.policy.plan.changing.rules import change_problem, decided_problem, told_problem
from integraal.policy.programme.access import check_run, check_tell_council
from integraal.policy.programme.actions import start_next_version
from integraal.policy.programme.models import Programme, ProgrammeChange
from integraal.policy.programme.refusals import ProgrammeRefused


@transaction.atomic
def note_programme_change(
    *, by: Actor, programme: Programme, title: str, cause: str, reason: str = ""
) -> ProgrammeChange:
    """Begin an interim change of an adopted programme; sent twice, it is there once.

    Args:
        title: what it is about.
        cause: one of ``ProgrammeChange.Cause``.
        reason: what is the matter.

    Raises:
        ProgrammeRefused: the programme is not in force, or something is missing.
        NotAllowed: the actor does not run programmes.
    """
    check_run(by)
    programme = lifecycle.locked(programme)
    if programme.state != State.ADOPTED:
        raise ProgrammeRefused(
            "Alleen het programma dat geldt wijzigt u tussentijds. Een concept past u gewoon aan."
        )
    title, reason = _right(title, cause, reason)
    today = timezone.localdate()
    there = ProgrammeChange.objects.filter(programme=programme, title=title, made_on=today)
    if same := there.first():
        return same
    row = ProgrammeChange.objects.create(
        tenant_id=by.tenant_id,
        programme=programme,
        title=title,
        cause=cause,
        reason=reason,
        made_by_id=by.member_id,
        made_on=today,
    )
    record("programme.change_noted", by=by, subject=programme, change=row.pk, cause=cause)
    return row


@transaction.atomic
def write_programme_change(
    *,
    by: Actor,
    change: ProgrammeChange,
    title: str,
    cause: str,
    reason: str,
    base_revision: int,
) -> ProgrammeChange:
    """Write on at an interim change that was not decided yet.

    Raises:
        ProgrammeRefused: something is missing, or it was decided.
        Conflict: somebody changed it meanwhile.
        NotAllowed: the actor does not run programmes.
    """
    check_run(by)
    row = held_at(change, base_revision, ProgrammeRefused)
    if row.decided_on:
        raise ProgrammeRefused("Over deze wijziging is al besloten. Begin een nieuwe wijziging.")
    row.title, row.reason = _right(title, cause, reason)
    row.cause = cause
    record("programme.change_written", by=by, subject=row.programme, change=row.pk)
    return _saved(row)


@transaction.atomic
def decide_programme_change(
    *,
    by: Actor,
    change: ProgrammeChange,
    decision: str,
    decided_by: str,
    decided_on: date,
    base_revision: int,
) -> ProgrammeChange:
    """Record what was decided about a change, by whom and when.

    Raises:
        ProgrammeRefused: something is missing, or the day lies in the future.
        Conflict: somebody changed it meanwhile.
        NotAllowed: the actor does not record decisions.
    """
    check_tell_council(by)
    row = held_at(change, base_revision, ProgrammeRefused)
    decision, decided_by = cleaned(decision), " ".join(cleaned(decided_by).split())
    problem = decided_problem(decision, decided_by, decided_on, timezone.localdate())
    refuse_when(problem, ProgrammeRefused)
    row.decision, row.decided_by, row.decided_on = decision, decided_by, decided_on
    record("programme.change_decided", by=by, subject=row.programme, change=row.pk)
    return _saved(row)


@transaction.atomic
def start_changed_programme(*, by: Actor, change: ProgrammeChange) -> Programme:
    """Begin the version that a change leads to.

    Raises:
        ProgrammeRefused: the change has a version already, or a next version is in hand.
        NotAllowed: the actor does not write programmes.
    """
    row = held(change, ProgrammeRefused)
    if row.following_id:
        raise ProgrammeRefused("Voor deze wijziging is al een versie begonnen. Werk daarin verder.")
    in_force = Programme.objects.filter(lineage=row.programme.lineage, state=State.ADOPTED).first()
    following = start_next_version(by=by, programme=in_force or row.programme)
    row.following = following
    row.save(update_fields=["following"])
    record("programme.change_version", by=by, subject=following, change=row.pk)
    return following


@transaction.atomic
def tell_council_of_change(
    *, by: Actor, change: ProgrammeChange, told_on: date, base_revision: int
) -> ProgrammeChange:
    """Record on which day the council was told of a change.

    Raises:
        ProgrammeRefused: the day cannot be.
        Conflict: somebody changed it meanwhile.
        NotAllowed: the actor does not tell the council.
    """
    check_tell_council(by)
    row = held_at(change, base_revision, ProgrammeRefused)
    refuse_when(told_problem(told_on, row.made_on, timezone.localdate()), ProgrammeRefused)
    row.council_told_on = told_on
    record("programme.change_told", by=by, subject=row.programme, change=row.pk)
    return _saved(row)


def _right(title: str, cause: str, reason: str) -> tuple[str, str]:
    title, reason = " ".join(cleaned(title).split()), cleaned(reason)
    causes = ProgrammeChange.Cause.values
    refuse_when(change_problem(title, cause, causes, reason), ProgrammeRefused)
    return title, reason


def _saved(row: ProgrammeChange) -> ProgrammeChange:
    row.revision += 1
    row.save()
    return row
