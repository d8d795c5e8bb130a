"""How numbers, days and times are written in Dutch. Pure: no Django, no clock, no locale."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

MONTHS = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]
DAYS = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]
NO_VALUE = "geen gegevens"


def number(value: float | Decimal | None, decimals: int | None = None) -> str:
    """Write a number with a thousands point and a decimal comma: 1.234,5.

    value: the number; None, NaN and infinity give "geen gegevens" (missing is not zero).
    decimals: how many to show, rounded half up; None shows what the number has, at most three.
    """
    if value is None:
        return NO_VALUE
    try:
        exact = Decimal(str(value))
    except InvalidOperation as error:
        raise ValueError(f"not a number: {value!r}") from error
    if not exact.is_finite():
        return NO_VALUE
    places = min(_own_decimals(exact), 3) if decimals is None else decimals
    rounded = exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    if rounded == 0:
        rounded = abs(rounded)
    plain = f"{rounded:,f}"
    return plain.translate(str.maketrans(",.", ".,"))


def _own_decimals(exact: Decimal) -> int:
    exponent = exact.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def listed(names: Sequence[str]) -> str:
    """Return names as Dutch words: "a", "a en b", "a, b en c"."""
    return " en ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)


def begin_of(text: str, most: int) -> str:
    """Return how a text begins in whole words, with an ellipsis when there is more.

    Args:
        text: Dutch.
        most: so many characters, without the ellipsis.
    """
    words = " ".join(text.split())
    if len(words) <= most:
        return words
    whole = words[: most + 1].rpartition(" ")[0] or words[:most]
    return f"{whole.rstrip(',;:.')}…"


def percentage(share: float | None, decimals: int = 0) -> str:
    """Write a share (0 to 1) as a percentage with a no-break space before the sign."""
    if share is None or not math.isfinite(share):
        return NO_VALUE
    return f"{number(share * 100, decimals)}\u00a0%"


def day(value: date | None, with_weekday: bool = False) -> str:
    """Write a day: 16 maart 2026, or maandag 16 maart 2026."""
    if value is None:
        return NO_VALUE
    plain = f"{value.day} {MONTHS[value.month - 1]} {value.year}"
    return f"{DAYS[value.weekday()]} {plain}" if with_weekday else plain


def clock(value: datetime | time | None) -> str:
    """Write a time of day with a point, as Dutch does: 10.42 uur."""
    if value is None:
        return NO_VALUE
    return f"{value.hour}.{value.minute:02d} uur"


def counted(number: int, one: str, more: str) -> str:
    """Return how many there are: "1 maatregel", "3 maatregelen"."""
    return f"{number} {one if number == 1 else more}"
