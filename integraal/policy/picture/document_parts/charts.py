"""Charts of a theme on paper: course, months and map, each with its table and words."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from integraal.foundation.ui import components as ui
from integraal.foundation.ui.charts import area_map, course, months
from integraal.foundation.ui.charts.months import Month, Months
from integraal.foundation.ui.charts.printing import for_print
from integraal.foundation.ui.drawings import drawer_of
from integraal.foundation.ui.dutch import MONTHS, listed
from integraal.foundation.ui.tables import Table
from integraal.policy.picture.document_parts.key_figures import source_words
from integraal.policy.picture.document_parts.said import is_measured
from integraal.policy.picture.presenters import figures

Json = dict[str, Any]
Look = Mapping[str, str]
FEWEST_YEARS = 2
MOST_MONTHS = 15
MOST_BESIDE = 20
"""A table with more rows than this does not fit beside its map."""
_DRAWINGS = {course.Course: course, Months: months, area_map.AreaMap: area_map}


def course_of(telling: Sequence[Json], look: Look, *, narrow: bool) -> Json | None:
    """Return the course of the most telling figure that has one; its table lies on its side.

    narrow: whether it stands beside the months.
    """
    shown = next((one for one in telling if _has_course(one)), None)
    if shown is None:
        return None
    figure = figures.course(shown)
    return {
        **_chart(figure, look, narrow=narrow),
        "table": _on_its_side(_twin(figure), shown["short_name"]),
        "source": source_words(shown),
    }


def months_of(telling: Sequence[Json], look: Look) -> Json | None:
    """Return the months of the most telling figure that has them; its table lies on its side."""
    shown = next((one for one in telling if one.get("months")), None)
    if shown is None:
        return None
    figure = _months_figure(shown)
    # Which months are open is said in the source line, so it needs no row of its own.
    twin = _without_last_column(_twin(figure))
    return {**_chart(figure, look), "table": _on_its_side(twin, shown["short_name"])}


def map_of(
    telling: Sequence[Json], outlines: figures.Geometries, year: int, look: Look
) -> Json | None:
    """Return the map of the most telling figure by area, with the table that holds its counts."""
    shown = next((one for one in telling if _is_on_map(one, outlines)), None)
    if shown is None:
        return None
    figure = figures.area_map(shown, outlines, year)
    beside = len(shown["areas"]) <= MOST_BESIDE
    return {
        **_chart(figure, look, narrow=beside),
        "beside": beside,
        "table": _table(_twin(figure)),
        "code": shown["code"],
    }


def _has_course(one: Json) -> bool:
    years = one["years"]
    if len(years) < FEWEST_YEARS or years[-1]["value"] is None:
        return False
    return not is_measured(one["estimate"])


def _is_on_map(one: Json, outlines: figures.Geometries) -> bool:
    return any(area["id"] in outlines for area in one["areas"])


def _months_figure(one: Json) -> ui.Figure:
    shown = one["months"][-MOST_MONTHS:]
    first, last = shown[0], shown[-1]
    span = f"{_month_name(first)} tot en met {_month_name(last)}"
    return ui.Figure(
        uid=f"maanden-{one['code']}",
        title=f"{one['short_name']} per maand",
        subtitle=f"{one['name']}, {one['unit']} per maand, {span}",
        chart=Months(
            title=f"{one['name']} per maand, {span}",
            description="De tabel eronder noemt alle maanden.",
            months=tuple(_month(each) for each in shown),
            unit=one["unit"],
        ),
        source=" ".join([source_words(one), _open_months(shown)]).strip(),
    )


def _open_months(shown: Sequence[Json]) -> str:
    still_open = [_month_name(one) for one in shown if one.get("incomplete")]
    return f"Nog niet compleet: {listed(still_open)}." if still_open else ""


def _month(given: Json) -> Month:
    return Month(
        label=MONTHS[int(given["month"]) - 1][:3],
        year=int(given["year"]),
        value=_float(given.get("value")),
        usual=_float(given.get("usual")),
        complete=not given.get("incomplete", False),
    )


def _month_name(given: Json) -> str:
    return f"{MONTHS[int(given['month']) - 1]} {given['year']}"


def _float(value: str | None) -> float | None:
    return None if value is None else float(value)


def _chart(figure: ui.Figure, look: Look, *, narrow: bool = True) -> Json:
    kind = _DRAWINGS[type(figure.chart)]  # type: ignore[index]
    draw = kind.draw_narrow if narrow else kind.draw_wide  # type: ignore[attr-defined]
    brand = {"--ig-brand": look["brand"], "--ig-accent": look["accent"]}
    return {
        "title": figure.title,
        "subtitle": figure.subtitle,
        "svg": for_print(draw(figure.chart, figure.uid), brand),
        "alt": f"{figure.chart.title}. {figure.chart.description}",
        "legend": [
            {"text": item.text, "svg": for_print(_sample(item.sample), brand)}
            for item in drawer_of(figure.chart).legend(figure.chart)
        ],
        # On paper the template itself says that this is the source.
        "source": figure.source.removeprefix("Bron: "),
    }


def _twin(figure: ui.Figure) -> Table:
    return figure.twin or drawer_of(figure.chart).twin(figure.chart)  # type: ignore[misc]


def _sample(inside: str) -> str:
    return f'<svg viewBox="0 0 24 16">{inside}</svg>'


def _table(table: Table) -> Json:
    return {
        "head": [column.short or column.label for column in table.columns],
        "align": ["right" if column.numeric else "left" for column in table.columns],
        "rows": [[str(cell) for cell in row] for row in (*table.rows, *table.foot)],
    }


def _without_last_column(table: Table) -> Table:
    return replace(table, columns=table.columns[:-1], rows=tuple(row[:-1] for row in table.rows))


def _on_its_side(table: Table, name: str) -> Json:
    """Return a table with its rows as columns: fourteen years fit on a few lines."""
    columns = [column.short or column.label for column in table.columns]
    rows = [[str(cell) for cell in row] for row in (*table.rows, *table.foot)]
    return {
        "name": name,
        "head": [columns[0], *(row[0] for row in rows)],
        "rows": [
            [column, *(row[place] for row in rows)]
            for place, column in enumerate(columns[1:], start=1)
        ],
    }
