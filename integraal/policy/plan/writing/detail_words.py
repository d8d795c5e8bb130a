"""A detail of a block in words. Pure."""

from datetime import date

from integraal.foundation.ui.dutch import day, number
from integraal.policy.plan.kinds import Field


def detail_words(one: Field, value: str) -> str:
    """Return a detail as it is read, without its address."""
    if one.form == "choice":
        return dict(one.choices).get(value, value)
    if one.form == "date":
        return _day(value)
    if one.form == "number":
        return _grouped(value)
    return value


def _day(value: str) -> str:
    try:
        return day(date.fromisoformat(value))
    except ValueError:
        return value


def _grouped(value: str) -> str:
    """Return a number as it is typed ("42000,5") with points between the thousands."""
    whole, comma, rest = value.partition(",")
    digits = whole.removeprefix("-")
    if not digits.isdecimal():
        return value
    return f"{whole[: -len(digits)]}{number(int(digits))}{comma}{rest}"
