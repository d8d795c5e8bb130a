"""Read the monthly round: the newest one holds; earlier ones stay as they were."""

from collections.abc import Collection
from uuid import UUID

from integraal.knowledge.figures.rounds.models import MonthRound, MonthVerdict


def newest_round() -> MonthRound | None:
    """Return the newest round of this municipality; one query."""
    return MonthRound.objects.first()


def verdicts_of_month(found: MonthRound, period: str) -> list[MonthVerdict]:
    """Return the verdicts on one month, what stands out first; one query."""
    verdicts = MonthVerdict.objects.filter(round=found, period=period).select_related("area")
    return sorted(
        verdicts,
        key=lambda one: (
            one.standing != MonthVerdict.Standing.ALARM,
            one.adjusted_p if one.adjusted_p is not None else 2.0,
            one.indicator,
            one.area.name,
        ),
    )


def verdicts_on(found: MonthRound, indicator: str, areas: Collection[UUID]) -> list[MonthVerdict]:
    """Return the verdicts on one figure of some areas, in order of time; one query."""
    return list(
        MonthVerdict.objects.filter(round=found, indicator=indicator, area_id__in=areas).order_by(
            "period"
        )
    )


def verdicts_of_area(found: MonthRound, area: UUID) -> dict[tuple[str, str], MonthVerdict]:
    """Return the verdicts on one area: (indicator code, period code) to verdict; one query."""
    verdicts = MonthVerdict.objects.filter(round=found, area_id=area)
    return {(one.indicator, one.period): one for one in verdicts}


def all_verdicts(found: MonthRound) -> list[MonthVerdict]:
    """Return every verdict of a round with its area, in order of time; one query."""
    verdicts = MonthVerdict.objects.filter(round=found).select_related("area")
    return list(verdicts.order_by("period", "indicator", "area__number", "area__name"))
