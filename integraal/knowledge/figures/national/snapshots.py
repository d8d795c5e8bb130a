"""From a snapshot in the store to rows for pages: of all municipalities, or of one."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from integraal.foundation.areas.models import Area
from integraal.knowledge.figures.definitions import sources
from integraal.knowledge.figures.national.levels import (
    COUNTRY,
    is_authority,
    level_of,
    status_by_rule,
)
from integraal.knowledge.figures.national.publishing import (
    DatasetFacts,
    Published,
    PublishedRow,
    publish,
)
from integraal.knowledge.figures.reading import NewFigure, incomplete_periods
from integraal.knowledge.sources.definitions import Source
from integraal.knowledge.sources.national import asking
from integraal.knowledge.sources.national.engine import Engine, open_engine
from integraal.knowledge.sources.national.store import Kept

_PUBLISHED = ("country", "municipality")
_SUFFIX = " (gemeente)"


@dataclass(frozen=True)
class Outcome:
    """What publishing a snapshot did, and which names of regions no municipality has."""

    published: Published
    unknown_names: tuple[str, ...]


@contextmanager
def reader() -> Iterator[Engine]:
    """Give an engine to read snapshots with: opening one costs more than reading a small table."""
    with TemporaryDirectory() as work, open_engine(Path(work)) as engine:
        yield engine


def publish_snapshot(engine: Engine, kept: Kept, codes_by_name: Mapping[str, str]) -> Outcome:
    """Publish the municipalities and the country of a snapshot; once is enough.

    Args:
        engine: what reads.
        kept: a snapshot in the store.
        codes_by_name: casefolded name of a municipality to its code, for tables with names.
    """
    source = sources()[kept.source]
    late = incomplete_periods(asking.periods(engine, kept), source.incomplete_months)
    names = [name for code, name in asking.regions(engine, kept) if not code]
    unknown = tuple(name for name in names if code_for(name, codes_by_name) is None)
    rows = _rows(engine, kept, source, codes_by_name, late)
    published = publish(facts_of(kept), rows, authority=bool(source.levels))
    return Outcome(published, unknown)


def own_rows(
    engine: Engine,
    kept: Kept,
    areas: Iterable[Area],
    *,
    code: str,
    names: frozenset[str],
    year: int | None,
) -> list[NewFigure]:
    """Return what a snapshot says of the areas of one municipality.

    Args:
        engine: what reads.
        kept: a snapshot in the store.
        areas: of the municipality, of every division.
        code: of the municipality.
        names: casefolded names under which tables without codes know it.
        year: division year of its districts and neighbourhoods; None: none are taken.
    """
    source = sources()[kept.source]
    places = {area.code: area for area in areas if area.code_year == year or area.code == code}
    prefixes = [f"{letters}{code[2:]}" for letters in ("WK", "BU")] if year else []
    late = incomplete_periods(asking.periods(engine, kept), source.incomplete_months)
    given = [name for _, name in asking.regions(engine, kept) if name]
    rows = asking.rows_for(
        engine,
        kept,
        regions=[code],
        region_prefixes=prefixes,
        region_names=[name for name in given if plain_name(name) in names],
    )
    return [
        _own(row, places[row.region or code], source, late)
        for row in rows
        if (row.region or code) in places
        and (not source.levels or is_authority(source, row.region or code, row.period))
    ]


def regions_of(engine: Engine, kept: Kept, code: str) -> list[str]:
    """Return the codes of districts and neighbourhoods of a municipality in a snapshot."""
    prefixes = (f"WK{code[2:]}", f"BU{code[2:]}")
    return [region for region, _ in asking.regions(engine, kept) if region.startswith(prefixes)]


def facts_of(kept: Kept) -> DatasetFacts:
    """Return what is published of a snapshot as a whole."""
    facts = kept.provenance
    return DatasetFacts(
        source=kept.source,
        vintage=kept.vintage,
        title=str(facts["title"])[:300],
        origin=str(facts["origin"])[:300],
        released=str(facts.get("released") or "")[:60],
        division_year=facts.get("division_year"),
        accessed_on=date.fromisoformat(facts["accessed_on"]),
        sha256=kept.sha256,
        size=kept.data.stat().st_size,
        rows=kept.rows,
        first_period=kept.first_period,
        last_period=kept.last_period,
    )


def plain_name(name: str) -> str:
    """Return a municipality's name as we look it up: "'s-Gravenhage (gemeente)" without more."""
    return name.strip().removesuffix(_SUFFIX).casefold()


def code_for(name: str, codes_by_name: Mapping[str, str]) -> str | None:
    """Return the code of a municipality or the country by name; None when there is none."""
    return COUNTRY if name.strip() == "Nederland" else codes_by_name.get(plain_name(name))


def _rows(
    engine: Engine,
    kept: Kept,
    source: Source,
    codes_by_name: Mapping[str, str],
    late: frozenset[str],
) -> Iterator[PublishedRow]:
    for row in asking.municipal_rows(engine, kept):
        region = row.region or code_for(row.region_name, codes_by_name)
        if region is None or level_of(region) not in _PUBLISHED:
            continue
        # A municipality that is no more has empty cells in the years after; it has no figures.
        if row.status == "impossible" and region != COUNTRY:
            continue
        if source.levels and not is_authority(source, region, row.period):
            continue
        status = status_by_rule(source, row, region)
        yield PublishedRow(
            measure=row.measure,
            region=region,
            period=row.period,
            value=row.value if status == "present" else None,
            status=status,
            rounded_to=source.rounding(level_of(region)),
            provisional=row.provisional,
            incomplete=row.period in late,
            line=row.line,
            as_given=row.as_given[:40],
        )


def _own(row: asking.Row, area: Area, source: Source, late: frozenset[str]) -> NewFigure:
    status = status_by_rule(source, row, area.code)
    return NewFigure(
        area=area,
        measure=row.measure,
        period=row.period,
        value=row.value if status == "present" else None,
        status=status,
        line=row.line,
        as_given=row.as_given,
        provisional=row.provisional,
        incomplete=row.period in late,
        rounded_to=source.rounding(level_of(area.code)),
    )
