"""Near repeats and density of points."""

from time import perf_counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from integraal.statistics.spatial import kernel_density, knox
from tests.reference_results.tables import columns
from tests.statistics import slow_spatial

EVENTS = st.lists(
    st.tuples(st.integers(0, 6), st.integers(0, 6), st.integers(0, 9)), min_size=1, max_size=12
)
DISTANCES, TIMES = [0, 2, 5], [1, 3]


def test_near_repeats_equal_r():
    points, table = columns("spatial/knox_points.csv"), columns("spatial/knox_expected.csv")
    found = knox(points["x"], points["y"], points["t"], [100, 200, 400], [7, 14, 28], 999, 42)
    assert found.observed.ravel().tolist() == table["observed_pairs"].tolist()
    assert_allclose(found.expected.ravel(), table["expected_pairs"], rtol=1e-10)
    assert_allclose(found.ratio.ravel(), table["knox_ratio"], rtol=1e-10)
    assert_allclose(found.p_value.ravel(), table["p_mc999"], atol=0.01)
    assert np.repeat(found.close_in_space, 3).tolist() == table["n_pairs_close_space"].tolist()
    assert np.tile(found.close_in_time, 3).tolist() == table["n_pairs_close_time"].tolist()
    assert found.pairs == 19_900


@given(EVENTS)
def test_pairs_equal_looking_at_each_pair(events):
    x, y, t = np.array(events, dtype=float).T
    found = knox(x, y, t, DISTANCES, TIMES, 5)
    both, near, soon, pairs = slow_spatial.knox(x, y, t, DISTANCES, TIMES)
    assert found.observed.tolist() == both
    assert found.close_in_space.tolist() == near
    assert found.close_in_time.tolist() == soon
    assert found.pairs == pairs
    assert_allclose(found.expected, np.outer(near, soon) / max(pairs, 1))
    assert np.all((found.p_value >= 1 / 6 - 1e-12) & (found.p_value <= 1))
    rings = knox(x, y, t, DISTANCES, TIMES, 0, cumulative=False)
    assert rings.observed.cumsum(axis=0).cumsum(axis=1).tolist() == both
    assert rings.close_in_time.cumsum().tolist() == soon


@given(EVENTS, st.randoms(use_true_random=False))
def test_turning_the_map_and_shuffling_the_list_change_nothing(events, random):
    x, y, t = np.array(events, dtype=float).T
    order = list(range(len(events)))
    random.shuffle(order)
    plain = knox(x, y, t, DISTANCES, TIMES, 0)
    turned = knox(-y[order], x[order], 100 - t[order], DISTANCES, TIMES, 0)
    assert turned.observed.tolist() == plain.observed.tolist()


def test_times_with_fractions_are_counted_as_they_are_subtracted():
    t = np.cumsum(np.full(40, 0.1))
    found = knox(np.zeros(40), np.zeros(40), t, [1], [0.3, 0.7], 0)
    assert found.close_in_time.tolist() == found.observed[0].tolist()


def test_chance_gives_even_p_values():
    rng = np.random.default_rng(6)
    p_values = [
        knox(*rng.uniform(0, 1000, (2, 60)), rng.integers(0, 365, 60), [150], [20], 99, seed)
        .p_value[0, 0]
        for seed in range(200)
    ]  # fmt: skip
    assert 0.01 <= np.mean(np.array(p_values) <= 0.05) <= 0.11
    assert 0.4 < np.mean(p_values) < 0.65


def test_the_permutation_p_value_is_that_of_dealing_times_by_hand():
    rng = np.random.default_rng(3)
    x, y, t = rng.uniform(0, 10, 12), rng.uniform(0, 10, 12), rng.integers(0, 10, 12)
    seen = slow_spatial.knox(x, y, t, [4], [3])[0][0][0]
    dealt = [slow_spatial.knox(x, y, rng.permutation(t), [4], [3])[0][0][0] for _ in range(999)]
    by_hand = (1 + sum(each >= seen for each in dealt)) / 1000
    assert_allclose(knox(x, y, t, [4], [3], 4999, 1).p_value[0, 0], by_hand, atol=0.06)


def test_a_few_thousand_points_take_seconds():
    rng = np.random.default_rng(0)
    x, y = rng.uniform(0, 5000, (2, 2000))
    start = perf_counter()
    knox(x, y, rng.integers(0, 1500, 2000), [100, 200], [7, 14], 199)
    assert perf_counter() - start < 5


@pytest.mark.parametrize("events", [0, 1, 2])
def test_almost_no_events_give_no_p_value_below_one(events):
    zeros = np.zeros(events)
    found = knox(zeros, zeros, zeros, [100], [7], 99)
    assert found.p_value.tolist() == [[1]]
    assert found.observed.tolist() == [[events // 2]]
    assert np.isnan(found.ratio).all() == (events < 2)


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        (([0, 1], [0, 1], [0], [1], [1]), "same length"),
        (([0, 1], [0, np.nan], [0, 1], [1], [1]), "place and a time"),
        (([0, 1], [0, 1], [0, 1], [2, 1], [1]), "distance limits"),
        (([0, 1], [0, 1], [0, 1], [1], [-1]), "time limits"),
        (([0, 1], [0, 1], [0, 1], [1], [1], -1), "permutations"),
    ],
)
def test_impossible_events_are_refused(call, sentence):
    with pytest.raises(ValueError, match=sentence):
        knox(*call)


def test_a_density_adds_up_to_the_number_of_points():
    rng = np.random.default_rng(1)
    x, y = rng.uniform(0, 3000, (2, 50))
    surface = kernel_density(x, y, bandwidth=300)
    cell = np.diff(surface.x)[0] * np.diff(surface.y)[0]
    assert_allclose(surface.values.sum() * cell, 50, rtol=0.005)
    assert surface.values.shape == (surface.y.size, surface.x.size)
    assert (surface.points, surface.places) == (50, 50)


def test_a_density_equals_the_sum_of_hills():
    x, y = np.arange(10.0), np.arange(10.0) ** 2 / 9
    surface = kernel_density(x, y, bandwidth=2, grid_x=[1.5, 4], grid_y=[0, 3, 8])
    hills = [
        [
            sum(
                np.exp(-((a - east) ** 2 + (b - north) ** 2) / 8) / (8 * np.pi)
                for a, b in zip(x, y, strict=True)
            )
            for east in (1.5, 4)
        ]
        for north in (0, 3, 8)
    ]
    assert_allclose(surface.values, hills, rtol=1e-12)


def test_ten_points_on_one_place_are_told_to_be_one_place():
    surface = kernel_density(np.full(10, 7.0), np.full(10, 8.0), bandwidth=100)
    assert surface.places == 1
    assert np.isfinite(surface.values).all()


@pytest.mark.parametrize(
    ("points", "bandwidth", "sentence"),
    [(9, 200, "at least 10 points"), (12, 0, "bandwidth"), (12, 1e-5, "too fine")],
)
def test_a_map_that_would_point_at_addresses_is_refused(points, bandwidth, sentence):
    with pytest.raises(ValueError, match=sentence):
        kernel_density(np.arange(points), np.arange(points), bandwidth=bandwidth)


@pytest.mark.parametrize("y", [np.arange(11.0), np.full(12, np.nan)])
def test_points_need_two_coordinates_each(y):
    with pytest.raises(ValueError, match=r"length|coordinates"):
        kernel_density(np.arange(12.0), y, bandwidth=100)
