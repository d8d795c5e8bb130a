"""Difference in differences: as in R, as a full regression says, and honest about few areas."""

import csv
import json

import numpy as np
import pytest
import statsmodels.api as sm
from hypothesis import given
from hypothesis import strategies as st

from integraal.statistics.evaluation import difference_in_differences
from tests.reference_results.tables import HERE


@pytest.fixture(scope="module")
def panel():
    with (HERE / "effect/did_panel.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    areas, months = (max(int(row[name]) for row in rows) for name in ("g", "m"))
    counts, people = np.zeros((areas, months)), np.zeros((areas, months))
    treated, after = np.zeros(areas, bool), np.zeros(months, bool)
    for row in rows:
        area, month = int(row["g"]) - 1, int(row["m"]) - 1
        counts[area, month], people[area, month] = float(row["count"]), float(row["pop"])
        treated[area], after[month] = row["treated"] == "1", row["post"] == "1"
    return counts, treated, after, people


@pytest.fixture(scope="module")
def expected():
    return json.loads((HERE / "effect/did_expected.json").read_text())


def test_the_effect_and_its_errors_are_those_of_the_reference(panel, expected):
    counts, treated, after, people = panel
    found = difference_in_differences(counts, treated=treated, after=after, exposures=people)
    two_way = expected["twfe_quasipoisson"]
    assert found.beta == pytest.approx(two_way["beta"], abs=1e-6)
    assert found.ratio == pytest.approx(two_way["rr"], abs=1e-6)
    assert found.standard_error == pytest.approx(two_way["se"], abs=1e-6)
    assert found.dispersion == pytest.approx(two_way["phi"], abs=1e-6)
    assert found.cluster_error == pytest.approx(two_way["se_cluster_hc0"], abs=1e-6)


def test_the_placebo_is_that_of_the_reference(panel, expected):
    counts, treated, after, people = panel
    found = difference_in_differences(counts, treated=treated, after=after, exposures=people)
    np.testing.assert_allclose(found.placebo_ratios, expected["ror"], atol=1e-6)
    assert found.placebo_p == pytest.approx(expected["placebo_p"])
    assert found.controls == 24


def test_it_equals_a_regression_with_a_column_for_every_area_and_month():
    rng = np.random.default_rng(5)
    counts = rng.poisson(rng.uniform(3, 20, size=(6, 1)) * rng.uniform(0.7, 1.3, size=(1, 9)))
    people = rng.uniform(500, 900, size=(6, 9))
    treated, after = np.arange(6) < 2, np.arange(9) >= 5
    found = difference_in_differences(counts, treated=treated, after=after, exposures=people)
    area, month = (each.ravel() for each in np.indices(counts.shape))
    design = np.column_stack([
        (treated[area] & after[month]).astype(float),
        *[(area == each).astype(float) for each in range(6)],
        *[(month == each).astype(float) for each in range(1, 9)],
    ])  # fmt: skip
    model = sm.GLM(counts.ravel(), design, sm.families.Poisson(), offset=np.log(people).ravel())
    full = model.fit(scale="X2", tol=1e-14, maxiter=100)
    assert found.beta == pytest.approx(full.params[0], abs=1e-7)
    error = full.bse[0] * np.sqrt(max(full.scale, 1.0) / full.scale)
    assert found.standard_error == pytest.approx(error, rel=1e-5)


@given(st.integers(1, 50), st.permutations(range(5)))
def test_units_of_exposure_and_order_of_areas_change_nothing(scale, order):
    counts = np.array([[9, 12, 4], [30, 28, 29], [14, 11, 15], [8, 9, 9], [40, 44, 41]])
    treated, after = np.arange(5) == 0, np.array([False, False, True])
    one = difference_in_differences(counts, treated=treated, after=after)
    places = list(order)
    other = difference_in_differences(
        counts[places], treated=treated[places], after=after, exposures=float(scale)
    )
    assert other.beta == pytest.approx(one.beta, abs=1e-8)
    assert other.placebo_p == one.placebo_p


def test_an_area_that_fell_to_nothing_counts_against_the_measure():
    counts = np.array([[20, 2], [20, 20], [20, 18], [20, 0]])
    found = difference_in_differences(
        counts, treated=np.arange(4) == 0, after=np.array([False, True])
    )
    assert np.isnan(found.placebo_ratios[3])
    assert found.placebo_p == pytest.approx(2 / 4)


def test_an_area_without_any_case_says_nothing():
    counts = np.array([[20, 2], [20, 20], [20, 18], [0, 0]])
    found = difference_in_differences(
        counts, treated=np.arange(4) == 0, after=np.array([False, True])
    )
    assert found.placebo_p == pytest.approx(1 / 3)


def test_two_areas_in_two_periods_have_a_ratio_and_no_error():
    found = difference_in_differences(
        [[10, 5], [20, 20]], treated=[True, False], after=[False, True]
    )
    assert found.ratio == pytest.approx(0.5)
    assert np.isnan([found.lower, found.standard_error, found.cluster_error]).all()


GOOD = np.array([[4, 5], [6, 7]])
ONE, LATER = np.array([True, False]), np.array([False, True])


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"counts": [[1, np.nan], [2, 3]]}, "complete table"),
        ({"counts": [[-1, 2], [2, 3]]}, "zero or more"),
        ({"treated": [1, 0]}, "True and False"),
        ({"treated": np.array([True, True])}, "need an area"),
        ({"after": np.array([True])}, "one for each period"),
        ({"exposures": 0}, "above zero"),
        ({"counts": [[4, 0], [6, 7]]}, "no ratio"),
    ],
)
def test_what_cannot_be_compared_is_refused(change, words):
    given_ = {"counts": GOOD, "treated": ONE, "after": LATER, **change}
    with pytest.raises(ValueError, match=words):
        difference_in_differences(given_.pop("counts"), **given_)
