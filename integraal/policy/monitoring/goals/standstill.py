"""When a measure stands still, in a sentence. Pure."""

from collections.abc import Collection, Iterable
from datetime import date

MISSED = 2
"""After so many askings without an answer somebody has to look."""


def standstill(
    *,
    status: str,
    lights: Collection[str],
    has_owner: bool,
    updated_on: date | None,
    unanswered: Iterable[date],
) -> str:
    """Return why a measure asks for attention; empty when it does not.

    Args:
        status: of its progress; empty when nobody said anything yet.
        lights: of quality, time and money.
        unanswered: days on which its owner was asked without an answer in time.
    """
    if status in ("done", "stopped"):
        return ""
    if "stuck" in lights:
        return "Er is een knelpunt gemeld."
    missed = sum(updated_on is None or day > updated_on for day in unanswered)
    if missed >= MISSED:
        return f"Er is {missed} keer naar gevraagd, zonder antwoord."
    return "" if has_owner else "Er is niemand van."
