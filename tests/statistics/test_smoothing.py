"""Small areas borrow strength: as in R, as by brute force, and no class without certainty."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import sparse, stats

from integraal.statistics.smoothing import (
    classify,
    marshall_global,
    marshall_local,
    poisson_gamma,
)
from tests.reference_results.tables import columns
from tests.statistics import slow_areas

AREAS = st.lists(st.tuples(st.integers(0, 60), st.floats(0.2, 50)), min_size=2, max_size=12)


@pytest.mark.parametrize("case", ["varied", "sparse", "even"])
def test_posteriors_are_those_of_the_reference(case):
    table = columns("smoothing/poisson_gamma.csv", text=["case"])
    rows = {key: values[table["case"] == case] for key, values in table.items()}
    result = poisson_gamma(rows["count"], rows["expected"])
    if case == "even":
        assert not result.varies
        assert np.isinf([result.alpha, result.beta]).all()
        np.testing.assert_allclose(result.relative_risk, 1, rtol=1e-9)
        return
    np.testing.assert_allclose(result.alpha, rows["alpha"][0], rtol=1e-8)
    np.testing.assert_allclose(result.beta, rows["beta"][0], rtol=1e-8)
    for found, key in (
        (result.relative_risk, "risk"), (result.lower, "lower"), (result.upper, "upper"),
        (result.probability_above, "above"),
    ):  # fmt: skip
        np.testing.assert_allclose(found, rows[key], rtol=1e-8)


@pytest.mark.parametrize("case", ["varied", "sparse", "even"])
@pytest.mark.parametrize("form", ["lists", "dense", "sparse", "with itself"])
def test_marshall_is_that_of_the_reference(case, form):
    table = columns("smoothing/marshall.csv", text=["case", "neighbours"])
    rows = {key: values[table["case"] == case] for key, values in table.items()}
    lists = [[int(place) for place in each.split()] for each in rows["neighbours"]]
    dense = np.zeros((len(lists), len(lists)))
    for area, places in enumerate(lists):
        dense[area, places] = 1
    forms = {
        "lists": lists,
        "dense": dense,
        "sparse": sparse.csr_array(dense),
        "with itself": dense + np.eye(len(lists)),
    }
    everywhere = marshall_global(rows["count"], rows["pop"])
    nearby = marshall_local(rows["count"], rows["pop"], forms[form])
    for found, key in (
        (everywhere.smoothed, "global"), (everywhere.raw, "raw"), (nearby.smoothed, "local"),
        (nearby.mean, "local_mean"), (nearby.variance, "local_variance"),
    ):  # fmt: skip
        # Where nothing happened in a whole neighbourhood, R divides zero by zero; we say zero.
        expected = np.where(np.isnan(rows[key]), 0.0, rows[key])
        np.testing.assert_allclose(found, expected, rtol=1e-9, atol=1e-18, err_msg=key)


@pytest.mark.parametrize("seed", range(6))
def test_alpha_and_beta_are_at_the_top_of_the_likelihood(seed):
    random = np.random.default_rng(seed)
    expected = random.gamma(2, 5, 15)
    counts = random.poisson(expected * random.gamma(2, 0.5, 15))
    result = poisson_gamma(counts, expected)
    alpha, beta, height = slow_areas.negative_binomial(counts.tolist(), expected.tolist())
    assert result.alpha == pytest.approx(alpha, rel=1e-4)
    assert result.beta == pytest.approx(beta, rel=1e-4)
    share = result.beta / (result.beta + expected)
    assert stats.nbinom.logpmf(counts, result.alpha, share).sum() >= height - 1e-9


def test_posteriors_equal_prior_times_likelihood():
    counts, expected = [44, 0, 3, 9, 21], [30.0, 4.0, 2.0, 10.0, 40.0]
    result = poisson_gamma(counts, expected)
    above = result.probability_of_exceeding(1.25)
    for place, (count, hoped) in enumerate(zip(counts, expected, strict=True)):
        mean, exceeding = slow_areas.posterior(
            count, hoped, float(result.alpha), float(result.beta), 1.25
        )
        assert result.relative_risk[place] == pytest.approx(mean, rel=1e-6)
        assert above[place] == pytest.approx(exceeding, rel=1e-5, abs=1e-8)


@given(AREAS)
def test_a_smoothed_risk_lies_between_its_own_ratio_and_the_mean(rows):
    counts, expected = (np.array(each, dtype=float) for each in zip(*rows, strict=True))
    result = poisson_gamma(counts, expected)
    own = counts / expected
    slack = 1e-7 * (1 + own)
    assert (result.relative_risk >= np.minimum(own, result.mean) - slack).all()
    assert (result.relative_risk <= np.maximum(own, result.mean) + slack).all()
    assert (result.lower <= result.relative_risk * (1 + 1e-9)).all() or not result.varies
    assert (result.lower <= result.upper).all()
    assert ((result.probability_above >= 0) & (result.probability_above <= 1)).all()


@given(AREAS, st.floats(0.1, 50))
def test_another_unit_of_expectation_only_scales_the_risks(rows, scale):
    counts, expected = (np.array(each, dtype=float) for each in zip(*rows, strict=True))
    one, other = poisson_gamma(counts, expected), poisson_gamma(counts, expected * scale)
    if one.varies and one.alpha < 1e4:
        np.testing.assert_allclose(other.alpha, one.alpha, rtol=1e-5)
        np.testing.assert_allclose(other.relative_risk * scale, one.relative_risk, rtol=1e-5)


@given(AREAS, st.randoms(use_true_random=False))
def test_the_order_of_areas_does_not_matter(rows, random):
    shuffled = list(rows)
    random.shuffle(shuffled)
    order = [rows.index(each) for each in shuffled]
    one, other = (poisson_gamma(*zip(*each, strict=True)) for each in (rows, shuffled))
    np.testing.assert_allclose(other.relative_risk, one.relative_risk[order], rtol=1e-6)


def test_without_differences_all_areas_get_the_mean_and_its_uncertainty():
    result = poisson_gamma([5] * 8, [5] * 8)
    assert not result.varies
    np.testing.assert_array_equal(result.relative_risk, 1)
    np.testing.assert_allclose(result.upper, stats.gamma.ppf(0.975, 40.5) / 40)
    assert set(classify(result.probability_above)) == {"not_distinguishable"}


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ([0] * 5, [1] * 5),
        ([3], [2]),
        ([0, 0, 0, 5], [1, 1, 1, 1]),
        ([1, 0, 0, 0, 0, 10**6], [1] * 6),
        ([10**9, 1.001e9, 0.999e9], [10**9] * 3),
        ([0, 10**9], [1e-3, 1e9]),
        ([2, 2, 2, 3], [2, 2, 2, 2]),
    ],
)
def test_extreme_areas_end_in_numbers(counts, expected):
    result = poisson_gamma(counts, expected)
    found = [result.relative_risk, result.lower, result.upper, result.probability_above]
    assert np.isfinite(found).all()
    assert (result.lower <= result.upper).all()
    for smoothed in (marshall_global(counts, expected).smoothed,
                     marshall_local(counts, expected, [[]] * len(counts)).smoothed):  # fmt: skip
        assert np.isfinite(smoothed).all()


def test_areas_without_figure_or_people_get_none_and_do_not_count():
    counts, expected = [np.nan, 3, 0, 9, 1, 30], [2, 2, 0, 3, 4, 5]
    result, kept = poisson_gamma(counts, expected), poisson_gamma([3, 9, 1, 30], [2, 3, 4, 5])
    np.testing.assert_allclose(result.relative_risk[[1, 3, 4, 5]], kept.relative_risk, rtol=1e-9)
    assert np.isnan(result.relative_risk[[0, 2]]).all()
    assert classify(result.probability_above)[[0, 2]].tolist() == ["unknown", "unknown"]
    smoothed = marshall_global(counts, expected)
    np.testing.assert_allclose(
        smoothed.smoothed[[1, 3, 4, 5]], marshall_global([3, 9, 1, 30], [2, 3, 4, 5]).smoothed
    )
    assert np.isnan(smoothed.smoothed[[0, 2]]).all()


def test_many_series_give_the_same_as_one():
    random = np.random.default_rng(8)
    expected = random.gamma(2, 3, 20)
    counts = random.poisson(expected * random.gamma(3, 1 / 3, (2, 3, 20)))
    counts[0, 1] = np.rint(expected)
    lists = [[(each + 1) % 20] for each in range(20)]
    many, local = poisson_gamma(counts, expected), marshall_local(counts, expected, lists)
    assert many.alpha.shape == (2, 3)
    for series in np.ndindex(2, 3):
        alone = poisson_gamma(counts[series], expected)
        np.testing.assert_allclose(many.relative_risk[series], alone.relative_risk, rtol=1e-9)
        np.testing.assert_allclose(
            local.smoothed[series], marshall_local(counts[series], expected, lists).smoothed
        )


def test_nothing_to_smooth_is_no_problem():
    assert poisson_gamma([], []).relative_risk.size == 0
    assert marshall_global([], []).smoothed.size == 0
    assert marshall_local([], [], []).smoothed.size == 0
    assert np.isnan(poisson_gamma([np.nan, 0], [1, 0]).mean)


@given(AREAS)
def test_marshall_equals_a_slow_reckoning(rows):
    counts, people = zip(*rows, strict=True)
    everywhere, nearby = range(len(rows)), marshall_local(
        counts, people, [[max(place - 1, 0)] for place in range(len(rows))]
    )  # fmt: skip
    total = marshall_global(counts, people)
    for place, (count, size) in enumerate(rows):
        slow = slow_areas.drawn_in(count, size, *slow_areas.marshall(counts, people, everywhere))
        assert total.smoothed[place] == pytest.approx(slow, rel=1e-9, abs=1e-12)
        own = {place, max(place - 1, 0)}
        slow = slow_areas.drawn_in(count, size, *slow_areas.marshall(counts, people, own))
        assert nearby.smoothed[place] == pytest.approx(slow, rel=1e-9, abs=1e-12)


def test_an_area_without_neighbours_keeps_its_own_rate():
    result = marshall_local([10, 20, 90], [100, 100, 100], [[1], [0], []])
    assert result.smoothed[2] == pytest.approx(0.9)


def test_map_classes_need_certainty():
    above = [0.9, 0.89, 0.5, 0.1, 0.11, np.nan]
    assert classify(above).tolist() == [
        "higher", "not_distinguishable", "not_distinguishable", "lower", "not_distinguishable",
        "unknown",
    ]  # fmt: skip
    assert classify(above, certainty=0.95).tolist()[:2] == ["not_distinguishable"] * 2


def test_smoothing_finds_the_true_risks_better_than_the_raw_ratios():
    random = np.random.default_rng(20261128)
    expected = random.gamma(2, 4, (200, 30))
    true = random.gamma(4, 1 / 4, (200, 30))
    counts = random.poisson(expected * true)
    result = poisson_gamma(counts, expected)
    raw_error = np.mean((counts / expected - true) ** 2)
    assert np.mean((result.relative_risk - true) ** 2) < 0.5 * raw_error
    covered = np.mean((result.lower <= true) & (true <= result.upper))
    assert 0.9 < covered < 0.97
    classes = classify(result.probability_above)
    named = (classes == "higher") | (classes == "lower")
    assert np.mean((true > 1)[named] == (classes == "higher")[named]) > 0.9


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        (lambda: poisson_gamma([1, 2], [0, 1]), "exposure is zero"),
        (lambda: poisson_gamma(1, 1), "row of areas"),
        (lambda: marshall_global(1, 1), "row of areas"),
        (lambda: marshall_local(1, 1, []), "row of areas"),
        (lambda: marshall_local([1, 2], [1, 1], [[1]]), "one list of neighbours"),
        (lambda: marshall_local([1, 2], [1, 1], [[1], [2]]), "places of areas"),
        (lambda: marshall_local([1, 2], [1, 1], np.ones((2, 3))), "row and a column"),
        (lambda: classify([0.5], certainty=0.4), "certainty"),
        (lambda: classify([1.5]), "between 0 and 1"),
    ],
)
def test_what_cannot_be_smoothed_is_refused(call, sentence):
    with pytest.raises(ValueError, match=sentence):
        call()
