"""What commands and jobs ask a snapshot. Answers are plain tuples or arrays, never a connection's.

Each question takes an open Engine (engine.py) and a snapshot. Rows come in the order of the file.
"""

# Names in the SQL are our own, and texts are quoted by engine.literal.
# ruff: noqa: S608

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple

import numpy as np

from integraal.knowledge.sources.national.engine import Engine, literal
from integraal.knowledge.sources.national.snapshots import Kept

_COLUMNS = "measure, region, region_name, period, value, status, provisional, as_given, line"
_BATCH = 10_000


class Row(NamedTuple):
    """One row of a national table, as kept."""

    measure: str
    region: str
    region_name: str
    period: str
    value: Decimal | None
    status: str
    provisional: bool
    as_given: str
    line: int


@dataclass(frozen=True)
class Totals:
    """Arrays of equal length, one place per municipality, measure and year.

    `values` (float64) adds the neighbourhoods with a value; nan when none has one. `without`
    counts the rows that have none, so that a sum is never taken for complete.
    """

    regions: np.ndarray[Any, Any]
    measures: np.ndarray[Any, Any]
    years: np.ndarray[Any, Any]
    values: np.ndarray[Any, Any]
    without: np.ndarray[Any, Any]


def rows_for(
    engine: Engine,
    kept: Kept,
    *,
    regions: Sequence[str] = (),
    region_prefixes: Sequence[str] = (),
    region_names: Sequence[str] = (),
    measures: Sequence[str] = (),
    periods: Sequence[str] = (),
) -> list[Row]:
    """The rows that fit; an empty choice fits everything.

    Args:
        engine: an open engine.
        kept: the snapshot.
        regions, region_prefixes, region_names: codes, beginnings of codes (BU0432) and names; a
            row fits when one of these does.
        measures: such as misdrijven:1.1.1.
        periods: CBS codes.
    """
    return list(
        _ask(
            engine,
            kept,
            regions=regions,
            region_prefixes=region_prefixes,
            region_names=region_names,
            measures=measures,
            periods=periods,
        )
    )


def municipal_rows(engine: Engine, kept: Kept) -> Iterator[Row]:
    """All rows of municipalities and the country, for publishing, a batch at a time.

    A table that gives names instead of codes gives all its rows: region is empty then.
    """
    return _ask(engine, kept, regions=("",), region_prefixes=("GM", "NL"))


def periods(engine: Engine, kept: Kept) -> list[str]:
    """The codes of all periods, in order of their codes."""
    rows = engine.rows(f"SELECT DISTINCT period FROM {_table(kept)} ORDER BY 1")
    return [code for (code,) in rows]


def regions(engine: Engine, kept: Kept) -> list[tuple[str, str]]:
    """Code and name of every region; one of the two is empty."""
    found = f"SELECT DISTINCT region, region_name FROM {_table(kept)} ORDER BY ALL"
    return [(code, name) for code, name in engine.rows(found)]


def totals_by_municipality(
    engine: Engine, kept: Kept, *, prefix: str = "BU", letters: str = "MM"
) -> Totals:
    """Municipality x measure x year, added up from smaller regions and shorter periods.

    Args:
        engine: an open engine.
        kept: the snapshot.
        prefix: of the region codes to add: BU or WK.
        letters: of the period codes to add: MM, KW or JJ. One kind only, so that nothing counts
            twice.
    """
    found = engine.connection.execute(
        "SELECT 'GM' || substr(region, 3, 4) AS regions, measure AS measures, "
        "CAST(substr(period, 1, 4) AS SMALLINT) AS years, "
        "CAST(sum(value) AS DOUBLE) AS values, count(*) - count(value) AS without "
        f"FROM {_table(kept)} WHERE starts_with(region, {literal(prefix)}) "
        f"AND substr(period, 5, 2) = {literal(letters)} GROUP BY 1, 2, 3"
    ).fetchnumpy()
    values = np.ma.filled(np.ma.asarray(found["values"], dtype=np.float64), np.nan)
    regions, measures, years, without = (
        np.asarray(found[name]) for name in ("regions", "measures", "years", "without")
    )
    return Totals(regions, measures, years, values, without)


def _ask(
    engine: Engine,
    kept: Kept,
    *,
    regions: Sequence[str] = (),
    region_prefixes: Sequence[str] = (),
    region_names: Sequence[str] = (),
    measures: Sequence[str] = (),
    periods: Sequence[str] = (),
) -> Iterator[Row]:
    places = [_among("region", regions), _among("region_name", region_names)]
    places += [f"starts_with(region, {literal(each)})" for each in region_prefixes]
    wanted = [
        " OR ".join(place for place in places if place),
        _among("measure", measures),
        _among("period", periods),
    ]
    conditions = " AND ".join(f"({each})" for each in wanted if each) or "true"
    found = engine.connection.cursor().execute(
        f"SELECT {_COLUMNS} FROM {_table(kept)} WHERE {conditions}"
    )
    while batch := found.fetchmany(_BATCH):
        yield from (Row(*row) for row in batch)


def _among(column: str, choices: Sequence[str]) -> str:
    if not choices:
        return ""
    return f"{column} IN ({', '.join(literal(each) for each in choices)})"


def _table(kept: Kept) -> str:
    return f"read_parquet({literal(kept.data)})"
