"""Standard fields and comparison classes are read, or refused with sentences."""

import pytest
import yaml

from integraal.knowledge.indicators.calculation_rules import (
    BOUNDS,
    load_calculation_rules,
    parse_calculation_rules,
)
from integraal.knowledge.indicators.comparison_classes import (
    load_comparison_classes,
    parse_comparison_classes,
)
from integraal.knowledge.indicators.reading import DefinitionProblem
from integraal.knowledge.indicators.standard_fields import load_standard_fields
from tests.knowledge.indicators.shipped import COMPARISON, DEFINITIONS

RULES = yaml.safe_load((DEFINITIONS / "calculation_rules.yaml").read_text("utf-8"))["rules"][0]
GOOD = yaml.safe_load((DEFINITIONS / "comparison_classes.yaml").read_text("utf-8"))
FIELD = {
    "code": "1.1",
    "name": "Sociale kwaliteit",
    "status": "proposal",
    "provenance": {"source": "een test", "date": "2026-11-24"},
}


@pytest.mark.parametrize(
    ("inhabitants", "code"),
    [(0, "1"), (4_999, "1"), (5_000, "2"), (19_999, "3"), (20_000, "4"), (900_000, "8")],
)
def test_a_municipality_is_in_the_class_of_its_size(inhabitants, code):
    assert COMPARISON.size_class(inhabitants).code == code


def test_the_most_urban_class_has_code_one_as_cbs_writes_it():
    assert [COMPARISON.urbanity_by_code(code).name for code in ("1", "5")] == [
        "Zeer sterk stedelijk",
        "Niet stedelijk",
    ]
    assert COMPARISON.urbanity_by_code("9") is None


@pytest.mark.parametrize("value", [-1, float("nan")])
def test_there_is_no_class_for_an_impossible_number(value):
    with pytest.raises(ValueError):
        COMPARISON.size_class(value)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"sizes": []}, "bij 0 beginnen"),
        ({"sizes": GOOD["sizes"][1:]}, "bij 0 beginnen"),
        ({"sizes": GOOD["sizes"][::-1]}, "hoger dan de vorige"),
        ({"urbanity": [{**each, "code": "1"} for each in GOOD["urbanity"]]}, "eigen code"),
        ({"sizes": [{"code": "1", "name": "x", "from": "nul"}]}, "nul of meer"),
    ],
)
def test_classes_that_leave_a_gap_are_refused(change, words):
    with pytest.raises(DefinitionProblem, match=words):
        parse_comparison_classes({**GOOD, **change})


def test_a_file_of_classes_that_is_not_there_is_said(tmp_path):
    with pytest.raises(DefinitionProblem, match="dit bestand is er niet"):
        load_comparison_classes(tmp_path / "classes.yaml")


@pytest.mark.parametrize(
    ("field", "words"),
    [(FIELD, "ontbreekt"), ({**FIELD, "code": "een"}, "schrijf de code 'een' als")],
)
def test_a_sub_field_without_its_field_is_refused(tmp_path, field, words):
    file = tmp_path / "fields.yaml"
    file.write_text(yaml.safe_dump({"fields": [field]}), encoding="utf-8")
    with pytest.raises(DefinitionProblem, match=words):
        load_standard_fields(file)


def test_the_shipped_rules_become_the_limits_of_statements():
    limits = load_calculation_rules(DEFINITIONS / "calculation_rules.yaml").limits
    assert (limits.demonstrable, limits.fewest, limits.fewest_for_percentage) == (0.05, 5, 20)


@pytest.mark.parametrize("name", BOUNDS)
def test_a_rule_beyond_its_bounds_is_refused_with_the_bounds(name):
    least, most = BOUNDS[name]
    for value in (least, most):
        assert getattr(parse_calculation_rules({**RULES, name: value}), name) == value
    for value in (least - 1, most + 1, "veel", None):
        with pytest.raises(DefinitionProblem, match=f"'{name}'"):
            parse_calculation_rules({**RULES, name: value})
