"""What may be said about a change, a difference and a trend. Counts first."""

from collections.abc import Sequence
from dataclasses import dataclass

from integraal.statistics.wording.numbers import as_expected, change_in_percentages, written
from integraal.statistics.wording.statements import Language, Statement, stated, words

DEMONSTRABLE = 0.05
FEWEST_TOGETHER = 5
FEWEST_FOR_PERCENTAGE = 20
SMALL_RATIO = (0.9, 1.1)


@dataclass(frozen=True, slots=True)
class Limits:
    """When something may be said; the municipality may set these.

    Attributes:
        demonstrable: adjusted p-values below this are.
        fewest: with fewer cases together nothing is said.
        fewest_for_percentage: with fewer cases in the earlier period no percentage stands.
        small: between these ratios a demonstrable difference is called small.
    """

    demonstrable: float = DEMONSTRABLE
    fewest: int = FEWEST_TOGETHER
    fewest_for_percentage: int = FEWEST_FOR_PERCENTAGE
    small: tuple[float, float] = SMALL_RATIO


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison of two counts, whatever test it came from.

    Attributes:
        ratio, lower, upper: later (or own) divided by earlier (or reference), with its interval.
        p_value: adjusted for the family it belongs to; None when the two are not tested.
    """

    ratio: float
    lower: float
    upper: float
    p_value: float | None

    def shows(self, limits: Limits) -> bool:
        """Whether a difference is demonstrable: by the p-value and by the interval."""
        tested = self.p_value is not None and self.p_value < limits.demonstrable
        return tested and not self.lower <= 1 <= self.upper


def change(
    earlier: int,
    later: int,
    compared: Compared,
    *,
    before: str,
    after: str,
    rounded: tuple[bool, bool] = (False, False),
    limits: Limits | None = None,
    language: Language = "nl",
) -> Statement:
    """Say what may be said about the change from one count to another.

    Args:
        earlier, later: the two counts, of periods of equal length.
        compared: the comparison of the two, later over earlier.
        before, after: what the two periods are called.
        rounded: whether the source rounds the earlier and the later count. Two rounded counts
            are never tested against each other.
        limits: None for the usual ones.
        language: Dutch or English.
    """
    limits = limits or Limits()
    parts = {
        "earlier": _about(earlier, rounded[0], language),
        "later": _about(later, rounded[1], language),
        "before": before,
        "after": after,
        "margin": "",
    }
    if all(rounded):
        return stated("change_rounded", language, **parts)
    if earlier + later < limits.fewest:
        return stated("change_few", language, **parts)
    if not compared.shows(limits):
        return stated("change_none", language, **parts)
    if earlier >= limits.fewest_for_percentage:
        found = change_in_percentages(compared.lower, compared.upper, language)
        parts["margin"] = f"; {found}"
    ending = _ending(compared.ratio, limits, ("small", "down", "up"))
    return stated(f"change_{ending}", language, **parts)


def no_change_known(when: Sequence[str], *, hidden: bool, language: Language = "nl") -> Statement:
    """Say why two periods cannot be compared.

    Args:
        when: the names of the periods without a number, one or two.
        hidden: whether we hide a number ourselves.
        language: Dutch or English.
    """
    listed = (" en " if language == "nl" else " and ").join(when)
    return stated("change_hidden" if hidden else "change_unknown", language, when=listed)


def beside(
    count: int,
    expected: float,
    compared: Compared,
    *,
    reference: str,
    limits: Limits | None = None,
    language: Language = "nl",
) -> Statement:
    """Say how a count lies beside what the rate of others would lead one to expect.

    Args:
        count: what was seen.
        expected: what the rate of the reference gives for the own exposure.
        compared: own rate over that of the reference, the own part taken out.
        reference: its name, as it stands after "dan" or "met".
        limits: None for the usual ones.
        language: Dutch or English.
    """
    limits = limits or Limits()
    parts = {
        "count": written(count, language),
        "expected": as_expected(expected, language),
        "reference": reference,
        "margin": "",
    }
    if max(count, expected) < limits.fewest:
        return stated("beside_few", language, **parts)
    if not compared.shows(limits):
        return stated("beside_none", language, **parts)
    if expected >= limits.fewest_for_percentage:
        found = change_in_percentages(compared.lower, compared.upper, language)
        parts["margin"] = f"; {found}"
    ending = _ending(compared.ratio, limits, ("small", "lower", "higher"))
    return stated(f"beside_{ending}", language, **parts)


def trend(
    counts: tuple[int, int],
    years: tuple[int, int],
    compared: Compared,
    *,
    limits: Limits | None = None,
    language: Language = "nl",
) -> Statement:
    """Say what may be said about a course over years.

    Args:
        counts, years: of the first and the last year.
        compared: the factor per year, with its interval.
        limits: None for the usual ones.
        language: Dutch or English.
    """
    limits = limits or Limits()
    parts = {
        "first": str(years[0]),
        "last": str(years[1]),
        "earlier": written(counts[0], language),
        "later": written(counts[1], language),
    }
    if not compared.shows(limits):
        return stated("trend_none", language, **parts, margin="")
    margin = change_in_percentages(compared.lower, compared.upper, language)
    return stated(
        "trend_down" if compared.ratio < 1 else "trend_up", language, **parts, margin=margin
    )


def effect(
    compared: Compared | None, *, limits: Limits | None = None, language: Language = "nl"
) -> Statement:
    """Say what may be said about before and after a measure; never that the one caused it.

    Args:
        compared: after over before, or a ratio of ratios; None when there is too little.
        limits: None for the usual ones.
        language: Dutch or English.
    """
    if compared is None:
        return stated("effect_few", language)
    if not compared.shows(limits or Limits()):
        return stated("effect_none", language)
    margin = change_in_percentages(compared.lower, compared.upper, language)
    return stated("effect_down" if compared.ratio < 1 else "effect_up", language, margin=margin)


def _about(count: int, is_rounded: bool, language: Language) -> str:
    number = written(count, language)
    return words("about", language, number=number) if is_rounded else number


def _ending(ratio: float, limits: Limits, endings: tuple[str, str, str]) -> str:
    small, below, above = endings
    if limits.small[0] <= ratio <= limits.small[1]:
        return small
    return below if ratio < 1 else above
