"""Read a national table into Parquet, whole or not at all.

A regular file without mistakes is read straight (straight.py). Any other, and fetched pages, are
read the careful way, which finds the same rows and says what is wrong.

Three steps there, so that 10 million rows stay out of Python: the cells as given (raw.py), what
each different text means (cells.py, a few thousand texts), and then all rows at once in SQL. The
statuses are four and never one another: present, missing (typed null or a point), withheld (x, or
hidden by the publisher's rule) and impossible (nothing at all in a file of texts).
"""

# Names in the SQL are our own, and texts are quoted by engine.literal.
# ruff: noqa: S608

from collections.abc import Collection, Sequence
from pathlib import Path

from integraal.knowledge.sources.national import cells
from integraal.knowledge.sources.national.canonical import Reading, write_rows
from integraal.knowledge.sources.national.checking import (
    refuse_twice,
    refuse_unreadable,
)
from integraal.knowledge.sources.national.delivered import look_at
from integraal.knowledge.sources.national.engine import MEMORY, THREADS, Engine, open_engine
from integraal.knowledge.sources.national.forms import TableForm, places
from integraal.knowledge.sources.national.raw import Raw, from_file, from_pages
from integraal.knowledge.sources.national.straight import write_straight
from integraal.knowledge.sources.national.year_lines import name_year_lines


def read_table(
    path: Path,
    form: TableForm,
    into: Path,
    *,
    provisional_periods: Collection[str] = (),
    memory: str = MEMORY,
    threads: int = THREADS,
) -> Path:
    """Read a CSV file of a national table; a pure function of its bytes.

    Args:
        path: the file: semicolons or commas, UTF-8 or Windows-1252, of any size.
        form: what its columns mean.
        into: the Parquet file to write, in a folder for temporary files.
        provisional_periods: codes of periods whose figures are provisional.
        memory: what DuckDB may hold.
        threads: how many cores it may use.

    Returns:
        `into`, with the columns measure, region, region_name, period, value, status, provisional,
        as_given and line (the header is line 1).

    Raises:
        FileProblem: with what is wrong and on which lines; nothing is written then.
    """
    delivered = look_at(path)
    found = places(form, delivered.header)
    with open_engine(into.parent, memory=memory, threads=threads) as engine:
        straight = engine.folder / "straight.parquet"
        if write_straight(
            engine, delivered, form, found, straight,
            provisional=provisional_periods, threads=threads,
        ):  # fmt: skip
            return straight.replace(into)
        raw = name_year_lines(engine, from_file(engine, path, form), form)
        return _read(engine, raw, form, into, provisional_periods)


def read_pages(
    pages: Sequence[Path],
    form: TableForm,
    into: Path,
    *,
    provisional_periods: Collection[str] = (),
    memory: str = MEMORY,
    threads: int = THREADS,
) -> Path:
    """Read fetched OData rows, one JSON object a line; a pure function of their bytes.

    A row's "_status" wins over what its value says. A row with "_topic" speaks of that topic only.

    Args:
        pages: the files, in order.
        form, into, provisional_periods, memory, threads: as for `read_table`.

    Returns:
        `into`; `line` is the row's ID.

    Raises:
        FileProblem: with what is wrong and in which rows; nothing is written then.
    """
    with open_engine(into.parent, memory=memory, threads=threads) as engine:
        return _read(engine, from_pages(engine, pages, form), form, into, provisional_periods)


def _read(
    engine: Engine, raw: Raw, form: TableForm, into: Path, provisional: Collection[str]
) -> Path:
    reading = Reading(raw=raw, form=form, provisional=frozenset(provisional))
    if form.class_column is not None:
        reading.classes = cells.classes(_texts(engine, raw, "class"), form)
    if form.region_column is not None:
        reading.regions, reading.by_name = cells.regions(_texts(engine, raw, "region"))
    if form.period_column is not None:
        texts = _texts(engine, raw, "period")
        reading.periods = cells.periods(texts, months=form.months)
    refuse_unreadable(engine, reading)
    refuse_twice(engine, reading)
    written = write_rows(engine, reading, engine.folder / "rows.parquet")
    return written.replace(into)


def _texts(engine: Engine, raw: Raw, column: str) -> list[str]:
    rows = engine.rows(f"SELECT DISTINCT {column} FROM {raw.table} ORDER BY 1")
    return [text for (text,) in rows]
