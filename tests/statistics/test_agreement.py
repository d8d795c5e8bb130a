"""How far do raters agree, and how firm is the order over weightings and groups?"""

import json
from time import perf_counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from integraal.statistics.ranking import kendall_w, leave_one_group_out, smaa, weighted_sum
from tests.reference_results.tables import HERE
from tests.statistics import slow_ranking

MCDA = json.loads((HERE / "mcda" / "mcda.json").read_text())
TIES = json.loads((HERE / "mcda" / "ties.json").read_text())
RATINGS = st.integers(2, 6).flatmap(
    lambda items: st.lists(
        st.lists(st.integers(0, 4), min_size=items, max_size=items), min_size=2, max_size=6
    )
)
UTILITIES = st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), min_size=1, max_size=5)


@pytest.mark.parametrize("name", ["three_raters_six_items", "perfect"])
def test_agreement_equals_the_reference(name):
    case = MCDA["kendall"][name]
    found = kendall_w(case["ratings"])
    assert_allclose([found.w, found.chi2], [case["W"], case["chi2"]], rtol=1e-10)
    assert_allclose(found.p_value, case["p"], rtol=1e-9)
    assert (found.raters, found.items) == (case["m"], case["k"])


def test_agreement_with_ties_equals_friedman_also_with_a_rating_missing():
    ratings = np.array(TIES["ratings"], dtype=float)
    whole = kendall_w(ratings)
    assert_allclose([whole.chi2, whole.p_value], [TIES["chi2"], TIES["p_value"]], rtol=1e-9)
    ratings[tuple(TIES["missing"])] = np.nan
    without = kendall_w(ratings)
    assert without.raters == 5
    assert_allclose(without.chi2, TIES["chi2_with_missing"], rtol=1e-9)
    assert_allclose(without.p_value, TIES["p_value_with_missing"], rtol=1e-9)


def test_a_missing_rating_may_cost_the_item_instead():
    ratings = [[1, 2, 3, 9], [1, 2, 3, np.nan], [np.nan] * 4]
    assert kendall_w(ratings, leave_out="items").w == 1
    assert kendall_w(ratings, leave_out="items").items == 3
    assert kendall_w(ratings).strength == "undefined"


@given(RATINGS)
def test_agreement_equals_sums_of_squares_in_fractions(ratings):
    slow, found = slow_ranking.kendall_w(ratings), kendall_w(ratings)
    if slow is None:
        assert np.isnan(found.w)
        assert (found.chi2, found.p_value) == (0, 1)
    else:
        assert_allclose(found.w, float(slow), atol=1e-12)


@given(RATINGS, st.randoms(use_true_random=False))
def test_agreement_does_not_depend_on_order_or_scale(ratings, random):
    given = kendall_w(ratings)
    rows = [[3 * each + 2 for each in row] for row in ratings]
    random.shuffle(rows)
    assert_allclose(kendall_w(rows).w, given.w)
    assert np.isnan(given.w) or 0 <= given.w <= 1


@pytest.mark.parametrize("ratings", [[[1, 2, 3]], [[1], [2]], [[2, 2], [3, 3]], np.empty((0, 3))])
def test_where_agreement_does_not_exist_nothing_is_claimed(ratings):
    found = kendall_w(ratings)
    assert (found.strength, found.chi2, found.p_value) == ("undefined", 0, 1)


@pytest.mark.parametrize("ratings", [[1, 2], [[1, np.inf], [1, 2]]])
def test_ratings_must_be_a_table_of_numbers(ratings):
    with pytest.raises(ValueError, match="row for each rater"):
        kendall_w(ratings)


def test_acceptability_equals_the_exact_shares():
    case = MCDA["smaa_exact_2crit"]
    found = smaa(case["utilities"])
    assert_allclose(found.acceptability[:, 0], case["first_rank_acceptability"], atol=0.001)
    assert_allclose(found.pairwise[0, 1], case["pairwise_AB"], atol=0.001)


def test_acceptability_equals_the_reference_in_under_a_second():
    case = MCDA["smaa_mc"]
    start = perf_counter()
    found = smaa(case["minmax_utilities"], draws=200_000)
    seconds = perf_counter() - start
    assert_allclose(found.acceptability, case["rank_acceptability"], atol=case["tolerance_abs"])
    expected = np.array(case["central_weight_first"], dtype=float)
    assert np.isnan(found.central_weights[0]).all()
    assert_allclose(found.central_weights[1:], expected[1:], atol=0.01)
    assert seconds < 5  # measured under half a second; room for a busy machine


