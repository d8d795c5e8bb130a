"""Tables as partners make them, and the areas and measures they are about."""

from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from integraal.knowledge.sources.partner.areas import AreaBook, KnownArea
from integraal.knowledge.sources.partner.mapping import Mapping, ValueColumn
from integraal.knowledge.sources.partner.measures import KnownMeasure
from integraal.knowledge.sources.partner.reading import read
from integraal.knowledge.sources.partner.table import open_table
from integraal.knowledge.sources.problems import FileProblem

MEASURES = (
    KnownMeasure("meldingen:overlast", "Overlast", "count", ("Meldingen overlast",)),
    KnownMeasure("meldingen:jeugd", "Jeugd", "count"),
    KnownMeasure("enquete:veilig", "Voelt zich veilig", "measured"),
)
AREAS = AreaBook(
    [
        KnownArea("opmeer", "Opmeer", "GM0432", 2024, "municipality", "gemeente"),
        KnownArea("w-opmeer", "Opmeer", "WK043201", 2024, "district", "wijk"),
        KnownArea("spanbroek", "Spanbroek", "WK043202", 2024, "district", "wijk"),
        KnownArea("hoogwoud", "Hoogwoud", "WK043203", 2024, "district", "wijk"),
        KnownArea("opmeer-west", "Opmeer West", "BU04320101", 2024, "neighbourhood", "buurt"),
        KnownArea("aartswoud-2022", "Aartswoud", "BU04320101", 2022, "neighbourhood", "buurt"),
        KnownArea("weere-2022", "De Weere", "BU04320009", 2022, "neighbourhood", "buurt"),
    ]
)


def workbook(*rows: Sequence[object]) -> bytes:
    """An Excel file of one sheet."""
    book = Workbook()
    for row in rows:
        book.active.append(list(row))
    return saved(book)


def saved(book: Workbook) -> bytes:
    """The bytes of a workbook."""
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def with_part(content: bytes, name: str, part: bytes | None) -> bytes:
    """A workbook with one part of its zip added or replaced; None takes it out."""
    file = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(file, "w", ZIP_DEFLATED) as new:
        for each in old.namelist():
            if each != name:
                new.writestr(each, old.read(each))
        if part is not None:
            new.writestr(name, part)
    return file.getvalue()


def part_of(content: bytes, name: str = "xl/worksheets/sheet1.xml") -> bytes:
    """One part of the zip of a workbook."""
    with ZipFile(BytesIO(content)) as archive:
        return archive.read(name)


def problems(call, *arguments, **named) -> str:
    """The sentences with which a call refuses."""
    with pytest.raises(FileProblem) as raised:
        call(*arguments, **named)
    return "\n".join(raised.value.sentences)


COUNT, MEASURED = "meldingen:overlast", "enquete:veilig"
LONG = Mapping("long", (ValueColumn(2, COUNT),), 2024, area_column=0, period_column=1)
MARKS = replace(LONG, values=(ValueColumn(2, MEASURED),))
LONG_BY_CODE = replace(LONG, named_by="code")


def reading(content, mapping=LONG):
    return read(open_table(content, "tabel"), mapping, AREAS, MEASURES)


def read_lines(*lines, mapping=LONG):
    return reading("\n".join(["Gebied;Periode;Aantal", *lines, ""]).encode("cp1252"), mapping)


def short(result):
    return [(row.area, row.period, row.measure, row.value, row.status) for row in result.rows]


def report(result):
    assert result.rows == ()
    return "\n".join(problem.sentence for problem in result.problems)
