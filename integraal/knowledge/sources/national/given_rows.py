"""Rows that another reader made, as Parquet in the same form as those of a national table."""

import csv
from collections.abc import Iterable
from pathlib import Path

# Names in the SQL are our own, and texts are quoted by engine.literal.
# ruff: noqa: S608
from integraal.knowledge.sources.national.asking import Row
from integraal.knowledge.sources.national.engine import literal, open_engine

_NOTHING = "\\N"
_TYPES = {
    "measure": "VARCHAR",
    "region": "VARCHAR",
    "region_name": "VARCHAR",
    "period": "VARCHAR",
    "value": "DECIMAL(14,3)",
    "status": "VARCHAR",
    "provisional": "BOOLEAN",
    "as_given": "VARCHAR",
    "line": "BIGINT",
}


def write_given(rows: Iterable[Row], into: Path) -> Path:
    """Write rows to a Parquet file with the columns of a national table; returns ``into``."""
    with open_engine(into.parent) as engine:
        plain = engine.folder / "rows.csv"
        with plain.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, quoting=csv.QUOTE_ALL)
            writer.writerows([_NOTHING if cell is None else cell for cell in row] for row in rows)
        columns = ", ".join(f"{literal(name)}: {literal(kind)}" for name, kind in _TYPES.items())
        engine.rows(
            f"COPY (SELECT * FROM read_csv({literal(plain)}, auto_detect=false, header=false, "
            f"columns={{{columns}}}, nullstr={literal(_NOTHING)})) "
            f"TO {literal(into)} (FORMAT parquet)"
        )
    return into
