"""What a session decided, what was said and what others chose, by API."""

import uuid
from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Router, Status

from integraal.policy.priorities.deciding import actions
from integraal.policy.priorities.deciding.matching import matches_of, others_of
from integraal.policy.priorities.deciding.rules import Choice, Elsewhere, matches_say
from integraal.policy.priorities.models import Candidate, OtherPriority, Session
from integraal.policy.priorities.queries import chosen
from integraal.portal.api.keys import actor
from integraal.portal.api.prioritising_schemas import (
    DecisionIn,
    DecisionOut,
    OtherChange,
    OtherIn,
    OtherOut,
    OthersOut,
    ThemeOut,
)
from integraal.portal.api.session_lookup import READ, REFUSALS, WRITE, kept, session_of, theme_of

router = Router(tags=["Prioriteiten"])
DECISION = "/{uuid:pk}/decisions/{code}"
OTHER = "/{uuid:pk}/others/{uuid:row_id}"


@router.get(
    "/{uuid:pk}/decisions",
    response={200: list[ThemeOut], **REFUSALS},
    auth=READ,
    operation_id="listDecisions",
)
def list_decisions(request: HttpRequest, pk: uuid.UUID) -> Any:
    """Every theme with its decision: priorities first."""
    return chosen(session_of(request, pk))


@router.put(
    DECISION, response={200: DecisionOut, **REFUSALS}, auth=WRITE, operation_id="decideTheme"
)
def decide(request: HttpRequest, pk: uuid.UUID, code: str, given: DecisionIn) -> Any:
    """Write down what was decided; 409 when somebody else did since ``base_revision``."""
    values = _kept(given.dict())
    base = values.pop("base_revision")
    return actions.decide_theme(
        by=actor(request),
        candidate=theme_of(session_of(request, pk), code),
        choice=Choice(**values),
        base_revision=base,
    )


@router.delete(DECISION, response={204: None, **REFUSALS}, auth=WRITE, operation_id="undoDecision")
def undo(request: HttpRequest, pk: uuid.UUID, code: str, base_revision: int) -> Any:
    """Take a decision back."""
    theme = theme_of(session_of(request, pk), code)
    actions.undo_decision(by=actor(request), candidate=theme, base_revision=base_revision)
    return Status(204, None)


@router.get(
    "/{uuid:pk}/others",
    response={200: OthersOut, **REFUSALS},
    auth=READ,
    operation_id="listOtherPriorities",
)
def list_others(request: HttpRequest, pk: uuid.UUID) -> Any:
    """The priorities of other bodies beside what the municipality chose."""
    session = session_of(request, pk)
    matches = matches_of(session)
    return {"say": matches_say(matches), "others": others_of(session), "matches": matches}


@router.post(
    "/{uuid:pk}/others",
    response={201: OtherOut, **REFUSALS},
    auth=WRITE,
    operation_id="addOtherPriority",
)
def add_other(request: HttpRequest, pk: uuid.UUID, given: OtherIn) -> Any:
    """Write down a priority of another body."""
    session = session_of(request, pk)
    values = _kept(given.dict())
    candidate = _matched(session, values.pop("theme"))
    made = actions.add_other(
        by=actor(request), session=session, other=Elsewhere(**values), candidate=candidate
    )
    return Status(201, made)


@router.put(
    OTHER, response={200: OtherOut, **REFUSALS}, auth=WRITE, operation_id="changeOtherPriority"
)
def change_other(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID, given: OtherChange) -> Any:
    """Change it; 409 when somebody else changed it since ``base_revision``."""
    session = session_of(request, pk)
    values = _kept(given.dict())
    base, candidate = values.pop("base_revision"), _matched(session, values.pop("theme"))
    return actions.change_other(
        by=actor(request),
        row=_other(session, row_id),
        other=Elsewhere(**values),
        candidate=candidate,
        base_revision=base,
    )


@router.delete(
    OTHER, response={204: None, **REFUSALS}, auth=WRITE, operation_id="removeOtherPriority"
)
def remove_other(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID, base_revision: int) -> Any:
    """Take it away; 409 when somebody else changed it since ``base_revision``."""
    row = _other(session_of(request, pk), row_id)
    actions.remove_other(by=actor(request), row=row, base_revision=base_revision)
    return Status(204, None)


def _kept(values: dict[str, Any]) -> dict[str, Any]:
    return {name: kept(one) if isinstance(one, str) else one for name, one in values.items()}


def _matched(session: Session, code: str) -> Candidate | None:
    return theme_of(session, code) if code else None


def _other(session: Session, row_id: uuid.UUID) -> OtherPriority:
    found = OtherPriority.objects.filter(session=session)
    return get_object_or_404(found.select_related("session", "candidate"), pk=row_id)
