"""Hot spots of areas: equal to R, to loops, and silent where nothing can be said."""

import csv

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose
from scipy import sparse

from integraal.statistics.spatial import getis_ord_star, global_moran, local_moran
from integraal.statistics.spatial.areas import adjusted_by_row
from tests.reference_results.tables import HERE, columns
from tests.statistics import slow_spatial

SERIES = ("smooth", "skewed", "counts")


def read(name):
    with (HERE / "spatial" / name).open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


AREAS = read("areas.csv")
NEIGHBOURS = [np.array(row["neighbours"].split(), dtype=int) for row in AREAS]


def column(name):
    return np.array([float(row[name] or "nan") for row in AREAS])


VALUES = np.array([column(name) for name in SERIES])


def grid(side):
    """Neighbours on a square grid, and the matrix of the same."""
    places = np.arange(side * side).reshape(side, side)
    matrix = np.zeros((side * side, side * side))
    for one, other in ((places[1:], places[:-1]), (places[:, 1:], places[:, :-1])):
        matrix[one.ravel(), other.ravel()] = matrix[other.ravel(), one.ravel()] = 1
    return [np.flatnonzero(row) for row in matrix], matrix


@st.composite
def maps(draw, most=8):
    size = draw(st.integers(1, most))
    values = draw(st.lists(st.integers(0, 20), min_size=size, max_size=size))
    lists = [draw(st.lists(st.integers(0, size - 1), max_size=size)) for _ in range(size)]
    return [float(each) for each in values], lists


@pytest.mark.parametrize("at", range(3))
def test_hot_spots_and_local_moran_equal_r(at):
    name = SERIES[at]
    assert_allclose(
        getis_ord_star(VALUES, NEIGHBOURS).z[at], column(f"{name}_gstar"), rtol=1e-9, atol=1e-10
    )
    found = local_moran(VALUES, NEIGHBOURS, 0)
    for field, said in (("statistic", "ii"), ("expected", "e"), ("variance", "var")):
        assert_allclose(getattr(found, field)[at], column(f"{name}_{said}"), rtol=1e-9, atol=1e-10)
    undefined = np.isnan(column(f"{name}_z"))
    assert_allclose(found.z[at][~undefined], column(f"{name}_z")[~undefined], rtol=1e-7)
    assert_allclose(found.p_value[at][~undefined], column(f"{name}_p")[~undefined], rtol=1e-7)
    assert not found.z[at][undefined].any()
    assert np.all(found.p_value[at][undefined] == 1)


def test_global_moran_equals_r():
    found = global_moran(VALUES, NEIGHBOURS)
    for at, row in enumerate(read("moran.csv")):
        said = [float(row[key]) for key in ("i", "e", "var", "z", "p")]
        fields = (found.statistic, found.expected, found.variance, found.z, found.p_value)
        assert_allclose([field[at] for field in fields], said, rtol=1e-9)


@given(maps())
def test_statistics_equal_loops_over_areas(given_map):
    values, lists = given_map
    assert_allclose(getis_ord_star(values, lists).z, slow_spatial.gi_star(values, lists), atol=1e-9)
    assert_allclose(
        local_moran(values, lists, 0).statistic,
        slow_spatial.local_moran(values, lists),
        atol=1e-9,
    )


@pytest.mark.parametrize("area", range(6))
def test_moments_and_permutation_equal_going_through_all_orders(area):
    values, lists = [3.0, 1, 4, 1, 5, 20], [[1], [0, 2, 3], [1, 3], [2], [5, 0, 1], [4, 2]]
    mean, variance, p_value = slow_spatial.conditional(values, lists, area)
    found = local_moran(values, lists, 20_000, seed=4)
    assert_allclose(found.expected[area], mean, atol=1e-9)
    assert_allclose(found.variance[area], variance, atol=1e-9)
    assert_allclose(found.p_value[area], p_value, atol=0.02)


def test_permutations_go_with_normal_p_values_on_ordinary_data():
    rng = np.random.default_rng(8)
    lists, _ = grid(12)
    values = rng.normal(size=144)
    local = [local_moran(values, lists, n, seed=1) for n in (0, 2999)]
    assert_allclose(local[0].p_value, local[1].p_value, atol=0.09)
    # Holding the own value fixed, the sum over the neighbours is all that is left to deal.
    hot = getis_ord_star(values, lists, permutations=2999, seed=1)
    assert hot.p_value.tolist() == local[1].p_value.tolist()
    again = local_moran(values, lists, 2999, seed=1)
    assert again.p_value.tolist() == local[1].p_value.tolist()


def test_a_planted_hot_spot_is_found_and_chance_is_not():
    rng = np.random.default_rng(5)
    lists, _ = grid(10)
    values = rng.normal(10, 1, 100)
    spot = np.array([33, 34, 35, 43, 44, 45, 53, 54, 55])
    planted = values.copy()
    planted[spot] += 4
    found = getis_ord_star([values, planted], lists)
    assert set(found.kind[0]) == {"none"}
    assert np.all(found.kind[1][spot] == "hot")
    assert local_moran(planted, lists).kind[44] == "high_high"
    assert np.all(getis_ord_star(-planted, lists).kind[spot] == "cold")
    assert np.all(found.adjusted_p >= found.p_value)


