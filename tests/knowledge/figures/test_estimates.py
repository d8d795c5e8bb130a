"""A figure never travels without margin, period, area and source, nor contradicts itself."""

import inspect
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integraal.knowledge.figures import estimates
from integraal.knowledge.figures.estimates import (
    Estimate,
    ImpossibleEstimate,
    from_count,
    shown_count,
    suppressed,
    without_value,
)
from tests.knowledge.figures.figures import AREA, about, figure


def test_opmeer_2024_is_shown_with_count_margin_and_rate():
    shown = figure(264, denominator=12_222, denominator_unit="inwoners").as_json()
    assert (shown["low"], shown["value"], shown["high"]) == ("233", "264", "298")
    assert (shown["rate_low"], shown["rate"], shown["rate_high"]) == ("19.0", "21.6", "24.4")
    assert shown["period"] == "2024JJ00"
    assert shown["area"] == {"code": "GM0432", "name": "Opmeer", "division_year": "2026"}
    assert shown["snapshot"]["accessed"] == "2026-11-23"


@pytest.mark.parametrize("needed", ["period", "area", "snapshot", "indicator_version"])
def test_a_figure_cannot_be_made_without_what_it_is_about(needed):
    incomplete = {name: value for name, value in about().items() if name != needed}
    with pytest.raises(TypeError, match=needed):
        from_count(264, **incomplete)
    assert inspect.signature(Estimate).parameters[needed].default is inspect.Parameter.empty


@pytest.mark.parametrize(
    "change",
    [
        {"value": None},
        {"low": None},
        {"status": "missing"},
        {"n": -1},
        {"low": 300.0},
        {"rate": 1.0},
        {"rate": 1.0, "rate_low": 2.0, "rate_high": 3.0, "denominator": 9},
        {"denominator": 100},
        {"suppressed": "small"},
        {"rounded_to": 0},
        {"indicator_version": ""},
        {"area": replace(AREA, code="")},
    ],
)
def test_parts_that_contradict_each_other_are_refused(change):
    with pytest.raises(ImpossibleEstimate):
        replace(figure(264), **change)


def test_a_negative_count_is_refused():
    with pytest.raises(ImpossibleEstimate, match="zero or more"):
        figure(-1)


@pytest.mark.parametrize("denominator", [None, 0])
def test_without_inhabitants_there_is_no_rate(denominator):
    unit = None if denominator is None else "inwoners"
    result = figure(7, denominator=denominator, denominator_unit=unit)
    assert result.value == 7
    assert result.rate is result.rate_low is result.rate_high is None


@given(count=st.integers(0, 5000).map(lambda fives: fives * 5))
def test_margins_of_a_rounded_count_hold_those_of_every_true_count(count):
    rounded = figure(count, rounded_to=5)
    for true in range(max(count - 2, 0), count + 3):
        assert rounded.low <= figure(true).low
        assert figure(true).high <= rounded.high
    assert figure(count).high + 2.5 < rounded.high


@given(count=st.integers(0, 10**6), people=st.integers(1, 10**6))
def test_what_is_shown_is_never_narrower_than_what_was_reckoned(count, people):
    result = figure(count, denominator=people, denominator_unit="inwoners")
    shown = result.as_json()
    assert float(shown["low"]) <= result.low + 1e-6
    assert float(shown["high"]) >= result.high - 1e-6
    assert float(shown["rate_low"]) <= result.rate_low + 1e-6
    assert float(shown["rate_high"]) >= result.rate_high - 1e-6


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("missing", "onbekend"),
        ("withheld", "niet vrijgegeven"),
        ("impossible", "komt niet voor"),
    ],
)
def test_a_figure_that_the_source_does_not_give_is_not_zero(status, words):
    result = without_value(status, **about())
    assert result.value is result.low is result.high is None
    assert shown_count(result) == words


@pytest.mark.parametrize(("kind", "words"), [("small", "< 5"), ("complementary", "niet getoond")])
def test_a_suppressed_figure_keeps_no_trace_of_its_number(kind, words):
    hidden = suppressed(figure(3, denominator=97, denominator_unit="inwoners"), kind)
    other = suppressed(figure(4, denominator=97, denominator_unit="inwoners"), kind)
    assert hidden == other
    assert shown_count(hidden) == words
    assert hidden.as_json()["status"] == "withheld"


def test_a_count_is_written_the_dutch_way():
    assert shown_count(figure(805_559)) == "805.559"


def test_the_same_figure_always_gives_the_same_json():
    one, other = figure(264).as_json(), figure(264).as_json()
    assert json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)
    assert list(one) == sorted(one)


def test_every_field_of_a_figure_is_in_its_json():
    assert set(figure(264).as_json()) == set(estimates.Estimate.__dataclass_fields__)
