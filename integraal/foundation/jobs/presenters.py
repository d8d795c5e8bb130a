"""What the page of tasks shows."""

import hashlib
import uuid
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from integraal.foundation.jobs.actions import BROKEN_OFF
from integraal.foundation.jobs.models import Job
from integraal.foundation.jobs.registry import kind_of
from integraal.foundation.jobs.states import Standing, is_in_hand, standing
from integraal.foundation.ui.components import LongWork
from integraal.foundation.ui.dutch import number


@dataclass(frozen=True)
class ShownJob:
    """One task on the page; ``again`` when it may be asked for once more."""

    pk: uuid.UUID
    work: LongWork
    asked_at: datetime
    asked_by: str
    again: bool


@dataclass(frozen=True)
class JobsPage:
    """What ``jobs/jobs.html`` shows; ``tag`` is another one whenever something shown changed."""

    jobs: tuple[ShownJob, ...]
    is_busy: bool
    tag: str


def jobs_page(jobs: list[Job]) -> JobsPage:
    """Return the page of these tasks, in the order given."""
    now = timezone.now()
    shown = tuple(_shown(job, standing(job.state, job.seen_at, now)) for job in jobs)
    is_busy = any(one.work.state == "running" for one in shown)
    return JobsPage(shown, is_busy, hashlib.sha256(repr(shown).encode()).hexdigest()[:32])


def _shown(job: Job, how: Standing) -> ShownJob:
    return ShownJob(
        pk=job.pk,
        work=_work(job, how),
        asked_at=job.asked_at,
        asked_by=job.asked_by.name if job.asked_by else "",
        again=how in ("failed", "broken_off") and kind_of(job.kind) is not None,
    )


def _work(job: Job, how: Standing) -> LongWork:
    if is_in_hand(how):
        return LongWork(job.title, _how_far(job, how), job.done, job.total or 0)
    if how == "done":
        return LongWork(job.title, "Klaar.", 1, 1, "finished", problems=tuple(job.report))
    sentences = [BROKEN_OFF] if how == "broken_off" else job.report
    first, *others = sentences or ["De taak is niet gelukt."]
    return LongWork(job.title, first, 0, 1, "failed", problems=tuple(others))


def _how_far(job: Job, how: Standing) -> str:
    if how == "waiting":
        return "Wacht op zijn beurt."
    if job.total:
        counted = f"{number(job.done)} van {number(job.total)}"
    else:
        counted = number(job.done) if job.done else ""
    return ": ".join(filter(None, [job.note.rstrip("."), counted])) or "Begonnen."
