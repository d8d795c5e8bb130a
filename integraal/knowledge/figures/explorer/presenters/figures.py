"""The explorer's lines and map, from the same rows as its table."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from integraal.foundation.areas.rules import rings
from integraal.foundation.ui.charts.area_map import AreaMap, MapArea
from integraal.foundation.ui.charts.course import Break, Course, Point
from integraal.foundation.ui.components import Figure
from integraal.foundation.ui.dutch import number
from integraal.foundation.ui.tables import Column, Table
from integraal.knowledge.figures.explorer.mapping import MapContent
from integraal.knowledge.figures.explorer.noting import other_year_of
from integraal.knowledge.figures.explorer.plain import COUNTING_WORDS
from integraal.knowledge.figures.explorer.presenters import wording
from integraal.knowledge.figures.explorer.presenters.bands import bands_of
from integraal.knowledge.figures.explorer.rows import Row
from integraal.knowledge.figures.explorer.series import Series
from integraal.knowledge.figures.explorer.view import ExplorerView
from integraal.knowledge.indicators.definitions import DENOMINATOR_WORDS, Indicator
from integraal.knowledge.indicators.periods import MONTHS, Period

# More lines than this nobody reads; the table has them all.
MOST_LINES = 12
_EVERY = {"jaren": "jaar", "maanden": "maand"}


def lines(view: ExplorerView, indicator: Indicator) -> list[Figure]:
    """Return a line for each series that has a number, at most ``MOST_LINES``."""
    with_numbers = [one for one in view.series if any(_value(view, row) for row in one.rows)]
    return [
        _line(view, indicator, one, f"lijn-{number_}")
        for number_, one in enumerate(with_numbers[:MOST_LINES], start=1)
    ]


def _line(view: ExplorerView, indicator: Indicator, one: Series, uid: str) -> Figure:
    every = _EVERY[view.selection.frequency]
    older = f", {COUNTING_WORDS['older']}" if one.counting == "older" else ""
    unit = _unit(view, indicator)
    first, last = one.rows[0].period, one.rows[-1].period
    breaks = () if older else _breaks(view, [row.period for row in one.rows])
    return Figure(
        uid=uid,
        title=f"{one.place.name}{older}: {_last_words(view, one, unit)}",
        subtitle=f"{indicator.name}, {unit} per {every}, {first.label} tot en met {last.label}",
        chart=Course(
            title=f"{indicator.name} in {one.place.name}{older}",
            description=_description(view, one, unit),
            points=tuple(_point(view, row) for row in one.rows),
            bands=bands_of(view, one),
            breaks=breaks,
            unit=unit,
            whole=not _is_rate(view, indicator) and indicator.kind == "count",
            every=every,
        ),
        source=_source(one.rows),
        twin=_twin(view, indicator, one, every),
    )


def _is_rate(view: ExplorerView, indicator: Indicator) -> bool:
    return view.selection.per == "inwoners" and bool(indicator.denominator)


def _unit(view: ExplorerView, indicator: Indicator) -> str:
    if _is_rate(view, indicator):
        return f"{indicator.unit} {wording.per_words(indicator)}"
    return indicator.unit


def _value(view: ExplorerView, row: Row) -> tuple[float, float | None, float | None] | None:
    """Return the number with its margins, as the line shows it; None where there is none."""
    estimate, indicator = row.estimate, view.indicator
    if estimate is None or indicator is None or estimate.value is None:
        return None
    shown = row.shown
    if not _is_rate(view, indicator):
        return float(str(shown["value"])), estimate.low, estimate.high
    if estimate.rate is None:
        return None
    return float(str(shown["rate"])), estimate.rate_low, estimate.rate_high


def _point(view: ExplorerView, row: Row) -> Point:
    value, low, high = _value(view, row) or (None, None, None)
    is_year = row.period.kind == "year"
    is_left_out = is_year and any(one.covers(row.period) for one in view.left_out)
    return Point(
        label=_short(row.period),
        value=value,
        low=low,
        high=high,
        note="corona" if is_left_out else "",
        complete=not (row.estimate and row.estimate.incomplete),
    )


def _short(period: Period) -> str:
    if period.kind == "year":
        return str(period.year)
    return f"{MONTHS[period.number - 1][:3]} {period.year % 100:02d}"


def _breaks(view: ExplorerView, periods: Sequence[Period]) -> tuple[Break, ...]:
    found = {}
    for one in view.breaks:
        after = [
            place
            for place, period in enumerate(periods)
            if period.months.start >= one.period.months.start
        ]
        if after and after[0] > 0:
            found[after[0]] = Break(after[0], "nieuwe telwijze", "telwijze")
    return tuple(found.values())


def newest_complete(rows: Sequence[Row]) -> Row:
    """Return the newest row that its source has completed; the newest when there is none.

    A month that is still being filled reads as a fall.
    """
    complete = [row for row in rows if not (row.estimate and row.estimate.incomplete)]
    return (complete or rows)[-1]


def _last_words(view: ExplorerView, one: Series, unit: str) -> str:
    known = [(row, found[0]) for row in one.rows if (found := _value(view, row))]
    row = newest_complete([row for row, _ in known])
    value = next(value for one_row, value in known if one_row is row)
    marks = [note for note in row.notes if note in ("voorlopig", "nog niet compleet")]
    ending = f" ({marks[0]})" if marks else ""
    return f"{number(value)} {unit} in {row.period.label}{ending}"


def _description(view: ExplorerView, one: Series, unit: str) -> str:
    known = [found[0] for row in one.rows if (found := _value(view, row))]
    absent = len(one.rows) - len(known)
    words = [
        f"{_last_words(view, one, unit)}.",
        f"Het laagste is {number(min(known))}, het hoogste {number(max(known))}.",
    ]
    if absent:
        words.append(f"Van {absent} van de {len(one.rows)} perioden is er geen getal.")
    words += [one_break.text for one_break in view.breaks]
    return " ".join(words)


def _source(rows: Sequence[Row]) -> str:
    named = dict.fromkeys(
        wording.source_words(row.estimate) for row in rows if row.estimate is not None
    )
    return f"Bron: {'; '.join(named)}."


def _twin(view: ExplorerView, indicator: Indicator, one: Series, every: str) -> Table:
    per = wording.per_words(indicator)
    rate = (Column(per.capitalize(), numeric=True), Column("Marge daarvan", numeric=True))
    return Table(
        caption=f"Tabel: {indicator.name} in {one.place.name}",
        columns=(
            Column(every.capitalize()),
            Column(indicator.unit.capitalize(), numeric=True),
            Column("Marge", numeric=True),
            *(rate if per else ()),
            Column("Let op"),
        ),
        rows=tuple(
            (
                row.period.label,
                wording.count_words(row),
                wording.margin_words(row) or "geen",
                *(
                    (
                        wording.rate_words(row) or "geen",
                        wording.rate_margin_words(row),
                    )
                    if per
                    else ()
                ),
                wording.notes_words(row) or "-",
            )
            for row in one.rows
        ),
    )


def area_map(
    indicator: Indicator, shown: MapContent, outlines: Mapping[str, dict[str, Any]]
) -> Figure:
    """Return the map with its table; areas without outline stand in the table only.

    Args:
        shown: the areas with their verdicts.
        outlines: key of area to GeoJSON; at least one of the areas has one.
    """
    rows, verdicts = shown.rows, shown.verdicts
    numbers = _numbers(rows)
    higher = [
        row.place.name for row, one in zip(rows, verdicts, strict=True) if one.kind == "higher"
    ]
    lower = [row.place.name for row, one in zip(rows, verdicts, strict=True) if one.kind == "lower"]
    period = rows[0].period.label
    year = rows[0].place.division_year
    division = f" Grenzen volgens de indeling van {year}." if year else ""
    division += _below_of_another_year(rows)
    title = _map_title(indicator, {one.kind for one in verdicts}, higher, lower)
    return Figure(
        uid="kaart",
        title=title,
        subtitle=(
            f"{indicator.name} in {len(rows)} gebieden, {period}. "
            "De kaart toont drie klassen en geen ranglijst."
        ),
        chart=AreaMap(
            title=f"{indicator.name} per gebied, {period}",
            description=f"{title} De tabel ernaast noemt alle gebieden.",
            areas=tuple(
                MapArea(
                    number=number_,
                    name=row.place.name,
                    rings=tuple(tuple(ring) for ring in rings(outlines[row.place.key])),
                    verdict=one.kind,
                )
                for row, number_, one in zip(rows, numbers, verdicts, strict=True)
                if row.place.key in outlines
            ),
        ),
        source=f"{_source(rows)}{division}",
        twin=map_table(indicator, shown),
        beside=True,
    )


def _below_of_another_year(rows: Sequence[Row]) -> str:
    known = [one.estimate for one in rows if one.estimate]
    found = {(one.denominator_unit, year) for one in known if (year := other_year_of(one))}
    return "".join(f" Verhouding met {unit} van {year}." for unit, year in sorted(found, key=str))


def map_table(indicator: Indicator, shown: MapContent) -> Table:
    """Return the table of the map: the same areas, with numbers and verdicts."""
    per = wording.per_words(indicator)
    lines_ = zip(shown.rows, _numbers(shown.rows), shown.verdicts, strict=True)
    return Table(
        caption=f"{indicator.name} per gebied, {shown.period.label}",
        columns=(
            Column("Nr", numeric=True),
            Column("Gebied"),
            Column("Aantal", numeric=True),
            Column(per.capitalize() or "Verhouding", numeric=True),
            Column("Oordeel"),
        ),
        rows=tuple(
            (
                str(number_),
                row.place.name,
                wording.count_words(row),
                wording.rate_words(row) or "geen",
                one.label,
            )
            for row, number_, one in lines_
        ),
    )


def _numbers(rows: Sequence[Row]) -> list[int]:
    given = [row.place.number for row in rows]
    known = [one for one in given if one is not None]
    if len(set(known)) == len(rows):
        return known
    return list(range(1, len(rows) + 1))


def _map_title(
    indicator: Indicator, kinds: Collection[str], higher: Sequence[str], lower: Sequence[str]
) -> str:
    if "none" in kinds and not higher and not lower:
        return "Geen gebied verschilt aantoonbaar van de rest."
    if not higher and not lower:
        return _not_compared(indicator, kinds)
    said = []
    if higher:
        said.append(f"Hoger dan de rest: {', '.join(higher)}.")
    if lower:
        said.append(f"Lager dan de rest: {', '.join(lower)}.")
    return f"{indicator.short_name}. {' '.join(said)}"


def _not_compared(indicator: Indicator, kinds: Collection[str]) -> str:
    if "few" in kinds:
        return "Er zijn te weinig gevallen om de gebieden te vergelijken."
    if indicator.denominator is None:
        return "Niet te vergelijken: dit cijfer heeft geen verhouding, zoals per inwoner."
    known = DENOMINATOR_WORDS[indicator.denominator]
    return f"Niet te vergelijken: het aantal {known} per gebied is hier niet bekend."
