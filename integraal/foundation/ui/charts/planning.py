"""One measure as a bar over the quarters of its programme, with milestones and today.

The drawing repeats what the row it stands in says in words, so a screen reader passes it by.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from integraal.foundation.ui.charts.frame import label, line
from integraal.foundation.ui.charts.scales import ChartRefused, Scale, place

WIDTH = 560
HEIGHT = 30
_MIDDLE = HEIGHT / 2
_EDGE = 8


@dataclass(frozen=True)
class Term:
    """The years that the bars run over, and the day they are seen on."""

    first_year: int
    last_year: int
    today: date

    def __post_init__(self) -> None:
        if self.last_year < self.first_year:
            raise ChartRefused("Het laatste jaar van de planning ligt voor het eerste.")

    def at(self, day: date) -> float:
        """Return the place of a day; what lies outside the years stands at their edge."""
        start = date(self.first_year, 1, 1).toordinal()
        end = date(self.last_year + 1, 1, 1).toordinal()
        return Scale(start, end, _EDGE, WIDTH - _EDGE)(min(max(day.toordinal(), start), end))

    @property
    def quarters(self) -> list[date]:
        """The first day of every quarter, and the day after the last."""
        years = range(self.first_year, self.last_year + 1)
        days = [date(year, month, 1) for year in years for month in (1, 4, 7, 10)]
        return [*days, date(self.last_year + 1, 1, 1)]


@dataclass(frozen=True)
class Planned:
    """A bar. done_until: up to where it is filled, ``None`` for nowhere; milestones: their days."""

    starts_on: date | None
    ends_on: date | None
    done_until: date | None = None
    milestones: tuple[date, ...] = ()


def draw(bar: Planned, term: Term, grid: str) -> str:
    """Return the drawing of one row.

    Args:
        bar: without a begin or an end it is open at that side; without both there is none.
        term: the years.
        grid: what ``grid_of`` made of the same years, once for all rows.
    """
    parts = [grid]
    if bar.starts_on or bar.ends_on:
        parts += _bar(bar, term)
    now = term.at(term.today)
    if term.first_year <= term.today.year <= term.last_year:
        parts.append(line("g-now", now, 2, now, HEIGHT - 2))
    parts += [_diamond(term.at(day)) for day in bar.milestones]
    return _svg("".join(parts))


def grid_of(term: Term) -> str:
    """Return the lines of the quarters; those of a year are darker."""
    return "".join(
        line("g-year" if day.month == 1 else "g-q", term.at(day), 4, term.at(day), HEIGHT - 4)
        for day in term.quarters
    )


def head_of(term: Term) -> str:
    """Return the heading above the bars: years, and the numbers of the quarters below them."""
    parts = []
    for day in term.quarters[:-1]:
        x = term.at(day)
        if day.month == 1:
            parts.append(label("c-ax c-ax--now", x, 12, day.year))
        middle = (x + term.at(_next(day))) / 2
        parts.append(label("y-s", middle, 28, f"{(day.month + 2) // 3}e", "middle"))
    return _svg("".join(parts))


def _bar(bar: Planned, term: Term) -> list[str]:
    start = term.at(bar.starts_on or term.quarters[0])
    end = term.at(bar.ends_on or term.quarters[-1])
    is_open = not (bar.starts_on and bar.ends_on)
    parts = [_rectangle("g-bar g-open" if is_open else "g-bar", start, end)]
    if bar.done_until:
        filled = min(max(term.at(bar.done_until), start), end)
        parts.append(_rectangle("g-done", start, filled))
    return parts


def _rectangle(css: str, start: float, end: float) -> str:
    return (
        f'<rect class="{css}" x="{place(start)}" y="{place(_MIDDLE - 5)}" '
        f'width="{place(max(end - start, 2))}" height="10" rx="2"/>'
    )


def _diamond(x: float) -> str:
    return f'<path class="g-ms" d="M{place(x)} {place(_MIDDLE - 6)}l6 6-6 6-6-6z"/>'


def _next(day: date) -> date:
    return date(day.year + 1, 1, 1) if day.month == 10 else date(day.year, day.month + 3, 1)


def _svg(inside: str) -> str:
    return (
        f'<svg class="ig-gantt ig-gantt--wide" viewBox="0 0 {WIDTH} {HEIGHT}" aria-hidden="true" '
        f'focusable="false">{inside}</svg>'
    )
