"""Read interim changes, over all versions of a programme."""

import uuid

from django.db.models import QuerySet

from integraal.foundation.audit.actors import Actor
from integraal.policy.programme.access import reads_drafts
from integraal.policy.programme.models import Programme, ProgrammeChange


def changes(by: Actor, programme: Programme) -> QuerySet[ProgrammeChange]:
    """Return the interim changes; who works on no drafts sees those that were decided."""
    found = ProgrammeChange.objects.filter(programme__lineage=programme.lineage)
    found = found.select_related("following", "programme").defer(
        "following__frozen", "programme__frozen"
    )
    return found if reads_drafts(by) else found.filter(decided_on__isnull=False)


def change(by: Actor, programme: Programme, pk: uuid.UUID) -> ProgrammeChange | None:
    """Return one of them."""
    return changes(by, programme).filter(pk=pk).first()
