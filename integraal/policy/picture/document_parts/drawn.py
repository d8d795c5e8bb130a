"""Charts of a theme on paper: course, months and map, each with its table and words."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from integraal.foundation.ui import components as ui
from integraal.foundation.ui.charts import area_map, course, months
from integraal.foundation.ui.charts.months import Months
from integraal.foundation.ui.charts.printing import for_print
from integraal.foundation.ui.drawings import drawer_of
from integraal.foundation.ui.tables import Table
from integraal.policy.picture.document_parts.key_figures import source_words
from integraal.policy.picture.document_parts.said import is_measured
from integraal.policy.picture.presenters import figures
from integraal.policy.picture.presenters.months import months_figure

Json = dict[str, Any]
Look = Mapping[str, str]
FEWEST_YEARS = 2
MOST_MONTHS = 14
OPEN_MONTHS = ("Compleet",)
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
    figure = months_figure({**shown, "months": shown["months"][-MOST_MONTHS:]}) if shown else None
    if shown is None or figure is None:
        return None
    # Which months are open is said in the source line, so it needs no row of its own.
    twin = _without_columns(_twin(figure), OPEN_MONTHS)
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


def _without_columns(table: Table, labels: Collection[str]) -> Table:
    """Return a table without the columns of those labels."""
    kept = [place for place, one in enumerate(table.columns) if one.label not in labels]
    return replace(
        table,
        columns=tuple(table.columns[place] for place in kept),
        rows=tuple(tuple(row[place] for place in kept) for row in table.rows),
    )


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
