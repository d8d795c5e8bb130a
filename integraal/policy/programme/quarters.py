"""Quarters (kwartalen) as "2025-1", and the quarters of a programme. Pure."""

from datetime import date

NAMES = ("1e", "2e", "3e", "4e")


def quarters(first_year: int, last_year: int) -> list[str]:
    """Return the quarters from the first of a year to the last of another."""
    return [
        f"{year}-{number}" for year in range(first_year, last_year + 1) for number in range(1, 5)
    ]


def quarter_of(day: date) -> str:
    """Return the quarter a day lies in."""
    return f"{day.year}-{(day.month + 2) // 3}"


def in_words(quarter: str) -> str:
    """Return a quarter as in "1e kwartaal 2025"."""
    year, number = quarter.split("-")
    return f"{NAMES[int(number) - 1]} kwartaal {year}"
