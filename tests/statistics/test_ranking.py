"""Scores become an order: equal to reference results, to a slow second reckoning, and fair."""

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from integraal.statistics.ranking import (
    Preference,
    ahp,
    budget_weights,
    min_max_utilities,
    preference_index,
    promethee_ii,
    topsis,
    weighted_sum,
)
from tests.reference_results.tables import HERE
from tests.statistics import slow_ranking

MCDA = json.loads((HERE / "mcda" / "mcda.json").read_text())
SCORE = st.integers(0, 10)
FUNCTIONS = st.sampled_from(
    [
        ("usual", 0, 0, 0),
        ("u-shape", 2, 0, 0),
        ("v-shape", 0, 4, 0),
        ("level", 1, 3, 0),
        ("linear", 1, 5, 0),
        ("linear", 2, 2, 0),
        ("gaussian", 0, 0, 2.5),
    ]
)


@st.composite
def tables(draw, most=6):
    rows, columns = draw(st.integers(1, most)), draw(st.integers(1, 5))
    matrix = [[draw(SCORE) for _ in range(columns)] for _ in range(rows)]
    weights = [draw(st.integers(1, 9)) for _ in range(columns)]
    directions = [draw(st.sampled_from([1, -1])) for _ in range(columns)]
    return matrix, weights, directions, [draw(FUNCTIONS) for _ in range(columns)]


@pytest.mark.parametrize("name", ["all_usual", "safety"])
def test_promethee_equals_the_reference(name):
    case = MCDA["promethee"][name]
    functions = list(zip(case["type"], case["q"], case["p"], case["sigma"], strict=True))
    call = case["matrix"], case["weights"], case["sign"], functions
    flows = promethee_ii(*call)
    assert_allclose(preference_index(*call), case["pi"], atol=1e-10)
    assert_allclose(flows.positive, case["phi_plus"], atol=1e-10)
    assert_allclose(flows.negative, case["phi_minus"], atol=1e-10)
    assert_allclose(flows.net, case["phi"], atol=1e-10)
    assert flows.rank.tolist() == case["rank"]


@given(tables())
def test_promethee_equals_going_through_all_pairs(case):
    flows = promethee_ii(*case)
    positive, negative = slow_ranking.flows(*case)
    assert_allclose(flows.positive, positive, atol=1e-12)
    assert_allclose(flows.negative, negative, atol=1e-12)
    assert_allclose(flows.net.sum(), 0, atol=1e-12)


@given(tables(), st.randoms(use_true_random=False))
def test_the_order_of_the_list_does_not_matter(case, random):
    matrix, *rest = case
    order = list(range(len(matrix)))
    random.shuffle(order)
    given, shuffled = promethee_ii(matrix, *rest), promethee_ii([matrix[at] for at in order], *rest)
    assert_allclose(shuffled.net, given.net[order], atol=1e-12)
    assert shuffled.rank.tolist() == given.rank[order].tolist()


def test_a_preference_may_be_written_in_several_ways():
    matrix, weights = [[1, 4], [3, 2], [8, 0]], [1, 1]
    ways = [
        [Preference("linear", 1, 4), Preference()],
        [("linear", 1, 4), ("usual",)],
        (("linear", 1, 4), "usual"),
        [{"kind": "V-shape-Indiff", "q": 1, "p": 4}, {"type": "Usual", "q": None}],
    ]
    nets = [promethee_ii(matrix, weights, ["max", "min"], way).net.tolist() for way in ways]
    assert all(net == nets[0] for net in nets)
    one = promethee_ii(matrix, weights, [1, 1], "usual").net
    assert one.tolist() == promethee_ii(matrix, weights, None, ["usual", "usual"]).net.tolist()


def test_many_tables_are_ranked_at_once():
    rng = np.random.default_rng(1)
    matrices, weights = rng.random((3, 2, 4, 3)), rng.random((3, 2, 3))
    together = promethee_ii(matrices, weights, [1, -1, 1], "usual")
    apart = promethee_ii(matrices[2, 1], weights[2, 1], [1, -1, 1], "usual")
    assert_allclose(together.net[2, 1], apart.net)
    assert_allclose(
        topsis(matrices, weights).value[2, 1], topsis(matrices[2, 1], weights[2, 1]).value
    )
    assert weighted_sum(matrices, weights).rank.shape == (3, 2, 4)


@pytest.mark.parametrize(
    ("function", "sentence"),
    [
        ("odd", "one of"),
        (("linear", 4, 1), "not be below"),
        (("gaussian", 0, 0, 0), "sigma above zero"),
        (("usual", -1), "zero or more"),
        (3, "must be a Preference"),
        (["usual"], "one preference function for each"),
    ],
)
def test_an_impossible_preference_is_refused(function, sentence):
    with pytest.raises(ValueError, match=sentence):
        promethee_ii([[1, 2], [3, 4]], [1, 1], [1, 1], function)


def test_the_weighted_sum_equals_the_reference():
    case, safety = MCDA["weighted_sum"], MCDA["promethee"]["safety"]
    utilities = min_max_utilities(safety["matrix"], safety["sign"])
    assert_allclose(utilities, MCDA["smaa_mc"]["minmax_utilities"], atol=1e-10)
    scores = weighted_sum(utilities, case["weights"])
    assert_allclose(scores.value, case["minmax"], atol=1e-10)
    assert scores.rank.tolist() == [5, 6, 1, 2, 4, 3]


def test_equals_share_the_best_place_also_when_rounding_parts_them():
    scores = weighted_sum([[0.1, 0.2], [0.3, 0.0], [0.15, 0.15], [0, 0]], [1, 1])
    assert scores.rank.tolist() == [1, 1, 1, 4]


