"""What may be said about a year beside the years before, and about a whole set of comparisons."""

import math
from typing import Literal

from integraal.statistics.wording.numbers import as_expected, written
from integraal.statistics.wording.statements import Language, Statement, stated, words

YearStanding = Literal["few", "within", "below", "above"]


def year(
    standing: YearStanding,
    *,
    count: int,
    expected: float,
    lower: int,
    upper: int,
    language: Language = "nl",
) -> Statement:
    """Say how a year lies beside what the years before it lead one to expect.

    Args:
        standing: what was found; "below" and "above" after correction for the family.
        count: of the year.
        expected, lower, upper: what was expected, and its band.
        language: Dutch or English.
    """
    return stated(
        f"expected_{standing}",
        language,
        count=written(count, language),
        expected=as_expected(expected, language),
        lower=written(lower, language),
        upper=written(upper, language),
    )


def comparison_set(
    comparisons: int, found: int, level: float, language: Language = "nl"
) -> tuple[str, str]:
    """Say how many comparisons were made, and how much of what was found may be chance.

    Args:
        comparisons: how many were tested, over all families together.
        found: how many of those stand out after correction in their families.
        level: the share of chance findings that is accepted among what stands out.
        language: Dutch or English.

    Returns:
        A sentence about what was made, and one about what was found; the second may be empty.
    """
    if not comparisons:
        return words("set_empty", language), ""
    made = words(
        "set_made",
        language,
        comparisons=written(comparisons, language),
        by_chance=as_expected(comparisons * level, language),
    )
    if not found:
        return made, words("set_nothing", language)
    # Outward: it is an upper limit, and part of a finding cannot be chance.
    at_most = math.ceil(found * level - 1e-9)
    return made, words(
        "set_found",
        language,
        found=written(found, language),
        at_most=written(at_most, language),
        is_chance=words("is_chance_one" if at_most == 1 else "is_chance_more", language),
    )
