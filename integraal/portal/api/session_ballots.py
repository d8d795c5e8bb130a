"""A participant's own ballot by API, and the result of a closed round."""

import uuid
from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Router
from ninja.security import HttpBearer

from integraal.policy.priorities.joining.queries import (
    Place,
    participant_actor,
    place_with_secret,
)
from integraal.policy.priorities.models import Ballot, Round
from integraal.policy.priorities.progress import result_of_round
from integraal.policy.priorities.queries import sessions
from integraal.policy.priorities.refusals import SessionRefused
from integraal.policy.priorities.result_words import agreement_say, firmness_say
from integraal.policy.priorities.results import RoundResult, ThemeResult
from integraal.policy.priorities.rules import FEWEST
from integraal.policy.priorities.scoring.actions import Changes, save_ballot
from integraal.policy.priorities.scoring.form import Asked, asked_of
from integraal.portal.api.keys import actor
from integraal.portal.api.schemas import Invalid, Problem
from integraal.portal.api.session_lookup import READ, REFUSALS
from integraal.portal.api.session_schemas import BallotIn, BallotOut, RoundResultOut


class OwnSecret(HttpBearer):
    """``Authorization: Bearer <secret>`` with the secret of one's own address."""

    scope = "eigen link"

    def authenticate(self, request: HttpRequest, token: str) -> Place | None:
        """Return the participant, or None for a secret that is nobody's."""
        return place_with_secret(token)


ballot_router = Router(tags=["Scoren"])
result_router = Router(tags=["Scoren"])
OWN: dict[Any, Any] = {200: BallotOut, 401: Problem, 409: Problem, 422: Invalid}


@ballot_router.get("", response=OWN, auth=OwnSecret(), operation_id="readBallot")
def read_ballot(request: HttpRequest) -> Any:
    """One's own ballot in the round that is open; nobody else can read it."""
    place: Place = request.auth  # type: ignore[attr-defined]
    ballot = None
    if place.round and place.is_open:
        ballot = Ballot.objects.filter(round=place.round.pk, participant=place.participant).first()
    return _ballot(place, asked_of(place.session), ballot)


@ballot_router.put("", response=OWN, auth=OwnSecret(), operation_id="saveBallot")
def save(request: HttpRequest, given: BallotIn) -> Any:
    """Keep marks and points beside what was kept; 409 when no round is open."""
    place: Place = request.auth  # type: ignore[attr-defined]
    asked = asked_of(place.session)
    ballot = save_ballot(
        by=participant_actor(place.participant.tenant_id),
        participant=place.participant,
        asked=asked,
        changes=Changes(given.marks, given.points, given.done),
    )
    return _ballot(place, asked, ballot)


@result_router.get(
    "/{uuid:pk}/rounds/{number}/result",
    response={200: RoundResultOut, **REFUSALS},
    auth=READ,
    operation_id="readRoundResult",
)
def result(request: HttpRequest, pk: uuid.UUID, number: int) -> Any:
    """What a closed round says; 409 while it is open."""
    session = get_object_or_404(sessions(actor(request)).defer("frozen"), pk=pk)
    found = Round.objects.select_related("session")
    round_ = get_object_or_404(found, session=session, number=number)
    if round_.closed_at is None:
        raise SessionRefused("Scores zijn verborgen tot de ronde is gesloten.")
    asked = asked_of(session)
    return _result(round_, asked, result_of_round(round_, asked))


def _ballot(place: Place, asked: Asked, ballot: Ballot | None) -> dict[str, Any]:
    return {
        "stage": place.stage,
        "themes": list(asked.themes),
        "criteria": list(asked.kinds),
        "marks": ballot.marks if ballot else {},
        "points": ballot.points if ballot else {},
        "done": bool(ballot and ballot.is_done),
        "revision": ballot.revision if ballot else 0,
    }


def _result(round_: Round, asked: Asked, found: RoundResult) -> dict[str, Any]:
    names = {code: row.short_name for code, row in asked.themes.items()}
    return {
        "number": round_.number,
        "n": found.n,
        "groups": found.groups,
        "weights": found.weights,
        "themes": [_theme(one) for one in found.themes],
        "top": found.top,
        "is_firm": found.is_firm,
        "firmness": firmness_say(found, names),
        "agreement": agreement_say(found),
    }


def _theme(one: ThemeResult) -> dict[str, Any]:
    return {
        "theme": one.code,
        "place": one.place,
        "n": one.n,
        "mean": one.score,
        "median": one.median,
        "spread": one.spread,
        "means": one.means,
        "in_top": one.in_top,
        "scores": [mark.value for mark in one.marks] if one.n >= FEWEST else [],
        "groups": {name: {"n": of.n, "mean": of.mean} for name, of in one.groups.items()},
    }
