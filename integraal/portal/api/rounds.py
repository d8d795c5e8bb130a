"""The monthly round by API: the newest one read, a new one made; same rules as on the page."""

from typing import Any

from django.http import Http404, HttpRequest
from ninja import Query, Router

from integraal.foundation.audit.actors import Actor
from integraal.knowledge.figures.rounds.actions import make_round
from integraal.knowledge.figures.rounds.models import MonthRound
from integraal.knowledge.figures.rounds.plain import plain_verdicts
from integraal.knowledge.figures.rounds.presenters import rules_of, seen_by
from integraal.knowledge.figures.rounds.queries import all_verdicts, newest_round, verdicts_of_month
from integraal.portal.api.keys import actor, with_scope
from integraal.portal.api.schemas import Invalid, MonthRoundOut, Problem

router = Router(tags=["Maandronde"])


@router.get(
    "",
    response={200: MonthRoundOut, 403: Problem, 404: Problem, 422: Invalid},
    auth=with_scope("figures:read"),
    operation_id="readMonthRound",
)
def read_month_round(
    request: HttpRequest, maand: str = Query("", max_length=7, pattern=r"^(\d{4}-\d\d)?$")
) -> Any:
    """The newest round with the verdicts on one month, or on all of them.

    Verdicts on parts of the municipality are left out for whoever may not read small counts.
    """
    found = newest_round()
    if found is None:
        raise Http404
    return _told(actor(request), found, maand.replace("-", "MM"))


@router.post(
    "",
    response={200: MonthRoundOut, 403: Problem, 404: Problem},
    auth=with_scope("figures:write"),
    operation_id="makeMonthRound",
)
def make_month_round(request: HttpRequest) -> Any:
    """Judge the newest months of every series; without new figures nothing changes."""
    by = actor(request)
    made = make_round(by=by)
    if made is None:
        raise Http404
    return _told(by, made, str(made.last_judged))


def _told(by: Actor, found: MonthRound, month: str) -> dict[str, Any]:
    verdicts = verdicts_of_month(found, month) if month else all_verdicts(found)
    return {
        "id": found.pk,
        "made_at": found.made_at.isoformat(),
        "last_month": found.last_month,
        "last_judged": found.last_judged,
        "families": found.families,
        "rules": list(rules_of(found)),
        "fingerprint": found.fingerprint,
        "verdicts": list(plain_verdicts(seen_by(by, verdicts))),
    }
