"""When a month of the trail may be destroyed, as plain functions."""

import re
from collections.abc import Sequence
from datetime import date


class DestructionRefused(Exception):
    """The month may not be destroyed; the message says why and what to do."""


def check_term(month: str, older_than_months: int, today: date) -> None:
    """Refuse unless ``month`` (as ``2024-03``) ended at least ``older_than_months`` months ago.

    Raises:
        DestructionRefused: it did not, or it is no month.
    """
    if not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", month):
        raise DestructionRefused(f"{month} is geen maand. Schrijf 2024-03.")
    if older_than_months < 1:
        raise DestructionRefused("De bewaartermijn is ten minste één maand.")
    year, number = (int(part) for part in month.split("-"))
    ended_ago = (today.year - year) * 12 + today.month - number - 1
    if ended_ago < older_than_months:
        raise DestructionRefused(
            f"De termijn van {month} is niet voorbij. Die maand eindigde {max(ended_ago, 0)} hele "
            f"maanden geleden; de termijn is {older_than_months} maanden."
        )


def check_stretch(month: str, positions: Sequence[int]) -> None:
    """Refuse unless the chained ``positions`` of a month are one stretch without a gap.

    Raises:
        DestructionRefused: there are none, or one is missing.
    """
    if not positions:
        raise DestructionRefused(f"Van {month} staat niets in de keten.")
    if list(positions) != list(range(positions[0], positions[-1] + 1)):
        raise DestructionRefused(
            f"De keten van {month} heeft een gat. Controleer haar eerst met audit-verify."
        )
