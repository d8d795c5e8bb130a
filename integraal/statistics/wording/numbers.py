"""Numbers as words: thousands and decimals as the language has them, margins outward."""

import math
from decimal import ROUND_HALF_UP, Decimal

from integraal.statistics.wording.statements import Language, words


def written(value: float, language: Language = "nl", decimals: int = 0) -> str:
    """Write a number: 1.234,5 in Dutch, 1,234.5 in English; rounded half up.

    Raises:
        ValueError: the value is not finite; what is missing is told in words, never as a number.
    """
    if not math.isfinite(value):
        raise ValueError("A number in a sentence must be finite.")
    exact = Decimal(str(value)).quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    plain = f"{abs(exact) if exact == 0 else exact:,f}"
    return plain.translate(str.maketrans(",.", ".,")) if language == "nl" else plain


def as_expected(value: float, language: Language) -> str:
    """Write an expected count: whole from ten on, with one decimal below."""
    return written(value, language, 0 if value >= 10 else 1)


def percentage(share: float, language: Language) -> str:
    """Write a share from 0 to 1 as a whole percentage."""
    return f"{written(share * 100, language)} %"


def change_in_percentages(lower: float, upper: float, language: Language) -> str:
    """Return the interval of a ratio that leaves out one as "tussen 5 % en 52 % minder".

    Both ends are rounded outward to whole percentages; an end that rounds to nothing is left
    out ("hooguit 6 % minder"), and a rise without upper limit has only its lower end.

    Args:
        lower, upper: limits of later divided by earlier, both below one or both above.
    """
    falls = upper < 1
    least, most = (1 - upper, 1 - lower) if falls else (lower - 1, upper - 1)
    direction = words("less" if falls else "more", language)
    floor = math.floor(least * 100 + 1e-9)
    if not math.isfinite(most):
        return words("at_least", language, floor=written(floor, language), direction=direction)
    parts = {
        "floor": written(floor, language),
        "ceiling": written(math.ceil(most * 100 - 1e-9), language),
        "direction": direction,
    }
    return words("at_most" if floor == 0 else "between", language, **parts)
