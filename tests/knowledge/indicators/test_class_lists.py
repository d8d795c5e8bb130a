"""A list of classes is found by code and label, and a wrong one is refused with all problems."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integraal.knowledge.indicators.breaks import LeftOut
from integraal.knowledge.indicators.class_lists import parse_class_list
from integraal.knowledge.indicators.periods import Period
from integraal.knowledge.indicators.reading import DefinitionProblem
from tests.knowledge.indicators.shipped import LISTS

GOOD = {
    "code": "oud",
    "name": "Een oude indeling",
    "dimension": "Soort",
    "total": "0",
    "classes": [
        {"code": "0", "label": "Totaal"},
        {"code": "1", "label": "1 Diefstal", "within": "0"},
        {"code": "11", "label": "11 Fiets", "within": "1", "newer": ["1.2.3"], "fit": "equal"},
    ],
    "breaks": [{"period": "2018MM07", "text": "Anders geteld."}],
    "leave_out": [{"from": "2020MM03", "to": "2022MM02", "text": "Corona."}],
    "status": "proposal",
    "provenance": {"source": "een test", "date": "2026-11-24"},
}
CORONA = LeftOut(Period.from_code("2020MM03"), Period.from_code("2022MM02"), "Corona.")


def problems(**changes) -> str:
    with pytest.raises(DefinitionProblem) as raised:
        parse_class_list({**GOOD, **changes})
    return "\n".join(raised.value.sentences)


def with_class(**fields):
    return [*GOOD["classes"], {"code": "12", "label": "12 Auto", **fields}]


def test_a_class_is_found_as_the_source_writes_it():
    crimes = LISTS["misdrijven"]
    assert crimes.by_code("1.1.1 ").label == "1.1.1 Diefstal/inbraak woning"
    assert crimes.by_label(" totaal MISDRIJVEN ").code == "0.0.0"
    assert crimes.by_label("2.5.2").code == "2.5.2"
    assert crimes.by_code("9.9.9") is None
    assert crimes.by_label("anders") is None
    assert crimes.measure("1.1.1 ") == "misdrijven:1.1.1"
    with pytest.raises(KeyError):
        crimes.measure("9.9.9")


def test_what_a_class_holds_goes_down_to_the_deepest():
    old = parse_class_list(GOOD)
    assert old.inside("0") == {"1", "11"}
    assert old.inside("1") == {"11"}
    assert old.inside("11") == frozenset()


@pytest.mark.parametrize(
    ("code", "left_out"),
    [
        ("2019JJ00", False),
        ("2020JJ00", True),
        ("2021JJ00", True),
        ("2022JJ00", False),
        ("2020MM02", False),
        ("2020MM03", True),
        ("2022MM02", True),
        ("2022MM03", False),
        ("2020KW01", False),
        ("2020KW02", True),
        ("2022KW01", True),
    ],
)
def test_a_period_is_left_out_when_half_of_it_is(code, left_out):
    assert CORONA.covers(Period.from_code(code)) is left_out


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"classes": []}, "ten minste een klasse"),
        ({"total": "9"}, "het totaal '9' staat niet bij de klassen"),
        ({"classes": [*GOOD["classes"], GOOD["classes"][1]]}, "staat er twee keer in"),
        ({"classes": with_class(within="7")}, "valt binnen '7'"),
        ({"classes": with_class(within="12")}, "binnen zichzelf"),
        ({"classes": with_class(newer=["1.2.2"])}, "noem met 'fit'"),
        ({"classes": with_class(newer=["1.2.2"], fit="none")}, "noem met 'fit'"),
        ({"classes": with_class(fit="wider")}, "Noem die bij 'newer'"),
        ({"classes": with_class(fit="ongeveer")}, "Kies uit: equal, wider, narrower, none"),
        ({"classes": with_class(kleur="rood")}, "'kleur' is geen bekend veld"),
        ({"classes": [{"code": "a:b", "label": "x"}], "total": None}, "mag alleen letters"),
        ({"breaks": [{"period": "juli 2018", "text": "x"}]}, "schrijf 'period' als"),
        ({"leave_out": [{"from": "2022MM02", "to": "2020MM03", "text": "x"}]}, "Draai ze om"),
    ],
)
def test_a_wrong_list_is_refused_with_a_sentence(changes, words):
    assert words in problems(**changes)


@given(
    st.sampled_from(sorted(GOOD)),
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=8),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    ),
)
def test_any_change_to_a_field_is_a_list_or_a_problem(field, value):
    with suppress(DefinitionProblem):
        assert parse_class_list({**GOOD, field: value})
