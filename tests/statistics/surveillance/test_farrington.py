"""Bounds, alarms and expectations are those of R, of the paper, and of a plain second reckoning."""

import numpy as np
import pytest

from integraal.statistics.surveillance import farrington_flexible
from integraal.statistics.surveillance.baseline import baseline_of
from tests.statistics.surveillance import reference, slow_farrington

CONFIGS = (
    "M1_month_factor_nb",
    "M2_seas4_nb",
    "M3_seas4_muan",
    "M4_window_delta",
    "M5_seas4_delta_b4",
    "M6_nolimit",
)
AS_IN_R = [config for config in CONFIGS if config.endswith("_nb") or config.startswith("M6")]


def reckoned(config, file):
    """Our alarms and the reference rows of one configuration, row by row."""
    series = reference.series()
    names = list(series)
    counts = np.array([series[name] for name in names])
    alarms = farrington_flexible(counts, at=np.arange(96), **reference.settings(config))
    rows = [row for row in reference.records(file) if row["config"] == config]
    places = tuple(np.array([(names.index(row["series"]), int(row["t"]) - 1) for row in rows]).T)
    return alarms, rows, places


def column(rows, name):
    return np.array([reference.number(row[name]) for row in rows])


@pytest.mark.parametrize("config", AS_IN_R)
def test_bounds_and_alarms_are_those_of_r(config):
    alarms, rows, places = reckoned(config, "farrington_expected.csv")
    np.testing.assert_array_equal(alarms.upper_bound[places], column(rows, "upperbound"))
    known = ~np.isnan(column(rows, "upperbound"))
    rows, places = [row for row in rows if row["upperbound"]], tuple(p[known] for p in places)
    np.testing.assert_array_equal(alarms.alarm[places], column(rows, "alarm"))
    np.testing.assert_array_equal(alarms.trend_used[places], column(rows, "trend"))
    np.testing.assert_allclose(alarms.expected[places], column(rows, "expected"), rtol=1e-9)
    np.testing.assert_allclose(alarms.dispersion[places], column(rows, "phi"), rtol=1e-9)
    np.testing.assert_allclose(alarms.p_value[places], column(rows, "pvalue"), rtol=1e-8)


@pytest.mark.parametrize("config", CONFIGS)
def test_bounds_and_alarms_are_those_of_the_published_formulas(config):
    alarms, rows, places = reckoned(config, "farrington_paper_expected.csv")
    tolerance = 1e-8 if "delta" in config else 0
    np.testing.assert_allclose(
        alarms.upper_bound[places], column(rows, "upperbound"), rtol=tolerance
    )
    np.testing.assert_array_equal(alarms.alarm[places], column(rows, "alarm"))
    np.testing.assert_array_equal(alarms.trend_used[places], column(rows, "trend"))
    np.testing.assert_allclose(alarms.expected[places], column(rows, "mu"), rtol=1e-5)
    np.testing.assert_allclose(alarms.dispersion[places], column(rows, "phi"), rtol=1e-4)


@pytest.mark.parametrize("config", CONFIGS)
def test_the_baseline_holds_the_points_of_the_reference(config):
    settings = reference.settings(config)
    names = ("years_back", "half_window", "periods", "exclude_recent")
    baseline = baseline_of(frequency=12, **{name: settings[name] for name in names})
    rows = [r for r in reference.records("farrington_baseline_design.csv") if r["config"] == config]
    for tested in {int(row["t"]) for row in rows}:
        own = [row for row in rows if int(row["t"]) == tested]
        assert (baseline.offsets + tested).tolist() == [int(row["ref_t"]) for row in own]
        assert (baseline.groups + 1).tolist() == [int(row["season"]) for row in own]


def test_periods_that_do_not_divide_the_year_are_larger_first():
    baseline = baseline_of(frequency=12, years_back=1, half_window=0, periods=5, exclude_recent=0)
    assert baseline.groups.tolist() == [4, 0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3]


SLOW = {
    "months": {"years_back": 5, "half_window": 0, "periods": 10, "exclude_recent": 6},
    "four seasons": {"years_back": 4, "half_window": 1, "periods": 4, "exclude_recent": 3},
    "windows": {"years_back": 5, "half_window": 2, "periods": 1, "exclude_recent": 1},
    "two years": {"years_back": 2, "half_window": 1, "periods": 3, "exclude_recent": 2},
    "weeks": {
        "frequency": 52,
        "years_back": 3,
        "half_window": 3,
        "periods": 10,
        "exclude_recent": 26,
    },
}
BOUNDS = {
    "nbPlugin": {"bound": "nbPlugin", "power": "2/3", "trend_threshold": 1.0},
    "muan": {"bound": "muan", "power": "2/3", "trend_threshold": 0.05},
    "delta": {"bound": "delta", "power": "1/2", "trend_threshold": 0.05},
    "delta plain": {"bound": "delta", "power": "none", "trend_threshold": 1.0},
}


@pytest.mark.parametrize("design", SLOW)
@pytest.mark.parametrize("bound", BOUNDS)
def test_a_plain_loop_with_another_library_finds_the_same(design, bound):
    settings = {
        **SLOW[design],
        **BOUNDS[bound],
        "reweight_threshold": 1.5,
        "alpha": 0.02,
        "limit54": (5, 4),
    }
    rng = np.random.default_rng(4)
    length = 62 + SLOW[design]["years_back"] * settings.get("frequency", 12)
    means = np.array([[1.5], [3.0], [12.0], [150.0]]) * np.exp(0.004 * np.arange(length))
    counts = rng.negative_binomial(means / 0.6, 1 / 1.6).astype(float)
    counts[:, 40] *= 4
    counts[1:3, 33] = np.nan
    at = [length - 30, length - 1]
    alarms = farrington_flexible(counts, at=at, **settings)
    compared = 0
    for row, own in enumerate(counts):
        for place, when in enumerate(at):
            slow = slow_farrington.one_month(own, when, settings)
            assert alarms.alarm[row, place] == slow.alarm
            assert alarms.trend_used[row, place] == slow.trend_used
            found = (alarms.upper_bound, alarms.expected, alarms.dispersion)
            wanted = (slow.upper_bound, slow.expected, slow.dispersion)
            ours = [each[row, place] for each in found]
            np.testing.assert_allclose(ours, wanted, rtol=2e-4, atol=1e-7)
            compared += not np.isnan(slow.expected)
    assert compared >= 5
