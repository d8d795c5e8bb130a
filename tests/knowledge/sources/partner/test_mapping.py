"""What the columns mean: proposed from headings, kept as JSON, and checked with sentences."""

import json
from contextlib import suppress
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integraal.knowledge.sources.partner.guessing import guess
from integraal.knowledge.sources.partner.mapping import Mapping, ValueColumn, check
from integraal.knowledge.sources.partner.reading import read
from integraal.knowledge.sources.partner.table import open_table
from integraal.knowledge.sources.problems import FileProblem
from tests.knowledge.sources.partner.tables import AREAS, MEASURES, problems, workbook

LONG = Mapping(
    "long", (ValueColumn(2, "meldingen:overlast"),), 2024, area_column=0, period_column=1
)
TABLE = open_table(b"Wijk;Jaar;Aantal\nSpanbroek;2024;3\n", "tabel.csv")


def guessed(content):
    return guess(open_table(content, "tabel"), AREAS, MEASURES)


def sentences(mapping, table=TABLE):
    return "\n".join(check(mapping, table, AREAS, MEASURES))


def test_a_mapping_survives_json():
    mapping = replace(LONG, class_column=3, class_measures={"Jeugd": "meldingen:jeugd"})
    assert Mapping.from_plain(json.loads(json.dumps(mapping.as_plain()))) == mapping


@pytest.mark.parametrize(
    "change",
    [
        {"shape": "diagonal"},
        {"area_column": -1},
        {"area_column": True},
        {"area_year": "2024"},
        {"values": [{"column": 1}]},
        {"values": "x"},
        {"missing": [1]},
        {"class_measures": {"a": 1}},
        {"unknown": 1},
        {"decimal": "apostrophe"},
    ],
)
def test_a_damaged_mapping_is_refused(change):
    assert "beschadigd" in problems(Mapping.from_plain, LONG.as_plain() | change)
    assert "beschadigd" in problems(Mapping.from_plain, [change])


def test_a_mapping_that_fits_has_nothing_against_it():
    assert sentences(LONG) == ""


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"area_column": 9}, "staat niet in deze tabel"),
        ({"area_column": 1}, "voor twee dingen gekozen"),
        ({"values": ()}, "geen kolom met cijfers"),
        ({"values": (ValueColumn(2, "x:y"),)}, "'x:y' is geen bekend cijfer"),
        ({"values": (ValueColumn(2),)}, "wat die kolom telt of meet"),
        ({"area_column": None}, "een gebied voor de hele tabel"),
        ({"fixed_area": "opmeer"}, "niet beide"),
        ({"area_column": None, "fixed_area": "aartswoud-2022"}, "niet in de indeling 2024"),
        ({"area_year": 1999}, "indeling van 1999 is niet bekend. Kies een van: 2022, 2024"),
        ({"period_column": None}, "waar de periode staat"),
        ({"fixed_period": "2024JJ00"}, "waar de periode staat"),
        ({"period_column": None, "fixed_period": "2024"}, "'2024' is geen periode"),
        ({"class_column": 1}, "zegt wat de cijfers zijn"),
        ({"missing": ("X",)}, "'x' staat bij 'ontbreekt' en bij 'geheim'"),
        ({"missing": ("0",)}, "gewoon getal"),
    ],
)
def test_a_mapping_that_does_not_fit_gets_a_sentence(change, sentence):
    mapping = replace(LONG, **change)
    assert sentence in sentences(mapping)
    assert sentence in problems(read, TABLE, mapping, AREAS, MEASURES)


def test_a_long_table_is_proposed():
    mapping = guessed(b"Wijk;Maand;Overlast\nSpanbroek;jan 2024;3\nHoogwoud;jan 2024;x\n")
    assert mapping == replace(LONG, values=(ValueColumn(2, "meldingen:overlast"),))


def test_a_class_column_is_proposed_with_the_measures_it_names():
    mapping = guessed(b"Wijk;Jaar;Soort;Aantal\nSpanbroek;2024;Jeugd;3\nHoogwoud;2024;Geluid;4\n")
    assert mapping.class_column == 2
    assert mapping.class_measures == {"Jeugd": "meldingen:jeugd", "Geluid": ""}
    assert mapping.values == (ValueColumn(3),)


def test_a_table_with_a_column_per_year_is_proposed():
    mapping = guessed(workbook(["Wijk", 2022, 2023], ["Spanbroek", 3, 4], ["Hoogwoud", 5, "-"]))
    assert (mapping.shape, mapping.area_column, mapping.period_column) == ("wide", 0, None)
    assert mapping.values == (ValueColumn(1, "", "2022JJ00"), ValueColumn(2, "", "2023JJ00"))


def test_a_table_with_a_column_per_measure_is_proposed():
    mapping = guessed(b"Jaar;Overlast;Voelt zich veilig\n2023;3;7.5\n2024;4;8.25\n")
    assert (mapping.shape, mapping.area_column, mapping.period_column) == ("wide", None, 0)
    assert [each.measure for each in mapping.values] == ["meldingen:overlast", "enquete:veilig"]
    assert mapping.decimal == "point"


def test_codes_go_before_names_and_the_year_is_where_they_exist():
    mapping = guessed(b"Buurt;Code;Jaar;Aantal\nDe Weere;BU04320009;2022;3\n")
    assert (mapping.area_column, mapping.area_name_column) == (1, 0)
    assert (mapping.named_by, mapping.area_year) == ("code", 2022)


def test_dates_that_are_all_new_years_day_are_proposed_as_years():
    rows = [["Wijk", "Datum", "Aantal"]]
    rows += [["Spanbroek", date(year, 1, 1), 3] for year in (2022, 2023)]
    assert guessed(workbook(*rows)).period_kind == "year"


def test_a_table_about_nothing_known_still_gets_a_proposal():
    mapping = guessed(b"Een;Twee\na;b\nc;d\n")
    assert mapping.values == ()
    assert mapping.area_column is None


WORDS = [
    "Wijk",
    "Jaar",
    "Soort",
    "Spanbroek",
    "2024",
    "1.5",
    "x",
    "",
    "Totaal",
    "Jeugd",
    "jan 2024",
]


@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=2, max_size=4), min_size=1, max_size=6))
def test_any_table_is_proposed_and_read_or_refused_with_a_sentence(rows):
    with suppress(FileProblem):
        table = open_table("\n".join(";".join(row) for row in rows).encode(), "tabel")
        result = read(table, guess(table, AREAS, MEASURES), AREAS, MEASURES)
        assert not (result.rows and result.problems)
