"""What a picture says: the numbers of the files, judged honestly, small counts hidden for good."""

from __future__ import annotations

import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from integraal.foundation.definitions import kinds
from integraal.foundation.definitions.actions import change_definition
from integraal.foundation.ui.dutch import listed
from integraal.knowledge.figures.actions import load_figures
from integraal.knowledge.figures.disclosing import hidden_parts
from integraal.knowledge.figures.reading import read_file
from integraal.policy.picture.content import build_content
from integraal.policy.picture.presenters.theme_page import lead_of
from integraal.policy.picture.rules import area_conclusion, course_conclusion
from tests.statline import screen_export


def nuisance(picture):
    content = build_content(picture)
    theme = next(one for one in content["themes"] if one["code"] == "woonomgeving")
    return next(one for one in theme["indicators"] if one["code"] == "overlast-totaal")


def test_the_count_and_margin_are_those_of_the_file_and_of_the_exact_method(picture):
    shown = nuisance(picture)["estimate"]
    low, high = stats.chi2.ppf(0.025, 2 * 125) / 2, stats.chi2.ppf(0.975, 2 * 126) / 2
    assert shown["value"] == "125"
    assert int(shown["low"]) <= low < int(shown["low"]) + 1
    assert int(shown["high"]) - 1 < high <= int(shown["high"])
    assert shown["rate"] == "10.2"


def test_chance_is_not_reported_as_change(picture):
    verdict = nuisance(picture)["verdict"]
    assert verdict["label"] == "Geen aantoonbare verandering"
    assert verdict["sentence"] == (
        "131 in 2024 en 125 in 2025. Zulke verschillen komen ook door toeval voor."
    )


def test_areas_are_classed_against_the_rest_and_small_counts_are_hidden(picture):
    shown = {area["name"]: area for area in nuisance(picture)["areas"]}
    assert (shown["Centrum"]["verdict"], shown["Zandwijk"]["verdict"]) == ("higher", "lower")
    assert shown["Het Rietland"]["rate"] is None


def test_a_year_without_a_figure_is_missing_and_not_zero(picture, adviser):
    cut = screen_export({"Molendrecht": ["."]}, [2022])
    load_figures(by=adviser, reading=read_file(cut, "herzien.csv", date(2026, 3, 3)))
    year = next(one for one in nuisance(picture)["years"] if one["year"] == 2022)
    assert (year["status"], year["value"]) == ("missing", None)


def test_a_small_count_is_nowhere_in_the_content(picture, adviser):
    """Not itself, not by subtraction from the total, not in its rate."""
    small = screen_export(
        {"Molendrecht": [125], "Centrum": [90], "Zandwijk": [32], "Het Rietland": [3]}, [2025]
    )
    load_figures(by=adviser, reading=read_file(small, "klein.csv", date(2026, 3, 3)))
    areas = nuisance(picture)["areas"]
    shown = {area["name"]: area["count"] for area in areas}
    assert shown["Het Rietland"] == "< 5"
    assert shown["Zandwijk"] == "niet getoond"
    assert all(area["rate"] is None for area in areas if not area["count"].isdecimal())


@given(
    counts=st.lists(st.integers(0, 12), min_size=2, max_size=4),
    elsewhere=st.integers(0, 6),
)
def test_no_hidden_small_count_follows_from_what_is_shown(counts, elsewhere):
    """An obvious enemy tries every way to fill in the hidden counts that fits what is shown."""
    total = sum(counts) + elsewhere
    hidden = hidden_parts(counts, total)
    small = [place for place, kind in enumerate(hidden) if kind == "small"]
    unknown = [place for place, kind in enumerate(hidden) if kind]
    shown = sum(count for count, kind in zip(counts, hidden, strict=True) if not kind)
    rest = total - shown
    fits = [
        guess
        for guess in itertools.product(range(rest + 1), repeat=len(unknown))
        if sum(guess) <= rest and all(1 <= guess[unknown.index(place)] <= 4 for place in small)
    ]
    for place in unknown:
        if 0 < counts[place] < 5:
            assert len({guess[unknown.index(place)] for guess in fits}) > 1


def test_what_is_shown_is_not_small(picture):
    for count in range(1, 5):
        assert hidden_parts([count, 50, 60], 200)[0] == "small"
        assert hidden_parts([count, 0, 0], count) == ["complementary"] * 3


def test_a_definition_that_the_municipality_changed_is_what_the_page_shows(
    picture, adviser, administrator
):
    change_definition(
        by=administrator,
        kind=kinds.kind("indicators"),
        code="overlast-totaal",
        values={"short_name": "Hinder"},
        reason="Zo noemen wij het.",
        based_on=0,
    )
    assert nuisance(picture)["short_name"] == "Hinder"


def test_the_rules_behind_the_verdicts_are_frozen_with_them(picture, adviser):
    change_definition(
        by=adviser, kind=kinds.kind("rules"), code="rekenregels", based_on=0, reason="Proef.",
        values={"map_certainty": 95},
    )  # fmt: skip
    rules = build_content(picture)["rules"]
    assert (rules["map_certainty"], rules["chance_findings"]) == ("95", "5")


def test_building_takes_a_fixed_number_of_queries(picture, django_assert_max_num_queries):
    with django_assert_max_num_queries(22):
        build_content(picture)


@pytest.mark.parametrize(
    ("value", "words"),
    [("3", "ligt onder"), ("10", "past bij"), ("30", "ligt boven"), (None, "geen cijfer")],
)
def test_the_course_is_concluded_in_words(value, words):
    last = {"year": 2025, "value": value, "expected": {"low": "5", "high": "20", "mean": "10.0"}}
    assert words in course_conclusion("Overlast", last)


def test_without_enough_years_nothing_is_concluded():
    last = {"year": 2025, "value": "3", "expected": None}
    assert "te weinig jaren" in course_conclusion("Overlast", last)


def test_areas_are_named_without_a_ranking():
    areas = [{"name": name, "verdict": kind} for name, kind in [("B", "higher"), ("A", "higher")]]
    assert area_conclusion(areas) == "Hoger dan de rest: B en A"
    assert area_conclusion([]) == "Geen gebied is van de rest te onderscheiden"
    assert listed(["a", "b", "c"]) == "a, b en c"


def test_the_lead_says_nothing_the_verdicts_do_not():
    assert lead_of({"indicators": []}) == "Over dit thema zijn nog geen cijfers ingelezen."
    one = {"short_name": "Overlast", "verdict": {"kind": "none"}}
    assert lead_of({"indicators": [one]}) == "Geen aantoonbare verandering: overlast."
