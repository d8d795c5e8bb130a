"""The papers of a safety picture by API: the same files as the screen hands out."""

import uuid
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Router

from integraal.foundation.database.models import Tenant
from integraal.policy.picture.papers.choosing import PAPERS, paper_of
from integraal.policy.picture.queries import pictures
from integraal.portal.api.keys import actor, with_scope
from integraal.portal.api.schemas import Invalid, Problem

router = Router(tags=["Veiligheidsbeeld"])
READ = with_scope("picture:read")
REFUSALS = {403: Problem, 404: Problem, 409: Problem, 422: Invalid}


def _gives(code: str) -> dict[str, Any]:
    kind = {PAPERS[code].content_type: {"schema": {"type": "string", "format": "binary"}}}
    said = "The file itself; of an adopted picture always the same bytes."
    return {"responses": {200: {"description": said, "content": kind}}}


@router.get(
    "/{uuid:pk}/pdf",
    response=REFUSALS,
    auth=READ,
    operation_id="readPicturePdf",
    openapi_extra=_gives("pdf"),
)
def read_pdf(request: HttpRequest, pk: uuid.UUID) -> Any:
    """The picture as PDF/UA."""
    return _file(request, pk, "pdf")


@router.get(
    "/{uuid:pk}/word",
    response=REFUSALS,
    auth=READ,
    operation_id="readPictureWord",
    openapi_extra=_gives("word"),
)
def read_word(request: HttpRequest, pk: uuid.UUID) -> Any:
    """The picture in Word, from the template of the municipality."""
    return _file(request, pk, "word")


@router.get(
    "/{uuid:pk}/excel",
    response=REFUSALS,
    auth=READ,
    operation_id="readPictureExcel",
    openapi_extra=_gives("excel"),
)
def read_excel(request: HttpRequest, pk: uuid.UUID) -> Any:
    """All figures of the picture with their metadata, and its texts."""
    return _file(request, pk, "excel")


@router.get(
    "/{uuid:pk}/infographic",
    response=REFUSALS,
    auth=READ,
    operation_id="readPictureInfographic",
    openapi_extra=_gives("infographic"),
)
def read_infographic(request: HttpRequest, pk: uuid.UUID) -> Any:
    """The picture on one page, as PDF/UA."""
    return _file(request, pk, "infographic")


def _file(request: HttpRequest, pk: uuid.UUID, code: str) -> HttpResponse:
    by = actor(request)
    picture = get_object_or_404(pictures(by), pk=pk)
    tenant = Tenant.objects.get(pk=by.tenant_id)
    paper, name, content = paper_of(code, by=by, picture=picture, tenant=tenant)
    response = HttpResponse(content, content_type=paper.content_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
