"""What a page may say about a change: the closed list, word for word."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integraal.knowledge.figures.estimates import AreaRef, suppressed, without_value
from integraal.knowledge.figures.verdicts import NotComparable, change_p, compare, compare_family
from tests.knowledge.figures.figures import about, figure

COUNTS = st.integers(0, 3000)
AIMS = st.sampled_from(["down", "up", "none"])


def verdict(earlier: int, later: int, aim="down", **more):
    return compare(figure(earlier, 2024, **more), figure(later, 2025, **more), aim)


def test_a_difference_that_chance_explains_is_no_demonstrable_change():
    result = verdict(131, 125)
    assert (result.kind, result.direction, result.favourable) == ("none", None, None)
    assert result.label == "Geen aantoonbare verandering"
    assert result.sentence == (
        "131 in 2024 en 125 in 2025. Zulke verschillen komen ook door toeval voor."
    )


def test_a_fall_is_told_in_counts_and_margins():
    result = verdict(88, 60)
    assert (result.kind, result.favourable) == ("down", True)
    assert result.label == "Aantoonbaar gedaald"
    assert result.sentence == "Van 88 naar 60; tussen 5 % en 52 % minder."


def test_a_rise_is_told_in_counts_and_margins():
    result = verdict(60, 88)
    assert (result.kind, result.favourable) == ("up", False)
    assert result.label == "Aantoonbaar gestegen"
    assert result.sentence == "Van 60 naar 88; tussen 5 % en 105 % meer."


def test_a_rise_that_was_meant_is_told_so():
    result = verdict(60, 88, "up")
    assert (result.label, result.favourable) == ("Aantoonbaar gestegen, zoals bedoeld", True)


def test_a_change_without_a_wished_direction_is_neither_good_nor_bad():
    assert verdict(60, 88, "none").favourable is None


def test_fewer_than_five_together_is_too_few():
    result = verdict(1, 3)
    assert (result.kind, result.label) == ("few", "Te weinig gevallen")
    assert result.sentence == "Te weinig om iets over verandering te zeggen."
    assert verdict(0, 5).kind != "few"


def test_a_small_difference_is_called_small():
    result = verdict(100_000, 95_000)
    assert (result.kind, result.direction) == ("small", "down")
    assert result.label == "Aantoonbaar maar klein verschil"
    assert result.sentence == "Van 100.000 naar 95.000; tussen 4 % en 6 % minder."


def test_a_margin_that_rounds_to_nothing_is_not_called_a_fall_of_nothing():
    assert verdict(10_000, 9_715).sentence == "Van 10.000 naar 9.715; hooguit 6 % minder."


@pytest.mark.parametrize(("earlier", "later"), [(0, 9), (4, 15), (19, 60)])
def test_under_twenty_cases_there_is_no_percentage(earlier, later):
    result = verdict(earlier, later)
    assert result.kind == "up"
    assert result.sentence == f"Van {earlier} naar {later}."


@given(COUNTS, COUNTS, AIMS)
def test_badge_sentence_and_colour_never_contradict_each_other(earlier, later, aim):
    result = verdict(earlier, later, aim)
    if result.direction is None:
        assert "%" not in result.sentence
        assert result.favourable is None
    else:
        assert result.direction == ("down" if later < earlier else "up")
        assert result.favourable == (None if aim == "none" else result.direction == aim)
        assert ("meer" in result.sentence) <= (later > earlier)
        assert ("minder" in result.sentence) <= (later < earlier)
    assert "%" not in result.sentence or earlier >= 20


@given(COUNTS, COUNTS)
def test_turning_time_round_turns_the_direction_round(earlier, later):
    there, back = verdict(earlier, later), verdict(later, earlier)
    turned = {"down": "up", "up": "down", None: None}
    assert back.direction == turned[there.direction]


@given(st.integers(0, 60), st.integers(0, 300))
def test_a_rounded_count_never_says_more_than_the_true_count_would(fives, later):
    earlier = fives * 5
    result = compare(figure(earlier, 2024, rounded_to=5), figure(later, 2025), "down")
    if result.direction:
        for first in (max(earlier - 2, 0), earlier + 2):
            assert verdict(first, later).direction == result.direction
        assert result.sentence.startswith(f"Van ongeveer {earlier} naar {later}")


@given(st.integers(0, 60), st.integers(0, 60))
def test_two_rounded_counts_are_never_tested_against_each_other(fives, others):
    earlier, later = (figure(fives * 5, 2024, rounded_to=5), figure(others * 5, 2025, rounded_to=5))
    result = compare(earlier, later, "down")
    assert (result.kind, result.direction, result.favourable) == ("no_data", None, None)
    assert change_p(earlier, later) is None


def test_two_rounded_counts_are_called_about_and_why_they_are_not_compared_is_said():
    assert verdict(90, 60, rounded_to=5).sentence == (
        "Ongeveer 90 in 2024 en ongeveer 60 in 2025. De bron rondt beide aantallen af; daarom "
        "vergelijken we ze niet."
    )


def test_label_and_sentence_stand_alone_too():
    assert verdict(7, 14).alone == (
        "Geen aantoonbare verandering (7 tegen 14; zulke verschillen komen ook door toeval voor)."
    )


def test_a_provisional_figure_is_named():
    result = compare(figure(88, 2024), figure(60, 2025, provisional=True), "down")
    assert result.sentence.endswith("Het cijfer over 2025 is voorlopig.")


@pytest.mark.parametrize("aim", ["down", "up"])
def test_a_missing_figure_gives_no_statement_about_change(aim):
    result = compare(without_value("missing", **about(2024)), figure(9, 2025), aim)
    assert (result.kind, result.direction, result.favourable) == ("no_data", None, None)
    assert result.label == "Geen vergelijking mogelijk"
    assert result.sentence == "Het aantal in 2024 is niet bekend."


def test_a_suppressed_figure_is_not_given_away():
    results = [
        compare(suppressed(figure(count, 2024), "small"), figure(9, 2025), "down")
        for count in (1, 4)
    ]
    assert results[0] == results[1]
    assert results[0].sentence == "Het aantal in 2024 tonen we niet, om personen te beschermen."


def test_many_comparisons_together_ask_for_stronger_proof():
    fall = (figure(88, 2024), figure(60, 2025), "down")
    still = (figure(50, 2024), figure(50, 2025), "down")
    few = (figure(1, 2024), figure(1, 2025), "down")
    assert compare_family([fall])[0].kind == "down"
    results = compare_family([fall, *[still] * 9, few])
    assert [each.kind for each in results] == [*["none"] * 10, "few"]
    assert {each.comparisons for each in results} == {10}


def test_no_comparisons_is_no_problem():
    assert compare_family([]) == []


@pytest.mark.parametrize(
    "change",
    [
        {"indicator": "overval"},
        {"indicator_version": "2"},
        {"area": AreaRef("GM0405", "Hoorn", 2026)},
        {"period": figure(1, 2023).period},
        {"period": figure(1, 2024).period},
    ],
)
def test_figures_of_different_things_are_not_compared(change):
    with pytest.raises(NotComparable):
        compare(figure(88, 2024), replace(figure(60, 2025), **change), "down")
