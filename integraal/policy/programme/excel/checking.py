"""The rules of a measure, applied to a row of the workbook, each with the column it is about."""

from collections.abc import Mapping
from typing import Any

from integraal.foundation.lifecycle.states import State
from integraal.foundation.ui.cleaning import cleaned
from integraal.policy.programme.excel.report import Problem
from integraal.policy.programme.measures.fields import PRACTICAL
from integraal.policy.programme.models import Measure, Programme
from integraal.policy.programme.rules import (
    budget_problem,
    hours_problem,
    time_problem,
    title_problem,
)

_FROZEN = (
    "Het programma is vastgesteld, dus dit staat vast. Alleen eigenaar, vervanger en uren mogen "
    "veranderen. Begin een nieuwe versie voor de rest."
)
NO_THEME = "Kies bij welk thema de maatregel hoort."
SAME_PERSON = "De vervanger is dezelfde als de eigenaar. Kies een ander, of laat het leeg."


def row_problems(
    programme: Programme,
    row: int,
    current: Measure | None,
    fields: Mapping[str, Any],
    heading_of: Mapping[str, str],
    wrong: set[str],
) -> list[Problem]:
    """Return what is wrong with a row as a whole.

    Args:
        programme: it goes into.
        row: its number.
        current: the measure as it stands, ``None`` for a new one.
        fields: what the row changes.
        heading_of: code of a column to its heading.
        wrong: codes of columns that have a problem of their own already.
    """

    def value(name: str, empty: Any) -> Any:
        return fields[name] if name in fields else getattr(current, name, empty)

    practical = set(PRACTICAL) if programme.state == State.ADOPTED else set()
    if programme.state != State.DRAFT and (current is None or set(fields) - practical):
        name = next((one for one in fields if one not in PRACTICAL), "title")
        return [Problem(row, heading_of.get(name, ""), _FROZEN)]
    owner, deputy = value("owner", None), value("deputy", None)
    years = programme.first_year, programme.last_year
    found = {
        "title": title_problem(cleaned(value("title", ""))),
        "theme": None if value("theme", "") else NO_THEME,
        "ends_on": time_problem(value("starts_on", None), value("ends_on", None)),
        "budget": budget_problem(value("budget", None)),
        "hours": hours_problem(value("hours", {}), *years),
        "deputy": SAME_PERSON if owner is not None and owner == deputy else None,
    }
    fresh = set(fields) | ({"title", "theme"} if current is None else set())
    related = {"ends_on": {"starts_on", "ends_on"}, "deputy": {"owner", "deputy"}}
    return [
        Problem(row, heading_of.get(name, "Uren"), say)
        for name, say in found.items()
        if say and name not in wrong and fresh & related.get(name, {name})
    ]
