"""The moments of planning and control with the BBV figures, by API."""

from datetime import date
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router, Schema

from integraal.policy.accountability.planning.figures import bbv_figures
from integraal.policy.accountability.planning.own_dates import coming_moments
from integraal.policy.accountability.planning.rows import Row, rows_of
from integraal.portal.api.council_questions import READ, REFUSALS

router = Router(tags=["Begroting en jaarrekening"])


class BbvFigureOut(Schema):
    """An indicator: the year that is needed, and the newest figure; null is not there, not zero."""

    indicator: str
    name: str
    needed_year: int
    is_there: bool
    period: str
    rate: str | None
    low: str | None
    high: str | None
    count: int | None
    unit: str
    per: int
    denominator: str
    country_rate: float | None
    source: str


class PlanningMomentOut(Schema):
    """A paper that is due."""

    code: str
    name: str
    due_on: date
    days_left: int
    needs: list[str]
    figures: str
    indicators: list[BbvFigureOut]


@router.get(
    "", response={200: list[PlanningMomentOut], **REFUSALS}, auth=READ,
    operation_id="listPlanningMoments",
)  # fmt: skip
def all_moments(request: HttpRequest) -> Any:
    """What is due when, the first on top, with the figures that the BBV asks for."""
    today, figures = timezone.localdate(), bbv_figures()
    return [
        {
            "code": one.code, "name": one.name, "due_on": one.due_on,
            "days_left": one.days_left(today), "needs": list(one.needs), "figures": one.figures,
            "indicators": [_told(row) for row in rows_of(one, figures)],
        }
        for one in coming_moments(today)
    ]  # fmt: skip


def _told(row: Row) -> dict[str, Any]:
    told: dict[str, Any] = row.shown.as_json() if row.shown else {}
    return {
        "indicator": row.indicator.code, "name": row.indicator.name, "needed_year": row.year,
        "is_there": row.is_there, "period": row.period, "rate": told.get("rate"),
        "low": told.get("rate_low"), "high": told.get("rate_high"),
        "count": row.shown.count if row.shown else None, "unit": row.indicator.unit,
        "per": row.indicator.per, "denominator": row.below,
        "country_rate": row.country.rate if row.country else None, "source": row.source,
    }  # fmt: skip
