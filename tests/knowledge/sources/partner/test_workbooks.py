"""An Excel file is opened safely and read whole, or refused with a sentence."""

import struct
import time
import tracemalloc
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from integraal.knowledge.sources.grids import Broken, Percentage
from integraal.knowledge.sources.workbooks import open_workbook
from tests.knowledge.sources.partner.tables import part_of, problems, saved, with_part, workbook

PLAIN = workbook(["Gebied", "Aantal"], ["Spanbroek", 3])
SHEET = "xl/worksheets/sheet1.xml"


def lines(content):
    book = open_workbook(content)
    return book.grid(book.first_filled()).lines


def test_cells_are_text_numbers_dates_or_nothing():
    content = workbook(["a", None, 0.1 + 0.2, 12, date(2024, 1, 1)], [], [True, " b "])
    first, second = lines(content)
    assert first == (1, ("a", None, Decimal("0.3"), Decimal(12), date(2024, 1, 1)))
    assert second == (3, ("WAAR", "b"))


def test_a_date_with_a_time_is_no_date():
    ((_, cells),) = lines(workbook([datetime.fromisoformat("2024-01-01 10:30")]))
    assert cells == ("2024-01-01 10:30:00",)


def test_a_percentage_is_what_the_sheet_shows():
    book = Workbook()
    book.active["A1"] = 0.125
    book.active["A1"].number_format = "0.0%"
    ((_, cells),) = lines(saved(book))
    assert cells == (Percentage(Decimal("12.5")),)


def test_a_formula_without_outcome_is_broken_and_with_one_gives_it():
    content = workbook(["x", "=1+1"])
    assert lines(content)[0].cells == ("x", Broken("formula"))
    for old, new, value in (
        (b"<v />", b"<v>2</v>", Decimal(2)),
        (b"<v></v>", b"<v>2</v>", Decimal(2)),
    ):
        sheet = part_of(content)
        if old in sheet:
            kept = with_part(content, SHEET, sheet.replace(old, new))
            assert lines(kept)[0].cells == ("x", value)
            break
    else:
        pytest.fail(f"No empty outcome in {part_of(content)!r}")


def test_hidden_sheets_are_listed_and_not_chosen():
    book = Workbook()
    book.active.title = "Lijstjes"
    book.active.sheet_state = "hidden"
    book.active.append(["geheim"])
    book.create_sheet("Leeg")
    book.create_sheet("Tabel").append(["Gebied"])
    opened = open_workbook(saved(book))
    assert [(sheet.name, sheet.hidden) for sheet in opened.sheets] == [
        ("Lijstjes", True),
        ("Leeg", False),
        ("Tabel", False),
    ]
    assert opened.first_filled() == "Tabel"
    assert opened.grid("Lijstjes").lines[0].cells == ("geheim",)


def test_hidden_rows_and_merged_cells_are_told():
    book = Workbook()
    for number in range(1, 5):
        book.active.append([f"a{number}", number])
    book.active.row_dimensions[3].hidden = True
    book.active.merge_cells("A2:A3")
    grid = open_workbook(saved(book)).grid("Sheet")
    assert grid.hidden_lines == (3,)
    assert grid.merged == ((2, 3, "A2:A3"),)


def test_a_size_that_the_sheet_claims_is_not_believed():
    sheet = part_of(PLAIN).replace(b'ref="A1:B2"', b'ref="A1:XFD1048576"')
    assert b"XFD1048576" in sheet
    assert len(lines(with_part(PLAIN, SHEET, sheet))) == 2


OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (OLD, "oud Excelbestand (.xls)"),
        (OLD + "EncryptedPackage".encode("utf-16-le"), "beveiligd met een wachtwoord"),
        (PLAIN[: len(PLAIN) // 2], "beschadigd"),
        (b"", "leeg"),
        (b"PK" + bytes(21 * 1024 * 1024), "groter dan 20 MB"),
        (with_part(PLAIN, "xl/vbaProject.bin", b"x"), "macro's"),
        (with_part(PLAIN, "xl/macrosheets/sheet1.xml", b"<x/>"), "macro's"),
        (with_part(PLAIN, "xl/externalLinks/externalLink1.xml", b"<x/>"), "andere bestanden"),
        (with_part(PLAIN, "../evil.xml", b"<x/>"), "beschadigd"),
        (with_part(PLAIN, "/evil.xml", b"<x/>"), "beschadigd"),
        (with_part(PLAIN, "xl/workbook.xml", None), "beschadigd"),
        (with_part(PLAIN, "xl/workbook.bin", b"x"), ".xlsb"),
        (with_part(PLAIN, SHEET, b"<worksheet/>"), "ongewone manier"),
        (with_part(PLAIN, SHEET, part_of(PLAIN)[:-40]), "beschadigd"),
    ],
)
def test_what_is_no_safe_workbook_is_refused(content, sentence):
    assert sentence in problems(lines, content)


