"""Lists as an Excel file. Pure: rows in, bytes out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LONGEST = 32_000
"""Signs in a cell; Excel refuses more than 32,767."""

# What a spreadsheet program takes for a formula when a text begins with it.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")

Cell = str | int | float | Decimal | date | None


@dataclass(frozen=True)
class Sheet:
    """One sheet. title: at most 31 signs. rows: one cell for each heading."""

    title: str
    headings: Sequence[str]
    rows: Iterable[Sequence[Cell]]


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


def _fill(sheet: Any, given: Sheet) -> None:
    sheet.freeze_panes = "A2"
    for number in range(len(given.headings)):
        sheet.column_dimensions[get_column_letter(number + 1)].width = 28
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
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)[:LONGEST]
    cell.data_type = "s"
    return cell
