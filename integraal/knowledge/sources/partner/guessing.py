"""Propose what the columns of a partner's table mean, for the adviser to confirm or change.

A proposal may be incomplete: a measure of "" has still to be chosen. `check` says what is left.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from integraal.knowledge.indicators.periods import Period, PeriodKind
from integraal.knowledge.sources.grids import Cell, is_number_as_text, shown
from integraal.knowledge.sources.partner.areas import AreaBook, NamedBy, plain_name
from integraal.knowledge.sources.partner.mapping import (
    MISSING,
    WITHHELD,
    Mapping,
    ValueColumn,
    plain_sign,
)
from integraal.knowledge.sources.partner.measures import DecimalSign, KnownMeasure
from integraal.knowledge.sources.partner.periods import read_period
from integraal.knowledge.sources.partner.table import PartnerTable, TableColumn

_AREA_WORDS = ("gebied", "wijk", "dorp", "kern", "buurt", "gemeente", "regio", "plaats", "code")
_PERIOD_WORDS = ("jaar", "periode", "maand", "kwartaal", "datum")
_CLASS_WORDS = ("soort", "onderwerp", "categorie", "type", "delict", "indicator", "klasse")
_LOOKED_AT = 200
_SCORE_OF_WORD = 0.4
_ENOUGH = 0.5
_DECIMALS_AFTER = {
    "comma": re.compile(r"(?:\d,(?:\d{1,2}|\d{4,})|\d\.\d{3},\d+)%?"),
    "point": re.compile(r"(?:\d\.(?:\d{1,2}|\d{4,})|\d,\d{3}\.\d+)%?"),
}


def guess(table: PartnerTable, areas: AreaBook, measures: Iterable[KnownMeasure]) -> Mapping:
    """Propose a mapping from headings and the first two hundred lines.

    Args:
        table: as opened.
        areas: the areas it may be about; the division year in which most of them exist is taken.
        measures: what its columns may hold; found by name.

    Returns:
        A mapping, maybe incomplete; it is never used without a person seeing it.
    """
    known = tuple(measures)
    signs = {plain_sign(text) for text in (*MISSING, *WITHHELD)}
    seen = _Seen(table, signs)
    by_period = {column: period for column in table.columns if (period := _heading(column))}
    mapping = _areas(seen, areas, Mapping("long", (), max(areas.years, default=0)))
    taken = set(mapping.used_columns)
    figures = [c for c in table.columns if c.index not in taken and seen.is_figures(c)]
    if len(set(by_period) & set(figures)) > 1:
        values = [ValueColumn(c.index, "", by_period[c]) for c in figures if c in by_period]
        return _finished(replace(mapping, shape="wide"), values, seen)
    mapping = _periods(seen, mapping)
    figures = [c for c in figures if c.index != mapping.period_column]
    values = [ValueColumn(c.index, _measure_of(c.header, known)) for c in figures]
    if len(values) > 1:
        return _finished(replace(mapping, shape="wide"), values, seen)
    mapping = _classes(seen, mapping, set(mapping.used_columns) | {v.column for v in values}, known)
    if mapping.class_column is not None:
        values = [replace(value, measure="") for value in values]
    return _finished(mapping, values, seen)


class _Seen:
    """The first lines of a table, by column."""

    def __init__(self, table: PartnerTable, signs: set[str]) -> None:
        self.table = table
        self.signs = signs

    def cells(self, column: TableColumn) -> list[Cell]:
        """The filled cells of a column that are no sign for a missing value."""
        cells = (self.table.cell(line, column.index) for line in self.table.lines[:_LOOKED_AT])
        return [c for c in cells if c is not None and plain_sign(shown(c)) not in self.signs]

    def share(self, column: TableColumn, fits: Callable[[Cell], bool]) -> float:
        """The share of its filled cells that fit; 0 for an empty column."""
        cells = self.cells(column)
        return sum(map(fits, cells)) / len(cells) if cells else 0.0

    def is_figures(self, column: TableColumn) -> bool:
        """Does the column hold numbers for the greater part."""
        return self.share(column, _is_number) > _ENOUGH

    def best(
        self, words: tuple[str, ...], fits: Callable[[Cell], bool], taken: set[int]
    ) -> TableColumn | None:
        """The free column of which the cells and the heading fit best."""
        scores = {
            column: self.share(column, fits) + _SCORE_OF_WORD * _names(column.header, words)
            for column in self.table.columns
            if column.index not in taken
        }
        column = max(scores, key=lambda each: scores[each], default=None)
        return column if column is not None and scores[column] > _ENOUGH else None


def _areas(seen: _Seen, areas: AreaBook, mapping: Mapping) -> Mapping:
    code = seen.best(_AREA_WORDS, lambda cell: _is_area(cell, areas, "code"), set())
    name = seen.best(_AREA_WORDS, lambda cell: _is_area(cell, areas, "name"), set())
    if code and seen.share(code, lambda cell: _is_area(cell, areas, "code")) <= _ENOUGH:
        code = None
    column = code or name
    way: NamedBy = "code" if code else "name"
    if column is None:
        return mapping
    beside = name.index if code and name and name is not code else None
    years = dict.fromkeys(areas.years, 0)
    for cell in seen.cells(column):
        for year in {area.year for area in areas.anywhere(shown(cell), way)}:
            years[year] += 1
    year = max(years, key=lambda each: (years[each], each), default=mapping.area_year)
    return replace(
        mapping, area_column=column.index, named_by=way, area_year=year, area_name_column=beside
    )


def _periods(seen: _Seen, mapping: Mapping) -> Mapping:
    taken = set(mapping.used_columns)
    column = seen.best(_PERIOD_WORDS, lambda cell: read_period(cell) is not None, taken)
    if column is None:
        return mapping
    cells = seen.cells(column)
    kind: PeriodKind | None = None
    if len(set(cells)) > 1 and all(
        isinstance(c, date) and (c.day, c.month) == (1, 1) for c in cells
    ):
        kind = "year"
    return replace(mapping, period_column=column.index, period_kind=kind or "")


def _classes(
    seen: _Seen, mapping: Mapping, taken: set[int], known: tuple[KnownMeasure, ...]
) -> Mapping:
    column = seen.best(
        _CLASS_WORDS,
        lambda cell: isinstance(cell, str) and bool(_measure_of(cell, known)),
        taken,
    )
    if column is None:
        column = next(
            (
                c
                for c in seen.table.columns
                if c.index not in taken and c.samples and _names(c.header, _CLASS_WORDS)
            ),
            None,
        )
    if column is None:
        return mapping
    chosen = {text: _measure_of(text, known) for text in seen.table.distinct(column.index)}
    return replace(mapping, class_column=column.index, class_measures=chosen)


def _finished(mapping: Mapping, values: list[ValueColumn], seen: _Seen) -> Mapping:
    columns = [c for c in seen.table.columns if c.index in {v.column for v in values}]
    texts = [cell for c in columns for cell in seen.cells(c) if isinstance(cell, str)]
    points = sum(bool(_DECIMALS_AFTER["point"].search(text)) for text in texts)
    commas = sum(bool(_DECIMALS_AFTER["comma"].search(text)) for text in texts)
    decimal: DecimalSign = "point" if points > commas else "comma"
    return replace(mapping, values=tuple(values), decimal=decimal)


def _heading(column: TableColumn) -> str:
    period: Period | None = read_period(column.header)
    return period.code if period else ""


def _measure_of(text: str, known: tuple[KnownMeasure, ...]) -> str:
    """The one measure of this name; "" when there is none, or more than one."""
    fitting = {m.code for m in known if plain_name(text) in map(plain_name, m.names)}
    return fitting.pop() if len(fitting) == 1 else ""


def _is_area(cell: Cell, areas: AreaBook, way: NamedBy) -> bool:
    return bool(areas.anywhere(shown(cell), way))


def _is_number(cell: Cell) -> bool:
    return is_number_as_text(cell) if isinstance(cell, str) else not isinstance(cell, date)


def _names(header: str, words: tuple[str, ...]) -> bool:
    plain = header.casefold()
    return any(word in plain for word in words)
