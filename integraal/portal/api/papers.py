"""Papers by API: an address for each, handing out the same files as the screen."""

import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Router

from integraal.foundation.audit.actors import Actor
from integraal.foundation.database.models import Tenant
from integraal.foundation.documents.papers import Made, Paper
from integraal.foundation.ui.downloads import file_answer
from integraal.portal.api.keys import actor, with_scope
from integraal.portal.api.schemas import Invalid, Problem

REFUSALS = {403: Problem, 404: Problem, 409: Problem, 422: Invalid}
MakeOf = Callable[[Paper, Actor, uuid.UUID, Tenant], Made]


@dataclass(frozen=True)
class Address:
    """Where a paper is: the end of its address, its name as an operation, and what it is."""

    paper: Paper
    path: str
    operation: str
    about: str


def answers_with(content_type: str, said: str) -> dict[str, Any]:
    """Return what the description of an operation says of the file it answers with."""
    kind = {content_type: {"schema": {"type": "string", "format": "binary"}}}
    return {"responses": {200: {"description": said, "content": kind}}}


def add_papers(
    router: Router, scope: str, addresses: Iterable[Address], make: MakeOf, said: str
) -> None:
    """Add an operation for each paper.

    Args:
        router: of the document.
        scope: what a key must have.
        addresses: in the order in which the description lists them.
        make: makes a paper of the document with this key, when the actor may read it.
        said: what the description says of the file.
    """
    for one in addresses:
        router.add_api_operation(
            f"/{{uuid:pk}}/{one.path}",
            ["GET"],
            _view(one.paper, make),
            auth=with_scope(scope),
            response=REFUSALS,
            operation_id=one.operation,
            description=one.about,
            openapi_extra=answers_with(one.paper.content_type, said),
        )


def _view(paper: Paper, make: MakeOf) -> Callable[..., HttpResponse]:
    def view(request: HttpRequest, pk: uuid.UUID) -> Any:
        by = actor(request)
        name, content = make(paper, by, pk, Tenant.objects.get(pk=by.tenant_id))
        return file_answer(name, content, paper.content_type)

    view.__name__ = f"read_{paper.code}"
    return view
