"""The municipality among others like it in one year: the funnel, never a ranking."""

from collections.abc import Iterable
from uuid import UUID

from integraal.foundation.areas.kinds import AreaKind
from integraal.knowledge.figures.beside_others.division import Division
from integraal.knowledge.figures.beside_others.funnel import (
    FunnelContent,
    NoFunnel,
    funnel_content,
)
from integraal.knowledge.figures.beside_others.likeness import Like
from integraal.knowledge.figures.beside_others.others import Others
from integraal.knowledge.figures.estimates import Estimate
from integraal.knowledge.figures.explorer.funnel_others import others_of, year_with_others
from integraal.knowledge.figures.explorer.places import OwnAreas
from integraal.knowledge.figures.explorer.selection import Selection
from integraal.knowledge.figures.queries import estimates_at
from integraal.knowledge.indicators.definitions import DENOMINATOR_WORDS, Indicator
from integraal.statistics.funnel import FEWEST_AREAS

_UNKNOWN: dict[Like, str] = {
    "grootte": "het landelijke inwonertal",
    "stedelijkheid": "de stedelijkheid",
}
_OTHER = "Kies onder ‘Vergelijkbaar is’ een andere groep."


def funnel_of(
    indicator: Indicator, selection: Selection, own: OwnAreas, division: Division
) -> FunnelContent | NoFunnel:
    """Return the funnel, or in a sentence why there is none.

    Three queries; five when no year was asked and too few others have a figure of the newest.

    Args:
        indicator: the figure shown.
        selection: which year, and what makes municipalities similar.
        own: all areas of the municipality, its neighbours included.
        division: the municipalities of the country.
    """
    if indicator.kind != "count" or indicator.denominator is None:
        return NoFunnel(
            "Een trechter is er alleen van aantallen met een noemer, zoals inwoners of woningen."
        )
    if own.whole is None:
        return NoFunnel("Uw gemeente zelf staat nog niet bij de gebieden.")
    near = [
        place for place in own.by_key.values()
        if place.origin == "own" and place.kind == AreaKind.MUNICIPALITY
    ]  # fmt: skip
    known = estimates_at([indicator], {UUID(place.key): place.reference for place in near})
    whole, code = UUID(own.whole.key), own.whole.code
    by_year = {
        one.period: one for (_, area, _), one in known.items()
        if area == whole and one.period.kind == "year"
        and selection.year in (None, one.period.year)
    }  # fmt: skip
    mine = [by_year[period] for period in sorted(by_year, reverse=True) if _serves(by_year[period])]
    if not mine:
        return NoFunnel(_why_none(indicator, selection.year, by_year.values()))
    others = [one for (_, area, _), one in known.items() if area != whole]

    def beside(figure: Estimate) -> Others:
        return others_of(indicator, figure, code, selection.like, division, others)

    chosen = mine[0]
    found = beside(chosen)
    if len(found.counts) < FEWEST_AREAS and len(mine) > 1:
        better = year_with_others(indicator, [one.period for one in mine], others)
        if better:
            chosen = by_year[better]
            found = beside(chosen)
    if found.kinds[0] is None:
        return NoFunnel(f"Van uw gemeente is {_UNKNOWN[selection.like]} niet bekend.", True, _OTHER)
    return funnel_content(indicator, chosen, found)


def _serves(figure: Estimate) -> bool:
    return figure.count is not None and bool(figure.denominator) and not figure.incomplete


def _why_none(indicator: Indicator, year: int | None, known: Iterable[Estimate]) -> str:
    """Say what the newest own figure lacks; an empty place is never taken for zero."""
    newest = max(known, key=lambda one: one.period, default=None)
    if newest is None:
        when = f"over {year} " if year else ""
        return f"Van uw gemeente is {when}geen cijfer per jaar bekend, en een trechter is per jaar."
    when = newest.period.label
    if newest.status == "withheld":
        return f"Het cijfer van uw gemeente over {when} is niet vrijgegeven."
    if newest.count is None:
        return f"Van uw gemeente is over {when} geen cijfer bekend."
    if newest.incomplete:
        return f"Het cijfer over {when} is nog niet compleet. Kies een eerder jaar."
    what = DENOMINATOR_WORDS[indicator.denominator or "inhabitants"]
    return (
        f"Van {when} is niet bekend hoeveel {what} uw gemeente heeft, en daarmee vergelijkt een "
        "trechter. Lees eerst een bestand met dat aantal in."
    )
