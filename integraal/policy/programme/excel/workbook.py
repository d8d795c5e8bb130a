"""The programme as an Excel workbook that can be read back without loss."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal, InvalidOperation

from integraal.foundation.ui.spreadsheets import Cell, Sheet, as_workbook_of
from integraal.policy.programme.excel.cells import BY_PART, Cells, all_cells, canonical
from integraal.policy.programme.excel.columns import DAYS, NUMBER, REVISION, Column, columns_of
from integraal.policy.programme.excel.naming import Names
from integraal.policy.programme.models import Measure, Programme

MEASURES, LISTS, GUIDE = "Maatregelen", "Keuzelijsten", "Uitleg"
_DIGITS = 15
"""What a spreadsheet keeps of a number; what is longer is written as text."""
_LIST_NAMES = {
    "themes": "Thema’s",
    "goals": "Doelen",
    "people": "Mensen",
    "kinds": "Soorten",
    "areas": "Gebieden",
    "partners": "Partners",
}
_GUIDE = (
    ("Terugzetten", "Lees dit bestand in bij het programma. U ziet eerst wat er verandert."),
    ("Nieuwe maatregel", "Vul een nieuwe regel onderaan. Thema en maatregel zijn genoeg."),
    ("Maatregel weghalen", "Haal de hele regel weg. Bij het inlezen vinkt u aan of het klopt."),
    ("Volgorde", "De volgorde van de regels verandert niets in het programma."),
    ("Hoe het loopt", "Stand, cijfers en uitgaven staan hier niet in: die werkt u elders bij."),
)


def programme_columns(programme: Programme, found: list[Measure]) -> tuple[Column, ...]:
    """Return the columns for a programme, also for years that only some target is about."""
    years = {
        int(year)
        for one in found
        for target in (one.output_target, one.outcome_target)
        for year in target
        if year.isdecimal()
    }
    return columns_of(programme.first_year, programme.last_year, years)


def workbook_of(programme: Programme, found: list[Measure], names: Names) -> bytes:
    """Return the workbook: the measures, what each column means, and the lists to choose from."""
    columns = programme_columns(programme, found)
    cells = all_cells(found, columns, names)
    lists = _lists(names)
    places = {name: place for place, name in enumerate(_LIST_NAMES)}
    choices = {
        place: _span(places[one.choices], len(lists[one.choices]))
        for place, one in enumerate(columns)
        if one.choices and lists[one.choices]
    }
    return as_workbook_of(
        Sheet(
            MEASURES,
            [one.heading for one in columns],
            ([_typed(one, row) for one in columns] for row in cells.values()),
            hidden=[place for place, one in enumerate(columns) if one.is_hidden],
            choices=choices,
        ),
        Sheet(GUIDE, ("Kolom", "Uitleg"), _guide(programme, columns)),
        Sheet(LISTS, list(_LIST_NAMES.values()), _list_rows(lists)),
    )


def _typed(column: Column, row: Cells) -> Cell:
    """Return a cell as a day or a number where that says the very same as its text."""
    text = row.get(column.code, "")
    if not text:
        return None
    if column.code in DAYS:
        return date.fromisoformat(text)
    if column.field in (*BY_PART, "budget", NUMBER, REVISION):
        return _number(text)
    return text


def _number(text: str) -> Cell:
    try:
        number = Decimal(text)
    except InvalidOperation:
        return text
    is_same = number.is_finite() and canonical(number) == text
    return number if is_same and len(number.as_tuple().digits) <= _DIGITS else text


def _lists(names: Names) -> dict[str, list[str]]:
    return {name: getattr(names, name).labels for name in _LIST_NAMES}


def _list_rows(lists: dict[str, list[str]]) -> Iterator[list[Cell]]:
    for place in range(max(len(one) for one in lists.values())):
        yield [one[place] if place < len(one) else None for one in lists.values()]


def _span(place: int, many: int) -> str:
    letter = chr(ord("A") + place)
    return f"{LISTS}!${letter}$2:${letter}${many + 1}"


def _guide(programme: Programme, columns: tuple[Column, ...]) -> Iterator[tuple[str, str]]:
    yield "Programma", f"{programme.title}, versie {programme.version}"
    yield from _GUIDE
    for one in columns:
        hidden = " (verborgen kolom)" if one.is_hidden else ""
        yield one.heading, f"{one.say}{hidden}"
