"""Periods, numbers and areas as partners write them are read one way, or refused."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from integraal.knowledge.sources.partner.mapping import ValueColumn
from tests.knowledge.sources.partner.tables import (
    COUNT,
    LONG,
    LONG_BY_CODE,
    MARKS,
    read_lines,
    reading,
    report,
    workbook,
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2024", "2024JJ00"),
        ("2024JJ00", "2024JJ00"),
        ("2024 1e kwartaal", "2024KW01"),
        ("1e kwartaal 2024", "2024KW01"),
        ("Q2 2024", "2024KW02"),
        ("2024-Q3", "2024KW03"),
        ("2024kw04", "2024KW04"),
        ("jan 2024", "2024MM01"),
        ("Mrt. 2024", "2024MM03"),
        ("januari 2024", "2024MM01"),
        ("2024 december", "2024MM12"),
        ("2024-01", "2024MM01"),
        ("01-2024", "2024MM01"),
        ("2024-02-01", "2024MM02"),
        ("01-02-2024", "2024MM02"),
    ],
)
def test_periods_as_partners_write_them(text, code):
    assert [row.period for row in read_lines(f"Spanbroek;{text};3").rows] == [code]


@pytest.mark.parametrize(
    "text",
    ["24", "jan 24", "2024-13", "15-01-2024", "1/2/2024", "2024 5e kwartaal", "9999", "45292"],
)
def test_what_is_no_period_is_refused(text):
    sentence = report(read_lines(f"Spanbroek;{text};3"))
    assert sentence.startswith(f"Regel 2, kolom B: '{text}' is geen periode. Schrijf 2024,")


def test_an_excel_date_must_be_the_first_of_its_period():
    head = ["Wijk", "Datum", "Aantal"]
    wrong = reading(workbook(head, ["Spanbroek", date(2024, 1, 15), 3]))
    assert "'15-01-2024' is geen periode" in report(wrong)
    assert "eerste dag van de periode" in report(wrong)
    yearly = replace(LONG, period_kind="year")
    right = reading(workbook(head, ["Spanbroek", date(2024, 1, 1), 3]), yearly)
    assert right.rows[0].period == "2024JJ00"
    assert "is geen periode" in report(
        reading(workbook(head, ["Spanbroek", date(2024, 2, 1), 3]), yearly)
    )
    assert "is niet een jaar" in report(read_lines("Spanbroek;2024-02;3", mapping=yearly))


@pytest.mark.parametrize(
    ("mapping", "text", "value"),
    [
        (LONG, "1.234", "1234"),
        (LONG, "1 234", "1234"),
        (LONG, "12,0", "12"),
        (MARKS, "1.234,5", "1234.5"),
        (MARKS, "0,123", "0.123"),
        (MARKS, "12,5 %", "12.5"),
        (replace(MARKS, decimal="point"), "1,234.5", "1234.5"),
        (replace(MARKS, decimal="point"), "0.123", "0.123"),
        (replace(LONG, decimal="point"), "1,234", "1234"),
    ],
)
def test_numbers_are_read_by_the_sign_that_was_chosen(mapping, text, value):
    (row,) = read_lines(f"Spanbroek;2024;{text}", mapping=mapping).rows
    assert row.value == Decimal(value)


@pytest.mark.parametrize(
    ("mapping", "text", "sentence"),
    [
        (
            replace(LONG, decimal="point"),
            "1.234",
            "op twee manieren te lezen: als 1234 en als 1,234",
        ),
        (replace(MARKS, decimal="point"), "1.234", "Kies ',' als teken voor decimalen"),
        (LONG, "1,234", "op twee manieren te lezen"),
        (LONG, "1,234.5", "'1,234.5' is geen getal"),
        (LONG, "12.34", "kies '.' als teken voor decimalen"),
        (LONG, "12,5", "geen heel getal"),
        (LONG, "-3", "'-3' is negatief"),
        (MARKS, "-3", "'-3' is negatief"),
        (LONG, "20000001", "meer dan er mensen in Nederland zijn"),
        (LONG, "9" * 60, "geen getal"),
        (MARKS, "100000000000", "te groot"),
        (MARKS, "101%", "meer dan 100%"),
        (LONG, "5%", "'5%' is een percentage"),
        (LONG, "<10", "zeg bij de kolommen dat dit 'ontbreekt' of 'geheim' betekent"),
        (LONG, "=1+1", "'=1+1' is geen getal"),
        (LONG, "twaalf", "'twaalf' is geen getal"),
        (LONG, "1e5", "geen getal"),
    ],
)
def test_a_number_that_cannot_be_used_is_named(mapping, text, sentence):
    told = report(read_lines("Hoogwoud;2024;3", f"Spanbroek;2024;{text}", mapping=mapping))
    assert told.startswith("Regel 3, kolom C: ")
    assert sentence in told


@pytest.mark.parametrize(
    ("text", "status"),
    [("", "missing"), ("-", "missing"), ("N.B.", "missing"), (".", "missing"), ("X", "withheld"),
     ("< 5", "withheld"), ("Geheim", "withheld"), ("0", "present")],
)  # fmt: skip
def test_missing_withheld_and_zero_are_different_things(text, status):
    (row,) = read_lines(f"Spanbroek;2024;{text}").rows
    assert (row.status, row.value) == (status, 0 if status == "present" else None)


def test_an_empty_cell_is_a_problem_when_empty_was_not_chosen_to_mean_anything():
    told = report(read_lines("Spanbroek;2024;", mapping=replace(LONG, missing=("-",))))
    assert (
        told == "Regel 2, kolom C: deze cel is leeg. Vul een getal in, of kies wat leeg betekent."
    )


def test_a_code_of_another_year_is_refused_and_that_year_is_named():
    told = report(read_lines("BU04320009;2024;3", mapping=LONG_BY_CODE))
    assert "BU04320009 heette in 2022 De Weere; deze tabel is van de indeling 2024" in told
    assert "Kies de indeling 2022" in told


def test_a_code_that_was_used_again_is_found_out_by_the_name_beside_it():
    mapping = replace(LONG_BY_CODE, values=(ValueColumn(3, COUNT),), area_name_column=2)
    content = b"Code;Jaar;Naam;Aantal\nBU04320101;2024;Aartswoud;3\n"
    told = report(reading(content, mapping))
    assert (
        "BU04320101 is in de indeling 2024 Opmeer West, maar de tabel noemt het 'Aartswoud'" in told
    )
    assert "die code heette zo in 2022" in told
    (row,) = reading(content, replace(mapping, area_year=2022)).rows
    assert row.area == "aartswoud-2022"


def test_codes_get_back_what_a_spreadsheet_took_off():
    content = workbook(
        ["Code", "Jaar", "Aantal"], [432, 2024, 3], [43202, 2024, 4], [4320101, 2024, 5]
    )
    assert [row.area for row in reading(content, LONG_BY_CODE).rows] == [
        "opmeer",
        "spanbroek",
        "opmeer-west",
    ]


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("Opmeer;2024;3", "de naam van meer gebieden (gemeente, wijk). Kies het soort gebied"),
        ("Aartswoud;2024;3", "'Aartswoud' bestaat in de indeling 2022, niet in die van 2024"),
        ("Spanbreok;2024;3", "'Spanbreok' is geen bekende naam van een gebied"),
        (";2024;3", "Regel 2, kolom A: het gebied ontbreekt"),
        ("Spanbroek;;3", "Regel 2, kolom B: de periode ontbreekt"),
        ("=1+1;2024;3", "'=1+1' is geen bekende naam"),
    ],
)
def test_an_area_that_is_not_one_known_area_is_refused(line, sentence):
    assert sentence in report(read_lines(line))


def test_the_kind_of_area_settles_a_name_of_two_areas():
    (row,) = read_lines("Opmeer;2024;3", mapping=replace(LONG, area_level="district")).rows
    assert row.area == "w-opmeer"
