"""Read a partner's table into figures: every cell, or nothing and a report of what is wrong."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal

from integraal.knowledge.indicators.periods import Period
from integraal.knowledge.sources.grids import (
    Broken,
    Cell,
    GridLine,
    LineProblem,
    column_letter,
    shown,
)
from integraal.knowledge.sources.partner.areas import AreaBook, plain_name
from integraal.knowledge.sources.partner.mapping import Mapping, ValueColumn, check, plain_sign
from integraal.knowledge.sources.partner.measures import KnownMeasure, read_number
from integraal.knowledge.sources.partner.periods import read_period
from integraal.knowledge.sources.partner.refusals import Refused, quoted
from integraal.knowledge.sources.partner.rows import LeftOut, PartnerReading, PartnerRow, RowStatus
from integraal.knowledge.sources.partner.table import PartnerTable
from integraal.knowledge.sources.problems import FileProblem

MOST_PROBLEMS = 1_000
_TOTAL = re.compile(r"(?:(?:eind|sub)?tota(?:al|len)|total|som)\b", re.IGNORECASE)
_KINDS = {"year": "een jaar", "quarter": "een kwartaal", "month": "een maand"}


def read(
    table: PartnerTable, mapping: Mapping, areas: AreaBook, measures: Iterable[KnownMeasure]
) -> PartnerReading:
    """Read a table as the mapping says.

    Args:
        table: as opened.
        mapping: what the columns mean.
        areas: every area the table may be about, by division year.
        measures: every measure that may be chosen.

    Returns:
        All rows, or none of them and every problem (at most a thousand).

    Raises:
        FileProblem: the mapping does not fit the table, the areas or the measures.
    """
    known = {measure.code: measure for measure in measures}
    if sentences := check(mapping, table, areas, known.values()):
        raise FileProblem(sentences)
    reader = _Reader(table, mapping, areas, known)
    for line in table.lines:
        if len(reader.problems) >= MOST_PROBLEMS:
            break
        reader.read_line(line)
    if not reader.rows and not reader.problems:
        raise FileProblem("In deze tabel staan geen cijfers die u gekozen hebt.")
    rows = () if reader.problems else tuple(reader.rows)
    problems = sorted(reader.problems, key=lambda problem: problem.line)
    return PartnerReading(rows, tuple(problems), tuple(reader.left_out), reader.lines_read)


class _Reader:
    def __init__(
        self,
        table: PartnerTable,
        mapping: Mapping,
        areas: AreaBook,
        measures: dict[str, KnownMeasure],
    ) -> None:
        self._table, self._mapping, self._areas, self._measures = table, mapping, areas, measures
        self._missing = {plain_sign(text) for text in mapping.missing}
        self._withheld = {plain_sign(text) for text in mapping.withheld}
        self._classes = {plain_name(name): code for name, code in mapping.class_measures.items()}
        self._first_seen: dict[tuple[str, str, str], tuple[int, int]] = {}
        self.rows: list[PartnerRow] = []
        self.problems: list[LineProblem] = list(table.problems)
        self.left_out: list[LeftOut] = []
        self.lines_read = 0

    def read_line(self, line: GridLine) -> None:
        """Read one line; what is wrong with it is added to the problems."""
        self.lines_read += 1
        mapping, before = self._mapping, len(self.problems)
        if reason := self._reason_to_leave_out(line):
            self.left_out.append(LeftOut(line.number, f"Regel {line.number}: {reason}"))
            return
        area = self._key(line, mapping.area_column, self._area, mapping.fixed_area)
        period = self._key(line, mapping.period_column, self._period, mapping.fixed_period)
        measure = self._key(line, mapping.class_column, self._measure, "")
        if len(self.problems) == before:
            self._check_name(line, area)
            for value in mapping.values:
                self._figure(line, value, (area, period or value.period, measure or value.measure))

    def _reason_to_leave_out(self, line: GridLine) -> str:
        if self._is_note(line):
            return f"alleen een tekst, geen cijfers ({quoted(self._only_text(line))})."
        mapping = self._mapping
        for column in (mapping.area_column, mapping.period_column, mapping.class_column):
            text = "" if column is None else shown(self._table.cell(line, column))
            if _TOTAL.match(text) and not self._means_something(text, column):
                return f"{quoted(text)} is een optelling en telt niet mee."
        if mapping.class_column is not None:
            text = shown(self._table.cell(line, mapping.class_column))
            if self._classes.get(plain_name(text)) == "":
                return f"het onderwerp {quoted(text)} is overgeslagen, zoals gekozen."
        return ""

    def _is_note(self, line: GridLine) -> bool:
        place = next(at for at, cell in enumerate(line.cells) if cell is not None)
        if line.filled > 1 or not isinstance(line.cells[place], str):
            return False
        if place in {value.column for value in self._mapping.values}:
            return False
        return not self._means_something(self._only_text(line), place)

    def _only_text(self, line: GridLine) -> str:
        return next(shown(cell) for cell in line.cells if cell is not None)

    def _means_something(self, text: str, column: int | None) -> bool:
        """Is this text an area, a period or a class, in the column for it."""
        mapping = self._mapping
        if column == mapping.area_column:
            return bool(self._areas.anywhere(text, mapping.named_by))
        if column == mapping.period_column:
            return read_period(text) is not None
        return column == mapping.class_column and plain_name(text) in self._classes

    def _key(
        self, line: GridLine, column: int | None, read_cell: Callable[[Cell], str], fixed: str
    ) -> str:
        """What a line is about; "" after a problem, which is added."""
        if column is None:
            return fixed
        cell = self._table.cell(line, column)
        try:
            if isinstance(cell, Broken):
                raise _broken(cell)
            return read_cell(cell)
        except Refused as refused:
            self._add(line, column, refused)
            return ""

    def _add(self, line: GridLine, column: int, refused: Refused) -> None:
        letter = column_letter(column)
        self.problems.append(LineProblem(line.number, letter, refused.wrong, refused.what_to_do))

    def _area(self, cell: Cell) -> str:
        mapping = self._mapping
        if cell is None:
            raise Refused("het gebied ontbreekt", "Vul op elke regel het gebied in.")
        return self._areas.find(
            shown(cell), mapping.named_by, mapping.area_year, mapping.area_level
        ).key

    def _check_name(self, line: GridLine, key: str) -> None:
        """A code that is used again in a later year is only found out by the name beside it."""
        column = self._mapping.area_name_column
        area = self._areas.with_key(key, self._mapping.area_year)
        if column is None or area is None:
            return
        try:
            self._areas.refuse_other_name(area, shown(self._table.cell(line, column)))
        except Refused as refused:
            self._add(line, column, refused)

    def _period(self, cell: Cell) -> str:
        wanted = self._mapping.period_kind
        if cell is None:
            raise Refused("de periode ontbreekt", "Vul op elke regel de periode in.")
        period = read_period(cell, wanted or "month")
        if period is None:
            first = " Een datum moet de eerste dag van de periode zijn." if _dated(cell) else ""
            raise Refused(
                f"{quoted(shown(cell))} is geen periode",
                f"Schrijf 2024, 2024 1e kwartaal, januari 2024 of 2024-01.{first}",
            )
        if wanted and period.kind != wanted:
            raise Refused(
                f"{quoted(shown(cell))} is niet {_KINDS[wanted]}",
                "Laat alle regels over dezelfde soort periode gaan.",
            )
        return period.code

    def _measure(self, cell: Cell) -> str:
        if cell is None:
            raise Refused("het onderwerp ontbreekt", "Vul op elke regel het onderwerp in.")
        try:
            return self._classes[plain_name(shown(cell))]
        except KeyError:
            raise Refused(
                f"bij het onderwerp {quoted(shown(cell))} is niets gekozen",
                "Kies wat dit onderwerp telt of meet, of kies dat het wordt overgeslagen.",
            ) from None

    def _figure(self, line: GridLine, column: ValueColumn, key: tuple[str, str, str]) -> None:
        cell = self._table.cell(line, column.column)
        try:
            value, status = self._value(cell, self._measures[key[2]])
            self._refuse_twice(key)
        except Refused as refused:
            self._add(line, column.column, refused)
            return
        self._first_seen[key] = (line.number, column.column)
        letter = column_letter(column.column)
        self.rows.append(PartnerRow(*key, value, status, False, shown(cell), line.number, letter))

    def _value(self, cell: Cell, measure: KnownMeasure) -> tuple[Decimal | None, RowStatus]:
        if isinstance(cell, Broken):
            raise _broken(cell)
        if cell is None or isinstance(cell, str):
            sign = plain_sign(cell or "")
            if sign in self._withheld:
                return None, "withheld"
            if sign in self._missing:
                return None, "missing"
            if not sign:
                raise Refused("deze cel is leeg", "Vul een getal in, of kies wat leeg betekent.")
        return read_number(cell, self._mapping.decimal, measure.kind), "present"

    def _refuse_twice(self, key: tuple[str, str, str]) -> None:
        if key not in self._first_seen:
            return
        area = self._areas.with_key(key[0], self._mapping.area_year)
        line, column = self._first_seen[key]
        raise Refused(
            f"{area.name if area else key[0]}, {Period.from_code(key[1]).label} staat ook op "
            f"regel {line}, kolom {column_letter(column)}",
            "Laat elk cijfer een keer voorkomen.",
        )


def _broken(cell: Broken) -> Refused:
    if cell.kind == "formula":
        return Refused("een formule zonder uitkomst", "Plak de waarden.")
    return Refused("deze cel heeft meer dan 1.000 tekens", "Kort de tekst in.")


def _dated(cell: Cell) -> bool:
    return isinstance(cell, date) or (isinstance(cell, str) and cell.count("-") == 2)
