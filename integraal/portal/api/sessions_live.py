"""Hold a prioritisation session by API: door, people, rounds, paper, the talk."""

import uuid
from typing import Any

from django.db import transaction
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from ninja import Router, Status

from integraal.policy.priorities.access import check_lead
from integraal.policy.priorities.deciding.actions import write_conversation
from integraal.policy.priorities.joining import actions as joining
from integraal.policy.priorities.joining.people import tidy
from integraal.policy.priorities.leading import actions
from integraal.policy.priorities.leading.people import actions as people
from integraal.policy.priorities.leading.rounds import actions as rounds
from integraal.policy.priorities.leading.sheets.actions import enter_sheet
from integraal.policy.priorities.models import Participant, Round, Session
from integraal.policy.priorities.progress import participants, progress_of
from integraal.policy.priorities.queries import sessions
from integraal.policy.priorities.scoring.actions import Changes
from integraal.policy.priorities.scoring.form import asked_of
from integraal.portal.api.keys import actor
from integraal.portal.api.session_lookup import READ, REFUSALS, WRITE
from integraal.portal.api.session_schemas import (
    BallotIn,
    ConversationTextIn,
    MinutesIn,
    NewPlaceOut,
    ParticipantOut,
    ProgressOut,
    RoundIn,
    RoundOut,
    SheetOut,
    TextSavedOut,
    WhoIn,
)

router = Router(tags=["Sessie leiden"])
ONE = "/{uuid:pk}"
WHO = f"{ONE}/participants/{{uuid:participant}}"
PROGRESS: dict[Any, Any] = {200: ProgressOut, **REFUSALS}


@router.get(f"{ONE}/progress", response=PROGRESS, auth=READ, operation_id="readSessionProgress")
def progress(request: HttpRequest, pk: uuid.UUID) -> Any:
    """The code, the round and how many are done."""
    return progress_of(_session(request, pk).pk)


@router.post(f"{ONE}/door/open", response=PROGRESS, auth=WRITE, operation_id="openSessionDoor")
def open_door(request: HttpRequest, pk: uuid.UUID) -> Any:
    """Give the session a code with which people come in."""
    session = actions.open_door(by=actor(request), session=_session(request, pk))
    return progress_of(session.pk)


@router.post(f"{ONE}/door/close", response=PROGRESS, auth=WRITE, operation_id="closeSessionDoor")
def close_door(request: HttpRequest, pk: uuid.UUID) -> Any:
    """Let nobody else in; who is in stays in."""
    session = actions.close_door(by=actor(request), session=_session(request, pk))
    return progress_of(session.pk)


@router.get(
    f"{ONE}/participants",
    response={200: list[ParticipantOut], **REFUSALS},
    auth=READ,
    operation_id="listParticipants",
)
def list_participants(request: HttpRequest, pk: uuid.UUID) -> Any:
    """Who take part; for who leads."""
    session = _session(request, pk)
    check_lead(actor(request))
    return participants(session)


@router.post(
    f"{ONE}/participants",
    response={201: ParticipantOut, **REFUSALS},
    auth=WRITE,
    operation_id="addPaperParticipant",
)
def add_on_paper(request: HttpRequest, pk: uuid.UUID, given: WhoIn) -> Any:
    """Add somebody who scores on paper."""
    who = tidy(given.name, given.group, given.organisation)
    added = joining.add_on_paper(by=actor(request), session=_session(request, pk), who=who)
    return Status(201, added)


@router.post(
    f"{WHO}/let-in-again",
    response={200: NewPlaceOut, **REFUSALS},
    auth=WRITE,
    operation_id="letParticipantInAgain",
)
def let_in_again(request: HttpRequest, pk: uuid.UUID, participant: uuid.UUID) -> Any:
    """Give somebody a new personal address; the old one stops at once."""
    found = _participant(request, pk, participant)
    found, secret = people.let_in_again(by=actor(request), participant=found)
    address = request.build_absolute_uri(reverse("participant", args=[secret]))
    return {**ParticipantOut.from_orm(found).dict(), "address": address}


@router.post(
    f"{WHO}/take-out",
    response={204: None, **REFUSALS},
    auth=WRITE,
    operation_id="takeParticipantOut",
)
def take_out(request: HttpRequest, pk: uuid.UUID, participant: uuid.UUID) -> Any:
    """Take somebody out; what they scored in an open round is gone."""
    people.take_out(by=actor(request), participant=_participant(request, pk, participant))
    return Status(204, None)


@router.put(
    f"{WHO}/sheet", response={200: SheetOut, **REFUSALS}, auth=WRITE, operation_id="enterSheet"
)
def sheet(request: HttpRequest, pk: uuid.UUID, participant: uuid.UUID, given: BallotIn) -> Any:
    """Keep a sheet of paper in the open round; again replaces it."""
    found = _participant(request, pk, participant)
    with transaction.atomic():
        ballot = enter_sheet(
            by=actor(request),
            participant=found,
            asked=asked_of(found.session),
            sheet=Changes(given.marks, given.points, is_done=True),
        )
    return {"participant": found.pk, "done": ballot.is_done}


@router.post(
    f"{ONE}/rounds", response={201: RoundOut, **REFUSALS}, auth=WRITE, operation_id="openRound"
)
def open_round(request: HttpRequest, pk: uuid.UUID, given: RoundIn) -> Any:
    """Open the next round."""
    session = _session(request, pk)
    opened = rounds.open_round(by=actor(request), session=session, minutes=given.minutes)
    return Status(201, opened)


@router.post(
    f"{ONE}/rounds/{{number}}/extend",
    response={200: RoundOut, **REFUSALS},
    auth=WRITE,
    operation_id="extendRound",
)
def extend_round(request: HttpRequest, pk: uuid.UUID, number: int, given: MinutesIn) -> Any:
    """Put minutes on the clock of an open round."""
    found = _round(request, pk, number)
    return rounds.extend_round(by=actor(request), round_=found, minutes=given.minutes)


@router.post(
    f"{ONE}/rounds/{{number}}/close",
    response={200: RoundOut, **REFUSALS},
    auth=WRITE,
    operation_id="closeRound",
)
def close_round(request: HttpRequest, pk: uuid.UUID, number: int) -> Any:
    """Close a round and count it; whose score it was is destroyed for good."""
    return rounds.close_round(by=actor(request), round_=_round(request, pk, number))


@router.put(
    f"{ONE}/conversation",
    response={200: TextSavedOut, **REFUSALS},
    auth=WRITE,
    operation_id="writeConversation",
)
def conversation(request: HttpRequest, pk: uuid.UUID, given: ConversationTextIn) -> Any:
    """Write down the talk; 409 when somebody else wrote meanwhile."""
    return write_conversation(
        by=actor(request),
        session=_session(request, pk),
        text=given.text,
        base_revision=given.base_revision,
    )


def _session(request: HttpRequest, pk: uuid.UUID) -> Session:
    return get_object_or_404(sessions(actor(request)).defer("frozen"), pk=pk)


def _round(request: HttpRequest, pk: uuid.UUID, number: int) -> Round:
    found = Round.objects.select_related("session")
    return get_object_or_404(found, session=_session(request, pk), number=number)


def _participant(request: HttpRequest, pk: uuid.UUID, participant: uuid.UUID) -> Participant:
    found = Participant.objects.select_related("session")
    return get_object_or_404(found, session=_session(request, pk), pk=participant)
