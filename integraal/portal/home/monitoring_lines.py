"""What the home page says about monitoring: that it runs, and which deviations are open."""

from collections.abc import Sequence

from django.urls import reverse

from integraal.foundation.audit.actors import Actor
from integraal.foundation.lifecycle.states import State
from integraal.foundation.people.access import allowed
from integraal.foundation.ui.dutch import counted
from integraal.policy.monitoring.deviations.queries import deviations
from integraal.policy.monitoring.models import Deviation
from integraal.policy.programme.access import check_run
from integraal.policy.programme.queries import programmes
from integraal.portal.home.lines import Line, Waits

MOST_DEVIATIONS = 3


def monitoring_line(by: Actor) -> Line:
    """Return the line of monitoring: it runs as long as a programme does."""
    still_open = list(deviations(by).filter(closed_on__isnull=True))
    waits = _waits(by, still_open[:MOST_DEVIATIONS])
    if not programmes(by).filter(state=State.ADOPTED).exists():
        return Line(waits=waits)
    many = len(still_open)
    say = counted(many, "afwijking open", "afwijkingen open") if many else "loopt"
    return Line(say, "now", waits)


def _waits(by: Actor, still_open: Sequence[Deviation]) -> Waits:
    """Return the deviations that are open, for who runs the programme."""
    if not allowed(check_run, by):
        return []
    return [
        (f"Afwijking: {one.title}", "Zet de volgende stap.", reverse("deviation", args=[one.pk]))
        for one in still_open
    ]
