"""Words that every sentence of a report shares. Pure."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from integraal.foundation.ui.dutch import day, number

Json = Mapping[str, Any]
KINDS = {"quarter": "kwartaalrapportage", "year": "jaarrapportage", "final": "eindevaluatie"}
STATUSES = {
    "planned": "nog niet begonnen",
    "running": "loopt",
    "done": "afgerond",
    "stopped": "gestopt",
    "": "hierover is niets gezegd",
}
LIGHTS = {"good": "op schema", "attention": "aandacht nodig", "stuck": "knelpunt"}


def on(written: str) -> str:
    """Return an ISO day in words; empty stays empty."""
    return day(date.fromisoformat(written)) if written else ""


def day_of(written: str) -> date | None:
    return date.fromisoformat(written) if written else None


def amount(written: str) -> str:
    """Return an amount in Dutch, cents only where there are any; empty stays empty."""
    if not written:
        return ""
    exact = Decimal(written)
    return number(exact, 0 if exact == exact.to_integral_value() else 2)


def hours(written: str) -> str:
    return number(Decimal(written)) if written else ""


def total(amounts: Iterable[str]) -> str:
    """Return the sum of what is known; empty when nothing is, for unknown is not zero."""
    known = [Decimal(one) for one in amounts if one]
    return str(sum(known, Decimal())) if known else ""


def period(first_day: str, last_day: str) -> str:
    """Return a period in words, the first year only when it is another."""
    first, last = date.fromisoformat(first_day), date.fromisoformat(last_day)
    start = day(first) if first.year != last.year else day(first).rpartition(" ")[0]
    return f"{start} tot en met {day(last)}"


def many(count: int, one: str, more: str) -> str:
    """Return a count with the noun or verb that fits: "1 maatregel", "3 maatregelen"."""
    return f"{count} {one if count == 1 else more}"


def sentence(text: str) -> str:
    """Return text as a sentence: with a full stop when it ends without a mark."""
    plain = " ".join(text.split())
    return plain if not plain or plain[-1] in ".!?…" else f"{plain}."


def filled(*facts: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    """Return the facts that have a value."""
    return tuple((label, value) for label, value in facts if value)
