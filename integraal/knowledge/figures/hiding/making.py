"""Reckon which counts of a division stay hidden in one year, over all figures together."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from integraal.knowledge.figures.definitions import class_lists, indicators
from integraal.knowledge.figures.disclosing import finest_measures, hidden_over_indicators
from integraal.knowledge.figures.explorer.fetching import LETTERS, Span, Stored, own_rows
from integraal.knowledge.figures.explorer.places import Place, own_areas
from integraal.knowledge.figures.explorer.rows import RowMaker
from integraal.knowledge.indicators.definitions import Indicator
from integraal.knowledge.indicators.periods import Period
from integraal.statistics.disclosure import HiddenKind

Hidden = dict[str, dict[str, HiddenKind]]


def counted() -> list[Indicator]:
    """Return every count there is, with the total of a list as one more when it is none."""
    counts = [one for one in indicators().values() if one.kind == "count"]
    known = {one.measures for one in counts}
    return counts + [one for one in _totals(counts) if one.measures not in known]


def code_of(measure: str) -> str:
    """Return the code under which one stored measure is hidden; itself when it is no indicator."""
    found = (one.code for one in counted() if one.measures == (measure,))
    return next(found, measure)


def hidden_in_year(division: int | None, year: int) -> Hidden:
    """Return by indicator the areas of a division whose count stays hidden, each with why.

    It depends on nothing but the figures: not on who asks, nor on what they look at.

    Args:
        division: year of a division of CBS; None for the municipality's own parts.
        year: the figures are of this year.
    """
    own, code = own_areas(date(year, 12, 31)), Period.of_year(year).code
    parts, counts = own.division(division), counted()
    stored = _stored(counts, [*parts, *([own.whole] if own.whole else [])], code)
    having = {measure for measure, key, _ in stored.rows if own.by_key[key].is_part}
    makers = {
        one.code: RowMaker(one, "current", stored, own.children, own.by_key)
        for one in counts
        if having.intersection(one.measures)
    }
    measures = {one.code: finest_measures(one, class_lists()) for one in counts}
    found = hidden_over_indicators(
        {name: _counts(maker, parts, code) for name, maker in makers.items()},
        {name: measures[name] for name in makers},
        {name: maker.row(own.whole, code).count if own.whole else None
         for name, maker in makers.items()},
        within=own.tree(division),
    )  # fmt: skip
    return {name: dict(areas) for name, areas in found.items() if areas}


def _stored(counts: Iterable[Indicator], places: Iterable[Place], period: str) -> Stored:
    measures = {measure for one in counts for measure in one.measures}
    span = Span(LETTERS["jaren"], period, period)
    return own_rows(measures, (), [place.key for place in places], span)


def _counts(maker: RowMaker, parts: Iterable[Place], period: str) -> Mapping[str, int | None]:
    return {place.key: maker.row(place, period).count for place in parts}


def _totals(counts: Iterable[Indicator]) -> list[Indicator]:
    """Return the total of each list as an indicator of its own, made after one of that list."""
    lists = {one.numerator.list: one for one in counts}
    return [
        replace(
            like,
            code=class_list.measure(class_list.total),
            denominator=None,
            numerator=replace(like.numerator, classes=(class_list.total,), older=None),
        )
        for class_list in class_lists().values()
        if class_list.total and (like := lists.get(class_list.code))
    ]
