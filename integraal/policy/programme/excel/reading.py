"""Read the workbook back: the rows of its first sheet as plain text, found by their headings."""

import warnings
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

from openpyxl import load_workbook

from integraal.knowledge.sources.problems import FileProblem
from integraal.knowledge.sources.workbook_archives import DAMAGED, open_archive
from integraal.policy.programme.excel.columns import KEY, REVISION, Column

SHEET = "Maatregelen"
MOST_ROWS, MOST_COLUMNS = 3_000, 200
FORMULA = "="


@dataclass(frozen=True)
class SheetRow:
    """A row of the sheet. number: as the spreadsheet counts. cells: code of a column to text.

    formulas: codes of the columns where a formula stands, whose outcome cannot be relied on.
    """

    number: int
    cells: dict[str, str]
    formulas: tuple[str, ...] = ()


@dataclass(frozen=True)
class SheetRead:
    """What a workbook holds. unknown: headings that are not of ours, and are passed by."""

    rows: tuple[SheetRow, ...]
    codes: tuple[str, ...]
    unknown: tuple[str, ...] = field(default=())


def read_sheet(content: bytes, columns: Sequence[Column]) -> SheetRead:
    """Return the rows of a workbook that ``workbook_of`` made and somebody went on with.

    Args:
        content: the whole file.
        columns: those of the programme.

    Raises:
        FileProblem: it is no such workbook, unsafe, damaged or far too large.
    """
    open_archive(content).close()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = load_workbook(BytesIO(content), read_only=True, keep_links=False)
            sheet = book[SHEET] if SHEET in book.sheetnames else book.worksheets[0]
            # The size that a sheet claims is not trusted: it may be a million lines, or one.
            sheet.reset_dimensions()
            grid = [list(row) for row in sheet.iter_rows(max_row=MOST_ROWS + 1)]
    except Exception as problem:
        raise FileProblem(DAMAGED) from problem
    if len(grid) > MOST_ROWS:
        raise FileProblem(f"Dit werkblad heeft meer dan {MOST_ROWS} regels. Haal de rest weg.")
    return _rows(grid, columns)


def _rows(grid: list[list[Any]], columns: Sequence[Column]) -> SheetRead:
    headings = [plain(cell.value) for cell in (grid[0] if grid else [])][:MOST_COLUMNS]
    by_heading = {one.heading.casefold(): one.code for one in columns}
    codes = [by_heading.get(" ".join(one.split()).casefold(), "") for one in headings]
    _refuse_headings(headings, codes, columns)
    rows = []
    for number, line in enumerate(grid[1:], start=2):
        pairs = [(code, cell) for code, cell in zip(codes, line, strict=False) if code]
        cells = {code: plain(cell.value) for code, cell in pairs}
        formulas = tuple(code for code, cell in pairs if cell.data_type == "f")
        if any(cells.values()):
            rows.append(SheetRow(number, {code: "" for code in codes if code} | cells, formulas))
    unknown = [name for name, code in zip(headings, codes, strict=True) if name and not code]
    return SheetRead(tuple(rows), tuple(code for code in codes if code), tuple(unknown))


def _refuse_headings(
    headings: Iterable[str], codes: Sequence[str], columns: Sequence[Column]
) -> None:
    heading_of = {one.code: one.heading for one in columns}
    for code in (KEY, REVISION, "title", "theme"):
        if code not in codes:
            raise FileProblem(
                f"In het werkblad ontbreekt de kolom “{heading_of[code]}”. Download het programma "
                "opnieuw en werk in dat bestand; laat de eerste regel en de verborgen kolommen "
                "staan."
            )
    twice = next((code for code in codes if code and codes.count(code) > 1), None)
    if twice:
        raise FileProblem(f"De kolom “{heading_of[twice]}” staat er twee keer. Haal er één weg.")


def plain(value: Any) -> str:
    """Return a cell as text: a day as 2027-12-31, a number with a point, a text as it is."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, datetime):
        return (value.date() if not value.time() or _is_midnight(value) else value).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        # A spreadsheet keeps fifteen digits; what a binary number has beyond is no figure.
        number = Decimal(f"{value:.15g}")
        return f"{number:f}" if number.is_finite() else ""
    return str(value).replace("\r\n", "\n").replace("\r", "\n").strip()


def _is_midnight(value: datetime) -> bool:
    return (value.hour, value.minute, value.second) == (0, 0, 0)
