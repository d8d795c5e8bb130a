"""The first step of reading: the needed columns as they stand in the file, in Parquet.

Its columns are class, region, period, t0, t1, ... (one per topic) as text, and for pages also
`line`, `status` and `topic`. A file that is plain has no `line`: the order of its rows tells.
"""

# Names in the SQL are our own, and texts are quoted by engine.literal.
# ruff: noqa: S608

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import duckdb

from integraal.knowledge.sources.national.delivered import (
    Delivered,
    line_ends,
    look_at,
    rewrite,
)
from integraal.knowledge.sources.national.engine import Engine, literal
from integraal.knowledge.sources.national.forms import TableForm, places
from integraal.knowledge.sources.problems import FileProblem

_PARQUET = "FORMAT parquet, COMPRESSION uncompressed, PARQUET_VERSION v2, WRITE_BLOOM_FILTER false"
_STATUS, _TOPIC = "_status", "_topic"
_IDENTITIES = ("ID", "Id")


@dataclass(frozen=True)
class Raw:
    """The cells of a table as given, and how to name the place of a row.

    `line` is the SQL of that place; `unit` is what it counts. With `marked`, a row has a status
    and a topic of its own.
    """

    path: Path
    line: str
    unit: str
    marked: bool = False

    @property
    def table(self) -> str:
        """The SQL that reads it."""
        return f"read_parquet({literal(self.path)})"


def from_file(engine: Engine, path: Path, form: TableForm) -> Raw:
    """The needed cells of a CSV file.

    Raises:
        FileProblem: the file is no CSV, has other columns or is broken; each broken line is named.
    """
    delivered = look_at(path)
    found = places(form, delivered.header)
    into = engine.folder / "raw.parquet"
    with ThreadPoolExecutor(1) as pool:
        ends = pool.submit(line_ends, path)
        rows = _copy_plain(engine, delivered, form, found, into)
    if rows + 1 == ends.result() and delivered.ends_with_line:
        return Raw(into, "file_row_number + 2", "Regel")
    return _copy_rewritten(engine, delivered, form, found, into)


def from_pages(engine: Engine, pages: Sequence[Path], form: TableForm) -> Raw:
    """The needed cells of fetched rows, one JSON object a line.

    Raises:
        FileProblem: a page is broken or lacks a column.
    """
    files = "[" + ", ".join(literal(page) for page in pages) + "]"
    source = f"read_ndjson_objects({files}, maximum_object_size=16777216)"
    into = engine.folder / "raw.parquet"
    try:
        keys = engine.rows(f"SELECT DISTINCT json_keys(json) FROM {source}")
        header = list(dict.fromkeys(key for (row,) in keys for key in row or ()))
        if not header:
            raise FileProblem("Er zijn geen rijen opgehaald. Haal de tabel opnieuw op.")
        found = places(form, header)
        named = {name: header[place] for name, place in found.items()}
        _refuse_rows_without_columns([set(row or ()) for (row,) in keys], form, named)
        engine.rows(f"COPY ({_page_columns(form, named, header, source)}) TO {literal(into)} "
                    f"({_PARQUET})")  # fmt: skip
    except duckdb.Error as error:
        raise FileProblem(
            "De opgehaalde rijen zijn beschadigd of afgebroken. Haal de tabel opnieuw op."
        ) from error
    return Raw(into, "line", "Rij", marked=True)


def _copy_plain(
    engine: Engine, delivered: Delivered, form: TableForm, found: dict[str, int], into: Path
) -> int:
    """How many rows DuckDB finds with each on one line; -1 when it cannot read the file so."""
    names = {f"c{place}": "VARCHAR" for place in range(len(delivered.header))}
    source = _csv(delivered.path, delivered.delimiter, names, delivered.line_end, header=True)
    cells = {name: f"coalesce(c{place}, '')" for name, place in found.items()}
    try:
        (rows,) = engine.one(f"COPY (SELECT {_columns(form, cells)} FROM {source}) "
                             f"TO {literal(into)} ({_PARQUET})")  # fmt: skip
    except duckdb.OutOfMemoryException:
        raise
    except duckdb.Error:
        return -1
    return int(rows)


def _copy_rewritten(
    engine: Engine, delivered: Delivered, form: TableForm, found: dict[str, int], into: Path
) -> Raw:
    kept = sorted(set(found.values()))
    plain = engine.folder / "plain.csv"
    rewrite(delivered, kept, plain)
    names = {"line": "BIGINT"} | {f"c{place}": "VARCHAR" for place in kept}
    source = _csv(plain, ";", names, "\n", header=False)
    cells = {name: f"coalesce(c{place}, '')" for name, place in found.items()}
    engine.rows(f"COPY (SELECT line, {_columns(form, cells)} FROM {source}) "
                f"TO {literal(into)} ({_PARQUET})")  # fmt: skip
    plain.unlink()
    return Raw(into, "line", "Regel")


def _csv(path: Path, delimiter: str, names: dict[str, str], line_end: str, *, header: bool) -> str:
    columns = ", ".join(f"{literal(name)}: {literal(kind)}" for name, kind in names.items())
    end = "\\r\\n" if line_end == "\r\n" else "\\n"
    return (
        f"read_csv({literal(path)}, auto_detect=false, header={str(header).lower()}, "
        f"delim={literal(delimiter)}, quote='\"', escape='\"', new_line='{end}', "
        f"strict_mode=true, columns={{{columns}}})"
    )


def _columns(form: TableForm, cells: dict[str, str]) -> str:
    """The columns of a raw table, from the SQL of each needed cell."""
    dimensions = {
        "class": form.class_column,
        "region": form.region_column,
        "period": form.period_column,
    }
    parts = [
        f"{cells[column]} AS {name}" for name, column in dimensions.items() if column is not None
    ]
    parts += [f"{cells[name]} AS t{n}" for n, name in enumerate(form.topics)]
    return ", ".join(parts)


def _page_columns(
    form: TableForm, named: dict[str, str], header: Sequence[str], source: str
) -> str:
    def member(name: str) -> str:
        # The dollar form would read a dot in a name as a step down.
        pointer = "/" + name.replace("~", "~0").replace("/", "~1")
        return f"json_extract_string(json, {literal(pointer)})"

    identity = next((name for name in _IDENTITIES if name in header), None)
    line = f"CAST({member(identity)} AS BIGINT)" if identity else "row_number() OVER () - 1"
    cells = {
        # A null is missing, and is not the same as no text.
        name: member(column) if name in form.topics else f"coalesce({member(column)}, '')"
        for name, column in named.items()
    }
    return (
        f"SELECT {line} AS line, {_columns(form, cells)}, {member(_STATUS)} AS status, "
        f"{member(_TOPIC)} AS topic FROM {source}"
    )


def _refuse_rows_without_columns(
    kinds: Sequence[set[str]], form: TableForm, named: dict[str, str]
) -> None:
    """Rows of one topic each need only that; all others need every column."""
    dimensions = {named[name] for name in form.needed if name not in form.topics}
    for keys in kinds:
        needed = dimensions if _TOPIC in keys else set(named.values())
        if gone := sorted(needed - keys):
            raise FileProblem(
                f"Een deel van de opgehaalde rijen mist de kolom {gone[0]}. De bron heeft de "
                "kolommen veranderd. Haal de tabel opnieuw op."
            )
