"""Criteria and themes of a session by API."""

import uuid
from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Router, Status

from integraal.policy.priorities.models import Candidate, Criterion
from integraal.policy.priorities.preparing import actions
from integraal.portal.api.keys import actor
from integraal.portal.api.prioritising_schemas import (
    CandidateIn,
    CandidateOut,
    CriterionIn,
    CriterionOut,
    Place,
)
from integraal.portal.api.session_lookup import READ, REFUSALS, WRITE, kept, session_of

router = Router(tags=["Prioriteiten"])
CRITERIA, THEMES = "/{uuid:pk}/criteria", "/{uuid:pk}/themes"
ONE_CRITERION, ONE_THEME = f"{CRITERIA}/{{uuid:row_id}}", f"{THEMES}/{{uuid:row_id}}"


@router.get(
    CRITERIA,
    response={200: list[CriterionOut], **REFUSALS},
    auth=READ,
    operation_id="listCriteria",
)
def list_criteria(request: HttpRequest, pk: uuid.UUID) -> Any:
    """What the themes are weighed by, in order."""
    return list(Criterion.objects.filter(session=session_of(request, pk)))


@router.post(
    CRITERIA, response={201: CriterionOut, **REFUSALS}, auth=WRITE, operation_id="addCriterion"
)
def add_criterion(request: HttpRequest, pk: uuid.UUID, given: CriterionIn) -> Any:
    """Add a criterion, as long as no round was opened."""
    values = {name: kept(one) for name, one in given.dict().items()}
    session = session_of(request, pk)
    return Status(201, actions.add_criterion(by=actor(request), session=session, **values))


@router.put(
    ONE_CRITERION,
    response={200: CriterionOut, **REFUSALS},
    auth=WRITE,
    operation_id="changeCriterion",
)
def change_criterion(
    request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID, given: CriterionIn
) -> Any:
    """Give a criterion another name or question; its code stays."""
    return actions.change_criterion(
        by=actor(request),
        criterion=_row(request, pk, row_id, Criterion),
        name=kept(given.name),
        question=kept(given.question),
    )


@router.post(
    f"{ONE_CRITERION}/move", response={204: None, **REFUSALS}, auth=WRITE,
    operation_id="moveCriterion",
)  # fmt: skip
def move_criterion(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID, given: Place) -> Any:
    """Move a criterion one place up or down."""
    row = _row(request, pk, row_id, Criterion)
    actions.move_row(by=actor(request), row=row, up=given.up)
    return Status(204, None)


@router.delete(
    ONE_CRITERION, response={204: None, **REFUSALS}, auth=WRITE, operation_id="removeCriterion"
)
def remove_criterion(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID) -> Any:
    """Take a criterion out."""
    actions.remove_row(by=actor(request), row=_row(request, pk, row_id, Criterion))
    return Status(204, None)


@router.get(
    THEMES, response={200: list[CandidateOut], **REFUSALS}, auth=READ, operation_id="listWeighed"
)
def list_themes(request: HttpRequest, pk: uuid.UUID) -> Any:
    """The themes that are weighed, in order."""
    return list(Candidate.objects.filter(session=session_of(request, pk)))


@router.post(
    THEMES, response={201: CandidateOut, **REFUSALS}, auth=WRITE, operation_id="addWeighed"
)
def add_theme(request: HttpRequest, pk: uuid.UUID, given: CandidateIn) -> Any:
    """Add a theme of the session's own, as long as no round was opened."""
    values = {name: kept(one) for name, one in given.dict().items()}
    session = session_of(request, pk)
    return Status(201, actions.add_candidate(by=actor(request), session=session, **values))


@router.put(
    ONE_THEME, response={200: CandidateOut, **REFUSALS}, auth=WRITE, operation_id="changeWeighed"
)
def change_theme(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID, given: CandidateIn) -> Any:
    """Give a theme another name in this session."""
    return actions.change_candidate(
        by=actor(request),
        candidate=_row(request, pk, row_id, Candidate),
        name=kept(given.name),
        short_name=kept(given.short_name),
    )


@router.post(
    f"{ONE_THEME}/move", response={204: None, **REFUSALS}, auth=WRITE, operation_id="moveWeighed"
)
def move_theme(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID, given: Place) -> Any:
    """Move a theme one place up or down."""
    row = _row(request, pk, row_id, Candidate)
    actions.move_row(by=actor(request), row=row, up=given.up)
    return Status(204, None)


@router.delete(
    ONE_THEME, response={204: None, **REFUSALS}, auth=WRITE, operation_id="removeWeighed"
)
def remove_theme(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID) -> Any:
    """Take a theme out, with what was decided about it."""
    actions.remove_row(by=actor(request), row=_row(request, pk, row_id, Candidate))
    return Status(204, None)


def _row(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID, model: Any) -> Any:
    found = model.objects.filter(session=session_of(request, pk)).select_related("session")
    return get_object_or_404(found, pk=row_id)
