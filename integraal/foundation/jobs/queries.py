"""Read the tasks of the tenant that the transaction works for."""

from django.utils import timezone

from integraal.foundation.jobs.models import Job
from integraal.foundation.jobs.states import State, is_in_hand, standing

SHOWN = 50


def latest_jobs() -> list[Job]:
    """Return the newest tasks, newest first, with who asked for them."""
    return list(Job.objects.select_related("asked_by")[:SHOWN])


def job_in_hand(kind: str) -> Job | None:
    """Return the task of this kind that waits or is being done."""
    now = timezone.now()
    unfinished = Job.objects.filter(kind=kind, state__in=[State.WAITING, State.RUNNING])
    return next(
        (job for job in unfinished if is_in_hand(standing(job.state, job.seen_at, now))), None
    )
