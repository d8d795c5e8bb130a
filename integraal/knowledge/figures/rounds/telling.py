"""A verdict on a month in words of the closed list."""

import math

from integraal.foundation.ui import components as ui
from integraal.knowledge.figures.rounds.judging import EXACT_MONTHS
from integraal.knowledge.figures.rounds.models import MonthRound, MonthVerdict
from integraal.knowledge.indicators.periods import Period
from integraal.statistics import wording
from integraal.statistics.wording import Statement

METHODS = {
    "farrington": "naast de maanden ervoor, met seizoen en trend (Farrington)",
    "exact": "de laatste drie maanden samen, naast die van eerdere jaren (exacte toets)",
    "few": "geen toets",
}


def statement_of(verdict: MonthVerdict) -> Statement:
    """Return what may be said of a month."""
    return wording.month(
        str(verdict.standing),  # type: ignore[arg-type]
        seen=verdict.seen,
        expected=math.nan if verdict.expected is None else verdict.expected,
        upper_bound=math.nan if verdict.upper_bound is None else verdict.upper_bound,
        months=EXACT_MONTHS if verdict.tier == "exact" else 1,
    )


def badge_of(verdict: MonthVerdict) -> ui.Verdict:
    """Return the badge of a month."""
    label = statement_of(verdict).label
    if verdict.standing == MonthVerdict.Standing.ALARM:
        return ui.Verdict("alarm", label)
    return ui.Verdict("flat" if verdict.standing == MonthVerdict.Standing.USUAL else "few", label)


def told_of_round(found: MonthRound | None) -> str:
    """Return in a sentence what a round found."""
    if found is None:
        return "Er zijn geen maandcijfers, dus er is geen maandronde."
    if not found.families:
        return "Alle maanden zijn nog niet compleet, dus er is nog geen oordeel."
    facts = found.families[found.last_judged]
    month = Period.from_code(found.last_judged).label
    return (
        f"Maandronde tot en met {month}: {facts['comparisons']} reeksen getoetst, "
        f"{facts['alarms']} opvallend."
    )
