"""The shipped definitions hold together, and a wrong one is refused with all its problems."""

import csv
from contextlib import suppress
from io import StringIO
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from integraal.knowledge.indicators.definitions import parse_indicator, parse_theme
from integraal.knowledge.indicators.loading import load_indicators, load_themes
from integraal.knowledge.indicators.reading import DefinitionProblem
from integraal.knowledge.sources.definitions import load_sources
from tests.knowledge.sources.exports import shared_file

DEFINITIONS = Path(__file__).resolve().parents[3] / "definitions"
INDICATORS = load_indicators(DEFINITIONS / "indicators")
THEMES = load_themes(DEFINITIONS / "themes.yaml")
SOURCES = load_sources(DEFINITIONS / "sources")
GOOD = yaml.safe_load((DEFINITIONS / "indicators" / "woninginbraak.yaml").read_text("utf-8"))
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
)


def problems(**changes) -> str:
    with pytest.raises(DefinitionProblem) as raised:
        parse_indicator({**GOOD, **changes})
    return "\n".join(raised.value.sentences)


def test_the_five_themes_come_in_the_order_of_the_plan():
    assert list(THEMES) == ["woonomgeving", "bedrijvigheid", "jeugd", "ondermijning", "digitaal"]


@pytest.mark.parametrize("indicator", INDICATORS.values(), ids=lambda each: each.code)
def test_a_shipped_indicator_points_to_a_theme_and_a_source_that_are_there(indicator):
    assert indicator.theme is None or indicator.theme in THEMES
    assert indicator.source_code in SOURCES
    assert indicator.status == "proposal"
    assert indicator.caveats


def test_the_change_of_july_2018_is_known_for_every_crime():
    crimes = [each for each in INDICATORS.values() if each.source_code.startswith("politie-mis")]
    assert {each.breaks[0].period.code for each in crimes} == {"2018MM07"}
    assert {each.baseline_excludes for each in crimes} == {(2020, 2021)}


@pytest.mark.shared_data
def test_every_class_of_crime_is_in_the_list_of_the_police():
    table = csv.DictReader(StringIO(shared_file("SoortMisdrijf.csv").decode()))
    known = {row["Key"].strip(): row["Title"] for row in table}
    for indicator in INDICATORS.values():
        if indicator.source_code == "politie-misdrijven-gemeente":
            for each in indicator.numerator.classes:
                assert known[each.code] == each.label


def test_everything_wrong_is_said_at_once():
    text = problems(
        code="Woning Inbraak",
        name=None,
        per=0,
        aim="omlaag",
        version=1,
        caveats="een tekst",
        breaks=[{"period": "juli 2018", "text": "x"}],
        kleur="rood",
    )
    for words in (
        "mag alleen kleine letters",
        "'name' ontbreekt",
        "'per' moet een heel getal boven nul zijn",
        "Kies uit: down, up, none",
        "zet de waarde van 'version' tussen aanhalingstekens",
        "'caveats' moet een lijst van teksten zijn",
        "schrijf 'period' als",
        "'kleur' is geen bekend veld",
    ):
        assert words in text


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"classes": []}, "samen"),
        ({"classes": [{"code": "1.1.1", "label": "a"}] * 2}, "telt zij dubbel"),
        (
            {"classes": [{"code": "0.0.0", "label": "a"}, {"code": "1.1.1", "label": "b"}]},
            "totaal of de delen",
        ),
    ],
)
def test_a_numerator_that_would_count_wrongly_is_refused(change, words):
    assert words in problems(numerator={**GOOD["numerator"], **change})


@given(ANYTHING)
def test_any_data_is_a_definition_or_a_problem(data):
    for parse in (parse_indicator, parse_theme):
        with pytest.raises(DefinitionProblem):
            parse(data)


@given(st.sampled_from(sorted(GOOD)), ANYTHING)
def test_any_change_to_a_field_is_a_definition_or_a_problem(field, value):
    with suppress(DefinitionProblem):
        assert parse_indicator({**GOOD, field: value})


def test_each_file_with_a_problem_is_named(tmp_path):
    (tmp_path / "a.yaml").write_text("code: [", encoding="utf-8")
    (tmp_path / "b.yaml").write_text("code: anders", encoding="utf-8")
    (tmp_path / "c.yaml").write_bytes(b"code: caf\xe9")
    with pytest.raises(DefinitionProblem) as raised:
        load_indicators(tmp_path)
    text = "\n".join(raised.value.sentences)
    assert "a.yaml: dit is geen leesbare YAML" in text
    assert "b.yaml: noem het bestand naar de code 'anders'" in text
    assert "c.yaml: sla het bestand op als UTF-8" in text


def test_two_themes_of_one_code_are_refused(tmp_path):
    theme = yaml.safe_load((DEFINITIONS / "themes.yaml").read_text("utf-8"))["themes"][0]
    file = tmp_path / "themes.yaml"
    file.write_text(yaml.safe_dump({"themes": [theme, theme]}), encoding="utf-8")
    with pytest.raises(DefinitionProblem, match="bestaat al"):
        load_themes(file)


def test_a_file_that_is_not_there_is_said(tmp_path):
    with pytest.raises(DefinitionProblem, match="dit bestand is er niet"):
        load_themes(tmp_path / "themes.yaml")
