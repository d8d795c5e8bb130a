"""Numbers, days and times as filters."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from django import template
from django.utils import timezone

from integraal.foundation.ui import dutch

register = template.Library()


@register.filter
def nl_number(value: float | Decimal | None, decimals: int | None = None) -> str:
    """1234.5 becomes 1.234,5; None becomes "geen gegevens"."""
    return dutch.number(value, decimals)


@register.filter
def nl_percentage(value: float | None, decimals: int = 0) -> str:
    """A share of 0.05 becomes 5 %."""
    return dutch.percentage(value, decimals)


@register.filter
def nl_date(value: date | datetime | None) -> str:
    """A day becomes 16 maart 2026; a moment is first brought to local time."""
    return dutch.day(local(value))


@register.filter
def nl_iso_date(value: str) -> str:
    """A day as text, 2026-03-16, becomes 16 maart 2026; empty stays empty."""
    return dutch.day(date.fromisoformat(value)) if value else ""


@register.filter
def nl_weekday(value: date | datetime | None) -> str:
    """A day becomes maandag 16 maart 2026."""
    return dutch.day(local(value), with_weekday=True)


@register.filter
def nl_time(value: datetime | time | None) -> str:
    """A moment becomes 10.42 uur, local time."""
    return dutch.clock(local(value))


@register.filter
def nl_month_short(value: date) -> str:
    """A day becomes the first three letters of its month: mrt for March."""
    month = dutch.MONTHS[value.month - 1]
    return "mrt" if month == "maart" else month[:3]


def local(value: Any) -> Any:
    """Bring a moment to local time; leave anything else as it is."""
    if isinstance(value, datetime) and timezone.is_aware(value):
        return timezone.localtime(value)
    return value
