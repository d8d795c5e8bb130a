"""When one measure runs, as a bar over the years of its programme; the words stand beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from integraal.foundation.ui.charts.frame import label, line
from integraal.foundation.ui.charts.scales import Scale, place

WIDTH, HEIGHT = 224, 30
_LEFT, _RIGHT, _TOP, _BAR = 2.0, 222.0, 9, 12


@dataclass(frozen=True)
class PlanningBar:
    """A measure in its programme: from and to, its milestones, and until when it has come.

    ``starts_on`` or ``ends_on`` that is not known leaves that side of the bar open: without
    both there is no bar. ``passed_until`` is empty as long as nothing began.
    """

    first_year: int
    last_year: int
    today: date
    starts_on: date | None = None
    ends_on: date | None = None
    passed_until: date | None = None
    milestones: tuple[date, ...] = ()


def draw(spec: PlanningBar) -> str:
    """Return the SVG of one row; it is hidden from screen readers, which read the words."""
    x = _scale(spec.first_year, spec.last_year)
    parts = [_grid(spec.first_year, spec.last_year), *_bar(spec, x)]
    parts += [_milestone(x(_within(day, spec))) for day in spec.milestones]
    if spec.first_year <= spec.today.year <= spec.last_year:
        at = x(spec.today.toordinal())
        parts.append(line("g-now", at, 0, at, HEIGHT))
    return _svg(HEIGHT, parts)


def draw_years(first_year: int, last_year: int) -> str:
    """Return the SVG with the years above a column of bars."""
    x = _scale(first_year, last_year)
    years = range(first_year, last_year + 1)
    return _svg(
        16, [label("c-ax", x(date(year, 1, 1).toordinal()) + 2, 12, year) for year in years]
    )


def _svg(height: int, parts: list[str]) -> str:
    return (
        f'<svg class="ig-gantt" viewBox="0 0 {WIDTH} {height}" aria-hidden="true" '
        f'focusable="false">{"".join(parts)}</svg>'
    )


def _scale(first_year: int, last_year: int) -> Scale:
    first, last = date(first_year, 1, 1), date(last_year + 1, 1, 1)
    return Scale(first.toordinal(), last.toordinal(), _LEFT, _RIGHT)


@cache
def _grid(first_year: int, last_year: int) -> str:
    x = _scale(first_year, last_year)
    days = [
        date(year, month, 1) for year in range(first_year, last_year + 1) for month in (1, 4, 7, 10)
    ]
    lines = [(x(one.toordinal()), "g-year" if one.month == 1 else "g-q") for one in days]
    return "".join(line(css, at, 0, at, HEIGHT) for at, css in [*lines, (_RIGHT, "g-year")])


def _bar(spec: PlanningBar, x: Scale) -> list[str]:
    if spec.starts_on is None and spec.ends_on is None:
        return []
    begin = x(_within(spec.starts_on or date(spec.first_year, 1, 1), spec))
    end = max(x(_within(spec.ends_on or date(spec.last_year, 12, 31), spec, after=1)), begin + 3)
    parts = [_rect("g-bar", begin, end)]
    if spec.passed_until:
        until = min(x(_within(spec.passed_until, spec, after=1)), end)
        if until > begin:
            parts.append(_rect("g-done", begin, until))
    return parts


def _within(day: date, spec: PlanningBar, after: int = 0) -> int:
    first, last = date(spec.first_year, 1, 1), date(spec.last_year + 1, 1, 1)
    return min(max(day.toordinal() + after, first.toordinal()), last.toordinal())


def _rect(css: str, begin: float, end: float) -> str:
    return (
        f'<rect class="{css}" x="{place(begin)}" y="{_TOP}" width="{place(end - begin)}" '
        f'height="{_BAR}" rx="3"/>'
    )


def _milestone(at: float) -> str:
    return f'<path class="g-ms" d="M{place(at)} 9l6 6l-6 6l-6-6z"/>'
