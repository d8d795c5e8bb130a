"""The table of the explorer: sorted as asked, a page at a time, each number with its way back."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from integraal.foundation.ui.tables import Column, Sorting, Table
from integraal.knowledge.figures.explorer.plain import COUNTING_WORDS
from integraal.knowledge.figures.explorer.presenters import wording
from integraal.knowledge.figures.explorer.rows import Row, RowId
from integraal.knowledge.figures.explorer.view import ExplorerView
from integraal.knowledge.indicators.definitions import Indicator

ON_A_PAGE = 25
USUAL_SORTING = "gebied"
# So many links to rows of one number are shown before only how many there are is told.
MOST_ORIGINS = 6


def columns_of(view: ExplorerView, indicator: Indicator) -> tuple[Column, ...]:
    """Return the columns that this view needs."""
    per = wording.per_words(indicator)
    rate = (
        Column(per.capitalize(), numeric=True, key="verhouding"),
        Column("Marge daarvan", numeric=True),
    )
    return (
        Column("Gebied", key="gebied"),
        *((Column("Telling"),) if has_older(view) else ()),
        Column("Periode", key="periode"),
        Column(indicator.unit.capitalize(), numeric=True, key="aantal"),
        Column("Marge (95\u00a0%)", numeric=True, short="Marge"),
        *(rate if per else ()),
        Column("Let op"),
        Column("Bron"),
        Column("Herkomst"),
    )


def has_older(view: ExplorerView) -> bool:
    """Whether an older counting is among the series, which then must be told apart."""
    return any(one.counting == "older" for one in view.series)


def sorted_rows(view: ExplorerView, sorting: Sorting) -> list[Row]:
    """Return all rows in the order asked; what has no number always comes last."""
    rows = list(view.rows)
    if sorting.key == "gebied":
        if sorting.descending:
            rows = [row for one in reversed(view.series) for row in one.rows]
        return rows
    if sorting.key == "periode":
        rows.sort(key=lambda row: row.period.months.start, reverse=sorting.descending)
        return rows
    number = _count if sorting.key == "aantal" else _rate
    known = [row for row in rows if number(row) is not None]
    known.sort(key=lambda row: number(row) or 0, reverse=sorting.descending)
    return known + [row for row in rows if number(row) is None]


def rows_table(view: ExplorerView, indicator: Indicator, rows: Sequence[Row]) -> Table:
    """Return the table of some of the rows."""
    columns = columns_of(view, indicator)
    return Table(
        caption=f"{indicator.name}: de cijfers",
        columns=columns,
        rows=tuple(_cells(view, indicator, row) for row in rows),
    )


def _cells(view: ExplorerView, indicator: Indicator, row: Row) -> tuple[Any, ...]:
    estimate = row.estimate
    rate = (wording.rate_words(row) or "geen", wording.rate_margin_words(row))
    return (
        row.place.name,
        *((COUNTING_WORDS[row.counting],) if has_older(view) else ()),
        row.period.label,
        wording.count_words(row),
        wording.margin_words(row) or "geen",
        *(rate if wording.per_words(indicator) else ()),
        wording.notes_words(row) or "-",
        wording.source_words(estimate) or "-",
        _origin(view, row),
    )


def _origin(view: ExplorerView, row: Row) -> SafeString | str:
    """Return the links from a number to the rows it stands in."""
    about = f" van {row.place.name}, {row.period.label}"
    if row.parts:
        query = urlencode(
            [
                ("cijfer", view.selection.indicator),
                *(("gebied", key) for key in row.parts),
                ("periode", view.selection.frequency),
            ]
        )
        return _link(f"{reverse('explorer')}?{query}", "delen", about)
    if not row.origins:
        return "-"
    if len(row.origins) == 1:
        return _link(_address(row.origins[0]), "herkomst", about)
    links = format_html_join(
        " ",
        '<a class="utrecht-link" href="{}"><span class="visually-hidden">herkomst{}, deel </span>'
        "{}</a>",
        (
            (_address(origin), about, number)
            for number, origin in enumerate(row.origins[:MOST_ORIGINS], start=1)
        ),
    )
    return format_html("delen {}", links)


def _link(url: str, words: str, about: str) -> SafeString:
    return format_html(
        '<a class="utrecht-link" href="{}">{}<span class="visually-hidden">{}</span></a>',
        url,
        words,
        about,
    )


def _address(origin: RowId) -> str:
    name = "figure-origin" if origin.kind == "own" else "reference-origin"
    return reverse(name, args=[origin.id])


def _count(row: Row) -> float | None:
    value = row.estimate.value if row.estimate else None
    return None if value is None else float(value)


def _rate(row: Row) -> float | None:
    return row.estimate.rate if row.estimate else None
