"""Open a partner's own table: find the headings, and show what the columns hold."""

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from integraal.knowledge.sources.grids import (
    LEAST_WIDTH,
    Cell,
    Grid,
    GridLine,
    LineProblem,
    column_letter,
    is_number_as_text,
    shown,
)
from integraal.knowledge.sources.partner.periods import read_period
from integraal.knowledge.sources.partner.separated import read_separated
from integraal.knowledge.sources.problems import FileProblem
from integraal.knowledge.sources.workbooks import SheetName, open_workbook

SAMPLES = 8
_LONGEST_HEADING = 100
_WORKBOOK_STARTS = (b"PK", b"\xd0\xcf\x11\xe0")


@dataclass(frozen=True)
class TableColumn:
    """One column: its place (A is 0), letter, heading, and the first different values as text."""

    index: int
    letter: str
    header: str
    samples: tuple[str, ...]


@dataclass(frozen=True)
class PartnerTable:
    """A table as a partner made it, before anybody said what its columns mean.

    kind: "excel" or "csv". sheets: every sheet of a workbook, hidden ones too; `sheet` is the one
    that was read, "" for CSV. notes: the lines above the headings. header_line: where the headings
    stand. signature: the same for every table with the same headings. lines: all filled lines
    below the headings. problems: what makes these lines untrustworthy whatever the mapping says.
    """

    file_name: str
    kind: Literal["excel", "csv"]
    sheets: tuple[SheetName, ...]
    sheet: str
    notes: tuple[str, ...]
    header_line: int
    signature: str
    columns: tuple[TableColumn, ...]
    lines: tuple[GridLine, ...]
    problems: tuple[LineProblem, ...]

    def cell(self, line: GridLine, index: int) -> Cell:
        """The cell of a line in a column; None beyond the end of the line."""
        return line.cells[index] if index < len(line.cells) else None

    def distinct(self, index: int, most: int = 200) -> tuple[str, ...]:
        """The different values of a column as text, in the order of the file, at most `most`."""
        return _distinct((self.cell(line, index) for line in self.lines), most)


def open_table(
    content: bytes, file_name: str, *, sheet: str | None = None, header_line: int | None = None
) -> PartnerTable:
    """Open an Excel workbook or a CSV file.

    Args:
        content: the whole file, at most 20 MB.
        file_name: as given; only kept, the kind of file is seen from the bytes.
        sheet: which sheet of a workbook; None takes the first that is shown and filled.
        header_line: the line with the headings; None finds the first that looks like it.

    Raises:
        FileProblem: with sentences. Nothing else is ever raised, whatever the bytes are.
    """
    if content.startswith(_WORKBOOK_STARTS):
        workbook = open_workbook(content)
        chosen = sheet or workbook.first_filled()
        grid = workbook.grid(chosen)
        return _table(grid, header_line, file_name, "excel", workbook.sheets, chosen)
    if sheet:
        raise FileProblem("Een CSV-bestand heeft geen werkbladen. Kies geen werkblad.")
    return _table(read_separated(content), header_line, file_name, "csv", (), "")


def signature_of(headers: Iterable[str]) -> str:
    """The SHA-256, in hexadecimals, of headings without regard to case and spaces."""
    plain = "\x1f".join(" ".join(header.casefold().split()) for header in headers)
    return hashlib.sha256(plain.encode()).hexdigest()


def _table(
    grid: Grid,
    header_line: int | None,
    file_name: str,
    kind: Literal["excel", "csv"],
    sheets: tuple[SheetName, ...],
    sheet: str,
) -> PartnerTable:
    place = _header_place(grid, header_line)
    head, lines = grid.lines[place], grid.lines[place + 1 :]
    _refuse_figures_as_headings(head)
    if not lines:
        raise FileProblem(
            f"Onder de koppen op regel {head.number} staat niets. Kies een bestand met gegevens."
        )
    columns = _columns(head, lines)
    return PartnerTable(
        file_name=file_name,
        kind=kind,
        sheets=sheets,
        sheet=sheet,
        notes=tuple(" ".join(filter(None, map(shown, line.cells))) for line in grid.lines[:place]),
        header_line=head.number,
        signature=signature_of(column.header for column in columns),
        columns=columns,
        lines=lines,
        problems=tuple(_problems(grid, head.number)),
    )


def _header_place(grid: Grid, header_line: int | None) -> int:
    """The first line of at least two headings that is about as wide as the table."""
    if header_line is not None:
        for place, line in enumerate(grid.lines):
            if line.number == header_line:
                return place
        raise FileProblem(f"Regel {header_line} is leeg. Kies de regel waarop de koppen staan.")
    widths = Counter(line.filled for line in grid.lines if line.filled >= LEAST_WIDTH)
    usual = max(widths, key=lambda width: (widths[width], width), default=LEAST_WIDTH)
    for least in (max(LEAST_WIDTH, (usual + 1) // 2), LEAST_WIDTH):
        for place, line in enumerate(grid.lines):
            if sum(map(_is_heading, line.cells)) >= least:
                return place
    raise FileProblem(
        "Er is geen regel met koppen gevonden. Zet boven elke kolom wat erin staat, zoals "
        "gebied, jaar en aantal."
    )


def _is_heading(cell: Cell) -> bool:
    """Text is a heading, and so is a year or a month above a column of figures."""
    return isinstance(cell, str) or (cell is not None and read_period(cell) is not None)


def _refuse_figures_as_headings(head: GridLine) -> None:
    for index, cell in enumerate(head.cells):
        if cell is None or isinstance(cell, date) or read_period(cell) is not None:
            continue
        if not isinstance(cell, str) or is_number_as_text(cell):
            problem = LineProblem(
                head.number,
                column_letter(index),
                "hier hoort een kop te staan, geen getal",
                "Zet boven elke kolom wat erin staat, zoals gebied, jaar en aantal.",
            )
            raise FileProblem(problem.sentence)


def _columns(head: GridLine, lines: tuple[GridLine, ...]) -> tuple[TableColumn, ...]:
    width = max(len(line.cells) for line in (head, *lines))
    columns = []
    for index in range(width):
        cells = [line.cells[index] for line in lines if index < len(line.cells)]
        header = shown(head.cells[index]) if index < len(head.cells) else ""
        letter = column_letter(index)
        if header or any(cell is not None for cell in cells):
            heading = header[:_LONGEST_HEADING] or f"Kolom {letter}"
            columns.append(TableColumn(index, letter, heading, _distinct(cells, SAMPLES)))
    return tuple(columns)


def _distinct(cells: Iterable[Cell], most: int) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for cell in cells:
        if text := shown(cell):
            found[text] = None
        if len(found) == most:
            break
    return tuple(found)


def _problems(grid: Grid, header_line: int) -> Iterable[LineProblem]:
    for line in grid.hidden_lines:
        if line > header_line:
            yield LineProblem(
                line,
                "",
                "deze regel is in Excel verborgen",
                "Maak alle regels zichtbaar (zet filters uit), of verwijder wat er niet bij hoort.",
            )
    filled = {line.number: line.filled for line in grid.lines}
    for first, last, reference in grid.merged:
        is_note = first == last and filled.get(first, 0) <= 1
        if last >= header_line and not is_note:
            yield LineProblem(
                first,
                "",
                f"de cellen {reference} zijn samengevoegd",
                "Maak de samenvoeging ongedaan en vul elke cel.",
            )
