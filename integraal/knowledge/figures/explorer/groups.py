"""A group of municipalities as one figure: those that have a number, added up. Pure."""

from collections.abc import Mapping

from integraal.knowledge.figures.composing import period_of
from integraal.knowledge.figures.estimates import SnapshotRef, from_count
from integraal.knowledge.figures.explorer.group_sums import GroupSum
from integraal.knowledge.figures.explorer.places import Place
from integraal.knowledge.figures.explorer.rows import Row
from integraal.knowledge.indicators.definitions import DENOMINATOR_WORDS, Indicator
from integraal.knowledge.indicators.periods import Period


def group_row(
    indicator: Indicator, group: Place, found: GroupSum, datasets: Mapping[int, SnapshotRef]
) -> Row:
    """Return the row of a group in one period.

    Args:
        found: what its members add up to.
        datasets: id of each national table to how it is named.
    """
    unit = DENOMINATOR_WORDS[indicator.denominator] if indicator.denominator else ""
    period = period_of(found.period)
    years = sorted(found.denominator_years)
    estimate = from_count(
        found.count,
        denominator=found.denominator or None,
        denominator_unit=unit if found.denominator else None,
        denominator_period=Period.of_year(years[0]).code if len(years) == 1 else None,
        per=indicator.per,
        rounded_to=max(found.step, 1),
        provisional=found.provisional,
        incomplete=found.incomplete,
        period=period,
        area=group.reference,
        indicator=indicator.code,
        indicator_version=indicator.version,
        snapshot=datasets[found.dataset],
    )
    notes = [f"{found.members} van de {len(group.members)} gemeenten opgeteld"]
    notes += ["nog niet compleet"] if found.incomplete else []
    notes += ["voorlopig"] if found.provisional and not found.incomplete else []
    if years not in ([], [period.year]):
        notes.append(f"verhouding met {unit} van {' en '.join(map(str, years))}")
    return Row(group, "current", estimate.period, estimate, "present", "", tuple(notes))
