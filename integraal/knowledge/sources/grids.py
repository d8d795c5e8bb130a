"""Cells with line numbers: the one form in which a spreadsheet and a CSV file are read on."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from integraal.knowledge.sources.problems import FileProblem

MAXIMUM_BYTES = 20 * 1024 * 1024
MAXIMUM_LINES = 100_000
MAXIMUM_COLUMNS = 200
MAXIMUM_CELLS = 1_000_000
MAXIMUM_TEXT = 1_000
LEAST_WIDTH = 2

BrokenKind = Literal["formula", "too_long"]


@dataclass(frozen=True)
class Percentage:
    """A number that the spreadsheet shows with a percent sign; 12.5 stands for 12,5%."""

    value: Decimal


@dataclass(frozen=True)
class Broken:
    """A cell of which the content cannot be used: a formula without outcome, or far too long."""

    kind: BrokenKind


Cell = str | Decimal | Percentage | date | Broken | None


class GridLine(NamedTuple):
    """The cells of one line of the file, from column A on; the line is counted from one."""

    number: int
    cells: tuple[Cell, ...]

    @property
    def filled(self) -> int:
        """How many cells hold something."""
        return sum(cell is not None for cell in self.cells)


@dataclass(frozen=True)
class Grid:
    """The filled lines of a sheet or CSV file.

    hidden_lines: filled lines that the spreadsheet does not show. merged: ranges of merged cells
    as (first line, last line, range as text such as "A2:A5").
    """

    lines: tuple[GridLine, ...]
    hidden_lines: tuple[int, ...] = ()
    merged: tuple[tuple[int, int, str], ...] = ()


@dataclass(frozen=True)
class LineProblem:
    """What is wrong on a line, in which column, and what to do; column "" is the whole line."""

    line: int
    column: str
    wrong: str
    what_to_do: str

    @property
    def sentence(self) -> str:
        """The whole, such as "Regel 4, kolom C: een formule zonder uitkomst. Plak de waarden."."""
        place = f"Regel {self.line}" + (f", kolom {self.column}" if self.column else "")
        return f"{place}: {self.wrong}. {self.what_to_do}"


def column_letter(index: int) -> str:
    """The letters of a column; index 0 is A, 26 is AA."""
    letters, left = "", index + 1
    while left:
        left, place = divmod(left - 1, 26)
        letters = chr(ord("A") + place) + letters
    return letters


def cell_of_text(text: str) -> Cell:
    """A text as a cell: trimmed, None when nothing is left, Broken when it is too long."""
    trimmed = text.strip()
    if len(trimmed) > MAXIMUM_TEXT:
        return Broken("too_long")
    return trimmed or None


def shown(cell: Cell) -> str:
    """A cell as a Dutch reader would see it: 12,5 or 01-02-2024; "" when it is empty."""
    if cell is None or isinstance(cell, Broken):
        return ""
    if isinstance(cell, Percentage):
        return f"{shown(cell.value)}%"
    if isinstance(cell, Decimal):
        return f"{cell:f}".replace(".", ",")
    if isinstance(cell, date):
        return f"{cell:%d-%m-%Y}"
    return cell


def is_number_as_text(text: str) -> bool:
    """Is this text nothing but a number, in any notation."""
    bare = text.removesuffix("%").strip().lstrip("+-")
    return bare[:1].isdigit() and bare.replace(".", "").replace(",", "").replace(" ", "").isdigit()


def refuse_large(content: bytes) -> None:
    """Raise FileProblem for an empty file, and for one above the largest size."""
    if not content:
        raise FileProblem("Het bestand is leeg. Kies een ander bestand.")
    if len(content) > MAXIMUM_BYTES:
        raise FileProblem(
            f"Het bestand is groter dan {MAXIMUM_BYTES // 1024 // 1024} MB. "
            "Haal weg wat niet nodig is, of deel de tabel op in meer bestanden."
        )


def too_many_lines() -> FileProblem:
    """What to say of a table with too many lines or cells."""
    return FileProblem(
        "De tabel heeft meer dan 100.000 regels of 1.000.000 gevulde cellen. "
        "Deel de tabel op in meer bestanden, bijvoorbeeld per jaar."
    )


def too_many_columns(line: int) -> FileProblem:
    """What to say of a table that is too wide."""
    return FileProblem(
        f"Regel {line} heeft meer dan {MAXIMUM_COLUMNS} kolommen. "
        "Haal de kolommen weg die niet nodig zijn."
    )
