"""The planning: every measure as a bar over the quarters, and on a phone a list per quarter."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.core.paginator import Page, Paginator
from django.utils.safestring import SafeString, mark_safe

from integraal.foundation.ui.charts.planning import Planned, Term, draw, grid_of, head_of
from integraal.foundation.ui.components import Chip
from integraal.foundation.ui.dutch import day
from integraal.policy.programme.models import Programme, Status
from integraal.policy.programme.quarters import in_words, quarter_of, quarters
from integraal.policy.programme.showing.filtering import GROUPINGS, THEME, grouped
from integraal.policy.programme.showing.lines import Line, Mark
from integraal.policy.programme.showing.page import View, measure_address

ON_A_PAGE = 100
GROUPING = "groep"


@dataclass(frozen=True)
class Row:
    """One measure: the drawing, and the same in words."""

    line: Line
    url: str
    who: str
    when: str
    milestones: list[str]
    drawing: SafeString


@dataclass(frozen=True)
class Heading:
    """Rows under one heading."""

    name: str
    rows: list[Row]


@dataclass(frozen=True)
class Happening:
    """What happens in a quarter: a measure begins or ends, or a milestone falls."""

    day: date
    what: str
    title: str
    url: str


@dataclass(frozen=True)
class Quarter:
    """A quarter with what happens in it, in order of days."""

    name: str
    is_now: bool
    happenings: list[Happening]


@dataclass(frozen=True)
class Timeline:
    """What ``programme/timeline.html`` shows."""

    view: View
    groupings: list[Chip]
    grouping: str
    head: SafeString
    headings: list[Heading]
    page: Page[Any] | None
    quarters: list[Quarter]
    sentence: str
    all_url: str
    crumb: str = "Planning"


def timeline_page(view: View, given: Mapping[str, str], today: date) -> Timeline:
    """Return the planning of the measures of a view.

    Args:
        view: the measures that are asked for.
        given: the query of the address: how to group, which page, or all for paper.
        today: the day that is drawn as today.
    """
    grouping = given.get(GROUPING, THEME)
    grouping = grouping if grouping in GROUPINGS else THEME
    programme, whole = view.programme, bool(given.get("alles"))
    term = Term(programme.first_year, programme.last_year, today)
    pairs = [
        (group.name, line)
        for group in grouped(view.lines, grouping, view.themes)
        for line in group.lines
    ]
    page = None if whole else Paginator(pairs, ON_A_PAGE).get_page(given.get("blad"))
    shown = pairs if page is None else list(page.object_list)
    url = measure_address(programme)
    return Timeline(
        view=view,
        groupings=_groupings(view, grouping),
        grouping=GROUPINGS[grouping],
        head=mark_safe(head_of(term)),
        headings=_headings(shown, term, url),
        page=page,
        quarters=_quarters(programme, _different(line for _, line in shown), today, url),
        sentence=_sentence(view.lines, today),
        all_url=_with(view, alles="1", groep=grouping) if page and page.has_other_pages() else "",
    )


def _groupings(view: View, chosen: str) -> list[Chip]:
    return [
        Chip(f"Per {name.lower()}", _with(view, groep=code), code == chosen)
        for code, name in GROUPINGS.items()
    ]


def _with(view: View, **more: str) -> str:
    parts = [view.asked.address, *(f"{name}={value}" for name, value in more.items())]
    return f"?{'&'.join(part for part in parts if part)}"


def _headings(pairs: Iterable[tuple[str, Line]], term: Term, url: str) -> list[Heading]:
    grid = grid_of(term)
    return [
        Heading(name, [_row(line, term, grid, url) for _, line in found])
        for name, found in groupby(pairs, key=lambda pair: pair[0])
    ]


def _row(line: Line, term: Term, grid: str, url: str) -> Row:
    bar = Planned(
        line.starts_on, line.ends_on, _done_until(line, term), tuple(one.day for one in line.marks)
    )
    return Row(
        line=line,
        url=url.format(line.key),
        who=line.owner or "Geen eigenaar",
        when=when(line),
        milestones=[_milestone(one) for one in line.marks],
        drawing=mark_safe(draw(bar, term, grid)),
    )


def _done_until(line: Line, term: Term) -> date | None:
    """Return up to where the bar is filled: what is not begun is not filled, however late it is."""
    if line.stand.status == Status.DONE:
        return line.ends_on or date(term.last_year, 12, 31)
    return term.today if line.stand.status != Status.PLANNED else None


def when(line: Line) -> str:
    """Return when a measure runs, in words."""
    if line.starts_on and line.ends_on:
        return f"{day(line.starts_on)} tot en met {day(line.ends_on)}"
    if line.starts_on:
        return f"vanaf {day(line.starts_on)}, zonder einde"
    return f"tot en met {day(line.ends_on)}" if line.ends_on else "niet gepland"


def _milestone(mark: Mark) -> str:
    reached = f" (bereikt op {day(date.fromisoformat(mark.reached))})" if mark.reached else ""
    return f"{day(mark.day)}: {mark.title}{reached}"


def _different(found: Iterable[Line]) -> list[Line]:
    return list({line.key: line for line in found}.values())


def _quarters(programme: Programme, found: Iterable[Line], today: date, url: str) -> list[Quarter]:
    happenings = sorted(
        (one for line in found for one in _happenings(line, url)),
        key=lambda one: (one.day, one.title),
    )
    by_quarter = {
        quarter: list(those)
        for quarter, those in groupby(happenings, key=lambda one: quarter_of(one.day))
    }
    # What falls outside the years of the programme is shown too, in its own quarter.
    names = sorted({*quarters(programme.first_year, programme.last_year), *by_quarter})
    return [
        Quarter(in_words(name).capitalize(), name == quarter_of(today), by_quarter.get(name, []))
        for name in names
    ]


def _happenings(line: Line, url: str) -> Iterator[Happening]:
    address = url.format(line.key)
    if line.starts_on:
        yield Happening(line.starts_on, "begint", line.title, address)
    for mark in line.marks:
        yield Happening(mark.day, f"mijlpaal: {mark.title}", line.title, address)
    if line.ends_on:
        yield Happening(line.ends_on, "loopt af", line.title, address)


def _sentence(found: list[Line], today: date) -> str:
    if not found:
        return "Er zijn geen maatregelen om te plannen."
    late = sum(_is_late(line, today) for line in found)
    unplanned = sum(not (line.starts_on and line.ends_on) for line in found)
    parts = []
    if late:
        parts.append(f"{late} {'had' if late == 1 else 'hadden'} al klaar moeten zijn")
    if unplanned:
        parts.append(f"{unplanned} {'heeft' if unplanned == 1 else 'hebben'} geen begin of einde")
    words = " en ".join(parts) or "alles heeft een begin en een einde, en niets is over tijd"
    return f"{words[0].upper()}{words[1:]}."


def _is_late(line: Line, today: date) -> bool:
    is_open = line.stand.status not in (Status.DONE, Status.STOPPED)
    return is_open and line.ends_on is not None and line.ends_on < today
