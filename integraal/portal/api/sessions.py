"""Prioritisation sessions by API: begin, settings, results of closed rounds, minutes."""

import uuid
from dataclasses import asdict
from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Router, Status

from integraal.policy.picture.queries import pictures
from integraal.policy.priorities import actions
from integraal.policy.priorities.deciding.support import warnings_for
from integraal.policy.priorities.fact_sheets.reading import sheet_for
from integraal.policy.priorities.minutes import actions as minutes
from integraal.policy.priorities.minutes.content import content_of
from integraal.policy.priorities.minutes.rounds_json import round_json
from integraal.policy.priorities.outcome.reading import outcomes_of
from integraal.policy.priorities.preparing.actions import change_settings
from integraal.policy.priorities.preparing.rules import Settings
from integraal.policy.priorities.queries import sessions
from integraal.portal.api.keys import actor
from integraal.portal.api.prioritising_schemas import (
    CountedRoundOut,
    FactSheetOut,
    SessionContent,
    SessionLine,
    SessionStart,
    SettingsIn,
    SignIn,
    WarningOut,
)
from integraal.portal.api.schemas import SendBack
from integraal.portal.api.session_lookup import READ, REFUSALS, WRITE, kept, session_of, theme_of

router = Router(tags=["Prioriteiten"])


@router.get("", response=list[SessionLine], auth=READ, operation_id="listSessions")
def list_sessions(request: HttpRequest) -> Any:
    """All sessions that the owner of the key may read, newest first."""
    return list(sessions(actor(request)).defer("frozen"))


@router.post("", response={201: SessionLine, **REFUSALS}, auth=WRITE, operation_id="startSession")
def start(request: HttpRequest, given: SessionStart) -> Any:
    """Begin a session on an adopted picture, with its themes and the usual criteria."""
    picture = get_object_or_404(pictures(actor(request)).defer("frozen"), pk=given.picture)
    made = actions.start_session(
        by=actor(request), picture=picture, title=kept(given.title), held_on=given.held_on
    )
    return Status(201, made)


@router.get(
    "/{uuid:pk}", response={200: SessionContent, **REFUSALS}, auth=READ, operation_id="readSession"
)
def read(request: HttpRequest, pk: uuid.UUID) -> Any:
    """One session; the fingerprint is the SHA-256 of the canonical content."""
    session = session_of(request, pk)
    return {**SessionLine.from_orm(session).dict(by_alias=True), "content": content_of(session)}


@router.put(
    "/{uuid:pk}/settings",
    response={200: SessionLine, **REFUSALS},
    auth=WRITE,
    operation_id="changeSessionSettings",
)
def settings(request: HttpRequest, pk: uuid.UUID, given: SettingsIn) -> Any:
    """Change title, day, place, chair and how people score."""
    values: dict[str, Any] = {
        name: kept(one) if isinstance(one, str) else one for name, one in given.dict().items()
    }
    base = values.pop("base_revision")
    return change_settings(
        by=actor(request),
        session=session_of(request, pk),
        settings=Settings(**values),
        base_revision=base,
    )


@router.get(
    "/{uuid:pk}/warnings",
    response={200: list[WarningOut], **REFUSALS},
    auth=READ,
    operation_id="readSessionWarnings",
)
def warnings(request: HttpRequest, pk: uuid.UUID) -> Any:
    """What to look at before the minutes are proposed; nothing is stopped."""
    found = warnings_for(session_of(request, pk))
    return [
        {
            "code": one.code,
            "sentence": one.sentence,
            "why": one.why,
            "lacking": [each.say for each in one.lacking],
        }
        for one in found
    ]


@router.get(
    "/{uuid:pk}/results",
    response={200: list[CountedRoundOut], **REFUSALS},
    auth=READ,
    operation_id="readSessionResults",
)
def rounds(request: HttpRequest, pk: uuid.UUID) -> Any:
    """What came of the closed rounds; of an open round nothing is given."""
    outcomes = outcomes_of(session_of(request, pk))
    return [round_json(one, outcomes) for one in outcomes.rounds]


@router.get(
    "/{uuid:pk}/fact-sheets/{code}",
    response={200: FactSheetOut, **REFUSALS},
    auth=READ,
    operation_id="readFactSheet",
)
def fact_sheet(request: HttpRequest, pk: uuid.UUID, code: str) -> Any:
    """The fact sheet of one theme."""
    session = session_of(request, pk)
    return asdict(sheet_for(session, theme_of(session, code)))


@router.post(
    "/{uuid:pk}/propose",
    response={200: SessionLine, **REFUSALS},
    auth=WRITE,
    operation_id="proposeMinutes",
)
def propose(request: HttpRequest, pk: uuid.UUID) -> Any:
    """Propose the minutes to the chair."""
    return minutes.propose_minutes(by=actor(request), session=session_of(request, pk))


@router.post(
    "/{uuid:pk}/sign",
    response={200: SessionLine, **REFUSALS},
    auth=WRITE,
    operation_id="signMinutes",
)
def sign(request: HttpRequest, pk: uuid.UUID, given: SignIn) -> Any:
    """Sign the minutes off, which freezes them."""
    return minutes.sign_minutes(
        by=actor(request),
        session=session_of(request, pk),
        on=given.on,
        number=kept(given.number),
    )


@router.post(
    "/{uuid:pk}/send-back",
    response={200: SessionLine, **REFUSALS},
    auth=WRITE,
    operation_id="sendBackMinutes",
)
def send_back(request: HttpRequest, pk: uuid.UUID, given: SendBack) -> Any:
    """Make proposed minutes a draft again."""
    return minutes.send_back_minutes(
        by=actor(request), session=session_of(request, pk), reason=kept(given.reason)
    )


@router.post(
    "/{uuid:pk}/next-version",
    response={201: SessionLine, **REFUSALS},
    auth=WRITE,
    operation_id="startNextSessionVersion",
)
def next_version(request: HttpRequest, pk: uuid.UUID) -> Any:
    """Begin a new version of a signed session."""
    session = session_of(request, pk)
    return Status(201, actions.start_next_version(by=actor(request), session=session))
