"""Figures and their provenance by API."""

import uuid
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from ninja import File, Form, Query, Router, Status
from ninja.files import UploadedFile

from integraal.knowledge.figures.access import check_load_figures, check_read_rows
from integraal.knowledge.figures.actions import load_figures
from integraal.knowledge.figures.definitions import indicator_by_measure, indicators
from integraal.knowledge.figures.forms import LARGEST
from integraal.knowledge.figures.models import Figure
from integraal.knowledge.figures.reading import read_file
from integraal.knowledge.indicators.definitions import Indicator
from integraal.knowledge.sources.problems import FileProblem
from integraal.portal.api.keys import actor, with_scope
from integraal.portal.api.schemas import FigurePage, Invalid, LoadedOut, Problem

router = Router(tags=["Cijfers"])
PAGE = 500
REFUSALS = {403: Problem, 404: Problem, 422: Invalid}


@router.get(
    "",
    response={200: FigurePage, **REFUSALS},
    auth=with_scope("figures:read"),
    operation_id="listFigures",
)
def list_figures(
    request: HttpRequest,
    indicator: str = Query("", max_length=60, pattern="^[a-z0-9-]*$"),
    measure: str = Query("", max_length=60, pattern="^[A-Za-z0-9:.-]*$"),
    area: str = Query("", max_length=36, pattern="^[A-Za-z0-9-]*$"),
    period: str = Query("", max_length=8, pattern="^[0-9A-Z]*$"),
    offset: int = Query(0, ge=0, le=1_000_000),
) -> Any:
    """The current figures, 500 at a time; a withheld figure has no value, and is not zero.

    ``indicator`` gives the figures of every measure that it adds; ``area`` is a CBS code or the
    identifier of an area.
    """
    check_read_rows(actor(request))
    found = _filtered(indicator, measure, area, period)
    count = found.count()
    rows = found.order_by("measure", "period", "area__name", "pk")[offset : offset + PAGE]
    counted = indicator_by_measure()
    return {
        "items": [_figure(row, counted) for row in rows],
        "count": count,
        "next_offset": offset + PAGE if offset + PAGE < count else None,
    }


@router.post(
    "/files",
    response={201: LoadedOut, 400: Problem, **REFUSALS},
    auth=with_scope("figures:write"),
    operation_id="loadFile",
)
def load_file(request: HttpRequest, file: File[UploadedFile], accessed_on: Form[date]) -> Any:
    """Load a file of StatLine: all or nothing; the same file twice changes nothing."""
    by = actor(request)
    check_load_figures(by)
    if (file.size or 0) > LARGEST:
        raise FileProblem(("Het bestand is groter dan 5 MB.",))
    reading = read_file(file.read(), file.name or "bestand.csv", accessed_on)
    loaded = load_figures(by=by, reading=reading)
    return Status(
        201,
        {
            "snapshot": loaded.snapshot.pk,
            "added": loaded.added,
            "revised": loaded.revised,
            "same": loaded.same,
        },
    )


def _filtered(indicator: str, measure: str, area: str, period: str) -> QuerySet[Figure]:
    found = Figure.objects.filter(is_current=True).select_related("area", "snapshot")
    found = found.defer("snapshot__content", "area__geometry")
    if indicator:
        one = indicators().get(indicator)
        found = found.filter(measure__in=one.measures if one else ())
    if measure:
        found = found.filter(measure=measure)
    if area:
        key = _identifier(area)
        found = found.filter(area_id=key) if key else found.filter(area__code=area)
    return found.filter(period=period) if period else found


def _identifier(text: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(text) if len(text) == 36 else None
    except ValueError:
        return None


def _figure(row: Figure, counted: dict[str, Indicator]) -> dict[str, Any]:
    only = counted.get(row.measure)
    return {
        "measure": row.measure,
        "indicator": only.code if only else None,
        "area": row.area.name,
        "area_id": row.area.pk,
        "area_code": row.area.code,
        "area_code_year": row.area.code_year,
        "period": row.period,
        "value": _number(row.value),
        "low": _number(row.low),
        "high": _number(row.high),
        "sample": row.sample,
        "status": row.status,
        "provisional": row.provisional,
        "incomplete": row.incomplete,
        "rounded_to": row.rounded_to,
        "source": row.snapshot.source,
        "snapshot_sha256": row.snapshot.sha256,
        "line": row.line,
    }


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
