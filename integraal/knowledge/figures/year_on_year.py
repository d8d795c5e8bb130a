"""The family of yearly comparisons: every figure of a theme, of one area, against the year before.

It is declared here once. What a page shows of it, or filters away, changes no verdict.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from integraal.knowledge.figures.estimates import Estimate
from integraal.knowledge.figures.queries import Key
from integraal.knowledge.figures.verdicts import Verdict, compare_family
from integraal.knowledge.indicators.definitions import Indicator
from integraal.knowledge.indicators.periods import Period
from integraal.statistics.wording import Limits

FAMILY = "alle cijfers met een thema van de hele gemeente, elk tegen het jaar ervoor"
FAMILY_OF_PARTS = "dit cijfer in alle {parts} van de gemeente, elk tegen het jaar ervoor"


@dataclass(frozen=True)
class YearVerdict:
    """A figure of one year with that of the year before, and what may be said of the two."""

    earlier: Estimate
    later: Estimate
    verdict: Verdict


def in_family(offered: Iterable[Indicator]) -> list[Indicator]:
    """Return the indicators that belong to the family of the municipality as a whole."""
    return [one for one in offered if one.theme and one.kind == "count"]


def year_on_year(
    pairs: Iterable[tuple[Indicator, UUID]],
    year: int,
    known: Mapping[Key, Estimate],
    limits: Limits,
) -> dict[tuple[str, UUID], YearVerdict]:
    """Judge figures against the year before, all of them as one family.

    Args:
        pairs: every indicator and area of the family.
        year: the later of the two years.
        known: their figures, of both years.
        limits: when something may be said.

    Returns:
        (indicator code, area id) to verdict; without those that lack one of the two figures.
    """
    before, now = Period.of_year(year - 1).code, Period.of_year(year).code
    family = {}
    for one, area in pairs:
        earlier = known.get((one.code, area, before))
        later = known.get((one.code, area, now))
        if earlier and later:
            family[one.code, area] = (earlier, later, one.aim)
    judged = compare_family(list(family.values()), limits)
    return {
        key: YearVerdict(earlier, later, verdict)
        for (key, (earlier, later, _)), verdict in zip(family.items(), judged, strict=True)
    }
