"""Many figures for the parts of the municipality in one year, at the level that has figures.

Numbered parts (a municipality's own division) come first; else the districts, each added up from
its neighbourhoods where it has no figure itself; else the neighbourhoods.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date

from integraal.foundation.areas.kinds import AreaKind
from integraal.knowledge.figures.composing import DENOMINATOR_MEASURES
from integraal.knowledge.figures.estimates import Estimate
from integraal.knowledge.figures.explorer.fetching import LETTERS, Span, Stored, own_rows
from integraal.knowledge.figures.explorer.places import OwnAreas, Place, own_areas
from integraal.knowledge.figures.explorer.rows import Row, RowMaker
from integraal.knowledge.indicators.definitions import Indicator
from integraal.knowledge.indicators.periods import Period

_KINDS = (str(AreaKind.DISTRICT), str(AreaKind.NEIGHBOURHOOD))


@dataclass(frozen=True)
class AreaRows:
    """The parts of one division in one year.

    Attributes:
        places: those of the level that is shown, in order; empty when no part has a figure.
        estimates: (indicator code, key of the place) to its figure, of those places.
        counts: by indicator what every part of the division counts, shown or not: what is hidden
            must follow from all of them.
        within: every part of the division, with the part it lies in.
        division_year: of a division of CBS; None for the municipality's own.
    """

    places: tuple[Place, ...] = ()
    estimates: dict[tuple[str, str], Estimate] = field(default_factory=dict)
    counts: dict[str, dict[str, int | None]] = field(default_factory=dict)
    within: dict[str, str | None] = field(default_factory=dict)
    division_year: int | None = None


def area_rows(wanted: Collection[Indicator], year: int) -> AreaRows:
    """Return the figures of the parts of the municipality; four queries, however many figures.

    Args:
        wanted: counts; a survey says too little of a part.
        year: the figures are of this year.
    """
    counts = [one for one in wanted if one.kind == "count"]
    own = own_areas(date(year, 12, 31))
    stored = _stored(counts, [place for place in own.by_key.values() if place.is_part], year)
    having = {key for _, key, _ in stored.rows}
    for places in _levels(own, having):
        division = places[0].division_year
        rows = _rows(counts, own.division(division), own, stored, Period.of_year(year).code)
        keys = {place.key for place in places}
        shown = {at: row.estimate for at, row in rows.items() if at[1] in keys and row.estimate}
        if shown:
            return AreaRows(tuple(places), shown, _counts(rows), own.tree(division), division)
    return AreaRows()


def _stored(counts: Collection[Indicator], parts: Sequence[Place], year: int) -> Stored:
    code = Period.of_year(year).code
    return own_rows(
        {measure for one in counts for measure in one.measures},
        {DENOMINATOR_MEASURES[one.denominator] for one in counts if one.denominator},
        [place.key for place in parts],
        Span(LETTERS["jaren"], code, code),
    )


def _levels(own: OwnAreas, having: Collection[str]) -> list[list[Place]]:
    """Return the divisions that can be shown, the best one first; districts before their parts."""
    numbered = [place for place in own.by_key.values() if place.is_numbered_part]
    levels = [sorted(numbered, key=lambda place: place.number or 0)] if numbered else []
    years = {own.by_key[key].division_year for key in having} - {None}
    for division in sorted(years, key=lambda one: one or 0, reverse=True):
        for kind in _KINDS:
            places = sorted(own.parts_of(kind, division), key=lambda place: place.code)
            levels += [places] if places else []
    return levels


def _rows(
    counts: Collection[Indicator],
    places: Sequence[Place],
    own: OwnAreas,
    stored: Stored,
    period: str,
) -> dict[tuple[str, str], Row]:
    found: dict[tuple[str, str], Row] = {}
    counted = {measure for measure, _, _ in stored.rows}
    for one in counts:
        if not counted.intersection(one.measures):
            continue
        maker = RowMaker(one, "current", stored, own.children, own.by_key)
        found |= {(one.code, place.key): maker.row(place, period) for place in places}
    return found


def _counts(rows: dict[tuple[str, str], Row]) -> dict[str, dict[str, int | None]]:
    found: dict[str, dict[str, int | None]] = defaultdict(dict)
    for (code, key), row in rows.items():
        found[code][key] = row.count
    return dict(found)
