"""Fetch a source from its publisher into the store: whole or not at all, and resumed when cut off.

A table holds more than one municipality needs. What is asked is: of all municipalities the years,
and of one municipality, its districts and neighbourhoods everything.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from integraal.foundation.areas.coded import Coded, kind_of, within
from integraal.knowledge.figures.definitions import class_lists
from integraal.knowledge.sources.definitions import Source
from integraal.knowledge.sources.national.forms import form_of
from integraal.knowledge.sources.national.reading import read_pages
from integraal.knowledge.sources.national.store import Kept, Store
from integraal.knowledge.sources.odata.fetching import Fetched, fetch_table
from integraal.knowledge.sources.odata.filters import Condition
from integraal.knowledge.sources.odata.metadata import TableMetadata
from integraal.knowledge.sources.odata.transport import FetchProblem, TransportOptions
from integraal.knowledge.sources.problems import FileProblem

Progress = Callable[[int, int, float | None], None]
_OF_MUNICIPALITIES = ("country", "municipality")
_SAFE = re.compile(r"[^a-z0-9-]+")


@dataclass(frozen=True)
class Part:
    """A part of a table that is fetched by itself: its name, and which rows are in it."""

    name: str
    where: tuple[Condition, ...]


@dataclass(frozen=True)
class FetchedPart:
    """A part as it was kept, and the list of areas that came with it."""

    kept: Kept
    division_year: int | None
    areas: tuple[Coded, ...]
    notes: tuple[str, ...]


def parts_of(source: Source, municipality: str) -> list[Part]:
    """Return which parts of a source to fetch for one municipality.

    Args:
        source: one that says where it can be fetched.
        municipality: CBS code, such as GM0432.
    """
    columns = source.columns
    if columns is None or columns.region is None:
        return []
    number = municipality[2:]
    own = [f"{letters}{number}" for letters in ("GM", "WK", "BU")]
    parts = []
    if set(source.levels) & set(_OF_MUNICIPALITIES):
        regions = Condition(columns.region, "starts_with", ("NL", "GM"))
        years = [Condition(columns.period, "contains", ("JJ",))] if columns.period else []
        parts.append(Part("alle-gemeenten", (regions, *years)))
    if set(source.levels) - {"country"} and (
        "month" in source.frequency or set(source.levels) - set(_OF_MUNICIPALITIES)
    ):
        parts.append(Part(municipality, (Condition(columns.region, "starts_with", tuple(own)),)))
    return parts


def fetch_part(
    source: Source,
    part: Part,
    store: Store,
    *,
    today: date,
    address: str = "",
    progress: Progress | None = None,
    options: TransportOptions | None = None,
) -> FetchedPart:
    """Fetch a part of a source and keep it.

    Args:
        source, part: what.
        store: where; pages that were fetched before a cut are kept beside it for next time.
        today: the day of fetching.
        address: of the table, when it is not the publisher's own.
        progress: called with rows done, rows in all, and seconds left.
        options: how patient to be.

    Raises:
        FetchProblem: the source did not answer as it should; nothing is kept.
        FileProblem: its rows are not right; nothing is kept.
    """
    if source.fetch is None and not address:
        raise FetchProblem(f"Van {source.table} weten we niet waar het op te halen is.")
    where_from = address or (source.fetch.address if source.fetch else "")
    work = store.folder / ".fetching" / source.code / _SAFE.sub("-", part.name.lower())
    fetched = fetch_table(
        where_from,
        source.fetch.service if source.fetch else "odata-v3",
        dict(source.columns.topics) if source.columns else {},
        work / "pages",
        progress,
        options,
        where=part.where,
        only_needed=True,
    )
    kept = _keep(source, part, fetched, store, work, today)
    for page in fetched.pages:
        page.unlink(missing_ok=True)
    (work / "pages" / "state.json").unlink(missing_ok=True)
    metadata = fetched.metadata
    return FetchedPart(kept, metadata.division_year, _areas(metadata), fetched.notes)


def _keep(
    source: Source, part: Part, fetched: Fetched, store: Store, work: Path, today: date
) -> Kept:
    metadata = fetched.metadata
    header = [*metadata.dimension_columns, *fetched.topic_columns]
    form = form_of(source, class_lists()[source.list], header)
    rows = work / "rows.parquet"
    try:
        read_pages(fetched.pages, form, rows, provisional_periods=metadata.provisional_periods)
        return store.keep(
            source.code,
            rows,
            {
                "table": source.table,
                "title": metadata.title,
                "publisher": source.publisher,
                "licence": source.licence,
                "accessed_on": today.isoformat(),
                "origin": fetched.address,
                "part": part.name,
                "raw_sha256": fetched.sha256,
                "released": metadata.modified,
                "division_year": metadata.division_year,
            },
        )
    except FileProblem as problem:
        raise FileProblem([f"{source.table}: {text}" for text in problem.sentences]) from problem
    finally:
        rows.unlink(missing_ok=True)


def _areas(metadata: TableMetadata) -> tuple[Coded, ...]:
    """Return the areas that a table lists: the division of its year, when it has the parts."""
    codes = metadata.codes.get(metadata.region_column or "", ())
    areas = [
        Coded(one.code, kind, one.title.strip()[:100], within(one.code))
        for one in codes
        if (kind := kind_of(one.code)) and one.title.strip()
    ]
    return tuple(areas) if _has_parts(areas) else ()


def _has_parts(areas: Sequence[Coded]) -> bool:
    return any(area.code.startswith("BU") for area in areas)
