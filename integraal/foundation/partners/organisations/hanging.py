"""What hangs on a partner: its covenants, and what later steps tell."""

from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.partners.covenants.queries import covenants_of
from integraal.foundation.partners.uses import uses_of
from integraal.foundation.people.models import Organisation
from integraal.foundation.ui.dutch import listed


def hanging_problem(by: Actor, organisation: Organisation) -> str | None:
    """Return why we cannot just stop working with a partner, or ``None``."""
    today = timezone.localdate()
    bound = [one for one in covenants_of(organisation) if not one.ends_on or one.ends_on >= today]
    running = [one.what.lower() for one in uses_of(by, organisation) if one.running]
    counted = [(len(bound), "convenanten")]
    counted += [(running.count(what), what) for what in dict.fromkeys(running)]
    said = [f"{what} ({number})" for number, what in counted if number]
    if not said:
        return None
    return (
        f"Aan {organisation.name} hangt nog: {listed(said)}. Regel dat eerst, "
        "of kies dat u de samenwerking toch beëindigt."
    )