def test_an_odd_one_out_is_called_so():
    lists, _ = grid(10)
    values = np.random.default_rng(5).normal(10, 1, 100)
    values[[34, 43, 45, 54]] += 5
    values[44] = 6
    assert local_moran(values, lists).kind[44] == "low_high"
    assert local_moran(-values, lists).kind[44] == "high_low"


@given(maps(), st.floats(0.01, 100), st.floats(-50, 50), st.randoms(use_true_random=False))
def test_scale_origin_and_order_make_no_difference(given_map, scale, origin, random):
    values, lists = given_map
    plain = getis_ord_star(values, lists)
    moved = getis_ord_star(np.array(values) * scale + origin, lists)
    assert_allclose(moved.z, plain.z, atol=1e-6)
    order = list(range(len(values)))
    random.shuffle(order)
    where = {old: new for new, old in enumerate(order)}
    shuffled = local_moran(
        [values[at] for at in order], [[where[each] for each in lists[at]] for at in order], 0
    )
    assert_allclose(shuffled.z, local_moran(values, lists, 0).z[order], atol=1e-9)


def test_lists_and_matrices_say_the_same():
    lists, matrix = grid(6)
    values = np.random.default_rng(2).random((2, 36))
    ways = [lists, matrix, matrix.astype(int) + np.eye(36, dtype=int), sparse.csr_array(matrix)]
    for way in ways[1:]:
        assert_allclose(getis_ord_star(values, way).z, getis_ord_star(values, lists).z)
        assert_allclose(local_moran(values, way, 0).z, local_moran(values, lists, 0).z)
        assert_allclose(global_moran(values, way).z, global_moran(values, lists).z)


def test_a_missing_area_is_as_if_it_were_not_there():
    lists, matrix = grid(6)
    values = np.random.default_rng(2).random(36)
    left = np.delete(np.arange(36), 14)
    without = matrix[np.ix_(left, left)]
    values[14] = np.nan
    for method in (getis_ord_star, lambda v, n: local_moran(v, n, 199)):
        whole, part = method(values, lists), method(values[left], without)
        assert_allclose(whole.z[left], part.z)
        assert_allclose(whole.p_value[left], part.p_value)
        assert_allclose(whole.adjusted_p[left], part.adjusted_p)
        assert (whole.kind[14], whole.z[14], whole.p_value[14]) == ("unknown", 0, 1)
    assert_allclose(
        global_moran(values, lists).statistic, global_moran(values[left], without).statistic
    )


def test_islands_break_nothing():
    lists, _ = grid(6)
    values = np.random.default_rng(2).random(37)
    found = local_moran(values, [*lists, []], 99)
    assert (found.statistic[36], found.z[36], found.p_value[36]) == (0, 0, 1)
    # An island is judged by itself: its distance to the mean in standard deviations.
    own = (values[36] - values.mean()) / values.std()
    assert_allclose(getis_ord_star(values, [*lists, []]).z[36], own)
    connected = global_moran(values[:36], lists)
    assert_allclose(global_moran(values, [*lists, []]).z, connected.z)


def test_under_thirty_areas_no_class_is_given():
    lists, _ = grid(5)
    values = np.r_[np.full(5, 50.0), np.ones(20)]
    for found in (getis_ord_star(values, lists), local_moran(values, lists, 0)):
        assert not found.meaningful
        assert set(found.kind) == {"not_meaningful"}
        assert found.p_value.min() < 0.02


@pytest.mark.parametrize("values", [[], [3.0], [2.0, 2.0], [np.nan] * 3, [1.0, 2.0, 5.0]])
@pytest.mark.parametrize("permutations", [0, 9])
def test_few_areas_and_equal_ones_are_no_problem(values, permutations):
    full = [list(range(len(values)))] * len(values)
    for lists in (full, [[]] * len(values)):
        hot = getis_ord_star(values, lists, permutations=permutations)
        local = local_moran(values, lists, permutations)
        whole = global_moran(values, lists)
        for numbers in (hot.z, hot.p_value, local.statistic, local.z, local.p_value):
            assert np.isfinite(numbers).all()
        assert np.isfinite([whole.statistic, whole.expected, whole.z, whole.p_value]).all()


def test_adjusted_p_values_equal_r():
    table = columns("rates/p_adjust.csv")
    p_values, expected = table["p"], table["bh"]
    known = np.ones(p_values.size, dtype=bool)
    assert_allclose(adjusted_by_row(p_values, known), expected, atol=1e-12)


@pytest.mark.parametrize(
    ("values", "neighbours", "sentence"),
    [
        ([1, np.inf], [[1], [0]], "finite"),
        (3.0, [[1]], "row of finite"),
        ([1, 2], [[1]], "one list of neighbours"),
        ([1, 2], [[2], [0]], "places of areas"),
        ([1, 2], [[0.5], [0]], "places of areas"),
        ([1, 2], np.zeros((2, 3)), "square"),
    ],
)
def test_what_does_not_fit_is_refused(values, neighbours, sentence):
    with pytest.raises(ValueError, match=sentence):
        getis_ord_star(values, neighbours)
