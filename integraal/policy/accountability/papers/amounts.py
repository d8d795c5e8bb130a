"""Amounts that people write, as numbers for a cell. Pure."""

import re
from decimal import Decimal

_WRITTEN = re.compile(r"-?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?")


def as_amount(written: str) -> Decimal | str | None:
    """Return an amount such as "16.000,50" as a number.

    Args:
        written: as the account has it, in Dutch; empty is nothing filled in.

    Returns:
        The number, nothing for empty, and the text itself when it is no amount.
    """
    text = written.strip()
    if not text:
        return None
    if not _WRITTEN.fullmatch(text):
        return written
    return Decimal(text.replace(".", "").replace(",", "."))
