"""A partner's table is opened: headings found, columns shown, or a sentence what is wrong."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from openpyxl import Workbook

from integraal.knowledge.sources.partner.table import open_table, signature_of
from integraal.knowledge.sources.problems import FileProblem
from tests.knowledge.sources.partner.tables import problems, saved, workbook


def opened(content, **named):
    return open_table(content, "tabel.csv", **named)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_encoding_and_separator_are_found_out(encoding, separator):
    text = "Gebied;Periode;Aantal\r\nKoöp;2024;3\r\nTwisk;2024;4\r\n".replace(";", separator)
    table = opened(text.encode(encoding))
    assert [column.header for column in table.columns] == ["Gebied", "Periode", "Aantal"]
    assert [line.cells for line in table.lines] == [("Koöp", "2024", "3"), ("Twisk", "2024", "4")]


def test_decimal_commas_do_not_pass_for_separators():
    table = opened(b"Gebied;Cijfer;Ander\nA;1,5;2,5\nB;2,5;3,5\n")
    assert table.lines[0].cells == ("A", "1,5", "2,5")


def test_quoted_fields_may_hold_separators_and_line_ends():
    table = opened(b'Gebied;Uitleg;Aantal\n"A; b";"een\ntwee";3\nB;;4\n')
    assert table.lines[0] == (2, ("A; b", "een\ntwee", "3"))
    assert table.lines[1].number == 4


def test_title_lines_may_stand_above_the_headings():
    table = opened(b"Meldingen van de woningbouw\n\nGebied;2022;2023\nA;3;4\n")
    assert table.notes == ("Meldingen van de woningbouw",)
    assert table.header_line == 3
    assert [column.header for column in table.columns] == ["Gebied", "2022", "2023"]


def test_years_and_dates_as_numbers_are_headings():
    table = opened(workbook(["Titel"], [], ["Gebied", 2022, date(2023, 1, 1)], ["A", 3, 4]))
    assert (table.kind, table.sheet, table.header_line) == ("excel", "Sheet", 3)
    assert [column.header for column in table.columns] == ["Gebied", "2022", "01-01-2023"]
    assert [column.letter for column in table.columns] == ["A", "B", "C"]


def test_the_user_may_say_which_sheet_and_which_line():
    book = Workbook()
    book.active.append(["a", "b"])
    book.active.append(["c", "d"])
    second = book.create_sheet("Tweede")
    second.append(["Niet", "dit", "hier"])
    second.append(["Gebied", "Jaar", "Aantal"])
    second.append(["A", 2024, 3])
    table = opened(saved(book), sheet="Tweede", header_line=2)
    assert [column.header for column in table.columns] == ["Gebied", "Jaar", "Aantal"]
    assert len(table.lines) == 1


def test_columns_show_samples_and_all_different_values():
    rows = "".join(f"A;{number % 20}\n" for number in range(40))
    table = opened(f"Gebied;Aantal\n{rows}".encode())
    assert table.columns[1].samples == ("0", "1", "2", "3", "4", "5", "6", "7")
    assert len(table.distinct(1)) == 20


def test_a_column_without_heading_keeps_its_letter():
    table = opened(b"Gebied;;Aantal\nA;x;1\n")
    assert table.columns[1].header == "Kolom B"


def test_the_same_headings_give_the_same_signature():
    one, other = opened(b"Gebied;Aantal\nA;1\n"), opened(b" gebied ,AANTAL\nB,2\n")
    assert one.signature == other.signature == signature_of(["Gebied", "Aantal"])
    assert one.signature != opened(b"Aantal;Gebied\n1;A\n").signature


def test_what_begins_like_a_formula_is_only_text():
    table = opened(b"Gebied;Aantal\n=1+1;3\n@A;4\n-b;5\n")
    assert [line.cells[0] for line in table.lines] == ["=1+1", "@A", "-b"]


def test_a_sep_line_is_obeyed_and_lines_keep_their_numbers():
    table = opened(b"sep=,\nGebied,Aantal\nA,1\n")
    assert table.header_line == 2


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "leeg"),
        (b" \n \n", "leeg"),
        (b"x" * (20 * 1024 * 1024 + 1), "groter dan 20 MB"),
        (b"%PDF-1.7 ...", "geen Excel-werkmap en geen CSV"),
        (b"a\x00b", "geen Excel-werkmap en geen CSV"),
        (b"a;\x81\xff\n", "niet te lezen"),
        (b"Gebied|Aantal\nA|1\nB|2\n", "geen kolommen te vinden"),
        (b"Gebied;Aantal\nA;1\nB;2;3\n", "Regel 3: hier staan 3 waarden in plaats van 2"),
        (b"Gebied;Jaar;Aantal\nA;2024;1\nB;20", "Regel 3: hier staan 2 waarden in plaats van 3"),
        (b"Gebied;Jaar;Aantal\nA;2024;1\nB", "het bestand is afgebroken"),
        (b"Gebied;Jaar;Aantal\nA,2024,1\nB;2024;2\n", "Regel 2: hier staan 1 waarden"),
        (b"Gebied;Jaar;Aantal\nA,2024,1\nB;2024;2\n", "er staat een ander scheidingsteken"),
        (b'Gebied;Aantal\nA;1\n"B;2\n', "aanhalingstekens"),
        (b"Gebied;Aantal\n", "Onder de koppen"),
        (b"A;3\nB;4\n", "Regel 1, kolom B: hier hoort een kop"),
        (workbook([3, 4], [5, 6]), "geen regel met koppen"),
        (b"A;2024;x;3,5\nB;2024;y;4\n", "Regel 1, kolom D: hier hoort een kop"),
        (b"a;" * 201 + b"\n" + b"b;" * 201 + b"\n", "meer dan 200 kolommen"),
        (b"G;A\n" + b"a;1\n" * 100_001, "meer dan 100.000 regels"),
    ],
)
def test_a_bad_csv_gets_a_sentence(content, sentence):
    assert sentence in problems(opened, content)


def test_a_line_or_sheet_that_is_not_there_gets_a_sentence():
    assert "Regel 9 is leeg" in problems(opened, b"Gebied;Aantal\nA;1\n", header_line=9)
    assert "geen werkbladen" in problems(opened, b"Gebied;Aantal\nA;1\n", sheet="x")
    assert "geen werkblad 'x'" in problems(opened, workbook(["a", "b"]), sheet="x")


GOOD = workbook(["Gebied", "Jaar"], ["A", 2024], ["B", "=A1"])


@given(st.binary(max_size=300))
@example(b"PK\x03\x04")
@example(b"PK\x05\x06" + bytes(18))
@example(b'a;"\r')
@example(b"a;b\rc;d")
def test_arbitrary_bytes_raise_nothing_but_a_file_problem(content):
    with suppress(FileProblem):
        opened(content)


@given(st.text(alphabet=";,\t\n\r\"'aé=1.-% 2024", max_size=80))
def test_arbitrary_text_raises_nothing_but_a_file_problem(text):
    with suppress(FileProblem):
        opened(text.encode())


@given(st.integers(0, len(GOOD) - 1), st.integers(0, 255), st.integers(0, len(GOOD)))
def test_a_damaged_workbook_raises_nothing_but_a_file_problem(place, byte, cut):
    content = bytearray(GOOD)
    content[place] = byte
    with suppress(FileProblem):
        opened(bytes(content))
    with suppress(FileProblem):
        opened(GOOD[:cut])
