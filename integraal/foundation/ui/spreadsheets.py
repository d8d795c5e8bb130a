"""Lists as an Excel file. Pure: rows in, bytes out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_NO_SIGNS = re.compile("[\ufffe\uffff]")
LONGEST = 32_000
"""Signs in a cell; Excel refuses more than 32,767."""

# What a spreadsheet program takes for a formula when a text begins with it.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")

Cell = str | int | float | Decimal | date | None


@dataclass(frozen=True)
class Sheet:
    """One sheet. title: at most 31 signs. rows: one cell for each heading.

    hidden: places of columns, from 0, that are there but not shown. choices: place of a column to
    the range its cells may be chosen from, such as "Keuzelijsten!$A$2:$A$9".
    """

    title: str
    headings: Sequence[str]
    rows: Iterable[Sequence[Cell]]
    hidden: Collection[int] = ()
    choices: Mapping[int, str] = field(default_factory=dict)


def as_workbook(title: str, headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Return an Excel file with one sheet; see ``Sheet`` and ``as_workbook_of``."""
    return as_workbook_of(Sheet(title, headings, rows))


def as_workbook_of(*sheets: Sheet) -> bytes:
    """Return an Excel file. Text stays text: what begins with = is never a formula."""
    book = Workbook(write_only=True)
    for given in sheets:
        _fill(book.create_sheet(given.title[:31]), given)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def as_csv_text(text: str) -> str:
    """Return text for a CSV cell that no spreadsheet program takes for a formula.

    CSV knows no text cells: the apostrophe is how a spreadsheet program is told.
    """
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def as_cell_text(text: str) -> str:
    """Return text as a cell can hold it: without signs that break a file, and not too long."""
    return _NO_SIGNS.sub("", ILLEGAL_CHARACTERS_RE.sub("", text))[:LONGEST]


def _choice(column: str, span: str) -> DataValidation:
    """A list to choose from, below the heading; what does not stand in it is warned for."""
    choice = DataValidation(type="list", formula1=f"={span}", allow_blank=True)
    choice.errorStyle = "warning"
    choice.errorTitle = "Staat niet in de lijst"
    choice.error = "Kies uit de lijst; anders wordt deze cel bij het inlezen geweigerd."
    choice.add(f"{column}2:{column}2000")
    return choice


def _fill(sheet: Any, given: Sheet) -> None:
    sheet.freeze_panes = "A2"
    for number in range(len(given.headings)):
        column = sheet.column_dimensions[get_column_letter(number + 1)]
        column.width, column.hidden = 28, number in given.hidden
    for number, span in given.choices.items():
        sheet.data_validations.append(_choice(get_column_letter(number + 1), span))
    head = []
    for heading in given.headings:
        cell = WriteOnlyCell(sheet, heading)
        cell.font = Font(bold=True)
        head.append(cell)
    sheet.append(head)
    for row in given.rows:
        sheet.append([_cell(sheet, value) for value in row])


def _cell(sheet: object, value: Cell) -> WriteOnlyCell:
    if not isinstance(value, str):
        return WriteOnlyCell(sheet, value)
    cell = WriteOnlyCell(sheet, "")
    cell.value = as_cell_text(value)
    cell.data_type = "s"
    # Else a text that begins with = turns into a formula when somebody edits the cell.
    cell.quotePrefix = value.startswith(FORMULA_STARTS)
    return cell
