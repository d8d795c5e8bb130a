"""Read a CSV file of unknown make: which encoding, which separator, and is it whole."""

import csv
from collections import Counter
from collections.abc import Iterator
from io import StringIO
from itertools import islice

from integraal.knowledge.sources.grids import (
    LEAST_WIDTH,
    MAXIMUM_CELLS,
    MAXIMUM_COLUMNS,
    MAXIMUM_LINES,
    Grid,
    GridLine,
    LineProblem,
    cell_of_text,
    refuse_large,
    too_many_columns,
    too_many_lines,
)
from integraal.knowledge.sources.problems import FileProblem

_SEPARATORS = (";", "\t", ",")
_LOOKED_AT = 500
_FITS_FROM = 0.5
_SAVE_AS_CSV = "Open het bestand in uw rekenprogramma en sla het op als Excel-werkmap of CSV."
_BINARY_STARTS = (b"%PDF", b"\x1f\x8b", b"\x89PNG", b"\xff\xd8\xff", b"Rar!", b"7z\xbc\xaf")


def read_separated(content: bytes) -> Grid:
    """Read a CSV file.

    Args:
        content: the file; UTF-8 with or without a byte order mark, or Windows-1252; at most 20 MB.

    Returns:
        Every filled line; all cells are text.

    Raises:
        FileProblem: no text, no separator that fits, a line with too few or too many values, or
            too large.
    """
    refuse_large(content)
    text = _decode(content)
    if not text.strip():
        raise FileProblem("Het bestand is leeg. Kies een ander bestand.")
    separator, text, skipped = _separator(text)
    records = list(_records(text, separator, skipped))
    _refuse_uneven(records, ends_open=not text.endswith(("\n", "\r")))
    lines = (GridLine(number, tuple(map(cell_of_text, cells))) for number, cells in records)
    return Grid(tuple(line for line in lines if line.filled))


def _decode(content: bytes) -> str:
    if content.startswith(_BINARY_STARTS) or b"\x00" in content:
        raise FileProblem(f"Dit bestand is geen Excel-werkmap en geen CSV. {_SAVE_AS_CSV}")
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise FileProblem(f"De tekens in dit bestand zijn niet te lezen. {_SAVE_AS_CSV}")


def _separator(text: str) -> tuple[str, str, int]:
    """The separator, the text it holds for, and how many lines were taken off ("sep=;")."""
    first, _, rest = text.partition("\n")
    hint = first.strip().lower()
    if hint in {f"sep={each}" for each in _SEPARATORS}:
        return hint[-1], rest, 1
    fits = {separator: _fit(text, separator) for separator in _SEPARATORS}
    best = max(_SEPARATORS, key=lambda separator: fits[separator])
    if fits[best] < _FITS_FROM:
        raise FileProblem(
            "In dit bestand zijn geen kolommen te vinden. De waarden moeten op elke regel met "
            f"hetzelfde teken gescheiden zijn: puntkomma, komma of tab. {_SAVE_AS_CSV}"
        )
    return best, text, 0


def _fit(text: str, separator: str) -> float:
    """The share of lines that have the most common width, from the first such line on.

    Broken quotes may come from the wrong separator, so a separator without them goes before.
    """
    widths, trust = [], 1.0
    try:
        for _, cells in islice(_split(text, separator), _LOOKED_AT):
            widths.append(len(cells))
    except csv.Error:
        trust = _FITS_FROM
    wide = Counter(width for width in widths if width >= LEAST_WIDTH)
    if not wide:
        return 0.0
    common = wide.most_common(1)[0][0]
    body = widths[widths.index(common) :]
    return trust * body.count(common) / len(body)


def _split(text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    """The line each record starts on, and its cells; lines without any text are left out."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    start = 1
    for cells in reader:
        if any(cell.strip() for cell in cells):
            yield start, cells
        start = reader.line_num + 1


def _records(text: str, separator: str, skipped: int) -> Iterator[tuple[int, list[str]]]:
    line = filled = 0
    try:
        for line, cells in _split(text, separator):
            filled += len(cells)
            if line > MAXIMUM_LINES or filled > MAXIMUM_CELLS:
                raise too_many_lines()
            if len(cells) > MAXIMUM_COLUMNS:
                raise too_many_columns(line + skipped)
            yield line + skipped, cells
    except csv.Error as problem:
        raise FileProblem(
            f"Na regel {line + skipped} kloppen de aanhalingstekens niet, of het bestand is "
            f"afgebroken. {_SAVE_AS_CSV}"
        ) from problem


def _refuse_uneven(records: list[tuple[int, list[str]]], *, ends_open: bool) -> None:
    """Below the headings every line is as wide as they are, or is a note of one cell."""
    widths = Counter(len(cells) for _, cells in records if len(cells) >= LEAST_WIDTH)
    if not widths:
        raise FileProblem(f"In dit bestand zijn geen kolommen te vinden. {_SAVE_AS_CSV}")
    common = widths.most_common(1)[0][0]
    place = next(place for place, (_, cells) in enumerate(records) if len(cells) == common)
    last, last_whole = records[-1][0], max(line for line, each in records if len(each) == common)
    problems = []
    for line, cells in records[place:]:
        cut = line == last and ends_open and len(cells) < common
        other = line < last_whole and _has_other_separator(cells, common)
        if len(cells) == common or (len(cells) == 1 and not cut and not other):
            continue
        why = "; het bestand is afgebroken" if cut else ""
        why = "; er staat een ander scheidingsteken" if other else why
        problem = LineProblem(
            line,
            "",
            f"hier staan {len(cells)} waarden in plaats van {common}{why}",
            "Maak deze regel even lang als de andere, of sla het bestand opnieuw op.",
        )
        problems.append(problem.sentence)
    if problems:
        raise FileProblem(problems)


def _has_other_separator(cells: list[str], common: int) -> bool:
    """Whether a line that passes for a note is a row of figures with another separator in it."""
    if len(cells) != 1:
        return False
    tried = [cells[0].split(separator) for separator in _SEPARATORS]
    return any(
        len(parts) == common and any(part.strip().isdecimal() for part in parts) for parts in tried
    )