def test_an_ods_is_refused_by_name():
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", "<x/>")
    assert "LibreOffice (.ods)" in problems(open_workbook, file.getvalue())


def test_a_locked_zip_is_refused():
    content = bytearray(PLAIN)
    place = content.index(b"PK\x01\x02")
    content[place + 8] |= 1
    assert "wachtwoord" in problems(open_workbook, bytes(content))


BILLION_LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "lol">'
    + b"".join(
        f'<!ENTITY {new} "{f"&{old};" * 10}">'.encode()
        for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + b"]><worksheet>&i;</worksheet>"
)


@pytest.mark.parametrize(
    "part",
    [
        BILLION_LAUGHS,
        b"<!-- " + b"x" * 300_000 + b" -->" + BILLION_LAUGHS[21:],
        BILLION_LAUGHS.decode().encode("utf-16"),
        b'<?xml version="1.0" encoding="UTF-7"?><worksheet/>',
    ],
    ids=["plain", "far from the start", "utf-16", "utf-7"],
)
@pytest.mark.parametrize("name", [SHEET, "xl/sharedStrings.xml", "xl/media/picture.svg"])
def test_a_billion_laughs_is_refused(part, name):
    assert "nooit schrijft" in problems(open_workbook, with_part(PLAIN, name, part))


def bomb(name: str, megabytes: int) -> bytes:
    file = BytesIO(with_part(PLAIN, name, None))
    with ZipFile(file, "a", ZIP_DEFLATED) as archive, archive.open(name, "w") as part:
        for _ in range(megabytes):
            part.write(b" " * 1024 * 1024)
    return file.getvalue()


@pytest.mark.parametrize("name", [SHEET, "xl/styles.xml", "xl/media/picture.png"])
def test_a_zip_bomb_is_refused_at_once_without_unpacking(name):
    content = bomb(name, 200)
    assert len(content) < 300_000
    tracemalloc.start()
    started = time.perf_counter()
    sentence = problems(open_workbook, content)
    took, (_, peak) = time.perf_counter() - started, tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert "veel groter dan het lijkt" in sentence
    assert took < 1
    assert peak < 5_000_000


def test_a_bomb_that_lies_about_its_size_gives_no_more_than_it_claims():
    content = bytearray(bomb(SHEET, 200))
    place = content.rindex(b"PK\x01\x02")
    content[place + 24 : place + 28] = struct.pack("<I", 1000)
    tracemalloc.start()
    assert "beschadigd" in problems(open_workbook, bytes(content))
    assert tracemalloc.get_traced_memory()[1] < 10_000_000
    tracemalloc.stop()


def test_too_many_parts_are_refused():
    file = BytesIO(PLAIN)
    with ZipFile(file, "a") as archive:
        for number in range(2_001):
            archive.writestr(f"xl/media/{number}.png", b"")
    assert "veel groter" in problems(open_workbook, file.getvalue())


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        (b'<row r="100001"><c r="A100001"><v>1</v></c></row>', "meer dan 100.000 regels"),
        (b'<row r="2"><c r="GS2"><v>1</v></c></row>', "Regel 2 heeft meer dan 200 kolommen"),
        (b'<row r="99999999"><c><v>1</v></c></row>', "beschadigd"),
        (b'<row r="2"><c r="ZZZ2"><v>1</v></c></row>', "beschadigd"),
        (b'<row r="2"/><row r="2"><c><v>1</v></c></row>', "beschadigd"),
        (b'<row r="2"><c r="A2" t="s"><v>99</v></c></row>', "beschadigd"),
    ],
)
def test_places_outside_the_limits_are_refused(rows, sentence):
    before, _, _ = part_of(PLAIN).partition(b"<sheetData>")
    sheet = before + b"<sheetData>" + rows + b"</sheetData></worksheet>"
    assert sentence in problems(lines, with_part(PLAIN, SHEET, sheet))


def test_a_cell_with_far_too_much_text_is_broken():
    assert lines(workbook(["x" * 1_001, "x" * 1_000]))[0].cells == (Broken("too_long"), "x" * 1_000)
