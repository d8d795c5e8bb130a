"""Read the CSV that StatLine's screen hands out ("CSV volgens tabelindeling").

Such a file is a table made for people: the title, one line per fixed choice ("Soort misdrijf:
Totaal misdrijven"), headings for the columns, one line per region, and the source last. Reading
is all or nothing: one broken line refuses the file, because a reader cannot see what is left out.

Signs for a missing number, as the tables explain them: a point is unknown, unreliable or secret
(the file does not say which: "missing"), x is secret ("withheld"), and nothing at all is what
cannot logically occur ("impossible"). None of them is zero. Stars mark provisional figures.
"""

import csv
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from integraal.knowledge.indicators.periods import Period
from integraal.knowledge.sources.contents import Line, read_lines
from integraal.knowledge.sources.problems import FileProblem
from integraal.knowledge.sources.statline_headings import (
    Column,
    Headings,
    not_a_screen_export,
    only_text,
    read_headings,
)

CellStatus = Literal["present", "missing", "withheld", "impossible"]

_SIGNS: dict[str, CellStatus] = {".": "missing", "x": "withheld", "": "impossible"}
_NUMBER = re.compile(r"-?\d{1,15}(,\d{1,6})?", re.ASCII)
_FOOTER = "Bron:"


@dataclass(frozen=True)
class Observation:
    """One number of the file, or the reason why there is none, and the line it stands on."""

    region: str
    period: Period
    subject: str
    unit: str
    value: Decimal | None
    status: CellStatus
    provisional: bool
    line: int

    @property
    def count(self) -> int | None:
        """The value as a whole number; None when it is absent or broken."""
        if self.value is None or self.value != self.value.to_integral_value():
            return None
        return int(self.value)


@dataclass(frozen=True)
class ScreenExport:
    """A whole file: what the table is, what was chosen, and every observation in it."""

    title: str
    division_year: int | None
    selections: tuple[tuple[str, str], ...]
    subjects: tuple[str, ...]
    periods: tuple[Period, ...]
    regions: tuple[str, ...]
    publisher: str
    observations: tuple[Observation, ...]

    def select(
        self,
        *,
        region: str | None = None,
        period: Period | None = None,
        subject: str | None = None,
    ) -> list[Observation]:
        """The observations that fit, in the order of the file; None fits everything."""
        return [
            each
            for each in self.observations
            if region in (None, each.region)
            and period in (None, each.period)
            and subject in (None, each.subject)
        ]


def parse(content: bytes) -> ScreenExport:
    """Read a StatLine screen export.

    Args:
        content: the bytes of the file; UTF-8 or Windows-1252, at most 5 MB.

    Returns:
        Everything that stands in the file.

    Raises:
        FileProblem: with every problem as a Dutch sentence, with line numbers. Nothing else is
            ever raised, whatever the bytes are.
    """
    lines = read_lines(content)
    problems: list[str] = []
    cells = _split(lines, problems)
    publisher = _take_footer(cells, problems)
    headings = read_headings(cells, problems)
    if headings is None:
        raise FileProblem(not_a_screen_export(lines[0].text))
    observations = _read_rows(headings, problems)
    if problems:
        raise FileProblem(problems)
    columns = [column for column in headings.columns if column]
    return ScreenExport(
        title=headings.title,
        division_year=headings.division_year,
        selections=headings.selections,
        subjects=tuple(dict.fromkeys(column.subject for column in columns)),
        periods=tuple(dict.fromkeys(column.period for column in columns)),
        regions=tuple(dict.fromkeys(each.region for each in observations)),
        publisher=publisher,
        observations=tuple(observations),
    )


def _split(lines: list[Line], problems: list[str]) -> list[tuple[int, list[str]]]:
    """Line number and cells of each line; a line that cannot be split is a problem."""
    split: list[tuple[int, list[str]]] = []
    for line in lines:
        try:
            cells = next(csv.reader([line.text], delimiter=";", strict=True), [])
        except csv.Error:
            cut = line is lines[-1]
            problems.append(
                f"Regel {line.number}: de aanhalingstekens kloppen niet. "
                + ("Het bestand is afgebroken. " if cut else "")
                + "Download het bestand opnieuw bij StatLine."
            )
            continue
        split.append((line.number, [cell.strip() for cell in cells]))
    return split


def _take_footer(cells: list[tuple[int, list[str]]], problems: list[str]) -> str:
    """Remove the last line and give the publisher it names."""
    text = only_text(cells[-1][1]) if cells else ""
    if text.startswith(_FOOTER):
        cells.pop()
        return text.removeprefix(_FOOTER).strip()
    problems.append(
        "De laatste regel noemt de bron niet ('Bron: ...'). Het bestand is afgebroken of "
        "bewerkt. Download het opnieuw bij StatLine."
    )
    return ""


def _read_rows(headings: Headings, problems: list[str]) -> list[Observation]:
    observations: list[Observation] = []
    first_seen: dict[str, int] = {}
    width = len(headings.columns) + 1
    for number, cells in headings.rows:
        region = cells[0] if cells else ""
        if len(cells) != width:
            problems.append(
                f"Regel {number}: hier staan {len(cells)} waarden in plaats van {width}. "
                "Download het bestand opnieuw bij StatLine."
            )
        elif not region:
            problems.append(f"Regel {number}: de naam van het gebied ontbreekt.")
        elif region in first_seen:
            problems.append(
                f"Regel {number}: '{region}' staat ook op regel {first_seen[region]}. "
                "Laat elk gebied een keer voorkomen."
            )
        else:
            first_seen[region] = number
            observations += _read_cells(number, cells, headings.columns, problems)
    if not headings.rows:
        problems.append("Er staan geen gebieden in dit bestand. Kies bij StatLine gebieden.")
    return observations


def _read_cells(
    number: int, cells: list[str], columns: tuple[Column | None, ...], problems: list[str]
) -> list[Observation]:
    observations = []
    for cell, column in zip(cells[1:], columns, strict=True):
        text = cell.rstrip("*").rstrip()
        status = _SIGNS.get(text, "present")
        lone_star = not text and bool(cell)
        if lone_star or (status == "present" and not _NUMBER.fullmatch(text)):
            problems.append(
                f"Regel {number}: '{cell[:40]}' is geen getal zoals StatLine het schrijft "
                "(805559 of 810,8). Download het bestand opnieuw en bewerk het niet."
            )
            continue
        if column is None:
            continue
        observations.append(
            Observation(
                region=cells[0],
                period=column.period,
                subject=column.subject,
                unit=column.unit,
                value=Decimal(text.replace(",", ".")) if status == "present" else None,
                status=status,
                provisional=column.provisional or cell != text,
                line=number,
            )
        )
    return observations
