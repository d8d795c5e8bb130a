"""Read a period as partners write it: 2024, Q1 2024, jan 2024, 2024-01, or a date."""

import re
from datetime import date
from decimal import Decimal

from integraal.knowledge.indicators.periods import MONTHS, Period, PeriodKind
from integraal.knowledge.sources.grids import Cell

FIRST_YEAR = 1900
LAST_YEAR = 2100
_SHORT = {"mrt": 3, "mar": 3, "sept": 9} | {name[:3]: at for at, name in enumerate(MONTHS, 1)}
_NAMES = _SHORT | {name: at for at, name in enumerate(MONTHS, 1)}
_YEAR = r"(?P<year>\d{4})"
_QUARTER = r"(?:(?:q|k|kw|kwartaal) ?(?P<q>[1-4])|(?P<q2>[1-4])(?:e|de|ste)? ?(?:kwartaal|kw|q))"
_MONTH_NAME = rf"(?P<name>{'|'.join(sorted(_NAMES, key=len, reverse=True))})\.?"
_DASH = r"[ -]?"
_FORMS = tuple(
    re.compile(form, re.ASCII)
    for form in (
        _YEAR,
        rf"{_YEAR}{_DASH}{_QUARTER}",
        rf"{_QUARTER}{_DASH}{_YEAR}",
        rf"{_YEAR}{_DASH}{_MONTH_NAME}",
        rf"{_MONTH_NAME}{_DASH}{_YEAR}",
        rf"{_YEAR}-(?P<month>\d{{1,2}})",
        rf"(?P<month>\d{{1,2}})-{_YEAR}",
    )
)
_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_DUTCH_DATE = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{4})", re.ASCII)
_QUARTER_MONTHS = 3


def read_period(cell: Cell, dates_are: PeriodKind = "month") -> Period | None:
    """Read a cell as a period.

    Args:
        cell: text, a year as a number, or a date that is the first day of its period.
        dates_are: which kind of period a date stands for.

    Returns:
        The period; None when it is none, or one outside 1900 to 2100.
    """
    period = None
    if isinstance(cell, date):
        period = _of_date(cell.year, cell.month, cell.day, dates_are)
    elif isinstance(cell, Decimal) and cell == cell.to_integral_value():
        period = _made(int(cell), 0, "year")
    elif isinstance(cell, str):
        period = _of_text(" ".join(cell.casefold().split()), dates_are)
    return period if period and FIRST_YEAR <= period.year <= LAST_YEAR else None


def _of_text(text: str, dates_are: PeriodKind) -> Period | None:
    try:
        return Period.from_code(text.upper())
    except ValueError:
        pass
    if match := _DATE.fullmatch(text):
        return _of_date(int(match[1]), int(match[2]), int(match[3]), dates_are)
    if match := _DUTCH_DATE.fullmatch(text):
        return _of_date(int(match[3]), int(match[2]), int(match[1]), dates_are)
    for form in _FORMS:
        if match := form.fullmatch(text):
            return _of_parts(match.groupdict())
    return None


def _of_parts(parts: dict[str, str | None]) -> Period | None:
    year = int(parts["year"] or 0)
    if quarter := parts.get("q") or parts.get("q2"):
        return _made(year, int(quarter), "quarter")
    if name := parts.get("name"):
        return _made(year, _NAMES[name], "month")
    if month := parts.get("month"):
        return _made(year, int(month), "month")
    return _made(year, 0, "year")


def _of_date(year: int, month: int, day: int, kind: PeriodKind) -> Period | None:
    if day != 1:
        return None
    if kind == "month":
        return _made(year, month, "month")
    if kind == "quarter":
        starts = month % _QUARTER_MONTHS == 1
        return _made(year, (month + 2) // _QUARTER_MONTHS, "quarter") if starts else None
    return _made(year, 0, "year") if month == 1 else None


def _made(year: int, number: int, kind: PeriodKind) -> Period | None:
    try:
        return Period(year, number, kind)
    except ValueError:
        return None
