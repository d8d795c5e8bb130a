"""Do a task: its own transaction for the work, another connection for how far it is."""

import logging
import threading
import uuid
from types import TracebackType

from django.db import connection
from django.utils import timezone

from integraal.foundation.audit.actors import Actor, Through, the_product
from integraal.foundation.database.tenancy import tenant_scope
from integraal.foundation.jobs.actions import begin_job, fail_job, finish_job, report_progress
from integraal.foundation.jobs.models import Job
from integraal.foundation.jobs.registry import JobRefused, Kind, kind_of
from integraal.foundation.people.models import Member
from integraal.foundation.people.queries import actor_of

EVERY = 1.0
"""At most one write of progress in so many seconds."""
SIGN_OF_LIFE = 20.0
UNEXPECTED = (
    "Er ging iets onverwachts mis. Er is niets veranderd. Vraag de taak opnieuw; gaat het weer "
    "mis, zeg het dan de beheerder van de installatie."
)
log = logging.getLogger("integraal.jobs")


class Reporter:
    """Writes the newest progress about once a second, and a sign of life, while the work runs.

    On a thread of its own, and so on a connection of its own: the page sees it while the work's
    transaction is open, and it stays when that is rolled back.
    """

    def __init__(self, by: Actor, job_id: uuid.UUID) -> None:
        self._by, self._job_id = by, job_id
        self._newest: tuple[int, int | None, str] = (0, None, "")
        self._changed, self._stop = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._write, name="job-progress", daemon=True)

    def progress(self, done: int, total: int | None = None, note: str = "") -> None:
        """Tell how far the work is; see ``registry.Progress``."""
        self._newest = (done, total, note)
        self._changed.set()

    def __enter__(self) -> "Reporter":
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stop.set()
        self._changed.set()
        self._thread.join()

    def _write(self) -> None:
        try:
            while not self._stop.is_set():
                self._changed.wait(SIGN_OF_LIFE)
                self._changed.clear()
                self._tell()
                self._stop.wait(EVERY)
            self._tell()
        except Exception:
            # The work itself goes on: it only looks broken off while nothing is told.
            log.exception("progress could not be written")
        finally:
            connection.close()

    def _tell(self) -> None:
        done, total, note = self._newest
        report_progress(by=self._by, job_id=self._job_id, done=done, total=total, note=note)


def work_on(tenant_id: int, job_id: uuid.UUID) -> None:
    """Do the waiting task ``job_id``; a task that does not wait is left alone.

    The work and its end are one transaction: all of it happened, or nothing.
    """
    product = the_product(tenant_id, Through.JOB)
    with tenant_scope(tenant_id):
        job = begin_job(by=product, job_id=job_id)
    if job is None:
        return
    kind = kind_of(job.kind)
    try:
        _do(tenant_id, job, kind)
    except Exception as problem:
        reasons = _reasons(problem, kind)
        with tenant_scope(tenant_id):
            fail_job(by=product, job_id=job_id, reasons=reasons)


def _do(tenant_id: int, job: Job, kind: Kind | None) -> None:
    if kind is None:
        raise JobRefused("Deze versie van Integraal kent deze taak niet.")
    with tenant_scope(tenant_id):
        by = _in_the_name_of(job)
        with Reporter(by, job.pk) as reporter:
            report = kind.work(by, reporter.progress)
        finish_job(by=by, job_id=job.pk, report=report)


def _in_the_name_of(job: Job) -> Actor:
    """Return who asked, with the roles of today; the product itself when nobody did."""
    if job.asked_by_id is None:
        return the_product(job.tenant_id, Through.JOB)
    member = Member.objects.get(pk=job.asked_by_id)
    if not member.is_active_on(timezone.localdate()):
        raise JobRefused("Wie deze taak vroeg, werkt hier niet meer. Vraag de taak opnieuw.")
    return actor_of(member, Through.JOB)


def _reasons(problem: Exception, kind: Kind | None) -> list[str]:
    known = kind.known if kind else (JobRefused,)
    if not isinstance(problem, known):
        log.error("a job failed", exc_info=problem)
        return [UNEXPECTED]
    return [str(sentence) for sentence in getattr(problem, "shown", (problem,))]
