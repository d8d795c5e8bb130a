"""Figures and their provenance by API."""

from datetime import date
from typing import Any

from django.http import HttpRequest
from ninja import File, Form, Query, Router, Status
from ninja.files import UploadedFile

from integraal.knowledge.figures.access import check_load_figures, check_read_rows
from integraal.knowledge.figures.actions import load_figures
from integraal.knowledge.figures.forms import LARGEST
from integraal.knowledge.figures.models import Figure
from integraal.knowledge.figures.reading import read_file
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
    period: str = Query("", max_length=8, pattern="^[0-9A-Z]*$"),
    offset: int = Query(0, ge=0, le=1_000_000),
) -> Any:
    """The current figures, 500 at a time; a withheld figure has no value, and is not zero."""
    check_read_rows(actor(request))
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