@given(UTILITIES)
def test_acceptability_with_two_criteria_equals_walking_along_all_weights(utilities):
    found = smaa(utilities, draws=4096)
    slow = np.array(slow_ranking.acceptability_two_criteria(utilities), dtype=float)
    assert_allclose(found.acceptability, slow, atol=0.005)
    assert_allclose(found.acceptability.sum(axis=0), 1)
    assert_allclose(found.acceptability.sum(axis=1), 1)
    assert_allclose(found.pairwise + found.pairwise.T, 1)


def test_the_same_seed_gives_the_same_and_portions_change_nothing_much():
    utilities = np.random.default_rng(3).random((7, 4))
    assert smaa(utilities, draws=999).acceptability.tolist() == (
        smaa(utilities, draws=999).acceptability.tolist()
    )
    several = smaa(np.tile(utilities, (40, 1)), draws=20_000)
    assert_allclose(
        several.acceptability.sum(axis=1), 1, err_msg="280 alternatives need several portions"
    )


def test_equals_divide_their_places_evenly():
    found = smaa([[1, 1], [1, 1], [0, 0]], draws=100)
    assert_allclose(found.acceptability, [[0.5, 0.5, 0], [0.5, 0.5, 0], [0, 0, 1]])
    assert found.in_top(2).tolist() == [1, 1, 0]
    assert found.in_top(9).tolist() == [1, 1, 1]


def test_weights_of_participants_are_each_taken_once():
    utilities = [[1, 0], [0, 1]]
    found = smaa(utilities, [[70, 30], [20, 80], [10, 90]])
    assert found.draws == 3
    assert_allclose(found.acceptability, [[1 / 3, 2 / 3], [2 / 3, 1 / 3]])
    assert_allclose(found.central_weights, [[0.7, 0.3], [0.15, 0.85]])
    assert smaa(utilities, [0.7, 0.3]).in_top(1).tolist() == [1, 0]


def test_a_cloud_around_participants_gets_tighter_with_concentration():
    utilities, weights = [[1, 0], [0, 1]], [[0.6, 0.4]]
    loose, tight = (
        smaa(utilities, weights, 20_000, concentration=c).in_top(1)[0] for c in (5, 500)
    )
    assert 0.6 < loose < 0.75
    assert tight > 0.999


def test_a_criterion_without_weight_stays_without():
    found = smaa([[0, 1], [1, 0]], [[1, 0]], 1000, concentration=10)
    assert found.in_top(1).tolist() == [0, 1]


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        ({"draws": 0}, "above zero"),
        ({"concentration": 0}, "above zero"),
        ({"weights": [1, 2, 3]}, "one weight for each"),
        ({"weights": np.ones((2, 2, 2))}, "row for each participant"),
        ({"weights": np.empty((0, 2))}, "row for each participant"),
    ],
)
def test_impossible_weightings_are_refused(call, sentence):
    with pytest.raises(ValueError, match=sentence):
        smaa([[1, 0], [0, 1]], **call)


def test_one_group_that_turns_the_top_is_named():
    utilities = [[10, 0], [6, 6], [0, 10]]
    weights = [[90, 10]] * 3 + [[10, 90]] * 2
    found = leave_one_group_out(utilities, weights, ["council"] * 3 + ["police"] * 2, k=1)
    assert found.groups == ("council", "police")
    assert found.sizes.tolist() == [3, 2]
    assert found.rank.tolist() == [1, 2, 3]
    assert found.top_changes.tolist() == [True, False]
    assert found.entered[0].tolist() == [False, False, True]
    assert found.dropped[0].tolist() == [True, False, False]
    only_police = weighted_sum(utilities, [10, 90]).rank
    assert found.rank_without[0].tolist() == only_police.tolist()


@pytest.mark.parametrize(
    ("groups", "k", "sentence"),
    [(["a", "a"], 1, "at least two"), (["a"], 1, "each participant"), (["a", "b"], 0, "one place")],
)
def test_groups_must_make_sense(groups, k, sentence):
    with pytest.raises(ValueError, match=sentence):
        leave_one_group_out([[1, 2], [2, 1]], [[50, 50], [60, 40]], groups, k=k)


def test_the_top_holds_at_least_one_place():
    with pytest.raises(ValueError, match="one place"):
        smaa([[1.0]]).in_top(0)
