"""Small tables for the tests of the national store, and how to read them."""

import os
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from integraal.knowledge.indicators.class_lists import load_class_lists
from integraal.knowledge.sources.definitions import load_sources
from integraal.knowledge.sources.national.delivered import look_at
from integraal.knowledge.sources.national.forms import HiddenByRule, TableForm, form_of
from integraal.knowledge.sources.national.reading import read_table

REPOSITORY = Path(__file__).parents[4]
CODES = {"0.0.0": "0.0.0", "1.1.1": "1.1.1", "1.4.1": "1.4.1"}
LABELS = {"totaal misdrijven": "0.0.0", "diefstal, woning": "1.1.1"}
FORM = TableForm(
    list_code="misdrijven",
    class_column="SoortMisdrijf",
    region_column="RegioS",
    period_column="Perioden",
    topics={"GeregistreerdeMisdrijven": ""},
    labels=CODES | LABELS,
)
HIDING = replace(FORM, withheld=(HiddenByRule(("1.4.1",), ("BU", "WK")),))
HEADER = '"ID";"SoortMisdrijf";"RegioS";"Perioden";"GeregistreerdeMisdrijven_1"'


def table(*lines: str, header: str = HEADER, end: str = "\n") -> bytes:
    """The bytes of a table; the first of the lines is line 2."""
    return (end.join((header, *lines)) + end).encode()


def row(
    value: str, crime: str = "0.0.0 ", region: str = "GM0432    ", period: str = "2024JJ00"
) -> str:
    return f'"0";"{crime}";"{region}";"{period}";"{value}"'


def read(content: bytes, folder: Path, form: TableForm = FORM, **given) -> list[tuple]:
    """All rows of a table, sorted."""
    file = folder / "delivered.csv"
    file.write_bytes(content)
    return rows_in(read_table(file, form, folder / "rows.parquet", **given))


def rows_in(parquet: Path) -> list[tuple]:
    with duckdb.connect() as connection:
        found = connection.execute("SELECT * FROM read_parquet(?)", [str(parquet)])
        assert [column[0] for column in found.description or ()] == [
            *("measure", "region", "region_name", "period", "value", "status"),
            *("provisional", "as_given", "line"),
        ]
        return sorted(found.fetchall())


def shared_file(name: str) -> Path:
    """A file of the open data beside the repository; skips the test without it."""
    folder = os.environ.get("INTEGRAAL_SHARED_DATA") or REPOSITORY.parent / "shared" / "data"
    file = Path(folder) / name
    if not file.is_file():
        pytest.skip(f"{name} is not there: set INTEGRAAL_SHARED_DATA to read real figures.")
    return file


def shipped_form(source_code: str, file: Path) -> TableForm:
    """How the definitions we ship say that a file must be read."""
    source = load_sources(REPOSITORY / "definitions" / "sources")[source_code]
    lists = load_class_lists(REPOSITORY / "definitions" / "lists")
    return form_of(source, lists[source.list], look_at(file).header)
