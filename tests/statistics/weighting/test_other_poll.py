"""Another poll than the first, as R has it: base weights, calibration, bounds, many tests."""

import numpy as np
import pytest

from integraal.statistics.weighting import (
    calibrate,
    compare_groups,
    estimate_mean,
    estimate_share,
    rake,
)
from tests.statistics.weighting import poll

ANSWERS = poll.rows("other_poll.csv")
MARGINS = {
    "age": {"a1": 3500, "a2": 3500, "a3": 3000},
    "sex": {"m": 4800, "v": 5200},
    "village": {"x": 5000, "y": 3300, "z": 1700},
}
CATEGORIES = {name: [one[name] for one in ANSWERS] for name in MARGINS}
EXPECTED = poll.rows("other_poll_expected.csv")
DESIGNS = sorted({(row["base"], row["design"]) for row in EXPECTED})


def question(name):
    return np.array([float(one[name] or "nan") for one in ANSWERS])


def weighted(base, design):
    before = None if base == "equal" else question("base_weight")
    if design in ("linear", "logit"):
        return calibrate(CATEGORIES, MARGINS, base_weights=before, distance=design, bounds=(0.2, 5))
    bounds = (0.6, 1.6) if design == "trim" else None
    return rake(CATEGORIES, MARGINS, base_weights=before, bounds=bounds)


@pytest.fixture(params=DESIGNS, ids=lambda pair: " ".join(pair))
def design(request):
    """The weights, what they were calibrated on, and what R says of them."""
    base, name = request.param
    expected = {
        (row["subject"], row["what"]): float(row["value"])
        for row in EXPECTED
        if (row["base"], row["design"]) == request.param
    }
    weights = weighted(base, name)
    return (weights.values, None, expected) if name == "plain" else (weights, CATEGORIES, expected)


def test_weights_are_those_of_r(design):
    weights, _, expected = design
    values = getattr(weights, "values", weights)
    wanted = [expected["w", f"w{place}"] for place in (1, 2, 3)]
    np.testing.assert_allclose(values[:3], wanted, rtol=1e-8)
    assert (values**2).sum() == pytest.approx(expected["w", "ss"], rel=1e-8)


def test_shares_of_many_questions_at_once_are_those_of_r(design):
    weights, on, expected = design
    names = ("y1", "y2", "y3")
    found = estimate_share([question(name) for name in names], weights, calibrated_on=on)
    for place, name in enumerate(names):
        assert found.value[place] == pytest.approx(expected[name, "est"], abs=1e-8)
        assert found.standard_error[place] == pytest.approx(expected[name, "se"], abs=1e-8)
        if (name, "lo") in expected:  # R gives none for part of a calibrated design
            assert found.lower[place] == pytest.approx(expected[name, "lo"], abs=1e-8)
            assert found.upper[place] == pytest.approx(expected[name, "hi"], abs=1e-8)


def test_means_and_shares_per_group_are_those_of_r(design):
    weights, on, expected = design
    mean = estimate_mean(question("mark"), weights, calibrated_on=on)
    assert mean.value == pytest.approx(expected["mark", "est"], abs=1e-8)
    assert mean.standard_error == pytest.approx(expected["mark", "se"], abs=1e-8)
    village = np.array(CATEGORIES["village"])
    for label in "xyz":
        only = np.where(village == label, question("y1"), np.nan)
        found = estimate_share(only, weights, calibrated_on=on)
        assert found.value == pytest.approx(expected["by", f"e{label}"], abs=1e-8)
        assert found.standard_error == pytest.approx(expected["by", f"s{label}"], abs=1e-8)


@pytest.mark.parametrize(
    ("asked", "groups"),
    [("y1", "sex"), ("choice", "age"), ("choice", "sex"), ("y2", "village"), ("y3", "age")],
)
def test_groups_are_compared_as_in_r(design, asked, groups):
    weights, on, expected = design
    answers = [one[asked] for one in ANSWERS]
    found = compare_groups(answers, CATEGORIES[groups], weights, calibrated_on=on)
    for what, value in {
        "F": found.f,
        "ndf": found.numerator_df,
        "ddf": found.denominator_df,
        "p": found.p_value,
        "X2": found.chi_square,
        "pX2": found.chi_square_p,
    }.items():
        assert value == pytest.approx(expected[f"{asked}_{groups}", what], rel=1e-6)
