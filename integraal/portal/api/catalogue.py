"""Indicators and sources by API: what figures mean, and how fresh they are."""

from typing import Any

from django.http import Http404, HttpRequest
from ninja import Path, Router

from integraal.knowledge.figures.catalogue.queries import (
    SourceState,
    newest_of,
    newest_periods,
    source_states,
    vintages,
)
from integraal.knowledge.figures.catalogue.searching import classes_of
from integraal.knowledge.figures.definitions import class_lists, indicators, sources
from integraal.knowledge.indicators.definitions import Indicator
from integraal.knowledge.indicators.periods import Period
from integraal.portal.api.keys import actor, with_scope
from integraal.portal.api.schemas import IndicatorOut, Invalid, Problem, SourceOut, VintageOut

indicator_router = Router(tags=["Catalogus"])
source_router = Router(tags=["Catalogus"])
READ = with_scope("figures:read")
REFUSALS = {403: Problem, 404: Problem, 422: Invalid}
CODE = Path(..., max_length=60, pattern="^[a-z0-9-]+$")


@indicator_router.get(
    "", response={200: list[IndicatorOut], 403: Problem}, auth=READ, operation_id="listIndicators"
)
def list_indicators(request: HttpRequest) -> Any:
    """All indicators as they hold for this municipality, its own ones included."""
    actor(request)
    newest = newest_periods()
    return [_indicator(one, newest) for one in indicators().values()]


@indicator_router.get(
    "/{code}",
    response={200: IndicatorOut, **REFUSALS},
    auth=READ,
    operation_id="readIndicator",
)
def read_indicator(request: HttpRequest, code: str = CODE) -> Any:
    """One indicator: what it counts, how, and what to mind."""
    actor(request)
    one = indicators().get(code)
    if one is None:
        raise Http404
    return _indicator(one, newest_periods())


@source_router.get(
    "", response={200: list[SourceOut], 403: Problem}, auth=READ, operation_id="listSources"
)
def list_sources(request: HttpRequest) -> Any:
    """All sources with how fresh they are here."""
    actor(request)
    return [_source(one) for one in source_states()]


@source_router.get(
    "/{code}/vintages",
    response={200: list[VintageOut], **REFUSALS},
    auth=READ,
    operation_id="listVintages",
)
def list_vintages(request: HttpRequest, code: str = CODE) -> Any:
    """Every time the national table of a source was fetched, newest first."""
    actor(request)
    if code not in sources():
        raise Http404
    return vintages(code)


def _indicator(one: Indicator, newest: dict[str, Period]) -> dict[str, Any]:
    older, period = one.numerator.older, newest_of(one, newest)
    return {
        "code": one.code,
        "name": one.name,
        "short_name": one.short_name,
        "theme": one.theme,
        "field": one.field,
        "kind": one.kind,
        "measures": list(one.measures),
        "classes": [
            {"code": each.code, "label": each.label, "incidents": list(each.incidents)}
            for each in classes_of(one, class_lists())
        ],
        "older_measures": list(one.older_measures),
        "older_fit": older.fit if older else None,
        "denominator": one.denominator,
        "unit": one.unit,
        "per": one.per,
        "aim": one.aim,
        "why_it_matters": one.why_it_matters,
        "caveats": list(one.caveats),
        "breaks": [{"period": each.period.code, "text": each.text} for each in one.breaks],
        "baseline_excludes": list(one.baseline_excludes),
        "newest_period": period.code if period else None,
        "version": one.version,
        "status": one.status,
    }


def _source(one: SourceState) -> dict[str, Any]:
    source = one.source
    return {
        "code": source.code,
        "publisher": source.publisher,
        "table": source.table,
        "title": source.title,
        "url": source.url,
        "licence": source.licence,
        "credit": source.credit,
        "class_list": source.list,
        "levels": list(source.levels),
        "frequency": list(source.frequency),
        "rounded_to": source.rounded_to,
        "incomplete_months": source.incomplete_months,
        "caveats": list(source.caveats),
        "withheld": [
            {"classes": list(rule.classes), "levels": list(rule.levels), "reason": rule.reason}
            for rule in source.withheld
        ],
        "fetched_on": one.fetched,
        "freshness": one.state,
        "newest_period": one.last_period.code if one.last_period else None,
    }
