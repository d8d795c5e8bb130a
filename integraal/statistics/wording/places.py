"""What may be said about where things happen."""

from integraal.statistics.wording.changes import DEMONSTRABLE
from integraal.statistics.wording.numbers import as_expected, written
from integraal.statistics.wording.statements import Language, Statement, stated

FEWEST_POINTS = 10


def near_repeat(
    points: int,
    observed: int,
    expected: float,
    p_value: float,
    *,
    level: float = DEMONSTRABLE,
    language: Language = "nl",
) -> Statement:
    """Say whether cases come close together in place and time more often than by chance.

    Args:
        points: how many cases there are.
        observed, expected: pairs close in both.
        p_value: one-sided, of so many pairs or more.
        level: below this it is demonstrable.
        language: Dutch or English.
    """
    if points < FEWEST_POINTS:
        return stated("repeat_few", language)
    parts = {
        "observed": written(observed, language),
        "expected": as_expected(expected, language),
    }
    return stated("repeat_more" if p_value < level else "repeat_none", language, **parts)
