"""A family of comparisons is adjusted as in R, and says how many it holds."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from integraal.statistics.rates import adjusted_p_values, benjamini_hochberg, declared_family
from tests.reference_results.tables import columns
from tests.statistics import slow

P_VALUES = st.lists(st.floats(0, 1), min_size=1, max_size=30)


@pytest.mark.parametrize("method", ["bh", "by", "holm", "hochberg", "bonferroni"])
def test_a_family_is_adjusted_as_in_the_reference(method):
    table = columns("rates/p_adjust.csv")
    for order in (slice(None), slice(None, None, -1)):
        adjusted = adjusted_p_values(table["p"][order], method=method)
        np.testing.assert_allclose(adjusted, table[method][order], atol=1e-12, rtol=0)


@given(P_VALUES)
def test_methods_that_bound_any_false_alarm_are_stricter(p_values):
    bh, by, holm, hochberg, bonferroni = (
        adjusted_p_values(p_values, method=method)
        for method in ("bh", "by", "holm", "hochberg", "bonferroni")
    )
    assert (np.array(p_values) <= bh).all()
    assert (bh <= np.minimum(by, hochberg)).all()
    assert (hochberg <= holm).all()
    assert (holm <= bonferroni).all()


def test_a_declared_family_says_how_many_it_holds():
    family = declared_family([[0.0001, np.nan], [0.04, 0.6]], name="four offences")
    assert (family.name, family.comparisons) == ("four offences", 3)
    assert family.expected_by_chance == pytest.approx(0.15)
    np.testing.assert_allclose(family.adjusted, [[0.0003, np.nan], [0.06, 0.6]])
    assert family.demonstrable.tolist() == [[True, False], [False, False]]


@given(P_VALUES, st.randoms(use_true_random=False))
def test_the_order_of_a_family_does_not_matter(p_values, random):
    order = list(range(len(p_values)))
    random.shuffle(order)
    shuffled = benjamini_hochberg(np.array(p_values)[order])
    np.testing.assert_array_equal(shuffled, benjamini_hochberg(p_values)[order])


@pytest.mark.parametrize("options", [{"threshold": 0}, {"method": "sidak"}])
def test_an_option_that_cannot_be_is_refused(options):
    with pytest.raises(ValueError, match="must"):
        declared_family([0.1], **options)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=30))
def test_a_family_equals_the_slow_definition(p_values):
    np.testing.assert_allclose(benjamini_hochberg(p_values), slow.adjusted(p_values), rtol=1e-12)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=30), st.integers(0, 30))
def test_what_was_not_tested_does_not_count(p_values, place):
    with_gap = [*p_values[:place], np.nan, *p_values[place:]]
    result = benjamini_hochberg(with_gap)
    np.testing.assert_array_equal(result[~np.isnan(result)], benjamini_hochberg(p_values))


def test_an_empty_family_is_no_problem():
    assert benjamini_hochberg([]).size == 0


@pytest.mark.parametrize("p_values", [[1.2], [-0.1], [[0.1]]])
def test_what_is_no_p_value_is_refused(p_values):
    with pytest.raises(ValueError, match="between 0 and 1"):
        benjamini_hochberg(p_values)
