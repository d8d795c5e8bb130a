"""Load figures: all or nothing, and the same file twice changes nothing."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.knowledge.figures.access import check_load_figures
from integraal.knowledge.figures.models import Figure, Snapshot
from integraal.knowledge.figures.reading import Reading


@dataclass(frozen=True)
class Loaded:
    """What loading a file did."""

    snapshot: Snapshot
    added: int
    revised: int
    same: int


@transaction.atomic
def load_figures(*, by: Actor, reading: Reading) -> Loaded:
    """Keep the file as a snapshot and store what it says about our areas.

    A value that differs from the one we had becomes the current one; the earlier stays, with its
    snapshot. A file that was loaded before, byte for byte, revises nothing: it only fills in areas
    that were added since.
    """
    check_load_figures(by)
    known = Snapshot.objects.filter(sha256=reading.facts.sha256).first()
    snapshot = known or _keep(reading, by)
    current = {
        (figure.area_id, figure.period): figure
        for figure in Figure.objects.filter(indicator=reading.indicator.code, is_current=True)
    }
    added, replaced, same = [], [], 0
    for area, row in reading.rows:
        figure = Figure(
            tenant_id=by.tenant_id,
            indicator=reading.indicator.code,
            area=area,
            period=row.period.code,
            value=row.count,
            status=row.status,
            provisional=row.provisional,
            snapshot=snapshot,
            line=row.line,
        )
        earlier = current.get((area.pk, figure.period))
        if earlier and (known or _says_the_same(earlier, figure)):
            same += 1
            continue
        if earlier:
            replaced.append(earlier.pk)
        added.append(figure)
    Figure.objects.filter(pk__in=replaced).update(is_current=False)
    Figure.objects.bulk_create(added)
    if known and not added:
        return Loaded(snapshot, 0, 0, same)
    record(
        "figures.loaded",
        by=by,
        subject=snapshot,
        indicator=reading.indicator.code,
        added=len(added) - len(replaced),
        revised=len(replaced),
        same=same,
    )
    return Loaded(snapshot, len(added) - len(replaced), len(replaced), same)


def _keep(reading: Reading, by: Actor) -> Snapshot:
    return Snapshot.objects.create(
        tenant_id=by.tenant_id,
        source=reading.indicator.source_code,
        file_name=reading.facts.name,
        title=reading.export.title,
        sha256=reading.facts.sha256,
        size=reading.facts.size,
        accessed_on=reading.facts.accessed_on,
        content=reading.content,
        loaded_by_id=by.member_id,
        loaded_at=timezone.now(),
    )


def _says_the_same(earlier: Figure, later: Figure) -> bool:
    return (earlier.value, earlier.status, earlier.provisional) == (
        later.value,
        later.status,
        later.provisional,
    )
