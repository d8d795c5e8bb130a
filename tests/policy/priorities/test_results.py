"""What a closed round says, worked out by hand; and what it never tells."""

from __future__ import annotations

import itertools

import pytest

from integraal.policy.priorities.result_words import (
    agreement_say,
    change_say,
    firmness_say,
    spread_words,
    talk_say,
)
from integraal.policy.priorities.results import Counted, changes, result_of
from integraal.policy.priorities.rules import groups_apart

THEMES = ("a", "b", "c", "d")
CRITERIA = ("impact", "trend")
NAMES = {"a": "Ondermijning", "b": "Jeugd", "c": "Digitaal", "d": "Verkeer"}


def ballot(group="", points=None, **marks):
    """Marks as a=(4, 2): a theme and its mark per criterion, None for one that is left open."""
    rows = {
        theme: {code: one for code, one in zip(CRITERIA, given, strict=True) if one is not None}
        for theme, given in marks.items()
    }
    return Counted(group, rows, points or {})


def same(group, count, **marks):
    return [ballot(group, **marks) for _ in range(count)]


def test_means_order_and_spread_as_by_hand():
    result = result_of(
        [
            ballot(a=(5, 5), b=(3, 1), c=(1, 1), d=(3, 1)),
            ballot(a=(4, 4), b=(5, 3), c=(1, 2), d=(5, 3)),
        ],
        THEMES,
        CRITERIA,
        top=2,
    )
    first = result.of("a")
    assert (first.n, first.means, first.score, first.place) == (
        2,
        {"impact": 4.5, "trend": 4.5},
        4.5,
        1,
    )
    assert [one.value for one in first.marks] == [4, 5]
    assert first.median == 4.5
    assert first.spread == pytest.approx(0.5**0.5)
    assert [(one.code, one.place) for one in result.themes] == [
        ("a", 1),
        ("b", 2),
        ("d", 2),
        ("c", 4),
    ]
    assert [one.code for one in result.leaders] == ["a", "b", "d"]


def test_points_are_the_weights_and_without_points_criteria_weigh_the_same():
    marks = {"a": (5, 1), "b": (1, 5), "c": (3, 3), "d": (1, 1)}
    even = result_of([ballot(**marks)], THEMES, CRITERIA)
    assert (even.weights, even.n_weights) == ({"impact": 0.5, "trend": 0.5}, 0)
    assert even.of("a").place == even.of("b").place == even.of("c").place == 1
    given = [
        ballot(points={"impact": 80, "trend": 20}, **marks),
        ballot(points={"impact": 60, "trend": 40}, **marks),
        ballot(**marks),
    ]
    weighed = result_of(given, THEMES, CRITERIA)
    assert weighed.weights == pytest.approx({"impact": 0.7, "trend": 0.3})
    assert weighed.n_weights == 2
    assert weighed.of("a").score == pytest.approx(0.7 * 5 + 0.3 * 1)
    assert [one.code for one in weighed.themes] == ["a", "c", "b", "d"]


def test_a_mark_that_was_left_open_counts_as_missing_and_not_as_nought():
    result = result_of([ballot(a=(4, None)), ballot(a=(2, 5)), ballot()], ("a", "b"), CRITERIA)
    one = result.of("a")
    assert (one.n, one.n_per) == (2, {"impact": 2, "trend": 1})
    assert one.score == pytest.approx((3 + 5) / 2)
    assert [mark.value for mark in one.marks] == [3.5, 4]
    other = result.of("b")
    assert (other.n, other.score, other.place) == (0, None, None)
    assert result.themes[-1] is other


def test_the_share_of_weightings_in_the_top_is_the_share_of_the_simplex():
    """With two criteria: a leads where the weight of impact is above one third."""
    result = result_of([ballot(a=(5, 3), b=(3, 4), c=(1, 1))], ("a", "b", "c"), CRITERIA, top=1)
    assert result.of("a").in_top == pytest.approx(2 / 3, abs=0.002)
    assert result.of("b").in_top == pytest.approx(1 / 3, abs=0.002)
    assert result.of("c").in_top == 0
    assert result.is_firm is False
    said = firmness_say(result, NAMES)
    assert said.startswith("De eerste plaats is niet vast. Van de 100 wegingen staat Ondermijning")
    assert "bij 66" in said
    assert "Het gaat om 1 stembriefje: dat is weinig." in said


def test_a_top_that_stands_under_every_weighting_is_firm():
    result = result_of(same("", 6, a=(5, 5), b=(4, 4), c=(2, 1), d=(1, 2)), THEMES, CRITERIA, top=2)
    assert result.is_firm is True
    assert firmness_say(result, NAMES) == (
        "De eerste twee zijn vast: dat blijft zo bij alle 100 wegingen."
    )


