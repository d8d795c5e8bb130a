"""Amounts as the API takes them: text, so that no cent is lost on the way."""

from decimal import Decimal
from typing import Any

from ninja import Field

from integraal.policy.programme.refusals import ProgrammeRefused
from integraal.policy.programme.rules import MOST_MONEY, as_number

AMOUNT: Any = Field("", max_length=24, description="a number such as 1250.50; empty is none")


def amount_of(written: str, places: int = 2, most: Decimal = MOST_MONEY) -> Decimal | None:
    """Return what was written as a number with so many decimals; none when nothing was.

    Args:
        written: a number such as 1250.50, or nothing.
        places: decimals that are kept.
        most: the largest that can be kept, either side of zero.

    Raises:
        ProgrammeRefused: it is no number, or too large to keep.
    """
    if not written.strip():
        return None
    found = as_number(written)
    if found is None or abs(found) > most:
        raise ProgrammeRefused(f"“{written}” is geen getal. Schrijf het zoals 1250.50.")
    return found.quantize(Decimal(1).scaleb(-places))
