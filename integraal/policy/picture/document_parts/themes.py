"""A theme as it is printed: key figures, course and map with their tables, text and caveats."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from integraal.foundation.ui import components as ui
from integraal.foundation.ui.charts import area_map, course
from integraal.foundation.ui.charts.printing import for_print
from integraal.foundation.ui.drawings import drawer_of
from integraal.foundation.ui.dutch import day
from integraal.foundation.ui.tables import Table
from integraal.policy.picture.parts import STORY
from integraal.policy.picture.presenters import figures
from integraal.policy.picture.presenters.theme_figures import geometries
from integraal.policy.picture.presenters.theme_page import lead_of
from integraal.policy.picture.texts_content import text_in

Json = dict[str, Any]
MOST_IN_A_ROW = 3
"""With one row of key figures there is room for a course over the whole width."""
MOST_BESIDE = 20
"""A table with more rows than this does not fit beside its drawing."""


def outlines_of(content: Json) -> figures.Geometries:
    """Return the outlines of every area of the picture; one query."""
    ids = {a["id"] for t in content["themes"] for one in t["indicators"] for a in one["areas"]}
    return geometries(sorted(ids))


def theme_part(
    theme: Json, year: int, outlines: figures.Geometries, look: Mapping[str, str]
) -> Json:
    """Return what the template prints of one theme.

    Args:
        theme: as in the content of the picture.
        year: of the picture.
        outlines: geometry by area; areas without one are only in the table.
        look: the municipality's colours: brand and accent.
    """
    key_figures = [_key_figure(one) for one in theme["indicators"]]
    return {
        "title": theme["name"],
        "lead": lead_of(theme),
        **_with_one_source(key_figures),
        "charts": _charts(theme, year, outlines, look),
        "text": text_in(theme["passages"], STORY.code),
        "text_by": _writer(theme["passages"][STORY.code])
        if STORY.code in theme["passages"]
        else "",
        "caveats": caveats_of(theme["indicators"]),
    }


def badge_of(verdict: ui.Verdict) -> Json:
    """Return a badge as the template draws it."""
    return {
        "kind": verdict.kind,
        "direction": verdict.direction or "none",
        "label": verdict.text,
    }


def caveats_of(indicators: Iterable[Json]) -> list[str]:
    """Return what to mind with these figures, each once."""
    return list(dict.fromkeys(caveat for one in indicators for caveat in one["caveats"]))


def _writer(text: Json | None) -> str:
    return "" if text is None else f"{text['by']}, {day(date.fromisoformat(text['on']))}"


def _without_label(source: str) -> str:
    """Return the source alone: on paper the template itself says that it is one."""
    return source.removeprefix("Bron: ")


def _key_figure(one: Json) -> Json:
    shown = figures.key_figure(one)
    strip = shown.strip
    return {
        "title": shown.name,
        "value": shown.value,
        "rate": shown.rate,
        "interval": shown.margin.removeprefix("95\u00a0%-marge: "),
        "period": one["estimate"]["period"][:4],
        "strip": strip
        and {
            "low": strip.low,
            "high": strip.high,
            "value": strip.value,
            "reference": strip.before,
            "max": max(strip.high, strip.before or 0) * 1.1,
        },
        "verdict": badge_of(shown.verdict),
        "sentence": shown.say,
        "source": _without_label(shown.source),
    }


def _with_one_source(key_figures: list[Json]) -> Json:
    """Return the figures with the source they share named once, when there is only one."""
    named = {one["source"] for one in key_figures}
    if len(key_figures) < 2 or len(named) > 1:
        return {"figures": key_figures, "figures_source": ""}
    alone = [{**one, "source": ""} for one in key_figures]
    return {"figures": alone, "figures_source": named.pop()}


def _charts(
    theme: Json, year: int, outlines: figures.Geometries, look: Mapping[str, str]
) -> list[Json]:
    indicators = theme["indicators"]
    shown = next((one for one in indicators if one["areas"]), None) or next(iter(indicators), None)
    if shown is None:
        return []
    charts = [_chart(figures.course(shown), look, beside=len(indicators) > MOST_IN_A_ROW)]
    if any(area["id"] in outlines for area in shown["areas"]):
        beside = len(shown["areas"]) <= MOST_BESIDE
        charts.append(_chart(figures.area_map(shown, outlines, year), look, beside=beside))
    return charts


def _chart(figure: ui.Figure, look: Mapping[str, str], *, beside: bool) -> Json:
    kind = course if isinstance(figure.chart, course.Course) else area_map
    draw = kind.draw_narrow if beside else kind.draw_wide
    brand = {"--ig-brand": look["brand"], "--ig-accent": look["accent"]}
    twin = figure.twin or drawer_of(figure.chart).twin(figure.chart)  # type: ignore[misc]
    return {
        "title": figure.title,
        "subtitle": figure.subtitle,
        "svg": for_print(draw(figure.chart, figure.uid), brand),  # type: ignore[arg-type]
        "alt": f"{figure.chart.title}. {figure.chart.description}",
        "legend": [
            {"text": item.text, "svg": for_print(_sample(item.sample), brand)}
            for item in drawer_of(figure.chart).legend(figure.chart)
        ],
        "beside": beside,
        "table": _table(twin),
        "source": _without_label(figure.source),
    }


def _sample(inside: str) -> str:
    return f'<svg viewBox="0 0 24 16">{inside}</svg>'


def _table(table: Table) -> Json:
    return {
        "head": [column.short or column.label for column in table.columns],
        "align": ["right" if column.numeric else "left" for column in table.columns],
        "rows": [[str(cell) for cell in row] for row in (*table.rows, *table.foot)],
    }
