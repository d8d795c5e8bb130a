"""Numbers, days and times read as Dutch is written, and what is missing is not zero."""

from datetime import date, datetime, time
from decimal import Decimal

import pytest

from integraal.foundation.ui import dutch


@pytest.mark.parametrize(
    ("value", "decimals", "written"),
    [
        (0, None, "0"),
        (1234, None, "1.234"),
        (1234.5, None, "1.234,5"),
        (1234567, None, "1.234.567"),
        (10.25, 1, "10,3"),
        (Decimal("2.50"), None, "2,5"),
        (2, 1, "2,0"),
        (-0.01, 0, "0"),
        (-12.3, 1, "-12,3"),
        (15000.0, None, "15.000"),
    ],
)
def test_numbers_have_a_thousands_point_and_a_decimal_comma(value, decimals, written):
    assert dutch.number(value, decimals) == written


@pytest.mark.parametrize("missing", [None, float("nan"), float("inf")])
def test_a_missing_number_is_said_and_is_not_zero(missing):
    assert dutch.number(missing) == "geen gegevens"


def test_words_are_refused_as_a_number():
    with pytest.raises(ValueError, match="not a number"):
        dutch.number("veel")  # type: ignore[arg-type]


def test_a_percentage_keeps_its_sign_on_the_same_line():
    assert dutch.percentage(0.052, 1) == "5,2\u00a0%"
    assert dutch.percentage(None) == "geen gegevens"


def test_days_and_times_are_written_as_in_the_style_guide():
    assert dutch.day(date(2026, 3, 16)) == "16 maart 2026"
    assert dutch.day(date(2026, 3, 16), with_weekday=True) == "maandag 16 maart 2026"
    assert dutch.clock(time(9, 5)) == "9.05 uur"
    assert dutch.clock(datetime(2026, 3, 16, 10, 42)) == "10.42 uur"  # noqa: DTZ001
    assert dutch.day(None) == "geen gegevens"


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("Kort genoeg", "Kort genoeg"),
        ("Minder  overlast\nvan jongeren", "Minder overlast…"),
        ("Minder overlast, zegt men", "Minder overlast…"),
        ("Woonoverlastmeldingen", "Woonoverlastmeldin…"),
        ("", ""),
    ],
)
def test_a_long_text_is_named_by_its_first_whole_words(text, begins):
    assert dutch.begin_of(text, 18) == begins
