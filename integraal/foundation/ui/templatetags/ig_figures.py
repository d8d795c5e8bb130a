"""Figures, charts, findings, the agenda and the home loop."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe

from integraal.foundation.ui.charts import cycle_loop as loop_chart
from integraal.foundation.ui.charts import spark as spark_chart
from integraal.foundation.ui.charts import strip as strip_chart
from integraal.foundation.ui.charts import term_bar as term_chart
from integraal.foundation.ui.charts.area_map import AreaMap
from integraal.foundation.ui.charts.cycle_loop import CycleLoop
from integraal.foundation.ui.charts.funnel import Funnel
from integraal.foundation.ui.charts.spark import Spark
from integraal.foundation.ui.charts.strip import Strip
from integraal.foundation.ui.charts.term_bar import TermBar
from integraal.foundation.ui.components import (
    AgendaItem,
    Figure,
    Finding,
    KeyFigure,
    LoopStep,
)
from integraal.foundation.ui.drawings import drawer_of

register = template.Library()
COMPONENTS = "ui/components/"
_TWIN_CSS = {AreaMap: "t-map", Funnel: "t-facts"}


@register.simple_tag
def strip(spec: Strip) -> SafeString:
    """A value with its margin on one line."""
    return mark_safe(strip_chart.draw(spec))


@register.simple_tag
def spark(spec: Spark) -> SafeString:
    """A course in the size of a word."""
    return mark_safe(spark_chart.draw(spec))


@register.inclusion_tag(f"{COMPONENTS}key_figure.html")
def key_figure(figure: KeyFigure) -> dict[str, Any]:
    """One key figure."""
    return {"figure": figure}


@register.inclusion_tag(f"{COMPONENTS}key_figures.html")
def key_figures(figures: Iterable[KeyFigure]) -> dict[str, Any]:
    """Key figures beside each other."""
    return {"figures": figures}


@register.inclusion_tag(f"{COMPONENTS}finding.html")
def finding(given: Finding) -> dict[str, Any]:
    """One thing that stands out."""
    return {"finding": given}


@register.inclusion_tag(f"{COMPONENTS}figure.html")
def figure(given: Figure) -> dict[str, Any]:
    """A chart with title, legend, table twin and source."""
    drawer = drawer_of(given.chart)
    twin = given.twin or (drawer.twin(given.chart) if drawer.twin else None)
    chart = mark_safe(drawer.draw(given.chart, given.uid))
    return {
        "figure": given,
        "chart": chart,
        "legend": drawer.legend(given.chart),
        "twin": twin,
        "twin_css": _TWIN_CSS.get(type(given.chart), "t-years"),
    }


@register.inclusion_tag(f"{COMPONENTS}agenda.html")
def agenda(items: Iterable[AgendaItem]) -> dict[str, Any]:
    """What is due, late first."""
    return {"items": sorted(items, key=lambda item: (not item.late, item.day))}


@register.inclusion_tag(f"{COMPONENTS}cycle_loop.html")
def cycle_loop(
    loop: CycleLoop,
    steps: Iterable[LoopStep],
    title: str,
    say: str,
    term: TermBar | None = None,
    running_words: str = "",
    starting_words: str = "",
) -> dict[str, Any]:
    """The cycle on the home page: seven steps, two rounds, and the years of the plan."""
    line = mark_safe(loop_chart.draw(loop))
    bar = mark_safe(term_chart.draw(term, "plan")) if term else ""
    return {
        "loop_line": line,
        "steps": steps,
        "title": title,
        "say": say,
        "term": bar,
        "has_reports": bool(term and term.reports),
        "running_words": running_words,
        "starting_words": starting_words,
    }
