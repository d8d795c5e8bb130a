"""Read reports, always starting from what the actor may see."""

from django.db.models import QuerySet

from integraal.foundation.audit.actors import Actor, Through
from integraal.foundation.lifecycle.states import State
from integraal.policy.accountability.access import reads_inside
from integraal.policy.accountability.models import Report


def reports(by: Actor) -> QuerySet[Report]:
    """Return the reports the actor may read: who does not work on drafts sees adopted ones."""
    if by.through == Through.LINK:
        return Report.objects.none()
    found = Report.objects.all()
    if not reads_inside(by):
        found = found.filter(state__in=[State.ADOPTED, State.SUPERSEDED])
    return found
