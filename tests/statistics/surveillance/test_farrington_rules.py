"""What holds for any series: order, blocks, growth, missing months, and odd input."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from integraal.statistics.surveillance import counts as blocks
from integraal.statistics.surveillance import farrington, farrington_flexible

LENGTH, LAST = 70, 69
TABLES = arrays.arrays(np.int64, (4, LENGTH), elements=st.integers(0, 12))
BOUNDS = st.sampled_from(["nbPlugin", "muan", "delta"])
DESIGNS = st.sampled_from(
    [
        {"periods": 10},
        {"periods": 4, "half_window": 1},
        {"periods": 1, "half_window": 1, "exclude_recent": 1},
        {"season": "harmonic"},
        {"season": "none"},
    ]
)


def fields(alarms):
    return [getattr(alarms, name) for name in farrington.Alarms.__slots__]


def assert_same(one, other):
    for ours, theirs in zip(fields(one), fields(other), strict=True):
        np.testing.assert_array_equal(ours, theirs)


@given(table=TABLES, order=st.permutations(range(4)), design=DESIGNS, bound=BOUNDS)
@settings(max_examples=40)
def test_the_order_of_series_does_not_matter(table, order, design, bound):
    straight = farrington_flexible(table, at=[66, LAST], bound=bound, **design)
    shuffled = farrington_flexible(table[order], at=[66, LAST], bound=bound, **design)
    for ours, theirs in zip(fields(straight), fields(shuffled), strict=True):
        np.testing.assert_allclose(ours[order], theirs, rtol=1e-6, atol=1e-6)


@given(table=TABLES, design=DESIGNS)
@settings(max_examples=30)
def test_a_series_of_zeros_changes_nothing_for_the_others(table, design):
    more = np.vstack([table, np.zeros((1, LENGTH), dtype=int)])
    alone = farrington_flexible(table, at=[LAST], **design)
    beside = farrington_flexible(more, at=[LAST], **design)
    for ours, theirs in zip(fields(alone), fields(beside), strict=True):
        np.testing.assert_allclose(ours, theirs[:-1], rtol=1e-6, atol=1e-6)
    assert np.isnan(beside.upper_bound[-1, 0])
    assert not beside.alarm[-1, 0]


@given(table=TABLES, design=DESIGNS, bound=BOUNDS)
@settings(max_examples=30)
def test_more_cases_this_month_never_end_an_alarm(table, design, bound):
    alarms = []
    for count in (0, 3, 6, 12, 25, 50):
        table[:, LAST] = count
        alarms.append(farrington_flexible(table, at=LAST, bound=bound, **design).alarm)
    assert all((before <= after).all() for before, after in zip(alarms, alarms[1:], strict=False))


def test_portions_and_blocks_change_nothing(monkeypatch):
    table = np.random.default_rng(2).poisson(2.5, (23, 80))
    whole = farrington_flexible(table, at=np.arange(62, 80))
    monkeypatch.setattr(blocks, "_SERIES_AT_ONCE", 5)
    monkeypatch.setattr(farrington, "ROWS_AT_ONCE", 7)
    parts = farrington_flexible(table, at=np.arange(62, 80))
    for ours, theirs in zip(fields(whole), fields(parts), strict=True):
        np.testing.assert_allclose(ours, theirs, rtol=1e-9)


@given(shift=st.integers(0, 8))
def test_only_the_distance_to_the_month_tested_matters(shift):
    series = np.random.default_rng(5).poisson(4, 70)
    moved = np.concatenate([np.full(shift, 99), series])
    assert_same(farrington_flexible(series, at=LAST), farrington_flexible(moved, at=LAST + shift))


def test_a_single_series_and_a_single_month_give_single_figures():
    series = [3, 4, 2, 5] * 16 + [20]
    alarms = farrington_flexible(series, at=64)
    assert float(alarms.upper_bound) == 8
    assert 2 < float(alarms.expected) < 5
    assert bool(alarms.alarm)
    assert farrington_flexible([series], at=[64]).alarm.shape == (1, 1)
    assert farrington_flexible([series], at=64).alarm.shape == (1,)


def test_a_missing_month_is_left_out_of_its_own_series_only():
    table = np.random.default_rng(8).poisson(6, (2, 70)).astype(float)
    whole = farrington_flexible(table, at=LAST)
    table[0, 30] = np.nan
    holed = farrington_flexible(table, at=LAST)
    assert holed.expected[0] != whole.expected[0]
    assert holed.expected[1] == whole.expected[1]
    table[0, 30] = 500
    excluded = np.arange(70) == 30
    left_out = farrington_flexible(table, at=LAST, excluded=excluded)
    assert left_out.expected[0] == pytest.approx(holed.expected[0], rel=1e-12)


def test_a_missing_month_gets_no_verdict():
    table = np.full((1, 70), 5.0)
    table[0, LAST] = np.nan
    alarms = farrington_flexible(table, at=[LAST])
    assert np.isnan(alarms.upper_bound).all()
    assert not alarms.alarm.any()


def test_no_month_of_the_same_season_left_means_no_verdict():
    table = np.random.default_rng(3).poisson(6, (1, 70)).astype(float)
    same_month = (np.arange(70) % 12 == LAST % 12) & (np.arange(70) < LAST)
    alarms = farrington_flexible(table, at=LAST, excluded=same_month)
    assert np.isnan(alarms.expected).all()


@pytest.mark.parametrize("design", [{"periods": 12}, {"season": "harmonic"}, {"periods": 1}])
def test_too_little_history_or_too_few_cases_is_said_so(design):
    series = np.full(70, 5)
    assert np.isnan(farrington_flexible(series, at=59, **design).upper_bound)
    assert not np.isnan(farrington_flexible(series, at=60, **design).upper_bound)
    series[66:] = 1
    few = farrington_flexible(series, at=LAST, **design)
    assert np.isnan(few.upper_bound)
    assert not few.alarm


def test_the_month_itself_counts_for_the_limit():
    series = np.zeros(70, dtype=int)
    series[:60:3] = 1
    series[LAST] = 5
    assert farrington_flexible(series, at=LAST).alarm
    series[LAST] = 4
    assert not farrington_flexible(series, at=LAST).alarm


@pytest.mark.parametrize("mean", [1e3, 1e6, 1e9, 1e12])
@pytest.mark.parametrize("bound", ["nbPlugin", "muan", "delta"])
def test_huge_counts_are_quick_and_sane(mean, bound):
    noise = np.random.default_rng(1).normal(1, 0.02, 70)
    alarms = farrington_flexible(np.round(mean * noise), at=LAST, bound=bound)
    assert 0.9 * mean < alarms.expected < 1.1 * mean
    assert alarms.expected < alarms.upper_bound < 1.3 * mean
    constant = farrington_flexible(np.full(70, mean), at=LAST, bound=bound)
    assert constant.expected == pytest.approx(mean, rel=1e-6)


@pytest.mark.parametrize("bound", ["nbPlugin", "muan", "delta"])
def test_an_empty_season_gives_no_endless_search(bound):
    series = np.zeros(70, dtype=int)
    series[[3, 20, 37]] = 5
    series[LAST] = 9
    alarms = farrington_flexible(series, at=LAST, bound=bound, limit54=(0, 4))
    assert not np.isnan(alarms.upper_bound)


def test_nothing_in_nothing_out():
    assert farrington_flexible(np.empty((0, 70)), at=[LAST]).alarm.shape == (0, 1)
    assert farrington_flexible(np.ones((3, 70)), at=[]).alarm.shape == (3, 0)


def test_a_known_outbreak_in_the_past_is_weighed_down():
    series = np.full(70, 4)
    series[::2] = 3
    series[45] = 40
    weighed = farrington_flexible(series, at=LAST, periods=1, half_window=2, exclude_recent=0)
    plain = farrington_flexible(
        series, at=LAST, periods=1, half_window=2, exclude_recent=0, reweight_threshold=np.inf
    )
    assert weighed.upper_bound < plain.upper_bound


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"counts": [-1, 2]}, "zero or more"),
        ({"counts": [np.inf, 2]}, "zero or more"),
        ({"counts": np.zeros((2, 2, 2))}, "rows of series"),
        ({"at": 70}, "counted from zero"),
        ({"at": -1}, "counted from zero"),
        ({"at": [1.5]}, "counted from zero"),
        ({"excluded": [True]}, "one flag"),
        ({"alpha": 0}, "between 0 and 1"),
        ({"bound": "exact"}, "bound must be"),
        ({"power": "3/4"}, "bound must be"),
        ({"season": "spring"}, "season must be"),
        ({"years_back": 0}, "at least one"),
        ({"half_window": -1}, "half window"),
        ({"half_window": 6}, "half window"),
        ({"exclude_recent": -1}, "left out"),
        ({"exclude_recent": 90}, "no earlier point"),
        ({"periods": 13}, "more periods"),
        ({"limit54": (5, 0)}, "at least one point"),
    ],
)
def test_what_cannot_be_is_refused(change, message):
    given_ = {"counts": np.ones((2, 70)), "at": [LAST], **change}
    with pytest.raises(ValueError, match=message):
        farrington_flexible(given_.pop("counts"), **given_)
