"""The years of a plan on one bar: how far it is, its programmes, its reports, today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from integraal.foundation.ui.charts.frame import (
    Size,
    circle,
    described_svg,
    label,
    line,
    wide_and_narrow,
)
from integraal.foundation.ui.charts.scales import ChartRefused, Scale, place
from integraal.foundation.ui.dutch import MONTHS


@dataclass(frozen=True)
class Span:
    """A programme inside the plan: first and last year, and a long and a short name."""

    first_year: int
    last_year: int
    name: str
    short_name: str


@dataclass(frozen=True)
class TermBar:
    """A plan from 1 January of first_year to 31 December of last_year, seen on a day."""

    title: str
    description: str
    first_year: int
    last_year: int
    today: date
    programmes: tuple[Span, ...] = ()
    reports: tuple[date, ...] = ()

    def __post_init__(self) -> None:
        if self.last_year < self.first_year:
            raise ChartRefused("Het laatste jaar van het plan ligt voor het eerste.")
        for span in self.programmes:
            if not self.first_year <= span.first_year <= span.last_year <= self.last_year:
                raise ChartRefused(f"{span.name} valt buiten de jaren van het plan.")


WIDE = Size(440, 104)
NARROW = Size(342, 104)


def _draw(spec: TermBar, uid: str, size: Size, short: bool) -> str:
    start = date(spec.first_year, 1, 1).toordinal()
    end = date(spec.last_year + 1, 1, 1).toordinal()
    x = Scale(start, end, 6, size.width - 6)

    def at(day: date) -> float:
        return x(min(max(day.toordinal(), start), end))

    now = at(spec.today)
    parts = [
        f'<rect class="y-seg" x="6" y="34" width="{place(size.width - 12)}" height="12" rx="6"/>'
    ]
    if now > 6:
        parts.append(
            f'<rect class="y-done" x="6" y="34" width="{place(now - 6)}" height="12" rx="6"/>'
        )
    for year in range(spec.first_year, spec.last_year + 1):
        begin, stop = at(date(year, 1, 1)), at(date(year + 1, 1, 1))
        parts.append(label("y-s", (begin + stop) / 2, 66, year, "middle"))
        if year > spec.first_year:
            parts.append(line("y-cut", begin, 34, begin, 46))
    parts += [circle("y-dot", at(day), 40, 5) for day in spec.reports]
    parts += _today(spec.today, now, size)
    for span in spec.programmes:
        begin, stop = (
            at(date(span.first_year, 1, 1)),
            at(date(span.last_year + 1, 1, 1)),
        )
        parts.append(
            f'<path class="y-span" d="M{place(begin)} 80v-4H{place(stop - 4)}v4"/>'
            + label("y-s", begin, 94, span.short_name if short else span.name)
        )
    return described_svg(parts, size, uid, spec.title, spec.description)


def _today(today: date, now: float, size: Size) -> list[str]:
    words = f"{today.day} {MONTHS[today.month - 1]}"
    half = len(words) * 3.6 + 6
    middle = min(max(now, half + 1), size.width - half - 1)
    return [
        line("y-now", now, 24, now, 52),
        (
            f'<path class="y-flag" d="M{place(middle - half)} 3h{place(2 * half)}v20'
            f'h-{place(2 * half)}z"/>'
        ),
        label("y-t", middle, 17, words, "middle"),
    ]


def draw_wide(spec: TermBar, uid: str) -> str:
    """Return the SVG for places wider than about 450 px."""
    return _draw(spec, f"{uid}w", WIDE, short=False)


def draw_narrow(spec: TermBar, uid: str) -> str:
    """Return the SVG for a phone, with the short names."""
    return _draw(spec, f"{uid}n", NARROW, short=True)


def draw(spec: TermBar, uid: str) -> str:
    """Return both forms in the wrapper that shows the one that fits."""
    return wide_and_narrow(draw_wide(spec, uid), draw_narrow(spec, uid))
