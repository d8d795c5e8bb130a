"""A screen export finds its measure by table, publisher, class and subject, or says what fits."""

import pytest

from integraal.knowledge.indicators.class_lists import load_class_lists
from integraal.knowledge.sources.definitions import load_sources
from integraal.knowledge.sources.problems import FileProblem
from integraal.knowledge.sources.statline_matching import column_name, match_measures
from integraal.knowledge.sources.statline_screen import parse
from tests.knowledge.sources.exports import REPOSITORY, export

LISTS = load_class_lists(REPOSITORY / "definitions" / "lists")
SOURCES = load_sources(REPOSITORY / "definitions" / "sources")
ROW = '"Opmeer";"264"'


def match(content: bytes):
    return match_measures(parse(content), SOURCES, LISTS)


def measure(content: bytes) -> str:
    (found,) = match(content).measures.values()
    return found


def refusal(content: bytes) -> str:
    with pytest.raises(FileProblem) as raised:
        match(content)
    return str(raised.value)


@pytest.mark.parametrize("each", LISTS["misdrijven"].classes, ids=lambda each: each.code)
def test_the_chosen_class_decides_the_measure(each):
    found = measure(export(ROW, choice=f'"Soort misdrijf: {each.label}"'))
    assert found == f"misdrijven:{each.code}"


def test_another_year_of_the_area_division_is_the_same_table():
    title = '"Geregistreerde misdrijven en aangiften; soort misdrijf, gemeente 2027"'
    assert measure(export(ROW, title=title)) == "misdrijven:0.0.0"


def test_a_subject_with_a_class_of_its_own_needs_no_choice():
    content = export(
        '"Opmeer";"12222"',
        title='"Regionale kerncijfers Nederland 2026"',
        choice='""',
        subjects='"Totale bevolking"',
        footer='"Bron: CBS"',
    )
    assert measure(content) == "kerncijfers:inwoners"


def test_an_unknown_table_is_refused():
    assert "hoort bij geen bekende bron" in refusal(export(ROW, title='"Vermogen; regio"'))


def test_the_right_title_of_another_publisher_is_refused():
    assert "hoort bij geen bekende bron" in refusal(export(ROW, footer='"Bron: Pol"'))


def test_an_unknown_class_is_refused_with_examples_of_the_ones_that_fit():
    sentence = refusal(export(ROW, choice='"Soort misdrijf: 9.9.9 Iets anders"'))
    assert "Soort misdrijf: 9.9.9 Iets anders" in sentence
    assert "1.1.1 Diefstal/inbraak woning" in sentence


def test_an_unknown_subject_is_refused_with_its_name():
    assert "Aangiften" in refusal(export(ROW, subjects='"Aangiften"'))


def test_a_second_choice_that_narrows_the_figures_is_refused():
    choice = '"Soort misdrijf: Totaal misdrijven"\n"Leeftijd: 12 tot 18 jaar"'
    assert "geen enkele klasse" in refusal(export(ROW, choice=choice))


@pytest.mark.parametrize("cell", ["-3", "2,5"])
def test_what_cannot_be_a_count_is_refused_with_its_line(cell):
    assert "Regel 7" in refusal(export(f'"Opmeer";"{cell}"'))


def test_columns_are_named_as_cbs_does():
    assert column_name("Voorraad op 1 januari") == "VoorraadOp1Januari"
