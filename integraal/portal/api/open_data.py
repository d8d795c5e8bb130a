"""Open data by API: the description and the files, as the screen makes them."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from ninja import Path, Router

from integraal.knowledge.figures.open_data.actions import NoSuchFile, make_open_data
from integraal.portal.api.keys import actor, with_scope
from integraal.portal.api.schemas import Invalid, Problem

router = Router(tags=["Open data"])
READ = with_scope("figures:read")


def _gives(kind: str, schema: dict[str, str]) -> dict[str, Any]:
    said = "The file itself, with its own kind of content."
    return {"responses": {200: {"description": said, "content": {kind: {"schema": schema}}}}}


@router.get(
    "",
    response={403: Problem},
    auth=READ,
    operation_id="readOpenDataCatalog",
    openapi_extra=_gives("application/ld+json", {"type": "object"}),
)
def read_catalog(request: HttpRequest) -> Any:
    """The open data of this municipality, described after DCAT-AP-NL 3.0; making it is recorded."""
    made = make_open_data(by=actor(request))
    return HttpResponse(made.catalog_text, content_type="application/ld+json")


@router.get(
    "/{name}",
    response={403: Problem, 404: Problem, 422: Invalid},
    auth=READ,
    operation_id="readOpenDataFile",
    openapi_extra=_gives("text/csv", {"type": "string"}),
)
def read_open_data_file(
    request: HttpRequest, name: str = Path(..., max_length=70, pattern=r"^[a-z0-9-]+\.csv$")
) -> Any:
    """One file of the open data, small counts hidden; making it is recorded."""
    try:
        file = make_open_data(by=actor(request), name=name).file(name)
    except NoSuchFile as missing:
        raise Http404 from missing
    assert file is not None, "a name that ends in .csv is that of a file"
    return HttpResponse(file.content, content_type="text/csv; charset=utf-8")
