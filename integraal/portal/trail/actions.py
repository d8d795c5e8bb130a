"""Reading the trail is a deed of its own: who supervises is supervised too."""

from django.db import transaction

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.portal.trail.access import check_read_trail


@transaction.atomic
def note_reading(*, by: Actor, what: str) -> None:
    """Record that ``by`` read the trail.

    Args:
        what: "page", "export", "chain" or "api".
    """
    check_read_trail(by)
    record("trail.read", by=by, what=what)
