"""One pass over a sheet's XML for what the cell reader leaves out.

That reader knows neither hidden rows nor merged cells, cannot tell a formula without an outcome
from an empty cell, and trusts the places that cells claim. Here those places are checked first.
"""

from typing import IO
from xml.parsers import expat  # the archive was searched for document types and entities before

from integraal.knowledge.sources.grids import (
    MAXIMUM_CELLS,
    MAXIMUM_COLUMNS,
    MAXIMUM_LINES,
    too_many_columns,
    too_many_lines,
)
from integraal.knowledge.sources.problems import FileProblem
from integraal.knowledge.sources.workbook_archives import DAMAGED, SAVE_AGAIN

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_DEEPEST = 50
_EXCEL_ROWS = 1_048_576
_EXCEL_COLUMNS = 16_384


class SheetMarks:
    """What stands in a sheet beside the values of its cells.

    last_line, last_column: the last with a value, 0 for an empty sheet. formulas: places (line,
    column), both from one, of formulas without outcome. hidden: filled lines that are not shown.
    merged: the ranges of merged cells as (first line, last line, range as text).
    """

    def __init__(self) -> None:
        self.last_line = 0
        self.last_column = 0
        self.formulas: set[tuple[int, int]] = set()
        self.hidden: list[int] = []
        self.merged: list[tuple[int, int, str]] = []
        self._row = self._column = self._cells = self._depth = 0
        self._row_is_hidden = self._has_formula = self._has_value = self._in_value = False
        self._type = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        self._depth += 1
        if self._depth > _DEEPEST:
            raise FileProblem(DAMAGED)
        if self._depth == 1 and name != f"{_MAIN} worksheet":
            raise FileProblem(f"Dit werkblad is op een ongewone manier opgeslagen. {SAVE_AGAIN}")
        local = name.removeprefix(f"{_MAIN} ")
        if local == "row":
            self._start_row(attributes)
        elif local == "c":
            self._start_cell(attributes)
        elif local == "f":
            self._has_formula = True
        elif local in ("v", "t"):
            self._in_value = True
            # An outcome that is an empty text is an outcome; a number that is empty is none.
            self._has_value = self._has_value or self._type == "str"
        elif local == "mergeCell":
            self._merge(attributes.get("ref", ""))

    def text(self, text: str) -> None:
        """Text inside an element."""
        if self._in_value and text:
            self._has_value = True

    def end(self, name: str) -> None:
        """An element ends."""
        self._depth -= 1
        if name in (f"{_MAIN} v", f"{_MAIN} t"):
            self._in_value = False
        elif name == f"{_MAIN} c":
            self._end_cell()

    def _start_row(self, attributes: dict[str, str]) -> None:
        number = _whole(attributes.get("r"), self._row + 1)
        if not self._row < number <= _EXCEL_ROWS:
            raise FileProblem(DAMAGED)
        self._row, self._column = number, 0
        self._row_is_hidden = attributes.get("hidden") in ("1", "true")

    def _start_cell(self, attributes: dict[str, str]) -> None:
        place = attributes.get("r")
        column = _place(place)[1] if place else self._column + 1
        if not self._column < column <= _EXCEL_COLUMNS or not self._row:
            raise FileProblem(DAMAGED)
        self._column = column
        self._type = attributes.get("t", "n")
        self._has_formula = self._has_value = False

    def _end_cell(self) -> None:
        self._type = ""
        if not self._has_value and not self._has_formula:
            return
        self._cells += 1
        if self._row > MAXIMUM_LINES or self._cells > MAXIMUM_CELLS:
            raise too_many_lines()
        if self._column > MAXIMUM_COLUMNS:
            raise too_many_columns(self._row)
        if not self._has_value:
            self.formulas.add((self._row, self._column))
        if self._row_is_hidden and self._row != self.last_line:
            self.hidden.append(self._row)
        self.last_line = self._row
        self.last_column = max(self.last_column, self._column)

    def _merge(self, reference: str) -> None:
        first, _, last = reference.partition(":")
        self.merged.append((_place(first)[0], _place(last or first)[0], reference))


def read_marks(stream: IO[bytes]) -> SheetMarks:
    """Read the marks of a sheet.

    Args:
        stream: the XML of the sheet.

    Raises:
        FileProblem: the sheet is damaged, or has too many lines, columns or cells.
    """
    marks = SheetMarks()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = marks.start
    parser.EndElementHandler = marks.end
    parser.CharacterDataHandler = marks.text
    try:
        parser.ParseFile(stream)
    except expat.ExpatError as problem:
        raise FileProblem(DAMAGED) from problem
    return marks


def _whole(text: str | None, otherwise: int) -> int:
    if text is None:
        return otherwise
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise FileProblem(DAMAGED)
    return int(text)


def _place(reference: str) -> tuple[int, int]:
    """Line and column of a reference such as C12."""
    letters = reference.rstrip("0123456789")
    if not (1 <= len(letters) <= 3 and letters.isascii() and letters.isalpha()):
        raise FileProblem(DAMAGED)
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return _whole(reference[len(letters) :] or "x", 0), column
