"""Keep which counts stay hidden."""

from collections import defaultdict
from collections.abc import Collection

from django.db import transaction

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.knowledge.figures.hiding.kept import At, divisions_and_years, stamp_of_now
from integraal.knowledge.figures.hiding.making import hidden_in_years
from integraal.knowledge.figures.hiding.models import OWN_PARTS, HiddenCounts


@transaction.atomic
def keep_hidden(*, by: Actor, wanted: Collection[At]) -> None:
    """Reckon what stays hidden in these divisions and years, and keep it.

    It asks no role: what comes of it depends on the figures alone.
    """
    stamp = stamp_of_now()
    years: dict[int | None, set[int]] = defaultdict(set)
    for division, year in wanted:
        years[division].add(year)
    rows = [
        HiddenCounts(
            tenant_id=by.tenant_id,
            division=division or OWN_PARTS,
            year=year,
            stamp=stamp,
            hidden=hidden,
        )
        for division, of_division in years.items()
        for year, hidden in hidden_in_years(division, of_division).items()
    ]
    HiddenCounts.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["tenant", "division", "year"],
        update_fields=["stamp", "hidden"],
    )
    record("figures.hiding_kept", by=by, years=len(wanted))


@transaction.atomic
def renew_hidden(*, by: Actor) -> int:
    """Reckon what stays hidden wherever that is not of the figures of now; returns of how many
    years. The worker does so, that a page need not."""
    missing = divisions_and_years() - set(
        HiddenCounts.objects.filter(stamp=stamp_of_now()).values_list("division", "year")
    )
    if missing:
        keep_hidden(by=by, wanted=[(division or None, year) for division, year in missing])
    return len(missing)
