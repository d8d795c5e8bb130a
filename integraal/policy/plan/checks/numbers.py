"""A number of a detail, which is stored as somebody wrote it. Pure."""

from decimal import Decimal, InvalidOperation


def as_number(written: str | None) -> Decimal | None:
    """Return "3,5" as a number; nothing, or what is no number, is ``None``."""
    try:
        return Decimal((written or "").replace(",", "."))
    except InvalidOperation:
        return None
