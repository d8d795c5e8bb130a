"""Load figures: all or nothing, and the same file twice changes nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.knowledge.figures.access import check_load_figures
from integraal.knowledge.figures.models import Dataset, Figure, Snapshot
from integraal.knowledge.figures.reading import NewFigure, Reading
from integraal.knowledge.figures.standing import figures_that_stand, said_by

_AT_ONCE = 2_000


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
    snapshot = Snapshot(
        tenant_id=by.tenant_id,
        source=reading.source,
        file_name=reading.facts.name,
        title=reading.title,
        sha256=reading.facts.sha256,
        size=reading.facts.size,
        accessed_on=reading.facts.accessed_on,
        content=reading.content,
        loaded_by_id=by.member_id,
        loaded_at=timezone.now(),
    )
    return store_rows(by=by, wanted=snapshot, rows=reading.rows)


@transaction.atomic
def load_national_rows(*, by: Actor, dataset: Dataset, rows: Sequence[NewFigure]) -> Loaded:
    """Store what a national table says about our areas; the table itself is the snapshot."""
    check_load_figures(by)
    snapshot = Snapshot(
        tenant_id=by.tenant_id,
        source=dataset.source,
        file_name=dataset.origin[:200],
        title=dataset.title,
        sha256=dataset.sha256,
        size=dataset.size,
        accessed_on=dataset.accessed_on,
        dataset=dataset,
        loaded_by_id=by.member_id,
        loaded_at=timezone.now(),
    )
    return store_rows(by=by, wanted=snapshot, rows=rows)


@transaction.atomic
def store_rows(
    *, by: Actor, wanted: Snapshot, rows: Sequence[NewFigure], read_again: bool = False
) -> Loaded:
    """Store rows under a snapshot; the same file, byte for byte, is kept once.

    Args:
        by: who loads them.
        wanted: the file they were read from, not stored yet.
        rows: each area, measure and period at most once.
        read_again: a file that is known already may be read in another way than before; what it
            said then about these areas and periods makes place. Without it, a known file revises
            nothing.
    """
    check_load_figures(by)
    known = Snapshot.objects.filter(sha256=wanted.sha256).defer("content").first()
    snapshot = known or wanted
    measures = sorted({row.measure for row in rows})
    current = figures_that_stand(measures)
    settled = known is not None and not read_again
    added, replaced, same = [], [], 0
    for row in rows:
        pk, earlier = current.get((row.measure, row.area.pk, row.period), (None, None))
        if earlier and (settled or earlier == said_by(row)):
            same += 1
            continue
        if pk:
            replaced.append(pk)
        added.append(_figure(by, snapshot, row))
    if settled and not added:
        return Loaded(snapshot, 0, 0, same)
    if not known:
        snapshot.save(force_insert=True)
    Figure.objects.filter(pk__in=replaced).update(is_current=False)
    if known and read_again:
        _make_place(known, added)
    Figure.objects.bulk_create(added, batch_size=_AT_ONCE)
    revised = len(replaced)
    record(
        "figures.loaded",
        by=by,
        subject=snapshot,
        measures=len(measures),
        added=len(added) - revised,
        revised=revised,
        same=same,
    )
    return Loaded(snapshot, len(added) - revised, revised, same)


def _make_place(snapshot: Snapshot, rows: Sequence[Figure]) -> None:
    wanted = {(row.measure, row.area_id, row.period) for row in rows}
    there = Figure.objects.filter(snapshot=snapshot, is_current=False)
    earlier = there.values_list("pk", "measure", "area_id", "period")
    Figure.objects.filter(pk__in=[pk for pk, *key in earlier if tuple(key) in wanted]).delete()


def _figure(by: Actor, snapshot: Snapshot, row: NewFigure) -> Figure:
    return Figure(
        tenant_id=by.tenant_id,
        measure=row.measure,
        area=row.area,
        period=row.period,
        value=row.value,
        status=row.status,
        rounded_to=row.rounded_to,
        provisional=row.provisional,
        incomplete=row.incomplete,
        snapshot=snapshot,
        line=row.line,
        as_given=row.as_given[:40],
    )
