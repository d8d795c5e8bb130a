"""An interrupted series, against statsmodels, and when nothing can be said."""

import numpy as np
import pytest
import statsmodels.api as sm
from hypothesis import given
from hypothesis import strategies as st

from integraal.statistics.evaluation import interrupted_series


def drawn(mean, size=96, step=1.0, start=60, seed=1):
    when = np.arange(size)
    course = mean * (1 + 0.3 * np.sin(2 * np.pi * when / 12)) * np.where(when >= start, step, 1)
    return np.random.default_rng(seed).poisson(course).astype(float)


@pytest.mark.parametrize("season", ["months", "waves", "none"])
@pytest.mark.parametrize("slope", [False, True])
def test_level_and_slope_are_those_of_statsmodels(season, slope):
    counts, start = drawn(30, step=0.7), 60
    found = interrupted_series(counts, start=start, season=season, slope=slope)
    time = np.arange(96.0)
    columns = [np.ones(96), (time >= start).astype(float), (time - start) / 12]
    columns += [np.where(time >= start, time - start, 0.0)] if slope else []
    if season == "months":
        columns += [(time % 12 == each).astype(float) for each in range(1, 12)]
    if season == "waves":
        columns += [wave(2 * np.pi * k * time / 12) for k in (1, 2) for wave in (np.cos, np.sin)]
    model = sm.GLM(counts, np.column_stack(columns), sm.families.Poisson())
    full = model.fit(scale="X2", tol=1e-14, maxiter=100)
    phi = max(full.scale, 1.0)
    assert np.log(found.level.ratio) == pytest.approx(full.params[1], abs=1e-7)
    width = np.log(found.level.upper / found.level.lower)
    quantile = 2 * -1 * _t_quantile(96 - len(columns))
    assert width == pytest.approx(quantile * full.bse[1] * np.sqrt(phi / full.scale), rel=1e-5)
    if slope:
        assert np.log(found.slope.ratio) == pytest.approx(full.params[3], abs=1e-7)
    else:
        assert found.slope is None
    np.testing.assert_allclose(found.fitted, full.fittedvalues, rtol=1e-6)


def _t_quantile(freedom):
    from scipy import special

    return special.stdtrit(freedom, 0.025)


def test_a_step_that_was_put_in_is_found_and_the_course_without_it_is_higher():
    found = interrupted_series(drawn(60, step=0.6), start=60)
    assert found.level.lower < 0.6 < found.level.upper < 1
    assert found.level.p_value < 0.001
    assert np.all(found.expected[60:] > found.fitted[60:])
    np.testing.assert_allclose(found.expected[:60], found.fitted[:60])


@given(st.integers(1, 1_000))
def test_exposures_in_another_unit_change_nothing(unit):
    counts = drawn(20)
    one = interrupted_series(counts, start=60, exposures=np.full(96, 1.0))
    other = interrupted_series(counts, start=60, exposures=np.full(96, float(unit)))
    assert one.level.ratio == pytest.approx(other.level.ratio, rel=1e-7)


def test_missing_months_are_left_out():
    counts = drawn(40, step=0.5)
    counts[[3, 40, 70]] = np.nan
    found = interrupted_series(counts, start=60)
    assert (found.months_before, found.months_after) == (58, 35)
    assert found.level.upper < 0.7
    assert np.all(np.isfinite(found.fitted))


@pytest.mark.parametrize(
    ("counts", "start", "verdict"),
    [
        (drawn(30, size=50), 30, "too short"),
        (drawn(30, size=62), 60, "too short"),
        (np.zeros(96), 60, "too few"),
        (np.eye(1, 96, 5)[0], 60, "too few"),
        (np.where(np.arange(96) >= 60, np.nan, 5.0), 60, "too short"),
    ],
)
def test_where_nothing_can_be_said_nothing_is_said(counts, start, verdict):
    found = interrupted_series(counts, start=start)
    assert (found.verdict, found.level, found.slope) == (verdict, None, None)


@pytest.mark.parametrize("trend", [True, False])
def test_a_side_without_any_case_is_no_margin_that_holds_everything(trend):
    """The step is without end then, and from zero to infinity would read as: no change shown."""
    time = np.arange(96)
    for counts in (np.where(time >= 60, 0, drawn(20)), np.where(time < 60, 0, drawn(20))):
        found = interrupted_series(counts, start=60, trend=trend)
        assert (found.verdict, found.level) == ("not estimable", None)


def test_quarters_and_years_have_fewer_waves():
    counts, quarter = drawn(40), np.arange(96.0)
    found = interrupted_series(counts, start=60, frequency=4)
    columns = [np.ones(96), quarter >= 60, quarter, np.cos(np.pi * quarter / 2),
               np.sin(np.pi * quarter / 2), np.cos(np.pi * quarter)]  # fmt: skip
    model = sm.GLM(counts, np.column_stack(columns), sm.families.Poisson())
    full = model.fit(scale="X2", tol=1e-14, maxiter=100)
    assert np.log(found.level.ratio) == pytest.approx(full.params[1], abs=1e-7)
    yearly = interrupted_series(counts, start=60, frequency=1)
    assert yearly.level == interrupted_series(counts, start=60, season="none", frequency=1).level


def test_huge_counts_settle():
    found = interrupted_series(drawn(1e9, step=0.7), start=60)
    assert found.verdict == "fitted"
    assert found.level.ratio == pytest.approx(0.7, abs=1e-3)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"counts": [-1.0] * 96}, "zero or more"),
        ({"counts": np.ones((2, 48))}, "one row"),
        ({"season": "weeks"}, "months, waves or none"),
        ({"start": 0}, "begin after"),
        ({"start": 96}, "begin after"),
        ({"exposures": np.zeros(96)}, "above zero"),
    ],
)
def test_what_makes_no_sense_is_refused(change, words):
    given_ = {"counts": drawn(20), "start": 60, **change}
    with pytest.raises(ValueError, match=words):
        interrupted_series(given_.pop("counts"), **given_)
