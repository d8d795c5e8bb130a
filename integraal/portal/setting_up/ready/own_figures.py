"""The figures of one municipality out of a snapshot, on areas of the right year or not at all."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from integraal.foundation.areas.models import Area
from integraal.foundation.audit.actors import Actor
from integraal.foundation.database.models import Tenant
from integraal.knowledge.figures.actions import load_national_rows
from integraal.knowledge.figures.definitions import sources
from integraal.knowledge.figures.models import Dataset, Figure
from integraal.knowledge.figures.national.snapshots import own_rows
from integraal.knowledge.sources.national.engine import Engine
from integraal.knowledge.sources.national.store import Kept
from integraal.portal.setting_up.steps import Report


def division_year_of(
    kept: Kept, regions: Collection[str], divisions: Mapping[int, Collection[str]]
) -> int | None:
    """Return the year of the division that the codes in a snapshot are of.

    Args:
        kept: the snapshot; what its publisher says goes first.
        regions: the codes of the municipality's parts in it.
        divisions: year to all codes of the municipality's parts.

    Returns:
        None when there are no parts in it, or when more or fewer than one year has all codes.
    """
    if not regions:
        return None
    said = kept.provenance.get("division_year")
    if said:
        return int(said) if set(regions) <= set(divisions.get(int(said), ())) else None
    fitting = [year for year, codes in divisions.items() if set(regions) <= set(codes)]
    return fitting[0] if len(fitting) == 1 else None


def load_own_figures(
    *,
    by: Actor,
    engine: Engine,
    kept: Kept,
    areas: Sequence[Area],
    tenant: Tenant,
    regions: Collection[str],
    year: int | None,
    report: Report,
) -> None:
    """Store what a snapshot says of the municipality's own areas, and tell what was done.

    Args:
        by: who does it.
        engine: what reads.
        kept: the snapshot.
        areas: of the municipality, of every division.
        tenant: the municipality.
        regions: the codes of its parts in the snapshot.
        year: the division that those codes are of; None: they land on no area.
        report: gets the sentences.
    """
    dataset = Dataset.objects.filter(sha256=kept.sha256).first()
    if dataset is None:
        return
    rows = own_rows(
        engine, kept, areas, code=tenant.code, names=frozenset({tenant.name.casefold()}), year=year
    )
    if not sources()[kept.source].levels:
        rows = [row for row in rows if (row.area.pk, row.measure, row.period) not in _present()]
    left_out = len(set(regions)) if year is None else 0
    if left_out:
        report(
            f"{dataset.title}: {left_out} codes van wijken en buurten horen bij geen bekende "
            "indeling, dus die cijfers zijn niet overgenomen."
        )
    if not rows:
        return
    loaded = load_national_rows(by=by, dataset=dataset, rows=rows)
    if not loaded.added and not loaded.revised:
        return
    withheld = sum(row.status == "withheld" for row in rows)
    report(
        f"{dataset.title} ({date.fromisoformat(kept.provenance['accessed_on']):%d-%m-%Y}): "
        f"{loaded.added} eigen cijfers toegevoegd, {loaded.revised} herzien; {withheld} niet "
        "vrijgegeven."
    )


def _present() -> set[tuple[object, str, str]]:
    return set(Figure.objects.filter(is_current=True).values_list("area_id", "measure", "period"))
