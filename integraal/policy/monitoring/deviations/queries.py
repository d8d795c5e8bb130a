"""Read deviations, with the stage each of them is in."""

import uuid

from django.db.models import QuerySet

from integraal.foundation.audit.actors import Actor
from integraal.policy.monitoring.access import reads_inside
from integraal.policy.monitoring.deviations.states import Facts, Stage, stage_of
from integraal.policy.monitoring.models import AgendaItem, Deviation


def deviations(by: Actor) -> QuerySet[Deviation]:
    """Return the deviations the actor may read, newest first."""
    found = Deviation.objects.select_related("threshold", "incident", "change")
    return found if reads_inside(by) else found.none()


def deviation(by: Actor, pk: uuid.UUID) -> Deviation | None:
    return deviations(by).filter(pk=pk).first()


def is_decided_in_meeting(row: Deviation) -> bool:
    """Return whether a meeting decided about it; which one is for its circle to know."""
    return AgendaItem.objects.filter(deviation=row).exclude(decision="").exists()


def stage(row: Deviation) -> Stage:
    """Return the stage a deviation is in."""
    return stage_of(
        Facts(
            has_analysis=bool(row.analysis),
            options=len(row.options),
            is_decided=row.decided_on is not None,
            has_follow_up=bool(row.follow_up),
            is_closed=row.closed_on is not None,
        )
    )
