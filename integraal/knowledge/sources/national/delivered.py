"""A file of text as it was delivered: what separates its cells, and whether it is plain.

Plain means that each row is one line: DuckDB then reads it on all cores. Any other file is first
written again row by row, which is slower, and there every broken line is found by its number.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from integraal.knowledge.sources.problems import FileProblem

_BLOCK = 4 * 1024 * 1024
_START = 64 * 1024
_MOST_PROBLEMS = 1000
_AGAIN = "Download het bestand opnieuw."
_NO_TEXT = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF", b"\x1f\x8b")


@dataclass(frozen=True)
class Delivered:
    """A file of text; its `header` is line 1 or goes on below it."""

    path: Path
    delimiter: str
    header: tuple[str, ...]
    line_end: str
    ends_with_line: bool


def look_at(path: Path) -> Delivered:
    """Find out how a file is written, without reading it into memory.

    Raises:
        FileProblem: it is empty, or no text.
    """
    with path.open("rb") as file:
        start = file.read(_START)
    if not start.strip():
        raise FileProblem(f"Het bestand is leeg. {_AGAIN}")
    if start.startswith(_NO_TEXT):
        raise _no_csv()
    delimiter, header = _header(start)
    return Delivered(
        path=path,
        delimiter=delimiter,
        header=header,
        line_end="\r\n" if b"\r\n" in start else "\n",
        ends_with_line=_last_byte(path) in b"\r\n",
    )


def line_ends(path: Path) -> int:
    """How many line feeds there are: a plain file has one for each row and one for the header.

    Raises:
        FileProblem: there is a byte that no text has.
    """
    ends = 0
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            if b"\x00" in block:
                raise _no_csv()
            ends += int(np.count_nonzero(np.frombuffer(block, dtype=np.uint8) == ord("\n")))
    return ends


def rewrite(delivered: Delivered, columns: Sequence[int], into: Path) -> None:
    """Write the wanted columns again as plain CSV, each row after the line it starts on.

    Args:
        delivered: the file.
        columns: places of the columns to keep, counted from zero.
        into: the file to write: semicolons, no header, the number of the line first.

    Raises:
        FileProblem: with every broken line.
    """
    width = len(delivered.header)
    problems: list[str] = []
    with into.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\n", quoting=csv.QUOTE_ALL)
        for line, cells in _rows(delivered, problems):
            if len(cells) == width:
                writer.writerow([line, *(_one_line(cells[place]) for place in columns)])
            elif cells and len(problems) < _MOST_PROBLEMS:
                problems.append(
                    f"Regel {line}: hier staan {len(cells)} waarden in plaats van {width}. {_AGAIN}"
                )
    if not delivered.ends_with_line and _last_byte(delivered.path) != b'"':
        problems.append(
            f"De laatste regel is niet afgesloten, dus het bestand kan zijn afgebroken. {_AGAIN}"
        )
    if problems:
        raise FileProblem(problems)


def _rows(delivered: Delivered, problems: list[str]) -> Iterator[tuple[int, list[str]]]:
    """The rows below the header, each with the line it starts on."""
    with delivered.path.open(encoding=_encoding(delivered.path), newline="") as file:
        reader = csv.reader(file, delimiter=delivered.delimiter, strict=True)
        next(reader)
        line = reader.line_num + 1
        try:
            for cells in reader:
                yield line, cells
                line = reader.line_num + 1
        except csv.Error:
            problems.append(
                f"Regel {line}: de aanhalingstekens kloppen niet, of het bestand is hier "
                f"afgebroken. {_AGAIN}"
            )


def _encoding(path: Path) -> str:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            with path.open(encoding=encoding, newline="") as file:
                while file.read(_BLOCK):
                    pass
        except UnicodeDecodeError:
            continue
        return encoding
    raise FileProblem(f"De tekens in dit bestand zijn niet te lezen. {_AGAIN}")


def _header(start: bytes) -> tuple[str, tuple[str, ...]]:
    """What separates the cells, and the names of the columns."""
    try:
        text = start.decode("utf-8-sig", errors="strict" if len(start) < _START else "ignore")
    except UnicodeDecodeError:
        text = start.decode("cp1252", errors="replace")
    found = {}
    for delimiter in (";", ","):
        try:
            cells = next(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), [])
        except csv.Error:
            cells = []
        found[delimiter] = tuple(_one_line(cell).strip() for cell in cells)
    delimiter = max(found, key=lambda each: len(found[each]))
    return delimiter, found[delimiter]


def _last_byte(path: Path) -> bytes:
    with path.open("rb") as file:
        file.seek(-1, io.SEEK_END)
        return file.read()


def _no_csv() -> FileProblem:
    return FileProblem(
        "Dit bestand is geen CSV. Open het in uw rekenprogramma en sla het op als CSV, "
        "of download het opnieuw en kies CSV."
    )


def _one_line(cell: str) -> str:
    return cell.replace("\r", " ").replace("\n", " ")
