"""The round picks the test that fits the counts, and its verdicts hold for the whole family."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from integraal.statistics.surveillance import Tier, exact_same_months, farrington_flexible
from integraal.statistics.surveillance import counts as blocks
from integraal.statistics.surveillance import monthly_round as whole_round
from tests.statistics.surveillance import slow_farrington, slow_round

LENGTH, LAST = 84, 80
GROUPS = {"season": "groups", "periods": 4, "half_window": 1}
TABLES = arrays.arrays(np.int64, (5, LENGTH), elements=st.integers(0, 4))
FIELDS = ("tier", "count", "expected", "upper_bound", "p_value", "adjusted_p", "exceeds", "alarm")
LOCKDOWN = (np.arange(LENGTH) >= 30) & (np.arange(LENGTH) < 45)


def table(seed=1, size=40):
    rng = np.random.default_rng(seed)
    means = np.exp(rng.uniform(np.log(0.05), np.log(30), (size, 1)))
    counts = rng.negative_binomial(means / 0.3, 1 / 1.3, (size, LENGTH)).astype(float)
    counts[: size // 4, LAST] = counts[: size // 4, LAST] * 3 + 4
    counts[2, 20], counts[3, LAST], counts[4, LAST - 1] = np.nan, np.nan, np.nan
    return counts


@pytest.mark.parametrize("excluded", [np.zeros(LENGTH, dtype=bool), LOCKDOWN])
def test_a_plain_loop_comes_to_the_same_verdicts(excluded):
    counts, at = table(), [LAST - 1, LAST, 82]
    found = whole_round(counts, at=at, excluded=excluded, **GROUPS)
    slow_settings = {
        "years_back": 5,
        "half_window": 1,
        "periods": 4,
        "exclude_recent": 6,
        "reweight_threshold": 2.58,
        "trend_threshold": 1.0,
        "alpha": 0.01,
        "bound": "nbPlugin",
        "limit54": (5, 4),
    }
    verdicts = [
        slow_round.one(series, when, excluded, slow_settings, 0.01)
        for series in counts
        for when in at
    ]
    assert [Tier(each).name for each in found.tier.ravel()] == [each.tier for each in verdicts]
    for name in ("count", "upper_bound"):
        wanted = [getattr(each, name) for each in verdicts]
        np.testing.assert_array_equal(getattr(found, name).ravel(), wanted)
    for name in ("expected", "p_value"):
        wanted = [getattr(each, name) for each in verdicts]
        np.testing.assert_allclose(getattr(found, name).ravel(), wanted, rtol=2e-4)
    adjusted = slow_round.adjusted_of(verdicts)
    np.testing.assert_allclose(found.adjusted_p.ravel(), adjusted, rtol=2e-4)
    np.testing.assert_array_equal(found.alarm.ravel(), np.array(adjusted) <= 0.05)
    tested = [each for each in verdicts if not math.isnan(each.p_value)]
    assert found.family.comparisons == len(tested)
    assert found.family.expected_by_chance == pytest.approx(0.01 * len(tested))
    assert found.family.exceeding == sum(each.count > each.upper_bound for each in tested)
    assert found.family.alarms == found.alarm.sum() > 0
    assert {each.tier for each in verdicts} == set(Tier.__members__)


def test_the_tiers_are_those_of_the_tests_themselves():
    counts = table(2)
    found = whole_round(counts, at=[LAST], **GROUPS)
    by_season = farrington_flexible(counts, at=[LAST], half_window=1, periods=4)
    by_months = exact_same_months(counts, at=[LAST])
    for tier, own in ((Tier.FARRINGTON, by_season), (Tier.EXACT, by_months)):
        rows = found.tier == tier
        assert rows.any()
        np.testing.assert_allclose(found.p_value[rows], own.p_value[rows], rtol=1e-9)
        np.testing.assert_array_equal(found.upper_bound[rows], own.upper_bound[rows])


def test_incomplete_months_get_no_verdict():
    counts = np.full((2, LENGTH), 9)
    counts[:, -3:] = 90
    found = whole_round(counts, at=[80, 81, 82, 83])
    assert found.incomplete.tolist() == [False, True, True, True]
    assert (found.tier[:, 1:] == Tier.INCOMPLETE).all()
    assert not found.alarm.any()
    assert found.family.comparisons == 2
    assert whole_round(counts, at=[83], incomplete=0).alarm.all()


def test_lockdown_months_do_not_lower_the_expectation():
    counts = np.full((2, LENGTH), 12)
    counts[1] = np.arange(LENGTH) % 2
    counts[:, LOCKDOWN] = 0
    counts[:, 79:81] += 1
    plain = whole_round(counts, at=[LAST])
    spared = whole_round(counts, at=[LAST], excluded=LOCKDOWN)
    assert (spared.expected > plain.expected).all()


@given(counts=TABLES, order=st.permutations(range(5)))
@settings(max_examples=40)
def test_the_order_of_series_does_not_matter(counts, order):
    straight, shuffled = whole_round(counts, at=[LAST]), whole_round(counts[order], at=[LAST])
    for name in FIELDS:
        ours, theirs = getattr(straight, name)[order], getattr(shuffled, name)
        np.testing.assert_allclose(ours, theirs, rtol=1e-6, atol=1e-6)


@given(counts=TABLES)
@settings(max_examples=30)
def test_a_series_of_zeros_adds_no_comparison(counts):
    more = np.vstack([counts, np.zeros((1, LENGTH), dtype=int)])
    alone, beside = whole_round(counts, at=[LAST]), whole_round(more, at=[LAST])
    assert alone.family == beside.family
    assert beside.tier[-1, 0] == Tier.TOO_FEW
    for name in FIELDS:
        ours, theirs = getattr(alone, name), getattr(beside, name)[:-1]
        np.testing.assert_allclose(ours, theirs, rtol=1e-6, atol=1e-6)


@given(counts=TABLES, cases=st.integers(1, 40))
@settings(max_examples=30)
def test_more_cases_never_make_a_month_more_usual(counts, cases):
    before = exact_same_months(counts, at=LAST)
    counts[:, LAST] += cases
    after = exact_same_months(counts, at=LAST)
    assert (after.p_value <= before.p_value).all()
    np.testing.assert_array_equal(after.upper_bound, before.upper_bound)


def test_blocks_change_nothing(monkeypatch):
    counts = table(3)
    straight = whole_round(counts, at=[LAST, 79])
    monkeypatch.setattr(blocks, "_SERIES_AT_ONCE", 7)
    parts = whole_round(counts, at=[LAST, 79])
    for name in FIELDS:
        np.testing.assert_allclose(getattr(straight, name), getattr(parts, name), rtol=1e-9)


@pytest.mark.parametrize("months", [1, 3, 12])
def test_the_exact_test_is_a_sum_of_fractions(months):
    counts = table(5)[:: 1 + months // 3]
    found = exact_same_months(counts, at=[70, LAST], months=months, excluded=LOCKDOWN)
    for row, series in enumerate(counts):
        for column, when in enumerate((70, LAST)):
            newest, earlier = slow_round.same_months(series, when, months, 5, LOCKDOWN)
            assert found.years_used[row, column] == len(earlier)
            if math.isnan(newest) or not earlier:
                assert np.isnan(found.p_value[row, column])
                continue
            total, years = int(sum(earlier)), len(earlier)
            assert found.expected[row, column] == pytest.approx(total / years)
            p_value = slow_round.chance_of_more(int(newest), total, years)
            assert found.p_value[row, column] == pytest.approx(p_value, rel=1e-9)
            bound = int(found.upper_bound[row, column])
            assert bound == 0 or slow_round.chance_of_more(bound, total, years) > 0.01
            assert slow_round.chance_of_more(bound + 1, total, years) <= 0.01


def test_either_side_is_twice_the_smaller_tail():
    counts = table(6)[:, :LENGTH]
    more = exact_same_months(counts, at=LAST).p_value
    either = exact_same_months(counts, at=LAST, side="either").p_value
    np.testing.assert_allclose(either, np.minimum(2 * np.minimum(more, 1 - more), 1))


def test_one_series_one_month_and_empty_tables():
    series = [2] * 80 + [9, 0, 0, 0]
    found = whole_round(series, at=80)
    assert Tier(int(found.tier)) is Tier.FARRINGTON
    assert bool(found.alarm)
    assert float(exact_same_months(series, at=80, months=1).expected) == 2
    assert whole_round(np.empty((0, 84)), at=[80]).family.comparisons == 0
    assert whole_round(np.ones((2, 84)), at=[]).alarm.shape == (2, 0)
    short = whole_round(np.ones((2, 6)), at=[0, 2])
    assert (short.tier == Tier.NO_HISTORY).all()


def test_huge_and_missing_counts_pass_quietly():
    counts = np.full((3, LENGTH), 1e6)
    counts[1] = np.nan
    counts[2, ::2] = np.nan
    found = whole_round(counts, at=[LAST, 79])
    assert found.tier[1].tolist() == [Tier.NO_HISTORY] * 2
    assert not found.alarm.any()
    assert not np.isnan(exact_same_months(np.full(84, 1e9), at=LAST).p_value)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"alpha": 0}, "between 0 and 1"),
        ({"false_discovery_rate": 1}, "between 0 and 1"),
        ({"incomplete": -1}, "between 0 and 1"),
        ({"months": 13}, "fit in a year"),
        ({"months": 0}, "fit in a year"),
        ({"years_back": 0}, "earlier year"),
        ({"at": [84]}, "counted from zero"),
    ],
)
def test_what_cannot_be_is_refused(change, message):
    with pytest.raises(ValueError, match=message):
        whole_round(np.ones((2, LENGTH)), **{"at": [LAST], **change})


def test_broken_counts_are_refused():
    with pytest.raises(ValueError, match="whole numbers"):
        exact_same_months(np.full(84, 2.5), at=80)
    with pytest.raises(ValueError, match="side"):
        exact_same_months(np.ones(84), at=80, side="less")


def test_the_slow_reckoning_knows_the_baseline():
    chosen = {"years_back": 1, "half_window": 0, "periods": 3, "exclude_recent": 2}
    points = slow_farrington.reference_points(12, chosen)
    assert points[0] == (0, 2)
    assert [group for _, group in points] == [2] + [0] * 6 + [1] * 3
