"""What a map shows: the parts of one division in one period, each against all the others."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from integraal.knowledge.figures.area_verdicts import area_verdicts
from integraal.knowledge.figures.definitions import calculation_rules
from integraal.knowledge.figures.explorer.places import Place
from integraal.knowledge.figures.explorer.rows import Row
from integraal.knowledge.figures.explorer.series import Series
from integraal.knowledge.figures.explorer.view import MapContent
from integraal.knowledge.indicators.periods import Period


@dataclass(frozen=True)
class _Level:
    """Areas that may lie on one map: districts and their neighbourhoods would cover each other."""

    kind: str
    division_year: int | None


def map_content(
    series: Sequence[Series], counted: Callable[[Place, Period], int | None]
) -> MapContent | None:
    """Return the map of the level with most areas, in the newest period that has a number.

    Args:
        series: what is shown, small counts hidden.
        counted: the count of a place in a period as it is known to us: a verdict tells no
            number, so a hidden count is judged as well.
    """
    parts = [one for one in series if one.place.is_part and one.counting == "current"]
    levels: dict[_Level, list[Series]] = {}
    for one in parts:
        levels.setdefault(_level(one.place), []).append(one)
    largest = max(levels.values(), key=len, default=[])
    rows = [row for one in largest for row in one.rows]
    numbered = [row.period for row in rows if row.estimate]
    if not numbered:
        return None
    newest = max(numbered, key=lambda period: period.months.start)
    shown = [row for row in rows if row.period == newest]
    rules = calculation_rules()
    verdicts = area_verdicts(
        [counted(row.place, newest) for row in shown],
        [_people(row) for row in shown],
        minimum_inhabitants=rules.map_fewest_inhabitants,
        certainty=rules.map_certainty / 100,
    )
    return MapContent(newest, tuple(shown), tuple(verdicts))


def _level(place: Place) -> _Level:
    # Areas without a code of CBS cover the municipality together, of whatever kind they are.
    return _Level(place.kind if place.code else "", place.division_year)


def _people(row: Row) -> int | None:
    if row.place.few_inhabitants:
        return 0
    return row.estimate.denominator if row.estimate else None
