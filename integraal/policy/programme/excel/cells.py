"""Every measure as the cells of its row, each as plain text: what is written, and compared.

Days are "2027-12-31" and numbers have a point, whatever a spreadsheet program makes of them. Two
rows with the same cells say the same, so a row that nobody touched changes nothing.
"""

import uuid
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from integraal.foundation.ui.cleaning import cleaned
from integraal.foundation.ui.spreadsheets import as_cell_text
from integraal.policy.programme.excel.columns import (
    DAYS,
    HOURS,
    KEY,
    MILESTONES,
    NEEDS,
    NUMBER,
    OUTCOME,
    OUTPUT,
    PARTNERS,
    REVISION,
    Column,
)
from integraal.policy.programme.excel.naming import Names
from integraal.policy.programme.models import Measure

Cells = dict[str, str]
BY_PART = (HOURS, OUTPUT, OUTCOME)
_WORDS = (
    "title", "text", "item", "money_source", "output", "outcome", "risk", "decision",
)  # fmt: skip


def all_cells(
    found: Sequence[Measure], columns: Sequence[Column], names: Names
) -> dict[uuid.UUID, Cells]:
    """Return the cells of every measure by its key, in their order."""
    numbers = {one.key: str(place) for place, one in enumerate(found, start=1)}
    return {one.key: _cells(one, columns, names, numbers) for one in found}


def _cells(
    measure: Measure, columns: Sequence[Column], names: Names, numbers: Mapping[uuid.UUID, str]
) -> Cells:
    cells: Cells = {
        KEY: str(measure.key),
        REVISION: str(measure.revision),
        NUMBER: numbers[measure.key],
        "theme": names.themes.label(measure.theme),
        "goal": names.goals.label(measure.goal),
        "owner": names.people.label(measure.owner_id),
        "deputy": names.people.label(measure.deputy_id),
        "kind": names.kinds.label(measure.kind),
        "area": names.areas.label(measure.area_id),
        "budget": "" if measure.budget is None else canonical(measure.budget),
        PARTNERS: partners_cell(
            [(one.organisation.name, one.role) for one in measure.partners.all()]
        ),
        MILESTONES: milestones_cell([(one.day, one.title) for one in measure.milestones.all()]),
        NEEDS: ", ".join(numbers.get(one, "?") for one in measure.needs),
        **{name: getattr(measure, name) for name in _WORDS},
        **{name: _plain(getattr(measure, name)) for name in DAYS},
    }
    for column in columns:
        if column.field in BY_PART:
            cells[column.code] = _plain(getattr(measure, column.field).get(column.part))
    return {code: cell_text(value) for code, value in cells.items()}


def earlier_cells(content: Mapping[str, Any], columns: Sequence[Column], names: Names) -> Cells:
    """Return the cells of an earlier stand of a measure, as ``content.measure_json`` keeps it.

    Owner and deputy are there by function alone, and what it waits for by key.
    """
    goal = content["goal"]
    cells = {name: content[name] for name in (*_WORDS, *DAYS, "area")}
    cells |= {
        "budget": canonical(Decimal(content["budget"])) if content["budget"] else "",
        "theme": names.themes.label(content["theme"]),
        "goal": names.goals.label(uuid.UUID(goal)) if goal else "",
        "kind": names.kinds.label(content["kind"]),
        "owner": content["owner"],
        "deputy": content["deputy"],
        PARTNERS: partners_cell(
            [(one["organisation"], one["role"]) for one in content["partners"]]
        ),
        MILESTONES: milestones_cell(
            [(date.fromisoformat(one["day"]), one["title"]) for one in content["milestones"]]
        ),
        NEEDS: ", ".join(content["needs"]),
    }
    for column in columns:
        if column.field in BY_PART:
            cells[column.code] = _plain(content[column.field].get(column.part))
    return {code: cell_text(value) for code, value in cells.items()}


def partners_cell(partners: Sequence[tuple[str, str]]) -> str:
    """Return partners with their role, a line each."""
    lines = [f"{name}: {role}" if role else name for name, role in partners]
    return "\n".join(" ".join(line.split()) for line in lines)


def milestones_cell(milestones: Sequence[tuple[date, str]]) -> str:
    """Return milestones with their day, a line each."""
    return "\n".join(
        f"{day:%d-%m-%Y} {' '.join(title.split())}".strip() for day, title in milestones
    )


def canonical(number: Decimal) -> str:
    """Return a number as a spreadsheet gives it back: without zeros that say nothing."""
    return f"{number.normalize():f}"


def cell_text(value: str) -> str:
    """Return a text as it comes back out of a workbook."""
    return as_cell_text(cleaned(value)).strip()


def _plain(value: object) -> str:
    return "" if value is None else str(value)
