"""Lay the rows of a workbook beside the programme as it stands."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from integraal.policy.programme.excel.cells import Cells, all_cells, earlier_cells
from integraal.policy.programme.excel.checking import row_problems
from integraal.policy.programme.excel.columns import (
    HOURS,
    KEY,
    MILESTONES,
    NEEDS,
    NUMBER,
    OUTCOME,
    OUTPUT,
    PARTNERS,
    PEOPLE,
    REVISION,
    Column,
)
from integraal.policy.programme.excel.naming import Names
from integraal.policy.programme.excel.needing import Waiting, waiting_of
from integraal.policy.programme.excel.parsing import CellProblem, value_of
from integraal.policy.programme.excel.reading import SheetRead, SheetRow
from integraal.policy.programme.excel.report import (
    FieldChange,
    Missing,
    Problem,
    Report,
    RowChange,
)
from integraal.policy.programme.excel.workbook import programme_columns
from integraal.policy.programme.models import EarlierMeasure, Measure, Programme

_NOT_COMPARED = (KEY, REVISION, NUMBER, NEEDS)
_OF_PARTS = (HOURS, OUTPUT, OUTCOME)
FORMULA = "Hier staat een formule. Plak de uitkomst als waarde."


@dataclass(frozen=True)
class Side:
    """The programme as it stands: its measures and their cells, by key."""

    programme: Programme
    columns: tuple[Column, ...]
    names: Names
    measures: dict[uuid.UUID, Measure]
    cells: dict[uuid.UUID, Cells]


def side_of(programme: Programme, found: Sequence[Measure], names: Names) -> Side:
    """Return the programme as one side of the comparison."""
    columns = programme_columns(programme, list(found))
    cells = all_cells(found, columns, names)
    return Side(programme, columns, names, {one.key: one for one in found}, cells)


def compared(side: Side, sheet: SheetRead) -> Report:
    """Return what taking the workbook over would do."""
    report = Report(unknown=sheet.unknown)
    keys = _keys_of(side, sheet, report)
    waiting = waiting_of(sheet.rows, keys, side.measures, side.cells)
    read = set(sheet.codes)
    for row in sheet.rows:
        if row.number in keys:
            _compare(side, row, keys[row.number], waiting, read, report)
    there = set(keys.values())
    report.missing = [
        Missing(key, one.title) for key, one in side.measures.items() if key not in there
    ]
    report.problems += waiting.circles(report)
    report.problems.sort(key=lambda one: one.row)
    return report


def _keys_of(side: Side, sheet: SheetRead, report: Report) -> dict[int, uuid.UUID]:
    """Return number of a row to the key of its measure; a new one where there is none yet."""
    keys: dict[int, uuid.UUID] = {}
    rows: dict[uuid.UUID, int] = {}
    for row in sheet.rows:
        say, key = _key(side, row, rows)
        if say:
            report.problems.append(Problem(row.number, "", say))
            # A row that is wrong is no reason to call its measure missing.
            if key is None:
                continue
        keys[row.number] = key or uuid.uuid4()
        rows.setdefault(keys[row.number], row.number)
    return {number: key for number, key in keys.items() if rows[key] == number}


def _key(side: Side, row: SheetRow, rows: Mapping[uuid.UUID, int]) -> tuple[str, uuid.UUID | None]:
    text = row.cells.get(KEY, "")
    if not text:
        return "", None
    try:
        key = uuid.UUID(text)
    except ValueError:
        return "Het verborgen kenmerk is veranderd. Maak de cel leeg of zet het terug.", None
    if key in rows:
        return (
            f"Dit is een kopie van rij {rows[key]}. Maak in de verborgen kolom “Kenmerk” de cel "
            "leeg als het een nieuwe maatregel is."
        ), key
    if key not in side.measures:
        return (
            "Deze maatregel staat niet meer in het programma. Haal de rij weg, of maak de "
            "verborgen kolom “Kenmerk” leeg om hem als nieuwe maatregel toe te voegen."
        ), None
    return "", key


def _compare(
    side: Side, row: SheetRow, key: uuid.UUID, waiting: Waiting, read: set[str], report: Report
) -> None:
    current = side.measures.get(key)
    now = side.cells.get(key, {})
    touched = [
        one
        for one in side.columns
        if one.code in read
        and one.code not in _NOT_COMPARED
        and row.cells[one.code] != now.get(one.code, "")
    ]
    needs_differ = waiting.differs(row.number)
    if current and not touched and not needs_differ and not row.formulas:
        report.same += 1
        return
    if current and row.cells.get(REVISION) != str(current.revision):
        if not _is_own_change(side, row, current, read, waiting):
            report.kept.append(current.title)
            return
        report.problems.append(Problem(row.number, "", _conflict(current, touched)))
        return
    change, problems = _change(side, row, key, current, touched, waiting)
    report.problems += problems
    if change.changes:
        report.changed.append(change)
    elif not problems:
        report.same += 1


def _conflict(current: Measure, touched: Sequence[Column]) -> str:
    fields = ", ".join(one.heading for one in touched[:4]) or "Wacht op"
    return (
        f"“{current.title[:80]}” is intussen door iemand anders veranderd. Uw rij verschilt in: "
        f"{fields}. Download het programma opnieuw en zet uw verandering daarin."
    )


def _is_own_change(
    side: Side, row: SheetRow, current: Measure, read: set[str], waiting: Waiting
) -> bool:
    """Whether the row differs from the stand it was made of, and not only from that of today."""
    earlier = EarlierMeasure.objects.filter(
        programme=side.programme, measure=current.key, revision=row.cells.get(REVISION) or -1
    ).first() if row.cells.get(REVISION, "").isdecimal() else None  # fmt: skip
    if earlier is None:
        return True
    then = earlier_cells(earlier.content, side.columns, side.names)
    for one in side.columns:
        if one.code in _NOT_COMPARED or one.code not in read:
            continue
        cell, before = row.cells[one.code], then.get(one.code, "")
        if one.code in PEOPLE:
            # An earlier stand names people by function alone.
            if not (cell.endswith(f"({before})") if before else not cell):
                return True
        elif cell != before:
            return True
    return [str(one) for one in waiting.wanted(row.number)] != list(earlier.content["needs"])


def _change(
    side: Side,
    row: SheetRow,
    key: uuid.UUID,
    current: Measure | None,
    touched: Sequence[Column],
    waiting: Waiting,
) -> tuple[RowChange, list[Problem]]:
    now = side.cells.get(key, {})
    heading_of = {one.code: one.heading for one in side.columns}
    problems = [Problem(row.number, heading_of[code], FORMULA) for code in row.formulas]
    values: dict[str, Any] = {}
    changes = []
    wrong = set(row.formulas)
    for one in touched:
        if one.code in wrong:
            continue
        try:
            value = value_of(one, row.cells[one.code], side.names)
        except CellProblem as problem:
            problems.append(Problem(row.number, one.heading, str(problem)))
            wrong.add(one.code)
            continue
        values[one.code] = value
        changes.append(FieldChange(one.heading, now.get(one.code, ""), row.cells[one.code]))
    problems += waiting.problems(row.number)
    fields = _fields(values, current)
    partners = fields.pop(PARTNERS, None)
    milestones = fields.pop(MILESTONES, None)
    if waiting.differs(row.number) and not waiting.problems(row.number):
        fields[NEEDS] = waiting.wanted(row.number)
        changes.append(FieldChange(heading_of[NEEDS], now.get(NEEDS, ""), row.cells.get(NEEDS, "")))
    problems += row_problems(side.programme, row.number, current, fields, heading_of, wrong)
    change = RowChange(
        row=row.number,
        key=key,
        title=row.cells.get("title") or (current.title if current else ""),
        is_new=current is None,
        revision=current.revision if current else 1,
        changes=tuple(changes),
        fields=fields,
        partners=partners,
        milestones=_with_keys(milestones, current),
    )
    return change, problems


def _fields(values: Mapping[str, Any], current: Measure | None) -> dict[str, Any]:
    """Return cells as fields: what stands per quarter or year comes together in one."""
    fields: dict[str, Any] = {}
    for code, value in values.items():
        name, _, part = code.partition(":")
        if name not in _OF_PARTS:
            fields[name] = value
            continue
        if name not in fields:
            fields[name] = dict(getattr(current, name)) if current else {}
        if value:
            fields[name][part] = value
        else:
            fields[name].pop(part, None)
    return fields


def _with_keys(
    milestones: list[Any] | None, current: Measure | None
) -> list[tuple[uuid.UUID | None, str, Any]] | None:
    """Give each milestone the key it had, so that what was reached stays reached."""
    if milestones is None:
        return None
    left = list(current.milestones.all()) if current else []
    keys: list[uuid.UUID | None] = [None] * len(milestones)
    for same in (
        lambda one, day, title: (one.day, " ".join(one.title.split())) == (day, title),
        lambda one, day, title: " ".join(one.title.split()) == title,
        lambda one, day, title: one.day == day,
    ):
        for place, (day, title) in enumerate(milestones):
            found = next((one for one in left if same(one, day, title)), None)
            if keys[place] is None and found:
                keys[place] = found.key
                left.remove(found)
    return [(key, title, day) for key, (day, title) in zip(keys, milestones, strict=True)]
