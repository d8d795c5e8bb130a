"""What a participant sees and fills in, on the address that is theirs alone."""

import json
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from integraal.foundation.links.sealed import around, sealed
from integraal.policy.priorities.joining.queries import Place, place_with_secret
from integraal.policy.priorities.refusals import SessionRefused
from integraal.policy.priorities.scoring.answers import saved_answer, stand_of
from integraal.policy.priorities.scoring.closed import RoundClosed
from integraal.policy.priorities.scoring.presenters import ballot_page, participant_page
from integraal.policy.priorities.scoring.saving import save_fields

Answer = Callable[[HttpRequest, Place], HttpResponse]
LINK_SAY = "Deze link werkt niet of niet meer. Vraag de begeleider om een nieuwe."


def _for_participants(answer: Answer) -> Callable[..., HttpResponse]:
    """Let ``answer`` be given only to who has a link that works."""

    @sealed
    @wraps(answer)
    def view(request: HttpRequest, secret: str) -> HttpResponse:
        place = place_with_secret(secret)
        if place is not None:
            return answer(request, place)
        if "application/json" in request.headers.get("Accept", ""):
            return JsonResponse({"problem": LINK_SAY}, status=404)
        return render(request, "priorities/no_link.html", {"ig": around(None)}, status=404)

    return view


@require_http_methods(["GET", "HEAD", "POST"])
@_for_participants
def participant(request: HttpRequest, place: Place) -> HttpResponse:
    """Wait, score or see the result, as the session stands; without a script also save."""
    if request.method != "POST":
        return _page(request, participant_page(place))
    typed = {name: value for name, value in request.POST.items() if ":" in name}
    try:
        save_fields(place, typed, is_done="klaar" in request.POST)
    except RoundClosed as refusal:
        return _page(request, participant_page(place, lost=typed, problem=str(refusal)), 409)
    except SessionRefused as refusal:
        return _page(request, ballot_page(place, typed=typed, problem=str(refusal)), 422)
    response = redirect(f"{request.path}?bewaard")
    response.status_code = 303
    return response


@require_POST
@_for_participants
def save(request: HttpRequest, place: Place) -> HttpResponse:
    """Save changes that the script of the page sends; the answer holds the whole ballot."""
    try:
        given = json.loads(request.body)
        fields = {str(name)[:120]: value for name, value in given["changes"].items()}
        is_done = given.get("done") is True
    except (ValueError, KeyError, TypeError, AttributeError):
        return JsonResponse({"problem": "Dit is niet te lezen."}, status=400)
    try:
        ballot, asked = save_fields(place, fields, is_done=is_done)
    except RoundClosed as refusal:
        return JsonResponse({"problem": str(refusal), "closed": True}, status=409)
    except SessionRefused as refusal:
        return JsonResponse({"problem": str(refusal)}, status=422)
    return JsonResponse(saved_answer(asked, ballot))


@require_safe
@_for_participants
def stand(request: HttpRequest, place: Place) -> HttpResponse:
    """How the session stands, asked by every phone every two seconds: one query, often 304."""
    told, mark = stand_of(place, timezone.now())
    if request.headers.get("If-None-Match") == mark:
        response: HttpResponse = HttpResponseNotModified()
    else:
        response = JsonResponse(told)
    response.headers["ETag"] = mark
    return response


def _page(request: HttpRequest, page: Any, status: int = 200) -> HttpResponse:
    context = {"page": page, "ig": around(page.tenant), "is_saved": "bewaard" in request.GET}
    return render(request, page.template, context, status=status)
