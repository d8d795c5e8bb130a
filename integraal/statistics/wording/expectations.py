"""What may be said about one count, a month, a funnel, a family of comparisons, and a target."""

import math
from typing import Literal

from integraal.statistics.wording.numbers import as_expected, percentage, written
from integraal.statistics.wording.statements import Language, Statement, stated, words

Zone = Literal["few", "within", "maybe_higher", "higher", "maybe_lower", "lower"]
MonthStanding = Literal["incomplete", "few", "short", "usual", "alarm"]


def margin(
    count: int, lower: float, upper: float, confidence: float, language: Language = "nl"
) -> Statement:
    """Say one count with its margin; the limits are rounded outward to whole counts.

    Args:
        count: what was seen.
        lower, upper: limits of the margin.
        confidence: of the margin, such as 0.95.
        language: Dutch or English.
    """
    return stated(
        "count_margin",
        language,
        count=written(count, language),
        lower=written(math.floor(lower + 1e-9), language),
        upper=written(math.ceil(upper - 1e-9), language),
        confidence=percentage(confidence, language),
    )


def month(
    standing: MonthStanding,
    *,
    seen: int = 0,
    expected: float = math.nan,
    upper_bound: float = math.nan,
    months: int = 1,
    language: Language = "nl",
) -> Statement:
    """Say how a month lies beside what the months before lead one to expect.

    Args:
        standing: what was found; "alarm" after correction for the family it belongs to.
        seen, expected: counts; needed for "usual" and "alarm".
        upper_bound: the largest count that is not striking; NaN where the method has none.
        months: how many months up to this one the counts are of.
        language: Dutch or English.
    """
    if standing not in ("usual", "alarm"):
        return stated(f"month_{standing}", language)
    known = math.isfinite(upper_bound)
    return stated(
        f"month_{standing}",
        language,
        seen=written(seen, language),
        expected=as_expected(expected, language),
        span=words("span", language, months=written(months, language)) if months > 1 else "",
        limit=words("limit", language, limit=written(upper_bound, language)) if known else "",
    )


def funnel(
    zone: Zone, *, count: int = 0, expected: float = 0.0, language: Language = "nl"
) -> Statement:
    """Say where a municipality lies among others like it; never a place in a ranking."""
    return stated(
        f"funnel_{zone}",
        language,
        count=written(count, language),
        expected=as_expected(expected, language),
    )


def family(comparisons: int, level: float, language: Language = "nl") -> str:
    """Say how many comparisons were judged together, and how many chance alone would show.

    Args:
        comparisons: how many were tested.
        level: the share of them that chance would show without correction.
        language: Dutch or English.
    """
    if comparisons <= 1:
        return words("in_no_family", language)
    by_chance = comparisons * level
    return words(
        "in_family",
        language,
        comparisons=written(comparisons, language),
        by_chance=as_expected(by_chance, language),
    )


def target(
    count: float,
    change: float,
    power: float,
    needed: float,
    *,
    wished: float = 0.8,
    language: Language = "nl",
) -> Statement:
    """Say whether a change could be seen at all, before it is promised.

    Args:
        count: per year, now.
        change: -0.2 for a fall of 20 %.
        power: probability that the change would be shown, from 0 to 1.
        needed: count per year from which it would be shown with the wished power; NaN when
            there is none.
        wished: the power that is asked.
        language: Dutch or English.
    """
    part = percentage(abs(change), language)
    parts = {
        "count": as_expected(count, language),
        "change": words("fall_of" if change < 0 else "rise_of", language, percentage=part),
        "power": percentage(power, language),
        "wished": percentage(wished, language),
    }
    if power >= wished:
        return stated("target_visible", language, **parts, needed="")
    if not math.isfinite(needed):
        return stated("target_never", language, **parts, needed="")
    code = "target_hidden" if power < 0.5 else "target_uncertain"
    return stated(code, language, **parts, needed=written(_round_up(needed), language))


def smallest_change(
    count: float, change: float, *, falls: bool, wished: float = 0.8, language: Language = "nl"
) -> str:
    """Say which change could just be shown at a count.

    Args:
        count: per year, now.
        change: the smallest that would be shown, -0.55 for a fall of 55 %; NaN for none.
        falls: whether falls or rises were looked at.
        wished: the power that is asked.
        language: Dutch or English.
    """
    told = as_expected(count, language)
    if not math.isfinite(change):
        direction = words("fall" if falls else "rise", language)
        return words("nothing_visible", language, count=told, direction=direction)
    # Outward: a smaller change than is told here would not do.
    part = percentage(math.ceil(abs(change) * 100 - 1e-9) / 100, language)
    return words(
        "smallest_visible",
        language,
        count=told,
        change=words("fall_of" if falls else "rise_of", language, percentage=part),
        wished=percentage(wished, language),
    )


def _round_up(needed: float) -> float:
    """Return two leading digits, upward: "about 190", never "about 187"."""
    size = 10 ** max(math.floor(math.log10(max(needed, 1))) - 1, 0)
    return math.ceil(needed / size) * size
