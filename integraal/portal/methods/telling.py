"""Numbers of an example in words, the same in every example."""

import math

from integraal.foundation.ui.dutch import number, percentage
from integraal.statistics.rates import CountComparison
from integraal.statistics.wording import Compared

SMALLEST_CHANCE = 0.001


def ratio_words(value: float) -> str:
    """Return a ratio with two decimals; in words where there is none, or no end to it."""
    if math.isnan(value):
        return "niet te zeggen"
    return number(value, 2) if math.isfinite(value) else "geen grens"


def ratio_span(lower: float, upper: float) -> str:
    """Return a margin of a ratio."""
    return f"{ratio_words(lower)} tot {ratio_words(upper)}"


def chance_words(p_value: float) -> str:
    """Return a chance that chance alone gives so much; never "0 %"."""
    if math.isnan(p_value):
        return "niet getoetst"
    if p_value < SMALLEST_CHANCE:
        return f"minder dan {percentage(SMALLEST_CHANCE, 1)}"
    return percentage(p_value, 1)


def as_compared(found: CountComparison) -> Compared:
    """Return one comparison as the sentences take it."""
    p_value = float(found.p_value)
    tested = p_value if math.isfinite(p_value) else None
    return Compared(float(found.ratio), float(found.lower), float(found.upper), tested)
