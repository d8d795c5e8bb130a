"""Read the municipality's own counts, to begin an example with: those of the whole."""

from django.utils import timezone

from integraal.foundation.areas.queries import municipality_on
from integraal.foundation.ui.dutch import day
from integraal.knowledge.figures.definitions import indicators, stretches_left_out
from integraal.knowledge.figures.estimates import Estimate
from integraal.knowledge.figures.queries import estimates
from integraal.knowledge.indicators.definitions import Indicator
from integraal.portal.methods.own_counts import OwnCounts

USUAL = "woninginbraak"


def own_counts(code: str) -> OwnCounts | None:
    """Return the own counts of an indicator; None without any. Four queries at most.

    What the source rounds is left out: an example would take it for exact.
    """
    indicator = indicators().get(code)
    whole = municipality_on(timezone.localdate())
    if indicator is None or indicator.kind != "count" or whole is None:
        return None
    found = sorted(estimates([indicator], [whole]).values(), key=lambda one: one.period)
    usable = [one for one in found if one.count is not None and _may_be_used(one, indicator)]
    years = {one.period.year: one.count or 0 for one in usable if one.period.kind == "year"}
    if not years:
        return None
    newest = next(one for one in reversed(usable) if one.period.kind == "year")
    return OwnCounts(
        indicator=indicator,
        area=whole.name,
        years=years,
        fair_years={y: n for y, n in years.items() if y not in indicator.baseline_excludes},
        months={
            (one.period.year, one.period.number): None
            if any(stretch.covers(one.period) for stretch in stretches_left_out(indicator))
            else one.count or 0
            for one in usable
            if one.period.kind == "month"
        },
        denominator=newest.denominator,
        source=f"{newest.snapshot.credit}, opgehaald {day(newest.snapshot.accessed)}",
    )


def _may_be_used(one: Estimate, indicator: Indicator) -> bool:
    begin = max((each.period.months.start for each in indicator.breaks), default=0)
    is_exact = one.rounded_to == 1 and not one.incomplete
    return is_exact and one.period.months.start >= begin
