"""Every comparison of a theme in one table, and whether one kind of figure is missing."""

from typing import Any

from integraal.foundation.ui.tables import Column, Table
from integraal.policy.picture.presenters.comparing import against_words
from integraal.policy.picture.presenters.figures import badge, is_measured, shown_number
from integraal.policy.picture.presenters.theme_figures import (
    NO_PERCEPTION,
    NO_REGISTRATION,
    TWO_QUESTIONS,
)

Json = dict[str, Any]
_COLUMNS = (
    Column("Cijfer"),
    Column("Naast"),
    Column("Wat daar staat", short="Daar staat"),
    Column("Oordeel"),
)


def compared_table(indicators: list[Json], year: int) -> Table | None:
    """Return every comparison of these figures; ``None`` when nothing was compared."""
    rows = tuple(
        (one["short_name"], against_words(found), value_words(found), badge(found["verdict"]))
        for one in indicators
        for found in one["comparisons"]
    )
    if not rows:
        return None
    return Table(caption=f"Alle vergelijkingen van {year}", columns=_COLUMNS, rows=rows)


def value_words(found: Json) -> str:
    """Return the figure that a comparison lays beside, with its margin and unit."""
    if found["value"] is None:
        return "onbekend"
    value = f"{shown_number(found['value'])} {found['unit']}"
    if found["low"] is None or found["high"] is None:
        return value
    return f"{value} (marge {shown_number(found['low'])} tot {shown_number(found['high'])})"


def sides_words(indicators: list[Json]) -> str:
    """Return how to read registrations beside perception, or which of the two is missing."""
    measured = {is_measured(one) for one in indicators}
    if not measured:
        return ""
    if measured == {True, False}:
        return TWO_QUESTIONS
    return NO_REGISTRATION if True in measured else NO_PERCEPTION
