"""Which change could be seen: exact, and honest about small counts."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from integraal.statistics.evaluation import count_needed, detectable_change, power_before_after
from tests.reference_results.tables import columns
from tests.statistics.evaluation import slow_evaluation

COUNTS = st.floats(0.5, 400)
YEARS = st.integers(1, 4)


@pytest.mark.parametrize(("method", "column"), [("midp", "power_midp"), ("exact", "power_exact")])
def test_power_is_that_of_the_reference(method, column):
    table = columns("effect/power_before_after.csv")
    found = power_before_after(table["base_per_year"], -table["reduction"], method=method)
    np.testing.assert_allclose(found, table[column], atol=1e-6, rtol=0)


@pytest.mark.parametrize(
    ("count", "change", "before", "after"),
    [
        (3, -0.5, 1, 1),
        (7, 0.8, 2, 1),
        (5, -1.0, 1, 3),
        (9, 0.0, 2, 2),
        (0.5, -0.5, 3, 2),
        (2, 1.5, 1, 6),
    ],
)
def test_power_is_the_sum_over_all_pairs_of_counts(count, change, before, after):
    found = power_before_after(count, change, years_before=before, years_after=after)
    assert found == pytest.approx(slow_evaluation.power(count, change, before, after), abs=1e-9)


@pytest.mark.parametrize("change", [-0.95, 2.0])
def test_a_power_of_large_counts_is_a_probability_too(change):
    found = power_before_after([2_000, 50_000], change, years_before=8, years_after=1)
    assert np.all(found <= 1)


@given(count=COUNTS, before=YEARS, after=YEARS)
def test_without_a_change_the_false_alarms_stay_near_five_percent(count, before, after):
    assert power_before_after(count, 0, years_before=before, years_after=after) < 0.065


@given(count=COUNTS, before=YEARS, after=YEARS, small=st.floats(0.05, 0.9), more=st.floats(0, 0.5))
def test_a_larger_fall_is_not_harder_to_see(count, before, after, small, more):
    def power(change):
        return float(power_before_after(count, change, years_before=before, years_after=after))

    large = min(small + more, 1.0)
    # A fall is sometimes taken for a rise; that part shrinks as the fall grows.
    assert power(-large) >= power(-small) - 0.03


@given(count=st.floats(2, 2_000), before=YEARS, after=YEARS)
def test_the_smallest_change_is_shown_with_just_the_wished_power(count, before, after):
    found = detectable_change(count, years_before=before, years_after=after)
    for change in (float(found.decrease), float(found.increase)):
        if not np.isnan(change):
            power = power_before_after(count, change, years_before=before, years_after=after)
            assert power == pytest.approx(0.8, abs=1e-4)


@pytest.mark.parametrize("change", [-0.1, -0.2, -0.3, -0.5, -1.0, 0.25, 1.0, 20.0])
@pytest.mark.parametrize("years", [1, 3])
def test_from_the_count_needed_on_the_change_is_shown(change, years):
    needed = float(count_needed(change, years_before=years, years_after=years))
    assert needed == int(needed)

    def power(count):
        return power_before_after(count, change, years_before=years, years_after=years)

    assert power(needed) >= 0.8
    assert needed == 1 or power(needed - 1) < 0.8


def test_at_the_size_of_a_small_municipality_only_a_halving_is_seen():
    assert power_before_after(14, -0.2) < 0.1
    assert -0.7 < detectable_change(40).decrease < -0.4
    assert count_needed(-0.2) > 300


def test_a_count_too_small_to_fall_visibly_is_told():
    assert np.isnan(detectable_change(2).decrease)
    assert np.isnan(count_needed(0))
    assert np.isnan(count_needed(-0.001))


def test_more_than_a_hundred_thousand_a_year_is_not_promised():
    assert np.isnan(count_needed(-0.012))
    assert count_needed(-0.013) < 100_000


def test_whole_tables_are_taken_at_once():
    found = power_before_after([[10], [40]], [-0.1, -0.5, -1])
    assert found.shape == (2, 3)
    assert found[1, 1] == power_before_after(40, -0.5)
    assert detectable_change([10, 20]).decrease.shape == (2,)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: power_before_after(0, -0.2), "above zero"),
        (lambda: power_before_after(np.nan, -0.2), "above zero"),
        (lambda: power_before_after(1e9, -0.2), "at most 100,000"),
        (lambda: power_before_after(10, -1.5), "-1"),
        (lambda: power_before_after(10, -0.2, years_before=0), "one year"),
        (lambda: detectable_change(10, power=1), "power"),
        (lambda: detectable_change(10, power=1 - 1e-15), "power"),
        (lambda: count_needed(-0.2, power=0), "power"),
    ],
)
def test_what_makes_no_sense_is_refused(call, words):
    with pytest.raises(ValueError, match=words):
        call()
