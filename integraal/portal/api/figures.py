"""Figures and their provenance by API."""

from typing import Any

from django.http import HttpRequest
from ninja import Query, Router

from integraal.knowledge.figures.models import Figure
from integraal.portal.api.keys import with_scope
from integraal.portal.api.schemas import FigurePage, Problem

router = Router(tags=["Cijfers"])
PAGE = 500
REFUSALS = {403: Problem, 404: Problem}


@router.get(
    "",
    response={200: FigurePage, **REFUSALS},
    auth=with_scope("figures:read"),
    operation_id="listFigures",
)
def list_figures(
    request: HttpRequest,
    indicator: str = Query("", max_length=60, pattern="^[a-z0-9-]*$"),
    period: str = Query("", max_length=8, pattern="^[0-9A-Z]*$"),
    offset: int = Query(0, ge=0, le=1_000_000),
) -> Any:
    """The current figures, 500 at a time; a withheld figure has no value, and is not zero."""
    found = Figure.objects.filter(is_current=True).select_related("area", "snapshot")
    found = found.defer("snapshot__content")
    if indicator:
        found = found.filter(indicator=indicator)
    if period:
        found = found.filter(period=period)
    count = found.count()
    rows = found.order_by("indicator", "period", "area__name", "pk")[offset : offset + PAGE]
    return {
        "items": [_figure(row) for row in rows],
        "count": count,
        "next_offset": offset + PAGE if offset + PAGE < count else None,
    }


def _figure(row: Figure) -> dict[str, Any]:
    return {
        "indicator": row.indicator,
        "area": row.area.name,
        "area_code": row.area.code,
        "period": row.period,
        "value": row.value,
        "status": row.status,
        "provisional": row.provisional,
        "rounded_to": row.rounded_to,
        "snapshot_sha256": row.snapshot.sha256,
        "line": row.line,
    }
