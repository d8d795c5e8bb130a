"""Periods are read and written as the source does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integraal.knowledge.indicators.periods import MONTHS, Period

PERIODS = st.one_of(
    st.builds(Period, st.integers(1900, 2200), st.just(0), st.just("year")),
    st.builds(Period, st.integers(1900, 2200), st.integers(1, 4), st.just("quarter")),
    st.builds(Period, st.integers(1900, 2200), st.integers(1, 12), st.just("month")),
)


@given(PERIODS)
def test_a_code_is_read_back_as_the_same_period(period):
    assert Period.from_code(period.code) == period
    assert Period.from_code(f"{period.code}  ") == period


@pytest.mark.parametrize(
    ("heading", "code", "label"),
    [
        ("2024", "2024JJ00", "2024"),
        ("2024*", "2024JJ00", "2024"),
        ("2025 1e kwartaal**", "2025KW01", "1e kwartaal 2025"),
        ("2025 december", "2025MM12", "december 2025"),
    ],
)
def test_a_heading_of_statline_is_a_period(heading, code, label):
    period = Period.from_label(heading)
    assert (period.code, period.label) == (code, label)


def test_months_come_in_order():
    periods = [Period.from_label(f"2024 {month}") for month in MONTHS]
    assert periods == sorted(periods)


@pytest.mark.parametrize(
    "code", ["", "2024", "2024JJ01", "2024KW05", "2024MM00", "2024MM13", "٢٠٢٤JJ00"]
)
def test_a_wrong_code_is_refused(code):
    with pytest.raises(ValueError):
        Period.from_code(code)


@pytest.mark.parametrize(
    "heading", ["", "24", "2024 5e kwartaal", "2024 juni 1", "0000", "2023/2024"]
)
def test_a_wrong_heading_is_refused(heading):
    with pytest.raises(ValueError):
        Period.from_label(heading)
