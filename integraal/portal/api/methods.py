"""The methods by API: whether a target could be seen, and what may be said of two counts."""

from typing import Annotated, Any

from django.http import Http404, HttpRequest
from ninja import Field, Query, Router, Schema

from integraal.portal.api.keys import actor, with_scope
from integraal.portal.api.schemas import Invalid, Problem
from integraal.portal.methods.explained.comparing_two_counts import MOST as MOST_COMPARED
from integraal.portal.methods.explained.comparing_two_counts import compared
from integraal.portal.methods.reading_own_counts import USUAL, own_counts
from integraal.portal.methods.target.beginning import beginning
from integraal.portal.methods.target.content import (
    CHANGES,
    LARGEST_FALL,
    LARGEST_RISE,
    LEAST,
    MOST,
    MOST_YEARS,
    SMALLEST,
    TERMS,
    WISHED,
    Question,
    TargetAnswer,
    target_answer,
)

router = Router(tags=["Methoden"])
READ = with_scope("figures:read")
Fall = Annotated[int, Field(ge=LARGEST_FALL, le=-SMALLEST)]
Rise = Annotated[int, Field(ge=SMALLEST, le=LARGEST_RISE)]
Years = Annotated[int, Field(ge=1, le=MOST_YEARS)]


class PowerOut(Schema):
    """The chance that a change is shown, with so many years against as many."""

    change: float
    years: int
    power: float


class TargetOut(Schema):
    """Whether a change could be seen, before it is promised; changes are parts of one."""

    count: float
    change: float
    years_before: int
    years_after: int
    power: float
    wished_power: float
    count_needed: float | None
    smallest_change: float | None
    code: str
    sentence: str
    detail: str
    smallest_sentence: str
    power_table: list[PowerOut]


class CompareOut(Schema):
    """Two counts side by side; a limit without end is left out."""

    code: str
    sentence: str
    ratio: float | None
    lower: float | None
    upper: float | None
    p_value: float | None


@router.get(
    "/target",
    response={200: TargetOut, 403: Problem, 404: Problem, 422: Invalid},
    auth=READ,
    operation_id="readTarget",
)
def read_target(
    request: HttpRequest,
    verandering: Fall | Rise,
    aantal: float | None = Query(None, ge=LEAST, le=MOST),
    cijfer: str = Query(USUAL, max_length=60, pattern="^[a-z0-9][a-z0-9-]*$"),
    jaren_voor: Years = 3,
    jaren_na: Years = 3,
) -> Any:
    """Whether a change could be seen at all; the parameters are those of the page.

    Without ``aantal`` it is the mean of the municipality's own last years of ``cijfer``, at most
    5,000: with more every change of 10 % can be seen.
    """
    actor(request)
    if aantal is None:
        counts = own_counts(cijfer)
        begun = beginning(counts, jaren_voor) if counts else None
        if begun is None:
            raise Http404
        aantal = begun.count
    return _target(target_answer(Question(aantal, verandering / 100, jaren_voor, jaren_na)))


@router.get(
    "/compare",
    response={200: CompareOut, 403: Problem, 422: Invalid},
    auth=READ,
    operation_id="compareCounts",
)
def compare(
    request: HttpRequest,
    eerder: int = Query(..., ge=0, le=MOST_COMPARED),
    later: int = Query(..., ge=0, le=MOST_COMPARED),
) -> Any:
    """What may be said of two counts of periods of equal length, of nothing else beside them."""
    actor(request)
    found, said = compared(eerder, later)
    return {
        "code": said.code,
        "sentence": said.sentence,
        "ratio": _finite(found.ratio),
        "lower": _finite(found.lower),
        "upper": _finite(found.upper),
        "p_value": _finite(found.p_value),
    }


def _target(found: TargetAnswer) -> dict[str, Any]:
    question = found.question
    return {
        "count": question.count,
        "change": question.change,
        "years_before": question.years_before,
        "years_after": question.years_after,
        "power": found.power,
        "wished_power": WISHED,
        "count_needed": _finite(found.needed),
        "smallest_change": _finite(found.smallest),
        "code": found.statement.code,
        "sentence": found.statement.sentence,
        "detail": found.statement.detail,
        "smallest_sentence": found.smallest_words,
        "power_table": [
            {"change": question.direction * change, "years": years, "power": power}
            for change, row in zip(CHANGES, found.grid, strict=True)
            for years, power in zip(TERMS, row, strict=True)
        ],
    }


def _finite(value: Any) -> float | None:
    """Return a number as JSON can say it: none where there is none, or no end to it."""
    number = float(value)
    return number if number - number == 0 else None
