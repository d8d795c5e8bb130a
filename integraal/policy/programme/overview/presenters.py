"""The list of programmes, and the table of measures of one."""

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import QueryDict
from django.utils.safestring import SafeString, mark_safe

from integraal.foundation.audit.actors import Actor
from integraal.foundation.lifecycle.states import State
from integraal.foundation.people.access import allowed
from integraal.foundation.ui.charts import planning_bar
from integraal.foundation.ui.dutch import number
from integraal.foundation.ui.tables import Sorting
from integraal.policy.programme.access import check_run, check_write
from integraal.policy.programme.measures.earlier.queries import removed_measures
from integraal.policy.programme.models import EarlierMeasure, Programme
from integraal.policy.programme.outline import Outline, outline_of
from integraal.policy.programme.overview.choosing import (
    BY_THEME,
    COLUMNS,
    FilterForm,
    chosen,
    shown_lines,
)
from integraal.policy.programme.overview.lines import Line, is_running, lines_of
from integraal.policy.programme.overview.rows import Row, rows_of
from integraal.policy.programme.overview.summary import Count, counts_of, summary_of
from integraal.policy.programme.queries import programmes
from integraal.policy.programme.showing.saved import SavedViews, saved_views

PAGE = 100


@dataclass(frozen=True)
class ProgrammeLine:
    """One programme: its newest version, and those before it, newest first."""

    newest: Programme
    earlier: list[Programme]


@dataclass(frozen=True)
class Heading:
    """The heading of a column; with ``url`` it sorts. ``years`` is the axis of the planning."""

    label: str
    numeric: bool
    url: str
    order: str
    icon: str
    years: SafeString | str = ""


@dataclass(frozen=True)
class TablePage:
    """What ``programme/programme.html`` shows.

    Attributes:
        groups: name of a theme (empty when not sorted by theme) with its rows.
        count_words: how many of how many, and by what they are sorted.
        removed: what was taken out and can come back, for who writes.
    """

    summary: str
    counts: list[Count]
    filter: FilterForm
    headings: list[Heading]
    groups: list[tuple[str, list[Row]]]
    sheet: Page[Line]
    count_words: str
    total: int
    is_filtered: bool
    has_goals: bool
    may_write: bool
    may_run: bool
    saved: SavedViews
    removed: list[EarlierMeasure]


def programme_list(by: Actor) -> list[ProgrammeLine]:
    """Return the programmes the actor may read, the latest years first, without their content."""
    lines: dict[object, ProgrammeLine] = {}
    for one in programmes(by).defer("frozen").order_by("-first_year", "-version"):
        line = lines.setdefault(one.lineage, ProgrammeLine(one, []))
        if line.newest is not one:
            line.earlier.append(one)
    return list(lines.values())


def may_change_rows(by: Actor, programme: Programme) -> bool:
    """Return whether the actor may change anything in a row: of an adopted programme, the owner."""
    if programme.state == State.ADOPTED:
        return allowed(check_run, by)
    return allowed(check_write, by, programme)


def table_page(by: Actor, programme: Programme, asked: QueryDict) -> TablePage:
    """Return the table of measures as it was asked for."""
    outline, lines = outline_of(programme), lines_of(programme)
    wanted = chosen(asked)
    found = shown_lines(by, lines, wanted, outline)
    sheet = Paginator(found, PAGE).get_page(asked.get("blad"))
    rows = rows_of(programme, sheet.object_list, may_change=may_change_rows(by, programme))
    running, may_write = is_running(programme), allowed(check_write, by, programme)
    return TablePage(
        summary=summary_of(lines, running=running),
        counts=counts_of(lines, running=running),
        filter=FilterForm(asked, lines, outline),
        headings=_headings(programme, wanted.sorting, asked),
        groups=_groups(rows, outline, wanted.sorting),
        sheet=sheet,
        count_words=_count_words(len(found), len(lines), wanted.sorting),
        total=len(lines),
        is_filtered=not wanted.is_everything,
        has_goals=bool(outline.goals),
        may_write=may_write,
        may_run=allowed(check_run, by),
        saved=saved_views(by, programme, "programme", asked.dict()),
        removed=removed_measures(programme) if may_write else [],
    )


def _groups(rows: list[Row], outline: Outline, sorting: Sorting) -> list[tuple[str, list[Row]]]:
    if sorting.key != BY_THEME:
        return [("", rows)] if rows else []
    grouped = groupby(rows, key=lambda row: row.line.theme)
    return [(outline.theme_name(code), list(found)) for code, found in grouped]


def _headings(programme: Programme, sorting: Sorting, asked: QueryDict) -> list[Heading]:
    kept = asked.copy()
    for name in ("sorteer", "blad"):
        kept.pop(name, None)
    found = []
    for column in COLUMNS:
        is_current = bool(column.key) and column.key == sorting.key
        kept["sorteer"] = f"-{column.key}" if is_current and not sorting.descending else column.key
        years: Any = ""
        if column.label == "Planning":
            years = mark_safe(planning_bar.draw_years(programme.first_year, programme.last_year))
        order = ("descending" if sorting.descending else "ascending") if is_current else "none"
        found.append(
            Heading(
                label=column.label,
                numeric=column.numeric,
                url=f"?{kept.urlencode()}" if column.key else "",
                order=order if column.key else "",
                icon="up" if order == "ascending" else "expand",
                years=years,
            )
        )
    return found


def _count_words(shown: int, total: int, sorting: Sorting) -> str:
    names = {column.key: column.label.lower() for column in COLUMNS} | {BY_THEME: "thema"}
    many = "maatregel" if total == 1 else "maatregelen"
    return f"{number(shown)} van {number(total)} {many}. Gesorteerd op {names[sorting.key]}."
