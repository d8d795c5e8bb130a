"""The figure explorer by API: the same view as the page, number for number."""

from typing import Any

from django.http import Http404, HttpRequest
from ninja import Query, Router

from integraal.knowledge.figures.definitions import indicators
from integraal.knowledge.figures.explorer.content import explorer_view
from integraal.knowledge.figures.explorer.plain import as_json
from integraal.knowledge.figures.explorer.selection import read_selection
from integraal.portal.api.keys import actor, with_scope
from integraal.portal.api.schemas import ExplorerOut, Invalid, Problem

router = Router(tags=["Verkenner"])
AREAS = Query([], max_length=100)
COMPARED = Query([], max_length=12)


@router.get(
    "",
    response={200: ExplorerOut, 403: Problem, 404: Problem, 422: Invalid},
    auth=with_scope("figures:read"),
    operation_id="explore",
)
def explore(
    request: HttpRequest,
    cijfer: str = Query(..., max_length=60, pattern="^[a-z0-9][a-z0-9-]*$"),
    gebied: list[str] = AREAS,
    vergelijk: list[str] = COMPARED,
    periode: str = Query("jaren", pattern="^(jaren|maanden)$"),
    van: str = Query("", max_length=7, pattern="^[0-9-]*$"),
    tot: str = Query("", max_length=7, pattern="^[0-9-]*$"),
    vorm: str = Query("tabel", pattern="^(tabel|lijn|kaart|trechter)$"),
    klasse: str = Query("grootte", pattern="^(grootte|stedelijkheid|alle)$"),
    jaar: str = Query("", max_length=4, pattern="^([0-9]{4})?$"),
) -> Any:
    """One figure for areas and periods, compared; the parameters are those of the page.

    With ``vorm=trechter`` the answer holds where the municipality lies among others like it, of
    which none is named. Small counts are hidden from whoever may not read them, as on the page.
    What could not be shown as asked is told in ``problems``.
    """
    by = actor(request)
    if cijfer not in indicators():
        raise Http404
    asked = read_selection(
        {
            "cijfer": [cijfer],
            "gebied": [_plain(one) for one in gebied],
            "vergelijk": [_plain(one) for one in vergelijk],
            "periode": [periode],
            "van": [van],
            "tot": [tot],
            "vorm": [vorm],
            "klasse": [klasse],
            "jaar": [jaar],
        }
    )
    shown = as_json(explorer_view(by, asked.selection))
    told = shown["problems"]
    return {**shown, "problems": [*asked.problems, *(told if isinstance(told, list) else [])]}


def _plain(text: str) -> str:
    return text.replace("\x00", "")
