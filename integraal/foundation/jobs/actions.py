"""What can happen to a task: asked, begun, told of, finished or failed."""

import uuid
from collections.abc import Sequence

from django.db import connection, transaction
from django.utils import timezone
from procrastinate.contrib.django import app

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.foundation.database.tenancy import tenant_scope
from integraal.foundation.jobs.models import Job
from integraal.foundation.jobs.queries import job_in_hand
from integraal.foundation.jobs.registry import JobRefused, kind_of
from integraal.foundation.jobs.states import State

TASK = "run_job"
"""Name under which the worker knows the work; see ``integraal/portal/jobs.py``."""
BROKEN_OFF = "De taak is afgebroken voordat die klaar was. Er is niets veranderd."
_TURN = 0x10B5
_UNFINISHED = (State.WAITING, State.RUNNING)


@transaction.atomic
def ask_job(*, by: Actor, kind: str, title: str = "") -> Job:
    """Put long work in the queue; the queue holds identifiers only.

    Args:
        by: who asks; the work is done in their name.
        kind: the code of a registered kind.
        title: what to show; without one, the title of the kind.

    Raises:
        NotAllowed: ``by`` may not ask for this.
        JobRefused: no such work exists, or it is already waiting or being done.
    """
    known = kind_of(kind)
    if known is None:
        raise JobRefused("Deze taak bestaat niet meer.")
    known.check(by)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [_TURN, by.tenant_id])
    if job_in_hand(kind):
        raise JobRefused(f"De taak ‘{known.title}’ loopt al. Wacht tot die klaar is.")
    for broken in Job.objects.filter(kind=kind, state=State.RUNNING):
        _end(broken, State.FAILED, [BROKEN_OFF])
    job = Job.objects.create(
        tenant_id=by.tenant_id,
        kind=kind,
        title=title or known.title,
        asked_by_id=by.member_id,
        asked_at=timezone.now(),
    )
    record("job.asked", by=by, subject=job, kind=kind)
    # In this same transaction: no row without work, and no work without its row.
    app.configure_task(TASK).defer(tenant_id=by.tenant_id, job_id=str(job.pk))
    return job


@transaction.atomic
def begin_job(*, by: Actor, job_id: uuid.UUID) -> Job | None:
    """Take a waiting task in hand; None when there is nothing to take: half work is not redone."""
    waiting = Job.objects.select_for_update(of=("self",))
    job = waiting.filter(pk=job_id, state=State.WAITING).first()
    if job is None:
        return None
    job.state = State.RUNNING
    job.started_at = job.seen_at = timezone.now()
    job.save()
    record("job.begun", by=by, subject=job, kind=job.kind)
    return job


@transaction.atomic
def report_progress(
    *, by: Actor, job_id: uuid.UUID, done: int, total: int | None, note: str
) -> None:
    """Write how far a running task is, and that its worker lives.

    Whoever wants this to be seen before the work's own transaction ends, calls it on another
    connection: see ``working.Reporter``.
    """
    known = None if total is None else max(total, done)
    with tenant_scope(by.tenant_id):
        Job.objects.filter(pk=job_id, state=State.RUNNING).update(
            done=done, total=known, note=note[:200], seen_at=timezone.now()
        )


@transaction.atomic
def finish_job(*, by: Actor, job_id: uuid.UUID, report: Sequence[str]) -> None:
    """Say that a running task is done, in the transaction of the work itself.

    Raises:
        JobRefused: the task was given up meanwhile; what it did must not stay.
    """
    job = _locked(job_id, State.RUNNING)
    if job is None:
        raise JobRefused(BROKEN_OFF)
    if job.total is not None:
        job.done = job.total
    _end(job, State.DONE, report)
    record("job.finished", by=by, subject=job, kind=job.kind)


@transaction.atomic
def fail_job(*, by: Actor, job_id: uuid.UUID, reasons: Sequence[str]) -> None:
    """Say why a task was not done: sentences that tell what to do."""
    job = _locked(job_id, *_UNFINISHED)
    if job is not None:
        _end(job, State.FAILED, reasons)
        record("job.failed", by=by, subject=job, kind=job.kind)


def _locked(job_id: uuid.UUID, *states: State) -> Job | None:
    wanted = Job.objects.select_for_update(of=("self",))
    return wanted.filter(pk=job_id, state__in=states).first()


def _end(job: Job, state: State, report: Sequence[str]) -> None:
    job.state, job.report, job.note = state, list(report), ""
    job.finished_at = timezone.now()
    job.save()
