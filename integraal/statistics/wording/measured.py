"""What may be said about a value that the source measured, with the margin it came with."""

import math

from integraal.statistics.measured import Difference
from integraal.statistics.wording.changes import DEMONSTRABLE
from integraal.statistics.wording.numbers import written
from integraal.statistics.wording.statements import Language, Statement, stated, words


def measured_change(
    values: tuple[float, float],
    found: Difference,
    *,
    before: str,
    after: str,
    adjusted_p: float | None = None,
    demonstrable: float = DEMONSTRABLE,
    language: Language = "nl",
) -> Statement:
    """Say what may be said about a measured value of two periods.

    Args:
        values: the earlier and the later one.
        found: the later minus the earlier.
        before, after: what the two periods are called.
        adjusted_p: p-value after correction for a family; None: just this one.
        demonstrable: adjusted p-values below this are.
        language: Dutch or English.
    """
    code = _ending(found, adjusted_p, demonstrable, ("none", "down", "up"))
    return stated(
        f"measured_{code}",
        language,
        earlier=written(values[0], language, 1),
        later=written(values[1], language, 1),
        before=before,
        after=after,
        margin=_margin(found, language),
    )


def measured_beside(
    own: float,
    other: float,
    found: Difference,
    *,
    reference: str,
    adjusted_p: float | None = None,
    demonstrable: float = DEMONSTRABLE,
    language: Language = "nl",
) -> Statement:
    """Say how a measured value lies beside that of others.

    Args:
        own, other: the two values.
        found: the own one minus the other.
        reference: whose the other is, as it stands after "dan" or "met".
        adjusted_p, demonstrable, language: as for ``measured_change``.
    """
    code = _ending(found, adjusted_p, demonstrable, ("none", "lower", "higher"))
    return stated(
        f"measured_beside_{code}",
        language,
        own=written(own, language, 1),
        other=written(other, language, 1),
        reference=reference,
        margin=_margin(found, language),
    )


def _ending(
    found: Difference, adjusted_p: float | None, demonstrable: float, endings: tuple[str, str, str]
) -> str:
    p_value = found.p_value if adjusted_p is None else adjusted_p
    if p_value >= demonstrable or found.lower <= 0 <= found.upper:
        return endings[0]
    return endings[1] if found.difference < 0 else endings[2]


def _margin(found: Difference, language: Language) -> str:
    """Both ends are rounded outward to one decimal, as all margins are."""
    least, most = sorted((abs(found.lower), abs(found.upper)))
    return words(
        "span_of_values",
        language,
        floor=written(math.floor(least * 10 + 1e-9) / 10, language, 1),
        ceiling=written(math.ceil(most * 10 - 1e-9) / 10, language, 1),
        direction=words("less" if found.difference < 0 else "more", language),
    )
