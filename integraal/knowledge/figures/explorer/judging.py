"""What may be said of the newest year that the explorer shows, against the year before.

The families are those of ``year_on_year``: what is shown or filtered here changes no verdict.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from integraal.knowledge.figures import year_on_year
from integraal.knowledge.figures.definitions import calculation_rules
from integraal.knowledge.figures.explorer.places import OwnAreas, Place
from integraal.knowledge.figures.queries import estimates_at
from integraal.knowledge.figures.verdicts import Verdict
from integraal.knowledge.figures.year_on_year import YearVerdict
from integraal.knowledge.indicators.definitions import Indicator
from integraal.knowledge.indicators.periods import Period
from integraal.statistics import wording
from integraal.statistics.wording import Limits


@dataclass(frozen=True)
class Judged:
    """A place with what may be said of its newest year."""

    place: Place
    verdict: Verdict


@dataclass(frozen=True)
class Judgement:
    """Verdicts on one year against the year before.

    Attributes:
        judged: one for each own place shown that has both figures.
        families: in sentences, which comparisons were judged together, and how many.
    """

    before: Period
    period: Period
    judged: tuple[Judged, ...]
    families: tuple[str, ...]


def judge_year(
    indicator: Indicator,
    offered: Mapping[str, Indicator],
    own: OwnAreas,
    places: Sequence[Place],
    year: int | None,
    *,
    hides: bool,
) -> Judgement | None:
    """Return the verdicts on a year; None when there is nothing to judge.

    Args:
        indicator: the figure shown; only counts are judged.
        offered: all indicators of the municipality.
        own: all areas of the municipality.
        places: the own areas that are shown.
        year: the newest year shown that has a number; None when there is none.
        hides: whether small counts are hidden from this reader. A sentence would tell the counts
            of two years, so then only the municipality as a whole is judged.
    """
    if year is None or indicator.kind != "count":
        return None
    limits = calculation_rules().limits
    before, period = Period.of_year(year - 1), Period.of_year(year)
    seen = [place for place in places if not (hides and place.is_part)]
    judged: dict[str, Judged] = {}
    families: list[str] = []
    for family in _families(indicator, offered, own, seen):
        found = _judge(family, (before, period), limits)
        for place in family.shown:
            of_place = found.get((indicator.code, UUID(place.key)))
            if of_place:
                judged[place.key] = Judged(place, of_place.verdict)
        if any(place.key in judged for place in family.shown):
            families.append(_told(family, found, limits))
    if not judged:
        return None
    in_order = tuple(judged[place.key] for place in seen if place.key in judged)
    return Judgement(before, period, in_order, tuple(families))


@dataclass(frozen=True)
class _Family:
    """Comparisons that are judged together, and which of its places are shown."""

    indicators: tuple[Indicator, ...]
    places: tuple[Place, ...]
    shown: tuple[Place, ...]
    words: str


def _families(
    indicator: Indicator,
    offered: Mapping[str, Indicator],
    own: OwnAreas,
    places: Sequence[Place],
) -> list[_Family]:
    found = []
    if own.whole in places:
        of_theme = year_on_year.in_family(offered.values())
        together = tuple({one.code: one for one in (*of_theme, indicator)}.values())
        whole = (own.whole,) if own.whole else ()
        found.append(_Family(together, whole, whole, year_on_year.FAMILY))
    levels: dict[tuple[str, int | None], list[Place]] = {}
    for place in places:
        if place.is_part:
            levels.setdefault((place.kind if place.code else "", place.division_year), []).append(
                place
            )
    for (kind, division), shown in levels.items():
        level = [
            one for one in own.division(division) if (one.kind == kind if kind else not one.code)
        ]
        words = year_on_year.FAMILY_OF_PARTS.format(parts=_plural(kind))
        found.append(_Family((indicator,), tuple(level), tuple(shown), words))
    return found


def _plural(kind: str) -> str:
    return {"district": "wijken", "neighbourhood": "buurten"}.get(kind, "gebieden")


def _judge(
    family: _Family, periods: tuple[Period, Period], limits: Limits
) -> dict[tuple[str, UUID], YearVerdict]:
    references = {UUID(place.key): place.reference for place in family.places}
    known = estimates_at(family.indicators, references, *periods)
    pairs = [(one, area) for one in family.indicators for area in references]
    return year_on_year.year_on_year(pairs, periods[1].year, known, limits)


def _told(family: _Family, found: Mapping[tuple[str, UUID], YearVerdict], limits: Limits) -> str:
    tested = max((one.verdict.comparisons for one in found.values()), default=0)
    said = wording.family(tested, limits.demonstrable)
    return f"{said} Samen beoordeeld: {family.words}."
