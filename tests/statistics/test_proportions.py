"""The margins of shares are those of R, and of the tails they are made from."""

import math

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from integraal.statistics.rates import proportion_interval
from tests.reference_results.tables import columns

METHODS = ["clopper-pearson", "wilson", "jeffreys"]


@pytest.mark.parametrize(
    ("method", "column"), [("clopper-pearson", "cp"), ("wilson", "wilson"), ("jeffreys", "jeff")]
)
def test_shares_have_the_margins_of_the_reference(method, column):
    table = columns("rates/binomial_ci.csv")
    lower, upper = proportion_interval(table["x"], table["n"], method=method)
    np.testing.assert_allclose(lower, table[f"{column}_lo"], rtol=1e-8)
    np.testing.assert_allclose(upper, table[f"{column}_hi"], rtol=1e-8)


@given(size=st.integers(1, 60), share=st.floats(0, 1))
def test_exact_margins_are_the_shares_that_the_binomial_just_refuses(size, share):
    count = round(size * share)
    lower, upper = proportion_interval(count, size, method="clopper-pearson")

    def at_least(least, p):
        return math.fsum(
            math.comb(size, each) * p**each * (1 - p) ** (size - each)
            for each in range(least, size + 1)
        )

    assert at_least(count, float(lower)) == pytest.approx(0.025 if count else 1.0, rel=1e-6)
    below = 1 - at_least(count + 1, float(upper))
    assert below == pytest.approx(0.025 if count < size else 1.0, rel=1e-6)


@given(size=st.integers(1, 5000), share=st.floats(0, 1), method=st.sampled_from(METHODS))
def test_the_share_lies_within_and_turning_round_turns_the_margins(size, share, method):
    count = round(size * share)
    lower, upper = proportion_interval(count, size, method=method)
    assert 0 <= lower <= count / size * (1 + 1e-12)
    assert count / size <= upper * (1 + 1e-12)
    assert upper <= 1
    turned = proportion_interval(size - count, size, method=method)
    assert turned.upper == pytest.approx(1 - float(lower), abs=1e-12)


@given(count=st.integers(0, 50), more=st.integers(1, 50), method=st.sampled_from(METHODS))
def test_more_answers_narrow_the_margins(count, more, method):
    assume(0 < count < 50)
    few = proportion_interval(count, 50, method=method)
    many = proportion_interval(count * (1 + more), 50 * (1 + more), method=method)
    assert many.upper - many.lower < few.upper - few.lower


def test_nobody_asked_gives_no_share():
    assert np.isnan(proportion_interval(0, 0)).all()
    assert proportion_interval([], []).lower.size == 0


@pytest.mark.parametrize(
    ("arguments", "options", "sentence"),
    [((5, 4), {}, "exceed"), ((1, 4), {"method": "wald"}, "must be"), ((-1, 4), {}, "zero")],
)
def test_what_is_no_share_is_refused(arguments, options, sentence):
    with pytest.raises(ValueError, match=sentence):
        proportion_interval(*arguments, **options)
