"""Make the explorer's answer to a selection: fetch, compose, hide what is small, and tell."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from integraal.foundation.areas.kinds import AreaKind
from integraal.foundation.audit.actors import Actor
from integraal.knowledge.figures.access import may_read_rows
from integraal.knowledge.figures.beside_others.division import Division, municipalities
from integraal.knowledge.figures.composing import DENOMINATOR_MEASURES
from integraal.knowledge.figures.definitions import indicators
from integraal.knowledge.figures.explorer import fetching, telling
from integraal.knowledge.figures.explorer.comparing import Compared, compare_with
from integraal.knowledge.figures.explorer.funnel import funnel_of
from integraal.knowledge.figures.explorer.group_sums import GroupSum, group_sums
from integraal.knowledge.figures.explorer.groups import group_row
from integraal.knowledge.figures.explorer.hiding import Together, hidden_together, hide_small
from integraal.knowledge.figures.explorer.mapping import map_content
from integraal.knowledge.figures.explorer.means import mean_of
from integraal.knowledge.figures.explorer.places import (
    CODED_KINDS,
    Chosen,
    OwnAreas,
    Place,
    choose,
    own_areas,
)
from integraal.knowledge.figures.explorer.reconciling import reconcile
from integraal.knowledge.figures.explorer.rows import Counting, Row, RowMaker
from integraal.knowledge.figures.explorer.saying import said_of
from integraal.knowledge.figures.explorer.selection import Selection
from integraal.knowledge.figures.explorer.series import Series
from integraal.knowledge.figures.explorer.view import ExplorerView, MapContent
from integraal.knowledge.figures.queries import datasets_by_id
from integraal.knowledge.figures.reconciliation import Reconciliation
from integraal.knowledge.indicators.definitions import Indicator, Numerator


@dataclass(frozen=True)
class _Fetched:
    """The stored values of one view."""

    own: OwnAreas
    chosen: Chosen
    compared: Compared
    stored: fetching.Stored
    sums: list[GroupSum]
    # What is hidden over all figures together; None for who may read every row.
    hidden: Together | None


def explorer_view(by: Actor, selection: Selection) -> ExplorerView:
    """Return what ``by`` may see of a selection; a fixed number of queries, whatever its size."""
    offered = indicators()
    indicator = offered.get(selection.indicator) if selection.indicator else None
    own = own_areas(_day(selection))
    selection = _with_parts(selection, own)
    division = municipalities()
    hides = not may_read_rows(by)
    if indicator is None:
        unknown = (f"Er is geen cijfer met de code ‘{selection.indicator}’. Kies een cijfer.",)
        problems = unknown if selection.indicator else ()
        return ExplorerView(
            selection, None, (), (), (), (), (), (), (), problems, hides, own, division, offered
        )
    fetched = _fetch(by, indicator, selection, own, division)
    makers = [_maker(name, one, fetched) for name, one in _countings(indicator)]
    series = [one for maker in makers for one in _series(maker, selection, fetched)]
    shown = sorted({row.period for one in series for row in one.rows})
    used = telling.sources_of(series)
    return ExplorerView(
        selection=selection,
        indicator=indicator,
        series=tuple(series),
        reconciliations=() if hides else _reconciled(makers[0], series, fetched),
        caveats=telling.caveats_of(indicator, used),
        breaks=telling.breaks_within(indicator, shown),
        left_out=telling.left_out_within(indicator, shown),
        notes=telling.notes_of(
            indicator, selection, fetched.chosen, fetched.compared, series, hides
        ),
        sources=used,
        problems=(*fetched.chosen.problems, *fetched.compared.problems),
        hides_small=hides,
        own=own,
        division=division,
        offered=offered,
        said=said_of(indicator, offered, own, selection, series, hides=hides),
        funnel=(
            funnel_of(indicator, selection, own, division) if selection.form == "trechter" else None
        ),
        map=_map(makers[0], selection, series),
    )


def _map(maker: RowMaker, selection: Selection, series: Sequence[Series]) -> MapContent | None:
    if selection.form != "kaart" or maker.indicator.kind != "count":
        return None
    return map_content(series, lambda place, period: maker.row(place, period.code).count)


def _with_parts(selection: Selection, own: OwnAreas) -> Selection:
    """Return the selection with parts of the municipality, which a map needs."""
    if selection.form != "kaart" or set(selection.areas) - {"gemeente"}:
        return selection
    places = own.by_key.values()
    kinds = {place.kind for place in places if place.division_year}
    words = [
        *(["wijken"] if AreaKind.DISTRICT in kinds else []),
        *(["gebieden"] if any(place.is_numbered_part for place in places) else []),
        *(["buurten"] if AreaKind.NEIGHBOURHOOD in kinds else []),
    ]
    return replace(selection, areas=(*selection.areas, *words[:1]))


def _day(selection: Selection) -> date | None:
    """The last day of what is looked at: then an area without a code must be valid."""
    year = selection.year or (int(selection.last[:4]) if selection.last else None)
    return date(year, 12, 31) if year else None


def _countings(indicator: Indicator) -> list[tuple[Counting, Indicator]]:
    found: list[tuple[Counting, Indicator]] = [("current", indicator)]
    older = older_of(indicator)
    if older:
        found.append(("older", older))
    return found


def _maker(name: Counting, indicator: Indicator, fetched: _Fetched) -> RowMaker:
    own = fetched.own
    return RowMaker(indicator, name, fetched.stored, own.children, own.by_key)


def _fetch(
    by: Actor, indicator: Indicator, selection: Selection, own: OwnAreas, division: Division
) -> _Fetched:
    hides = not may_read_rows(by)
    counted = (*indicator.measures, *indicator.older_measures)
    below = [DENOMINATOR_MEASURES[indicator.denominator]] if indicator.denominator else []
    span = fetching.span_of(selection, counted)
    has_a_choice = any(
        len(own.divisions_of(kind)) > 1
        for word, kind in CODED_KINDS.items()
        if word in selection.areas
    )
    known = fetching.areas_with_figures(counted, span) if has_a_choice else set()
    chosen = choose(selection, own, known)
    compared = compare_with(selection, own.whole, division)
    singles = [place.code for place in compared.places if place.origin == "national"]
    groups = {place.key: place.members for place in compared.places if place.members}
    if indicator.kind == "measured":
        groups = {}
    stored = fetching.own_rows(counted, below, _needed(own, chosen, hides), span)
    periods = {period for _, _, period in stored.rows}
    hidden = hidden_together(by, indicator, chosen.places, periods) if hides else None
    stored |= fetching.national_rows(counted, below, singles, span)
    sums = group_sums(indicator.measures, below, groups, span)
    return _Fetched(own, chosen, compared, stored, sums, hidden)


def _needed(own: OwnAreas, chosen: Chosen, hides: bool) -> set[str]:
    """Return the keys of the areas whose values decide what is shown."""
    needed = {place.key for place in chosen.places}
    for key in list(needed):
        needed.update(own.children.get(key, ()))
    parts = [place for place in chosen.places if place.is_part]
    if parts and own.whole:
        needed.add(own.whole.key)
    if hides:
        # What is hidden follows from all parts together, also those that are not asked for.
        for year in {place.division_year for place in parts}:
            needed.update(place.key for place in own.division(year))
    return needed


def _series(maker: RowMaker, selection: Selection, fetched: _Fetched) -> list[Series]:
    own = list(fetched.chosen.places)
    singles = [place for place in fetched.compared.places if place.origin == "national"]
    periods = sorted(maker.periods([place.key for place in (*own, *singles)]))
    found = [
        (place, [maker.row(place, period) for period in periods]) for place in (*own, *singles)
    ]
    if fetched.hidden is not None:
        found = hide_small(found, maker, fetched.own, periods, fetched.hidden)
    if maker.counting == "current":
        found += _group_rows(maker.indicator, fetched)
    elif not any(row.estimate for _, rows in found for row in rows):
        return []
    unfair = telling.left_out_of(maker.indicator, selection)
    return [
        Series(place, maker.counting, tuple(rows), mean_of(rows, unfair))
        for place, rows in found
        if rows or place.origin != "group"
    ]


def _group_rows(indicator: Indicator, fetched: _Fetched) -> list[tuple[Place, list[Row]]]:
    groups = [place for place in fetched.compared.places if place.origin == "group"]
    if not groups or not fetched.sums:
        return []
    datasets = datasets_by_id({one.dataset for one in fetched.sums})
    return [
        (
            group,
            [
                group_row(indicator, group, one, datasets)
                for one in fetched.sums
                if one.group == group.key
            ],
        )
        for group in groups
    ]


def _reconciled(
    maker: RowMaker, series: Sequence[Series], fetched: _Fetched
) -> tuple[Reconciliation, ...]:
    """Lay the parts of each level shown beside the municipality, period by period."""
    if maker.indicator.kind != "count" or fetched.own.whole is None:
        return ()
    periods = sorted({row.period.code for one in series for row in one.rows})
    found = []
    for word, year in fetched.chosen.levels.items():
        keys = [place for place in fetched.chosen.places if _is_of(place, word, year)]
        if word != "gebieden" and year is None:
            continue
        for period in periods:
            rows = [maker.row(place, period) for place in keys]
            why = telling.why_parts_differ(rows)
            found.append(reconcile(rows, maker.row(fetched.own.whole, period), word, why))
    return tuple(one for one in found if one)


def _is_of(place: Place, word: str, year: int | None) -> bool:
    if word == "gebieden":
        return place.is_numbered_part
    return place.kind == CODED_KINDS[word] and place.division_year == year


def older_of(indicator: Indicator) -> Indicator | None:
    """Return the indicator in its older counting, or None when there is none."""
    older = indicator.numerator.older
    if older is None:
        return None
    return replace(indicator, numerator=Numerator(older.list, older.classes, None))
