"""Read which counts stay hidden, as long as that was reckoned of the figures of now."""

from collections.abc import Collection

from django.db.models import Q
from django.db.models.fields.json import KeyTransform

from integraal.foundation.areas.kinds import AreaKind
from integraal.foundation.database.models import Tenant
from integraal.foundation.database.tenancy import current_tenant_id
from integraal.knowledge.figures.facts import facts_of_figures, stamp_from
from integraal.knowledge.figures.hiding.models import OWN_PARTS, HiddenCounts
from integraal.knowledge.figures.models import Figure
from integraal.statistics.disclosure import HiddenKind

At = tuple[int | None, int]
"""A division, None for the own parts, and a year."""


def kept_hidden(code: str, wanted: Collection[At]) -> dict[At, dict[str, HiddenKind]]:
    """Return what is hidden of one indicator, of what is kept and still holds; one query.

    Args:
        code: of the indicator.
        wanted: divisions and years; those that are not in the answer must be reckoned first.
    """
    if not wanted:
        return {}
    facts = facts_of_figures()
    rows = HiddenCounts.objects.filter(
        division__in={division or OWN_PARTS for division, _ in wanted},
        year__in={year for _, year in wanted},
    )
    found = rows.annotate(of_one=KeyTransform(code, "hidden"), **facts).values_list(
        "division", "year", "stamp", "of_one", *facts
    )
    return {
        (division or None, year): hidden or {}
        for division, year, stamp, hidden, *now in found
        if stamp == stamp_from(*now)
    }


def stamp_of_now() -> str:
    """Return the stamp of the figures as they are; one query."""
    facts = facts_of_figures()
    whole = Tenant.objects.filter(Q(pk=current_tenant_id())).annotate(**facts)
    return stamp_from(*whole.values_list(*facts).get())


def divisions_and_years() -> set[tuple[int, int]]:
    """Return every division and year in which a part of the municipality counts something.

    The municipality's own parts are of the division ``OWN_PARTS``.
    """
    of_parts = Figure.objects.filter(is_current=True, period__endswith="JJ00")
    of_parts = of_parts.exclude(area__kind=AreaKind.MUNICIPALITY).order_by()
    return {
        (division or OWN_PARTS, int(period[:4]))
        for division, period in of_parts.values_list("area__code_year", "period").distinct()
    }
