"""A file finds its indicator by table, publisher and class, or says which ones there are."""

import pytest

from integraal.knowledge.indicators.loading import load_indicators
from integraal.knowledge.sources.definitions import load_sources
from integraal.knowledge.sources.problems import FileProblem
from integraal.knowledge.sources.statline_screen import match_indicator, parse
from tests.knowledge.sources.exports import REPOSITORY, export

INDICATORS = load_indicators(REPOSITORY / "definitions" / "indicators")
SOURCES = load_sources(REPOSITORY / "definitions" / "sources")
ROW = '"Opmeer";"264"'


def match(content: bytes):
    return match_indicator(parse(content), INDICATORS.values(), SOURCES)


def refusal(content: bytes) -> str:
    with pytest.raises(FileProblem) as raised:
        match(content)
    return str(raised.value)


@pytest.mark.parametrize(
    ("label", "code"),
    [
        ("Totaal misdrijven", "misdrijven-totaal"),
        ("1.1.1 Diefstal/inbraak woning", "woninginbraak"),
        ("1.2.3 Diefstal van brom-, snor-, fietsen", "fietsendiefstal"),
        ("3.7.4 Cybercrime", "cybercrime"),
    ],
)
def test_the_class_decides_the_indicator(label, code):
    assert match(export(ROW, choice=f'"Soort misdrijf: {label}"')).code == code


def test_another_year_of_the_area_division_is_the_same_table():
    title = '"Geregistreerde misdrijven en aangiften; soort misdrijf, gemeente 2027"'
    assert match(export(ROW, title=title)).code == "misdrijven-totaal"


def test_an_unknown_table_is_refused():
    assert "hoort bij geen indicator" in refusal(export(ROW, title='"Vermogen; regio"'))


def test_the_right_title_of_another_publisher_is_refused():
    assert "hoort bij geen indicator" in refusal(export(ROW, footer='"Bron: Pol"'))


def test_an_unknown_class_is_refused_with_the_ones_that_fit():
    sentence = refusal(export(ROW, choice='"Soort misdrijf: 1.4.5 Mishandeling"'))
    assert "Soort misdrijf: 1.4.5 Mishandeling" in sentence
    assert "Winkeldiefstal" in sentence


def test_a_second_choice_that_narrows_the_figures_is_refused():
    choice = '"Soort misdrijf: Totaal misdrijven"\n"Leeftijd: 12 tot 18 jaar"'
    assert "geen indicatoren" in refusal(export(ROW, choice=choice))


@pytest.mark.parametrize("cell", ["-3", "2,5"])
def test_what_cannot_be_a_count_is_refused_with_its_line(cell):
    assert "Regel 7" in refusal(export(f'"Opmeer";"{cell}"'))
