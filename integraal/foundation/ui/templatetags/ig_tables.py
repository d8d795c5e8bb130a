"""Tables to read, lists to sort, pages of results."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django import template
from django.template import Context
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString

from integraal.foundation.ui.charts.strip import Strip
from integraal.foundation.ui.components import Verdict
from integraal.foundation.ui.tables import Column, Sorting, Table
from integraal.foundation.ui.templatetags.ig_figures import strip
from integraal.foundation.ui.templatetags.ig_small import verdict

register = template.Library()
COMPONENTS = "ui/components/"


@register.simple_tag
def table_rows(rows: tuple[tuple[Any, ...], ...], columns: tuple[Column, ...]) -> SafeString:
    """Show rows of a table; the first cell names the row, unless it is empty.

    Not a template: a page has thousands of cells, and one in a template takes ten times as long.
    """
    heads = [
        (' class="n"' if column.numeric else "", conditional_escape(column.short or column.label))
        for column in columns
    ]
    return SafeString("".join(_row(row, heads) for row in rows))


def _row(row: tuple[Any, ...], heads: list[tuple[str, str]]) -> str:
    cells = [
        f'<td role="cell"{css} data-l="{label}">{_cell(cell)}</td>'
        for cell, (css, label) in zip(row, heads, strict=True)
    ]
    if row[0] != "":
        cells[0] = f'<th role="rowheader" scope="row"{heads[0][0]}>{_cell(row[0])}</th>'
    return f'<tr role="row">{"".join(cells)}</tr>\n'


def _cell(cell: Any) -> str:
    """A Verdict or a Strip as such, anything else as escaped text."""
    if isinstance(cell, Verdict):
        return conditional_escape(verdict(cell))
    return conditional_escape(strip(cell) if isinstance(cell, Strip) else cell)


@register.inclusion_tag(f"{COMPONENTS}plain_table.html")
def plain_table(table: Table, css: str = "") -> dict[str, Any]:
    """A table to read. css: "t-cards" for cards on a phone, "t-map" beside a map."""
    return {"table": table, "css": css}


@register.inclusion_tag(f"{COMPONENTS}list_table.html", takes_context=True)
def list_table(
    context: Context, table: Table, sorting: Sorting, count_words: str = ""
) -> dict[str, Any]:
    """A list that sorts by its headings (?sorteer=) and keeps the rest of the address."""
    kept = _kept_query(context, without=("sorteer", "blad"))
    return {
        "table": table,
        "count_words": count_words,
        "headings": [_heading(column, sorting, kept) for column in table.columns],
    }


def _heading(column: Column, sorting: Sorting, kept: str) -> dict[str, Any]:
    if not column.key:
        return {"column": column}
    is_current = column.key == sorting.key
    asked = f"-{column.key}" if is_current and not sorting.descending else column.key
    order = "descending" if sorting.descending else "ascending"
    return {
        "column": column,
        "url": f"?{kept}{urlencode({'sorteer': asked})}",
        "aria_sort": order if is_current else "none",
        "icon": "up" if is_current and not sorting.descending else "expand",
        "deed": "aflopend sorteren" if asked.startswith("-") else "oplopend sorteren",
    }


@register.inclusion_tag(f"{COMPONENTS}pagination.html", takes_context=True)
def pagination(context: Context, page: Any) -> dict[str, Any]:
    """Links to the pages of a Django Page (?blad=), keeping the rest of the address."""
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return {"page": page, "numbers": numbers, "kept": _kept_query(context, without=("blad",))}


def _kept_query(context: Context, without: tuple[str, ...]) -> str:
    request = context.get("request")
    if request is None:
        return ""
    asked = request.GET.copy()
    for name in without:
        asked.pop(name, None)
    return f"{asked.urlencode()}&" if asked else ""