def test_a_shared_last_place_is_not_firm_and_says_who_share_it():
    result = result_of(same("", 6, a=(5, 5), b=(3, 3), c=(3, 3), d=(1, 1)), THEMES, CRITERIA, top=2)
    assert result.is_firm is False
    assert "Jeugd en Digitaal staan gelijk" in firmness_say(result, NAMES)


def test_dots_are_counted_with_noughts_and_weighing_changes_nothing():
    given = [
        Counted("", {"a": {"dots": 3}, "b": {"dots": 2}}, {}),
        Counted("", {"a": {"dots": 5}}, {}),
    ]
    result = result_of(given, ("a", "b", "c"), ("dots",), top=1)
    assert [one.score for one in result.themes] == [4, 1, 0]
    assert [one.value for one in result.of("b").marks] == [0, 2]
    assert result.is_firm is None
    assert "Er is één telling" in firmness_say(result, NAMES)
    assert spread_words(result.of("b")) == "1 van 2 gaven stippen"


def test_nothing_and_nobody_is_no_error():
    result = result_of([], THEMES, CRITERIA)
    assert (result.n, result.leaders, result.is_firm) == (0, (), None)
    assert firmness_say(result, NAMES) == "Nog geen thema heeft een score."
    assert "te weinig" in agreement_say(result)
    assert "te weinig" in talk_say(result, NAMES)


def test_agreement_is_told_with_its_number():
    united = same("", 4, a=(5, 5), b=(4, 4), c=(2, 2), d=(1, 1))
    assert agreement_say(result_of(united, THEMES, CRITERIA)).startswith(
        "Over de volgorde is men het in grote lijnen eens (Kendalls W is 1,00; "
    )
    turned = [ballot(a=(5, 5), b=(1, 1)), ballot(a=(1, 1), b=(5, 5))]
    said = agreement_say(result_of(turned, ("a", "b"), CRITERIA))
    assert "weinig eens" in said
    assert "2 stembriefjes" in said


def test_groups_that_lie_apart_are_what_to_talk_about():
    given = same("entrepreneur", 5, a=(5, 4), b=(3, 3)) + same("resident", 6, a=(2, 2), b=(3, 3))
    result = result_of(given, ("a", "b"), CRITERIA)
    assert result.groups == {"entrepreneur": 5, "resident": 6}
    assert spread_words(result.of("a")) == "groepen verschillen"
    assert spread_words(result.of("b")) == "eens: midden"
    assert talk_say(result, NAMES) == (
        "Ondernemers (5) gaven gemiddeld 4,5 aan Ondermijning, inwoners (6) gaven 2,0. "
        "Wat ziet de een dat de ander niet ziet?"
    )


def test_a_group_of_four_is_nowhere_told_apart():
    given = same("staff", 4, a=(1, 1), b=(1, 1)) + same("council", 9, a=(5, 5), b=(4, 4))
    result = result_of(given, ("a", "b"), CRITERIA)
    assert "staff" not in result.groups
    for theme in result.themes:
        assert "staff" not in theme.groups
        assert all(mark.group != "staff" for mark in theme.marks)


def test_of_a_group_of_five_four_marks_of_one_theme_are_not_told_apart():
    given = [*same("staff", 4, a=(1, 1), b=(1, 1)), ballot("staff", b=(2, 2))]
    result = result_of(given + same("council", 9, a=(5, 5), b=(4, 4)), ("a", "b"), CRITERIA)
    assert "staff" in result.of("b").groups
    assert {mark.group for mark in result.of("a").marks} == {""}


@pytest.mark.parametrize("counts", list(itertools.product([0, 1, 4, 5, 9], repeat=3)))
def test_what_is_left_without_a_group_is_never_one_to_four(counts):
    named = dict(zip(("x", "y", "z"), counts, strict=True))
    apart = groups_apart(named)
    assert all(named[one] >= 5 for one in apart)
    assert sum(count for one, count in named.items() if one not in apart) not in (1, 2, 3, 4) or (
        not apart
    )


def test_two_rounds_beside_each_other():
    first = result_of(same("", 5, a=(3, 3), b=(4, 4)), ("a", "b"), CRITERIA)
    second = result_of(same("", 5, a=(5, 5), b=(4, 4)), ("a", "b"), CRITERIA)
    found = {one.code: one for one in changes(first, second)}
    assert (found["a"].score, found["a"].places) == (2, 1)
    assert change_say(found["a"]) == "3,0 werd 5,0 (2,0 hoger), van plaats 2 naar 1"
    assert change_say(found["b"]) == "4,0 werd 4,0 (gelijk), van plaats 1 naar 2"


def test_no_order_of_ballots_shows_in_the_result():
    given = [
        ballot("", a=(5, 1), b=(2, 2)),
        ballot("", a=(1, 1), b=(4, 4)),
        ballot("", a=(3, 3), b=(1, 5)),
    ]
    results = [result_of(list(one), ("a", "b"), CRITERIA) for one in itertools.permutations(given)]
    assert all(one.themes == results[0].themes for one in results)
