"""Keep which counts stay hidden."""

from collections.abc import Collection

from django.db import transaction

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.knowledge.figures.hiding.kept import At, stamp_of_now
from integraal.knowledge.figures.hiding.making import hidden_in_year
from integraal.knowledge.figures.hiding.models import OWN_PARTS, HiddenCounts


@transaction.atomic
def keep_hidden(*, by: Actor, wanted: Collection[At]) -> None:
    """Reckon what stays hidden in these divisions and years, and keep it.

    It asks no role: what comes of it depends on the figures alone.
    """
    stamp = stamp_of_now()
    for division, year in sorted(wanted, key=lambda at: (at[0] or OWN_PARTS, at[1])):
        HiddenCounts.objects.update_or_create(
            tenant_id=by.tenant_id,
            division=division or OWN_PARTS,
            year=year,
            defaults={"stamp": stamp, "hidden": hidden_in_year(division, year)},
        )
    record("figures.hiding_kept", by=by, years=len(wanted))
