"""The trace by API: from a figure of a picture to its rows, and from a row to its uses."""

import uuid
from typing import Any

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Query, Router, Schema

from integraal.knowledge.figures import used_in
from integraal.knowledge.figures.explorer.origin import own_origin
from integraal.knowledge.figures.uses import Use
from integraal.policy.picture.queries import pictures
from integraal.policy.picture.trace.figure import NoSuchFigure, TracedFigure, traced_figure
from integraal.portal.api.keys import actor, with_scope
from integraal.portal.api.schemas import Invalid, Problem

picture_router = Router(tags=["Herkomst"])
figure_router = Router(tags=["Herkomst"])
REFUSALS = {403: Problem, 404: Problem, 422: Invalid}


class RowOut(Schema):
    """A row of a file that a figure was added up from, or divided by."""

    id: uuid.UUID
    what: str
    period: str
    shown: str
    snapshot: uuid.UUID
    file: str
    line: int
    is_denominator: bool
    is_revised: bool


class SentenceOut(Schema):
    """A sentence that holds the figure."""

    where: str
    sentence: str
    figure: str


class TracedOut(Schema):
    """A figure of a picture with everything it rests on; numbers are text, as they are shown."""

    indicator: str
    name: str
    theme: str
    year: int
    area: str | None
    figure: dict[str, Any]
    verdict: dict[str, Any] | None
    comparisons: list[dict[str, Any]]
    rows: list[RowOut]
    sentences: list[SentenceOut]
    is_revised: bool
    has_other_definition: bool


class UseOut(Schema):
    """A document that rests on a figure, and the sentences in which it stands."""

    document: uuid.UUID
    title: str
    version: int
    state: str
    sentences: list[SentenceOut]


@picture_router.get(
    "/{uuid:pk}/figures/{indicator}",
    response={200: TracedOut, **REFUSALS},
    auth=with_scope("picture:read"),
    operation_id="traceFigure",
)
def trace_figure(
    request: HttpRequest,
    pk: uuid.UUID,
    indicator: str,
    year: int | None = Query(None, ge=0, le=9999),
    area: int | None = Query(None, ge=0, le=9999),
) -> Any:
    """One figure of a picture with its margin, verdicts, rows and the sentences it stands in.

    ``area`` is a number on the map; without it the figure is of the whole municipality.
    """
    by = actor(request)
    picture = get_object_or_404(pictures(by), pk=pk)
    try:
        return _traced(traced_figure(by, picture, indicator, year, area))
    except NoSuchFigure as missing:
        raise Http404 from missing


@figure_router.get(
    "/{uuid:pk}/uses",
    response={200: list[UseOut], **REFUSALS},
    auth=with_scope("figures:read"),
    operation_id="listUses",
)
def list_uses(request: HttpRequest, pk: uuid.UUID) -> Any:
    """The pictures that rest on a stored figure, as far as the owner of the key may read them."""
    by = actor(request)
    origin = own_origin(by, pk)
    if origin is None:
        raise Http404
    return [_use(one) for one in used_in.of_number(by, origin)]


def _traced(traced: TracedFigure) -> dict[str, Any]:
    judged = traced.is_of_the_year and traced.area is None
    return {
        "indicator": traced.one["code"],
        "name": traced.one["name"],
        "theme": traced.theme[0],
        "year": traced.year,
        "area": traced.area["name"] if traced.area else None,
        "figure": traced.given,
        "verdict": traced.one["verdict"] if judged else None,
        "comparisons": traced.one.get("comparisons", []) if judged else [],
        "rows": [{"id": row.pk, **_without_key(vars(row))} for row in traced.rows],
        "sentences": [_sentence(one) for one in traced.mentions],
        "is_revised": traced.is_revised,
        "has_other_definition": traced.has_other_definition,
    }


def _without_key(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name != "pk"}


def _use(use: Use) -> dict[str, Any]:
    return {
        "document": use.document,
        "title": use.title,
        "version": use.version,
        "state": use.state,
        "sentences": [_sentence(one) for one in use.spots],
    }


def _sentence(one: Any) -> dict[str, str]:
    """Return a sentence; works for a mention in a picture and for a spot in any document."""
    return {
        "where": one.where,
        "sentence": f"{one.before}{one.figure}{one.after}",
        "figure": one.figure,
    }
