"""Open an Excel workbook (.xlsx) that somebody offers, safely, and read one sheet as a grid."""

import math
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO
from typing import Any

from openpyxl import load_workbook

from integraal.knowledge.sources.grids import (
    Broken,
    Cell,
    Grid,
    GridLine,
    Percentage,
    cell_of_text,
)
from integraal.knowledge.sources.problems import FileProblem
from integraal.knowledge.sources.workbook_archives import DAMAGED, open_archive
from integraal.knowledge.sources.workbook_marks import SheetMarks, read_marks


@dataclass(frozen=True)
class SheetName:
    """A sheet of a workbook, and whether the spreadsheet program hides it."""

    name: str
    hidden: bool


class Workbook:
    """An opened workbook; a sheet is read when it is asked for, and then kept."""

    def __init__(self, book: Any) -> None:
        self._grids: dict[str, Grid] = {}
        self._sheets = {sheet.title: sheet for sheet in book.worksheets}
        self.sheets = tuple(
            SheetName(name, sheet.sheet_state != "visible") for name, sheet in self._sheets.items()
        )

    def first_filled(self) -> str:
        """The name of the first sheet that is shown and holds something.

        Raises:
            FileProblem: there is no such sheet.
        """
        for sheet in self.sheets:
            if not sheet.hidden and self.grid(sheet.name).lines:
                return sheet.name
        raise FileProblem(
            "In dit Excelbestand staat geen zichtbaar werkblad met gegevens. "
            "Maak het werkblad met de tabel zichtbaar en kies het bestand opnieuw."
        )

    def grid(self, name: str) -> Grid:
        """Read one sheet.

        Args:
            name: one of `sheets`, hidden or not.

        Returns:
            The lines that hold something, at most 100,000 of at most 200 columns.

        Raises:
            FileProblem: no such sheet, damaged, or too large.
        """
        if name not in self._sheets:
            raise FileProblem(f"Er is geen werkblad '{name[:40]}'. Kies een ander werkblad.")
        if name not in self._grids:
            self._grids[name] = self._read(self._sheets[name])
        return self._grids[name]

    def _read(self, sheet: Any) -> Grid:
        with _only_file_problems(), sheet.parent._archive.open(sheet._worksheet_path) as stream:
            marks = read_marks(stream)
            lines = tuple(_lines(sheet, marks))
            return Grid(lines, tuple(marks.hidden), tuple(marks.merged))


def open_workbook(content: bytes) -> Workbook:
    """Open an .xlsx file; formulas give the outcome that was saved with them.

    Args:
        content: the whole file, at most 20 MB.

    Raises:
        FileProblem: with a sentence; nothing else is raised, whatever the bytes are.
    """
    open_archive(content).close()
    with _only_file_problems():
        book = load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)
        return Workbook(book)


@contextmanager
def _only_file_problems() -> Iterator[None]:
    """The library answers a damaged file with errors of every kind, so all are caught here."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            yield
        except FileProblem:
            raise
        except Exception as problem:
            raise FileProblem(DAMAGED) from problem


def _lines(sheet: Any, marks: SheetMarks) -> Iterator[GridLine]:
    if not marks.last_line:
        return
    # The size that a sheet claims is not trusted: it may be a million lines, or one.
    sheet.reset_dimensions()
    rows = sheet.iter_rows(min_row=1, max_row=marks.last_line, max_col=marks.last_column)
    lines_with_formulas = {line for line, _ in marks.formulas}
    for number, row in enumerate(rows, start=1):
        cells = [_cell(cell) for cell in row]
        if number in lines_with_formulas:
            for place in range(len(cells)):
                if (number, place + 1) in marks.formulas:
                    cells[place] = Broken("formula")
        while cells and cells[-1] is None:
            cells.pop()
        if cells:
            yield GridLine(number, tuple(cells))


def _cell(cell: Any) -> Cell:
    value = cell.value
    if value is None:
        return None
    if isinstance(value, bool):
        return "WAAR" if value else "ONWAAR"
    if isinstance(value, int | float):
        return _number(value, cell.number_format)
    if isinstance(value, datetime) and value.time() == time():
        return value.date()
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    return cell_of_text(str(value))


def _number(value: int | float, shown_as: str) -> Cell:
    """A spreadsheet keeps fifteen digits; what a binary number has beyond those is no figure."""
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    number = Decimal(value) if isinstance(value, int) else Decimal(f"{value:.15g}")
    if number == number.to_integral_value() and abs(number) < 10**15:
        number = Decimal(int(number))
    if "%" in shown_as:
        return Percentage((number * 100).normalize())
    return number
