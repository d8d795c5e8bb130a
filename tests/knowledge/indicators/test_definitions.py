"""A wrong definition is refused with all its problems; a right one knows what it counts."""

from contextlib import suppress

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from integraal.knowledge.indicators.breaks import Break
from integraal.knowledge.indicators.definitions import (
    list_problems,
    parse_indicator,
    parse_theme,
    with_list,
)
from integraal.knowledge.indicators.loading import load_indicators, load_themes
from integraal.knowledge.indicators.periods import Period
from integraal.knowledge.indicators.reading import DefinitionProblem
from tests.knowledge.indicators.shipped import DEFINITIONS, LISTS

GOOD = yaml.safe_load((DEFINITIONS / "indicators" / "woninginbraak.yaml").read_text("utf-8"))
THEME = yaml.safe_load((DEFINITIONS / "themes.yaml").read_text("utf-8"))["themes"][0]
OLDER = {"list": "misdrijven-cbs", "classes": ["1010000"], "fit": "Het CBS telt anders."}
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
)


def problems(**changes) -> str:
    with pytest.raises(DefinitionProblem) as raised:
        parse_indicator({**GOOD, **changes})
    return "\n".join(raised.value.sentences)


def numerator(**changes) -> dict:
    return {**GOOD["numerator"], **changes}


def test_an_indicator_knows_what_it_adds_and_what_is_older():
    data = {**GOOD, "numerator": numerator(classes=["1.1.1", "1.1.2"], older=OLDER)}
    indicator = parse_indicator(data)
    assert indicator.measures == ("misdrijven:1.1.1", "misdrijven:1.1.2")
    assert indicator.older_measures == ("misdrijven-cbs:1010000",)
    assert parse_indicator(GOOD).older_measures == ()


def test_an_indicator_takes_over_what_holds_for_its_list():
    own = {"period": "2024JJ00", "text": "De wet veranderde."}
    indicator = parse_indicator({**GOOD, "breaks": [own], "baseline_excludes": [2021, 2015]})
    whole = with_list(indicator, LISTS["misdrijven"])
    assert [each.period.code for each in whole.breaks] == ["2018MM07", "2024JJ00"]
    assert whole.breaks[1] == Break(Period.of_year(2024), "De wet veranderde.")
    assert whole.baseline_excludes == (2015, 2020, 2021)
    assert with_list(whole, LISTS["misdrijven"]) == whole
    with pytest.raises(ValueError, match="woninginbraak"):
        with_list(indicator, LISTS["overlast"])


def test_everything_wrong_is_said_at_once():
    text = problems(
        code="Woning Inbraak",
        name=None,
        field="veld 1",
        kind="telling",
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
        "schrijf 'field' als",
        "Kies uit: count, measured",
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
        ({"classes": []}, "ten minste een klasse"),
        ({"classes": ["1.1.1", "1.1.1"]}, "telt zij dubbel"),
        ({"classes": ["0.0.0", "1.1.1"]}, "totaal of de delen"),
        ({"list": "Misdrijven!"}, "geen code van een indeling"),
        ({"older": {**OLDER, "fit": ""}}, "'fit' ontbreekt"),
        ({"older": {**OLDER, "list": "misdrijven"}}, "noem een andere indeling"),
        ({"source": "politie"}, "'source' is geen bekend veld"),
    ],
)
def test_a_numerator_that_would_count_wrongly_is_refused(change, words):
    assert words in problems(numerator=numerator(**change))


def test_percentages_are_not_added_and_not_divided():
    measured = {"kind": "measured", "numerator": numerator(classes=["1.1.1", "1.1.2"])}
    text = problems(**measured)
    assert "tellen niet op" in text
    assert "heeft geen noemer" in text


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"list": "anders"}, "de indeling 'anders' is er niet"),
        ({"classes": ["9.9.9"]}, "klasse 9.9.9 staat niet in de indeling 'misdrijven'"),
        (
            {"older": {**OLDER, "classes": ["1000000", "1010100"]}},
            "klasse 1010100 zit al in klasse 1000000",
        ),
    ],
)
def test_an_indicator_is_held_against_the_lists(change, words):
    indicator = parse_indicator({**GOOD, "numerator": numerator(**change)})
    (sentence,) = list_problems(indicator, LISTS)
    assert sentence.startswith("Indicator 'woninginbraak': ")
    assert words in sentence


@pytest.mark.parametrize(
    ("change", "years"),
    [
        ({}, {2022, 2023, 2026, 2027}),
        ({"valid_from": 2023}, {2023, 2026, 2027}),
        ({"valid_from": 2023, "valid_to": 2026}, {2023, 2026}),
        ({"dropped": "Elders.", "went_to": "Het verkeersplan"}, set()),
    ],
)
def test_a_theme_holds_in_the_years_of_its_plan(change, years):
    theme = parse_theme({**THEME, **change})
    assert {year for year in (2022, 2023, 2026, 2027) if theme.holds_in(year)} == years


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"valid_from": 2026, "valid_to": 2023}, "Draai ze om"),
        ({"valid_from": "2023"}, "moet een jaar zijn"),
        ({"went_to": "Het verkeersplan"}, "Schrijf 'dropped' erbij"),
    ],
)
def test_a_theme_that_cannot_be_is_refused(change, words):
    with pytest.raises(DefinitionProblem, match=words):
        parse_theme({**THEME, **change})


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
    file = tmp_path / "themes.yaml"
    file.write_text(yaml.safe_dump({"themes": [THEME, THEME]}), encoding="utf-8")
    with pytest.raises(DefinitionProblem, match="bestaat al"):
        load_themes(file)


def test_a_file_that_is_not_there_is_said(tmp_path):
    with pytest.raises(DefinitionProblem, match="dit bestand is er niet"):
        load_themes(tmp_path / "themes.yaml")
