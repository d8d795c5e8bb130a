"""Hide small counts of parts from whoever may not read them row by row."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Self

from integraal.foundation.audit.actors import Actor
from integraal.knowledge.figures.disclosing import hidden_in_tree
from integraal.knowledge.figures.estimates import suppressed
from integraal.knowledge.figures.explorer.places import OwnAreas, Place
from integraal.knowledge.figures.explorer.rows import (
    SAID_COMPLEMENTARY,
    SAID_SMALL,
    Row,
    RowMaker,
)
from integraal.knowledge.figures.hiding.kept import At
from integraal.knowledge.figures.hiding.queries import hidden_of
from integraal.knowledge.indicators.definitions import Indicator
from integraal.statistics.disclosure import HiddenKind

SeriesRows = list[tuple[Place, list[Row]]]
Together = Mapping[At, Mapping[str, HiddenKind]]
"""By division and year, which parts are hidden over all figures together."""


def hidden_together(
    by: Actor, indicator: Indicator, places: Collection[Place], periods: Collection[str]
) -> Together:
    """Return what is hidden of an indicator in the divisions and years that are looked at.

    Args:
        by: who looks.
        indicator: what is looked at.
        places, periods: what of it.
    """
    if indicator.kind != "count":
        return {}
    divisions = {place.division_year for place in places if place.is_part}
    years = {int(period[:4]) for period in periods if "JJ" in period}
    return hidden_of(by, indicator.code, [(one, year) for one in divisions for year in years])


def hide_small(
    found: SeriesRows,
    maker: RowMaker,
    own: OwnAreas,
    periods: Sequence[str],
    together: Together,
) -> SeriesRows:
    """Return the rows with the counts hidden that this reader may not see.

    A month of a part is hidden whatever it counts: from the year and the other months it could
    be worked out. In an older counting, what the current one hides is hidden as well.
    """
    shown = {place.division_year for place, _ in found if place.is_part}
    if maker.indicator.kind != "count" or not shown:
        return found
    hidden: dict[tuple[str, str], HiddenKind] = {}
    for year in shown:
        division = _Division.of(own, year)
        for period in periods:
            found_in = {
                **together.get((year, int(period[:4])), {}),
                **_in_period(maker, own.whole, division, period),
            }
            hidden |= {(key, period): kind for key, kind in found_in.items()}
    return [
        (place, [_hide(row, hidden.get((place.key, row.period.code))) for row in rows])
        for place, rows in found
    ]


@dataclass(frozen=True)
class _Division:
    """The parts of the municipality in one division, each with the key of what it lies in."""

    parts: tuple[Place, ...]
    within: dict[str, str | None]

    @classmethod
    def of(cls, own: OwnAreas, year: int | None) -> Self:
        return cls(tuple(own.division(year)), own.tree(year))


def _in_period(
    maker: RowMaker, whole: Place | None, division: _Division, period: str
) -> dict[str, HiddenKind]:
    counts = {place.key: maker.row(place, period).count for place in division.parts}
    if "JJ" not in period:
        return {key: "complementary" for key, count in counts.items() if count is not None}
    total = maker.row(whole, period).count if whole else None
    return hidden_in_tree(counts, division.within, total)


def _hide(row: Row, kind: HiddenKind | None) -> Row:
    if kind is None or row.estimate is None or row.estimate.value is None:
        return row
    return replace(
        row,
        estimate=suppressed(row.estimate, kind),
        status="withheld",
        reason=SAID_SMALL if kind == "small" else SAID_COMPLEMENTARY,
    )