@given(tables())
def test_a_better_score_never_costs_a_place(case):
    matrix, weights, _, _ = case
    before = weighted_sum(matrix, weights).rank[0]
    matrix[0] = [score + 1 for score in matrix[0]]
    assert weighted_sum(matrix, weights).rank[0] <= before


def test_topsis_equals_the_published_closeness():
    case = MCDA["topsis"]["tzeng_huang_2011"]
    result = topsis(case["matrix"], case["weights"], case["sign"])
    assert_allclose(result.value, case["closeness"], atol=1e-10)
    assert result.rank.tolist() == case["rank"]


@given(tables(), st.floats(1e-3, 1e3))
def test_topsis_knows_no_units(case, factor):
    matrix, weights, directions, _ = case
    plain = topsis(matrix, weights, directions)
    scaled = topsis(np.array(matrix) * factor, weights, directions)
    assert_allclose(scaled.value, plain.value, atol=1e-9)
    assert np.all((plain.value >= 0) & (plain.value <= 1))


def test_ahp_equals_the_reference():
    case = MCDA["ahp"]["m3"]
    result = ahp(case["matrix"])
    assert_allclose(result.weights, case["weights"], atol=1e-10)
    assert_allclose(result.lambda_max, case["lambda_max"], atol=1e-10)
    assert_allclose(result.consistency_index, case["CI"], atol=1e-10)
    assert_allclose(result.consistency_ratio, case["CR"], atol=1e-10)
    assert result.consistent
    geometric = ahp(case["matrix"], method="geometric_mean")
    assert_allclose(geometric.weights, case["geometric_mean_weights"], atol=1e-10)


@given(st.lists(st.integers(1, 9), min_size=1, max_size=10), st.booleans())
def test_ahp_finds_the_weights_behind_answers_that_do_not_clash(weights, geometric):
    given = np.array(weights, dtype=float)
    result = ahp(given[:, None] / given, method="geometric_mean" if geometric else "eigenvector")
    assert_allclose(result.weights, given / given.sum(), atol=1e-9)
    assert_allclose(result.consistency_ratio, 0, atol=1e-8)


def test_answers_that_go_round_in_a_circle_are_not_consistent():
    circle = [[1, 5, 1 / 5], [1 / 5, 1, 5], [5, 1 / 5, 1]]
    result = ahp([circle, np.ones((3, 3))])
    assert result.consistent.tolist() == [False, True]
    assert_allclose(result.weights, 1 / 3)


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ([[1, 2], [2, 1]], "inverse"),
        ([[1, 0], [0, 1]], "above zero"),
        ([[1, 2, 3]], "row and a column"),
        (np.ones((16, 16)), "15 criteria"),
    ],
)
def test_impossible_comparisons_are_refused(answers, sentence):
    with pytest.raises(ValueError, match=sentence):
        ahp(answers)


def test_budgets_become_median_weights_with_their_spread():
    result = budget_weights([[50, 30, 20], [10, 10, 20], [np.nan] * 3, [60, np.nan, 40]])
    assert result.participants == 3
    assert result.rescaled.tolist() == [False, True, False, False]
    assert_allclose(result.median, [0.5, 0.25, 0.4])
    assert_allclose(result.weights, np.array([0.5, 0.25, 0.4]) / 1.15)
    assert_allclose(result.lower_quartile, [0.375, 0.125, 0.3])
    assert_allclose(result.upper_quartile, [0.55, 0.275, 0.45])


def test_when_each_participant_wants_something_else_the_mean_is_left():
    assert_allclose(budget_weights(np.eye(3) * 100).weights, 1 / 3)


@pytest.mark.parametrize(
    ("points", "sentence"),
    [
        ([[np.nan, np.nan]], "Nobody"),
        ([[0, 0]], "at least one point"),
        ([[-1, 5]], "zero or more"),
        ([1, 2], "row for each participant"),
    ],
)
def test_impossible_points_are_refused(points, sentence):
    with pytest.raises(ValueError, match=sentence):
        budget_weights(points)


@pytest.mark.parametrize("matrix", [[[4.0]], [[0, 0, 0]], [[3, 3], [3, 3], [3, 3]]])
def test_one_alternative_or_nothing_but_equals_is_no_problem(matrix):
    weights = np.ones(len(matrix[0]))
    flows = promethee_ii(matrix, weights, None, "usual")
    assert not flows.net.any()
    for rank in (flows.rank, topsis(matrix, weights).rank, weighted_sum(matrix, weights).rank):
        assert set(rank.tolist()) == {1}
    assert set(topsis(matrix, weights).value.tolist()) == {0.5}
    assert not min_max_utilities(matrix).any()


@pytest.mark.parametrize(
    ("matrix", "weights", "directions", "sentence"),
    [
        ([[1, np.nan]], [1, 1], None, "needs a score"),
        ([1, 2], [1, 1], None, "row for each alternative"),
        ([[1, 2]], [1], None, "one weight for each"),
        ([[1, 2]], [0, 0], None, "above zero"),
        ([[1, 2]], [1, -1], None, "zero or more"),
        ([[1, 2]], [1, 1], ["up", "down"], "direction"),
        ([[1, 2, 3]], [1, 1, 1], [1, 1], "direction"),
    ],
)
def test_scores_that_cannot_be_ranked_are_refused(matrix, weights, directions, sentence):
    with pytest.raises(ValueError, match=sentence):
        topsis(matrix, weights, directions)
