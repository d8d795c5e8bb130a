"""Every figure beside something else, all of one kind judged as one family."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from integraal.knowledge.figures.beside_others.comparison import cautious_ratio, ratio_beyond
from integraal.knowledge.figures.beside_others.judging import beside_expected, beside_together
from integraal.statistics.expectation import expected_from_years
from integraal.statistics.wording import Limits
from tests.knowledge.figures.beside_others.given import counted, figure, rest, told
from tests.statistics import slow

LIMITS = Limits()
COUNTS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 400)), min_size=1, max_size=8)


def beside(pairs, limits=LIMITS):
    """Own counts of 12,000 people beside counts of 60,000 others."""
    figures = [
        (counted(place), figure(counted(place), own), rest(others, 60_000))
        for place, (own, others) in enumerate(pairs)
    ]
    return beside_together("region", figures, limits)


@given(COUNTS)
@settings(max_examples=60, deadline=None)
def test_what_stands_out_is_what_a_slow_reckoning_finds(pairs):
    tested = [pair for pair in pairs if max(pair[0], pair[1] / 5) >= 5]
    p_values = [slow.central_p(own, 1, others, 5, half=True) for own, others in tested]
    slowly = [p < 0.05 for p in slow.adjusted(p_values)] if p_values else []
    found = beside(pairs)
    quick = [one.stands_out for one in found.made.values() if one.tested]
    assert quick == slowly
    assert found.tested == len(tested)


@given(COUNTS, st.randoms(use_true_random=False))
@settings(max_examples=30, deadline=None)
def test_the_order_changes_no_verdict(pairs, random):
    order = list(range(len(pairs)))
    random.shuffle(order)
    first = [one.verdict for one in beside(pairs).made.values()]
    again = [one.verdict for one in beside([pairs[each] for each in order]).made.values()]
    assert again == [first[each] for each in order]


@given(COUNTS, st.integers(1, 20))
@settings(max_examples=30, deadline=None)
def test_more_comparisons_that_show_nothing_never_make_more_stand_out(pairs, more):
    few = beside(pairs)
    many = beside([*pairs, *[(20, 100)] * more])
    assert {code for code, one in many.made.items() if one.stands_out} <= {
        code for code, one in few.made.items() if one.stands_out
    }


def test_too_few_cases_are_not_tested_and_do_not_count():
    found = beside([(1, 10), (40, 60)])
    assert told(found) == {"cijfer-00": ("few", False), "cijfer-01": ("higher", True)}
    assert found.as_json() == {
        "kind": "region", "made": 1, "stand_out": 1, "by_chance": "0.1",
    }  # fmt: skip


def test_two_rounded_counts_are_not_compared_and_it_says_why():
    one = counted(1)
    found = beside_together(
        "country", [(one, figure(one, 40, rounded_to=5), rest(300, 60_000, step=5))], LIMITS
    )
    assert found.made == {}
    assert "rondt beide aantallen af" in found.refused[one.code]


def test_a_stricter_municipality_sees_less():
    pairs = [(33, 100), (20, 100)]
    assert told(beside(pairs))["cijfer-00"] == ("higher", True)
    assert told(beside(pairs, Limits(demonstrable=0.01)))["cijfer-00"] == ("none", False)


@pytest.mark.parametrize(("aim", "favourable"), [("down", False), ("up", True), ("none", None)])
def test_what_is_favourable_follows_from_the_aim(aim, favourable):
    one = counted(1, aim=aim)
    found = beside_together("region", [(one, figure(one, 40), rest(60, 60_000))], LIMITS)
    assert found.made[one.code].verdict.favourable is favourable


def test_the_rest_is_told_as_a_rate_with_its_margin():
    one = beside([(40, 60)]).made["cijfer-00"]
    assert (one.value, one.unit, one.n) == ("1.0", "per 1.000 inwoners", 12)
    assert float(one.low) < 1 < float(one.high)
    assert one.verdict.sentence == "40; bij het cijfer van de anderen 12."


def year_before(counts, now):
    one = counted(1)
    before = dict(zip(range(2020, 2025), counts, strict=True))
    return beside_expected([(one, figure(one, now), expected_from_years(2025, before))], LIMITS)


@pytest.mark.parametrize(
    ("counts", "now", "said"),
    [
        ((80, 90, 85, 88, 82), 60, ("below", True)),
        ((80, 90, 85, 88, 82), 84, ("none", False)),
        ((9, 11, 8, 10, 9), 24, ("above", True)),
        ((1, 0, 2, 1, 1), 3, ("few", False)),
        ((1, 0, 0, 1, 0), 12, ("above", True)),
    ],
)
def test_a_year_beside_the_years_before(counts, now, said):
    assert told(year_before(counts, now)) == {"cijfer-01": said}


def test_nothing_is_infinitely_far():
    found = year_before((30, 31, 29, 30, 30), 0).made["cijfer-01"]
    assert found.stands_out
    assert 0 < found.ratio < 0.1
    assert math.isfinite(math.log(found.ratio))


@given(st.floats(0.01, 100), st.floats(1, 100))
def test_the_cautious_end_never_says_more_than_the_margin(ratio, width):
    lower, upper = ratio / width, ratio * width
    found = cautious_ratio(lower, upper)
    assert min(1, lower) <= found <= max(1, upper)
    assert (found == 1) == (lower <= 1 <= upper)


@given(st.integers(0, 500), st.integers(0, 200), st.integers(0, 200))
def test_within_a_band_there_is_no_difference(count, low, width):
    found = ratio_beyond(count, low, low + width)
    assert (found == 1) == (low <= count <= low + width)
    assert found > 0
