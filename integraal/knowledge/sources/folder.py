"""Find out what each file in a folder of open data is; nothing is read further than its start."""

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from integraal.knowledge.indicators.class_lists import ClassList
from integraal.knowledge.sources.definitions import Columns, Source

Kind = Literal["boundaries", "division", "class-list", "about-table", "screen", "table", "unknown"]

_START = 64 * 1024
_TABLE_NUMBER = re.compile(r"(?<!\d)(\d{5}[A-Za-z]{3})(?![A-Za-z])")
# What CBS puts behind the name of a raw export: day and time on which it was made.
_MADE_ON = re.compile(r"_(\d{2})(\d{2})(20\d{2})_\d{6}(?=\.)")
_YEAR = re.compile(r"(?<!\d)(20\d{2})(?!\d)")
_SUFFIX = re.compile(r"_\d+$")
_AREA_CODE = re.compile(r"(NL|GM|WK|BU)\w{2,8}\s*", re.ASCII)
_SCREEN_LINES = 15


@dataclass(frozen=True)
class FolderFile:
    """A file and what it is.

    Attributes:
        path: where it is.
        kind: "boundaries" (GeoJSON), "division" (a list of areas), "class-list", "about-table"
            (a table's own description), "screen" (a StatLine screen export), "table" (rows of a
            known source) or "unknown".
        source: of a "table".
        table: the number of the table in the file's name, such as 47018NED; empty without one.
        made_on: the day in the file's name, when it has one.
        year: the year in the file's name, when it has one.
    """

    path: Path
    kind: Kind
    source: Source | None = None
    table: str = ""
    made_on: date | None = None
    year: int | None = None


def recognise_folder(
    folder: Path, sources: Mapping[str, Source], lists: Mapping[str, ClassList]
) -> list[FolderFile]:
    """Return every CSV and GeoJSON file below a folder, in order of their paths.

    Raises:
        OSError: the folder or a file cannot be read.
    """
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    wanted = [path for path in files if path.suffix.lower() in (".csv", ".geojson")]
    return [recognise(path, sources, lists) for path in wanted]


def recognise(
    path: Path, sources: Mapping[str, Source], lists: Mapping[str, ClassList]
) -> FolderFile:
    """Return what one file is, by its name and its first lines."""
    number = _TABLE_NUMBER.search(path.name)
    table = number[1] if number else ""
    facts = {"table": table, "made_on": _made_on(path.name), "year": _year(path.stem, table)}
    if path.suffix.lower() == ".geojson":
        return FolderFile(path, "boundaries", **facts)  # type: ignore[arg-type]
    lines = _first_lines(path)
    header = cells_of(lines[0]) if lines else []
    if any(_is_regions_line(line) for line in lines[:_SCREEN_LINES]):
        return FolderFile(path, "screen", **facts)  # type: ignore[arg-type]
    if header[:2] == ["Key", "Title"]:
        kind: Kind = "division" if _holds_areas(lines) else "class-list"
        return FolderFile(path, kind, **facts)  # type: ignore[arg-type]
    if {"Identifier", "ExplanatoryText"} <= set(header) or "odata.type" in header:
        return FolderFile(path, "about-table", **facts)  # type: ignore[arg-type]
    numbered = [one for one in sources.values() if table and one.table == table]
    speaking = [one for one in sources.values() if _speaks(lines, header, one, lists)]
    source = source_of(header, path.name, numbered or speaking)
    return FolderFile(path, "table" if source else "unknown", source, **facts)  # type: ignore[arg-type]


def source_of(header: Iterable[str], file_name: str, sources: Iterable[Source]) -> Source | None:
    """Return the source whose columns a header holds; a table number in the name decides."""
    names, known = {_SUFFIX.sub("", name) for name in header}, list(sources)
    fitting = [source for source in known if _fits(names, source)]
    named = [one for one in fitting if one.table.casefold() in file_name.casefold()]
    chosen = named or fitting
    if len(chosen) == 1:
        return chosen[0]
    # The number names a known table, so other columns are a change that must be told.
    return next((one for one in known if one.table.casefold() in file_name.casefold()), None)


def cells_of(line: str) -> list[str]:
    """Return the cells of a header line, whatever separates them."""
    separator = ";" if line.count(";") > line.count(",") else ","
    return [cell.strip() for cell in next(csv.reader([line], delimiter=separator), [])]


def _speaks(
    lines: list[str], header: list[str], source: Source, lists: Mapping[str, ClassList]
) -> bool:
    """Whether the first row names a class of the source's list; two tables may have one header."""
    forms = [*([source.columns] if source.columns else []), *(one.columns for one in source.copies)]
    columns = {form.class_column for form in forms} & set(header)
    if not columns or len(lines) < 2:
        return True
    cells = dict(zip(header, cells_of(lines[1]), strict=False))
    class_list = lists[source.list]
    return any(class_list.by_label(cells.get(str(name), "")) for name in columns)


def _fits(names: set[str], source: Source) -> bool:
    forms = [*([source.columns] if source.columns else []), *(one.columns for one in source.copies)]
    return any(_holds(names, form) for form in forms)


def _holds(names: set[str], columns: Columns) -> bool:
    needed = {columns.class_column, columns.region, columns.period} - {None}
    return needed <= names and any(topic in names for topic, _ in columns.topics)


def _first_lines(path: Path) -> list[str]:
    with path.open("rb") as file:
        start = file.read(_START)
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            # The start may end within a character, so its last bytes do not count.
            return start[: start.rfind(b"\n") + 1 or None].decode(encoding).splitlines()
        except UnicodeDecodeError:
            continue
    return []


def _is_regions_line(line: str) -> bool:
    return line.startswith(('"Regio', "Regio's;", "Regio’s;"))


def _holds_areas(lines: list[str]) -> bool:
    return len(lines) > 1 and bool(_AREA_CODE.fullmatch(cells_of(lines[1])[0]))


def _made_on(name: str) -> date | None:
    found = _MADE_ON.search(name)
    try:
        return date(int(found[3]), int(found[2]), int(found[1])) if found else None
    except ValueError:
        return None


def _year(stem: str, table: str) -> int | None:
    found = _YEAR.findall(stem.replace(table, "") if table else stem)
    return int(found[0]) if len(found) == 1 else None
