"""Shares with their margins: every one of the reference, and sound at the edges."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from integraal.statistics.weighting import compare_groups, estimate_mean, estimate_share, rake
from tests.statistics.weighting import poll, slow_weighting

EXPECTED = poll.rows("poll_expected.csv")


@pytest.fixture(scope="module")
def made():
    categories, margins = poll.categories(), poll.margins()
    return {
        "rake": rake(categories, margins),
        "rake_trim": rake(categories, margins, bounds=(0.3, 3)),
    }


@pytest.mark.parametrize("kind", sorted({row["ci_method"] for row in EXPECTED}))
@pytest.mark.parametrize("variance", sorted({row["variance"] for row in EXPECTED}))
def test_every_share_is_that_of_the_reference(made, kind, variance):
    rows = [row for row in EXPECTED if (row["ci_method"], row["variance"]) == (kind, variance)]
    weights, how = variance.rsplit("_", 1)
    for row in rows:
        found = estimate_share(
            poll.question(row["question"]),
            made[weights],
            calibrated_on=poll.categories() if how == "calibrated" else None,
            interval=kind.split("_")[0],
        )
        limits = 1e-3 if kind == "likelihood" else 1e-8
        assert found.value == pytest.approx(float(row["est"]), abs=1e-8)
        assert found.standard_error == pytest.approx(float(row["se"]), abs=1e-8)
        assert found.lower == pytest.approx(float(row["lo"]), abs=limits)
        assert found.upper == pytest.approx(float(row["hi"]), abs=limits)
        assert found.n == int(row["n"])
        assert found.effective_n == pytest.approx(float(row["n_eff_kish"]), abs=1e-6)


def test_weighting_a_self_selected_poll_does_not_find_the_truth(made):
    """The true share is 0.719; weighting moved the answer away from it."""
    plain = estimate_share(poll.question("q1"), np.ones(294))
    weighted = estimate_share(poll.question("q1"), made["rake"], calibrated_on=poll.categories())
    assert plain.value == pytest.approx(0.668, abs=0.001)
    assert weighted.upper < 0.719


def test_the_share_of_a_group_is_that_of_the_reference(made):
    answers, sex = poll.question("q1"), poll.categories()["sex"]
    for label, value, error in (
        ("m", 0.6479394151751, 0.05159172503236),
        ("v", 0.6107331984698, 0.04461296685935),
    ):
        only = np.where(sex == label, answers, np.nan)
        found = estimate_share(only, made["rake"], calibrated_on=poll.categories())
        assert found.value == pytest.approx(value, abs=1e-6)
        assert found.standard_error == pytest.approx(error, abs=1e-6)


@given(
    st.lists(st.tuples(st.integers(0, 1), st.floats(0.5, 3)), min_size=30, max_size=60),
)
def test_the_error_is_near_that_of_leaving_out_one_at_a_time(people):
    indicator, weights = [yes for yes, _ in people], [weight for _, weight in people]
    found = estimate_share(indicator, weights)
    slow = slow_weighting.jackknife(indicator, weights)
    assert found.standard_error == pytest.approx(slow, rel=0.15, abs=1e-3)


@given(
    st.lists(st.integers(0, 1), min_size=2, max_size=40),
    st.sampled_from(["logit", "beta", "mean", "likelihood", "wilson"]),
)
def test_yes_and_no_are_each_others_mirror_and_the_share_lies_within(answers, kind):
    answers = np.array(answers, dtype=float)
    yes = estimate_share(answers, np.ones(answers.size), interval=kind)
    no = estimate_share(1 - answers, np.ones(answers.size), interval=kind)
    assert yes.lower <= yes.value <= yes.upper
    assert no.lower == pytest.approx(1 - yes.upper, abs=1e-9)


@pytest.mark.parametrize("kind", ["logit", "beta", "mean", "likelihood", "wilson"])
def test_nobody_saying_yes_still_leaves_room(kind):
    found = estimate_share(np.zeros(30), np.ones(30), interval=kind)
    assert (found.value, found.lower) == (0.0, 0.0)
    assert 0.05 < found.upper < 0.2
    everybody = estimate_share(np.ones(30), np.ones(30), interval=kind)
    assert everybody.upper == pytest.approx(1.0)
    assert everybody.lower == pytest.approx(1 - found.upper, abs=1e-9)


def test_one_answer_says_nothing_and_no_answer_less():
    one = estimate_share([1.0, np.nan], [1.0, 2.0])
    assert (one.lower, one.upper, one.n) == (0.0, 1.0, 1)
    none = estimate_share([np.nan, np.nan], [1.0, 2.0])
    assert np.isnan(none.value)
    assert none.n == 0


def test_a_wider_confidence_gives_a_wider_margin(made):
    narrow = estimate_share(poll.question("q3"), made["rake"], confidence=0.8)
    wide = estimate_share(poll.question("q3"), made["rake"], confidence=0.99)
    assert wide.lower < narrow.lower < narrow.upper < wide.upper


def test_a_mean_of_zeros_and_ones_is_a_share(made):
    answers = poll.question("q2")
    share = estimate_share(answers, made["rake"], interval="mean")
    mean = estimate_mean(answers, made["rake"])
    assert (mean.value, mean.lower, mean.upper) == (share.value, share.lower, share.upper)
    assert np.isnan(estimate_mean([np.nan], [1.0]).value)


def test_groups_are_compared_as_in_the_reference(made):
    categories = poll.categories()
    q2, q3 = ([one[name] for one in poll.rows("poll.csv")] for name in ("q2", "q3"))
    by_sex = compare_groups(q2, categories["sex"], made["rake"], calibrated_on=categories)
    assert by_sex.f == pytest.approx(0.7349891763364, abs=1e-6)
    assert (by_sex.numerator_df, by_sex.denominator_df) == (pytest.approx(1), pytest.approx(293))
    assert by_sex.p_value == pytest.approx(0.3919714450795, abs=1e-6)
    by_age = compare_groups(q3, categories["age"], made["rake"], calibrated_on=categories)
    assert by_age.f == pytest.approx(0.6996312504221, abs=1e-6)
    assert by_age.numerator_df == pytest.approx(2.238082201775, abs=1e-6)
    assert by_age.denominator_df == pytest.approx(655.758085120056, abs=1e-4)
    assert by_age.p_value == pytest.approx(0.5124287855934, abs=1e-6)
    assert by_age.chi_square == pytest.approx(3.773304040067, abs=1e-6)
    assert by_age.chi_square_p == pytest.approx(0.5521365974139, abs=1e-6)


def test_with_equal_weights_the_test_is_nearly_pearsons():
    rng = np.random.default_rng(4)
    groups, answers = rng.integers(0, 3, 400), rng.integers(0, 2, 400)
    found = compare_groups(answers, groups, np.ones(400))
    assert found.f == pytest.approx(found.chi_square / 2, rel=0.02)
    assert found.counts.sum() == 400
    np.testing.assert_allclose(found.shares.sum(axis=1), 1)


def test_one_group_or_one_answer_gives_no_test():
    assert np.isnan(compare_groups(["ja", "nee"], ["x", "x"], [1, 1]).p_value)
    assert np.isnan(compare_groups(["ja", "ja"], ["x", "y"], [1, 1]).p_value)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: estimate_share([2.0], [1.0]), "1 for yes"),
        (lambda: estimate_share([1.0, 0.0], [1.0]), "one weight"),
        (lambda: estimate_share([1.0], [0.0]), "above zero"),
        (lambda: estimate_share([1.0, 0.0], [1, 1], interval="x"), "interval"),
        (lambda: compare_groups(["a"], ["b", "c"], [1]), "one answer and one group"),
        (lambda: compare_groups([None], ["b"], [1]), "Nobody"),
    ],
)
def test_what_makes_no_sense_is_refused(call, words):
    with pytest.raises(ValueError, match=words):
        call()
