"""The upper part of a StatLine screen export: title, fixed choices and column headings."""

import re
from dataclasses import dataclass

from integraal.knowledge.indicators.periods import Period

Cells = tuple[int, list[str]]

_SUBJECTS = "Onderwerp"
_PERIODS = "Perioden"
_REGION_HEADINGS = ("Regio", "Wijken en buurten", "Gemeente")
_YEAR_AT_END = re.compile(r"\b(20\d\d)\)?$", re.ASCII)


@dataclass(frozen=True)
class Column:
    """What one column of numbers holds."""

    subject: str
    period: Period
    unit: str
    provisional: bool


@dataclass(frozen=True)
class Headings:
    """The upper part of the file, and the lines with regions that follow it."""

    title: str
    division_year: int | None
    selections: tuple[tuple[str, str], ...]
    columns: tuple[Column | None, ...]
    rows: tuple[Cells, ...]


def read_headings(lines: list[Cells], problems: list[str]) -> Headings | None:
    """Read the headings; None when the file is no screen export of StatLine.

    Args:
        lines: line number and cells of each line, without the last one that names the source.
        problems: sentences about what is wrong are added here.
    """
    place = _place_of_regions(lines)
    subjects = _heading_row(lines[:place], _SUBJECTS) if place else None
    if place is None or subjects is None:
        return None
    title = " ".join(lines[0][1]).strip()
    if not title:
        problems.append("Regel 1: de titel van de tabel ontbreekt. Download het bestand opnieuw.")
    selections = _selections(lines[1:place])
    year = _YEAR_AT_END.search(title)
    return Headings(
        title=title,
        division_year=int(year[1]) if year else None,
        selections=tuple((name, label) for name, label in selections if name != _PERIODS),
        columns=_columns(lines[:place], lines[place], subjects, dict(selections), problems),
        rows=tuple(lines[place + 1 :]),
    )


def not_a_screen_export(first_line: str) -> str:
    """What to say of a text file whose headings are not those of a StatLine screen."""
    what = "Dit is geen hele tabel zoals StatLine die op het scherm toont"
    if first_line.count(",") >= 2 and ";" not in first_line:
        what += "; de waarden zijn met komma's gescheiden in plaats van met puntkomma's"
    return (
        f"{what}. Zet bij StatLine de gebieden in de rijen en download 'CSV volgens tabelindeling'."
    )


def only_text(cells: list[str]) -> str:
    """The text of a line that has text in its first cell only; else nothing.

    A spreadsheet program pads such lines with empty cells when it saves the file again.
    """
    return cells[0] if cells and not any(cells[1:]) else ""


def _place_of_regions(lines: list[Cells]) -> int | None:
    """The place of the line that starts with "Regio's": it ends the headings."""
    for place, (_, cells) in enumerate(lines):
        if len(cells) > 1 and cells[0].startswith(_REGION_HEADINGS):
            return place
    return None


def _heading_row(lines: list[Cells], name: str) -> list[str] | None:
    """The labels of the columns in one heading.

    With one period StatLine leaves the first cell empty and puts the labels a line lower.
    """
    for place, (_, cells) in enumerate(lines):
        if len(cells) > 1 and cells[0] == name:
            return cells[1:]
        if len(cells) > 1 and cells[:2] == ["", name] and place + 1 < len(lines):
            return lines[place + 1][1][1:]
    return None


def _selections(lines: list[Cells]) -> list[tuple[str, str]]:
    """The fixed choices: lines with one text that reads "name: label"."""
    parts = [only_text(cells).partition(":") for _, cells in lines]
    return [(name.strip(), label.strip()) for name, colon, label in parts if colon]


def _columns(
    lines: list[Cells],
    unit_line: Cells,
    subjects: list[str],
    selections: dict[str, str],
    problems: list[str],
) -> tuple[Column | None, ...]:
    """One column per unit; None where the heading above it could not be read."""
    number, cells = unit_line
    units = cells[1:]
    periods = _heading_row(lines, _PERIODS)
    if periods is None:
        periods = [selections.get(_PERIODS, "")] * len(units)
    if not len(units) == len(subjects) == len(periods):
        problems.append(
            f"Regel {number}: de koppen boven de kolommen zijn niet even lang. "
            "Download het bestand opnieuw bij StatLine."
        )
        return (None,) * len(units)
    columns = tuple(
        _column(subject, label, unit, problems)
        for subject, label, unit in zip(subjects, periods, units, strict=True)
    )
    held = [(column.subject, column.period) for column in columns if column]
    if len(set(held)) < len(held):
        problems.append(
            "Een onderwerp staat twee keer bij dezelfde periode. Kies bij StatLine van elke "
            "andere indeling een waarde, zoals een soort misdrijf."
        )
    return columns


def _column(subject: str, label: str, unit: str, problems: list[str]) -> Column | None:
    try:
        period = Period.from_label(label)
    except ValueError:
        shown = f"'{label[:40]}' is geen periode" if label else "De periode ontbreekt"
        sentence = f"{shown}. Kies bij StatLine jaren, kwartalen of maanden."
        if sentence not in problems:
            problems.append(sentence)
        return None
    return Column(subject, period, unit, provisional=label.endswith("*"))
