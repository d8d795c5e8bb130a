"""What stands now: the current figures that new rows are laid beside."""

import uuid
from collections.abc import Iterable, Mapping
from decimal import Decimal

from integraal.knowledge.figures.models import Figure
from integraal.knowledge.figures.reading import NewFigure

Key = tuple[str, uuid.UUID, str]
Said = tuple[Decimal | int | None, str, bool, bool]


def figures_that_stand(measures: Iterable[str]) -> Mapping[Key, tuple[uuid.UUID, Said]]:
    """Return the current figures of measures: (measure, area id, period) to (id, what it says)."""
    rows = Figure.objects.filter(measure__in=set(measures), is_current=True).values_list(
        "pk", "measure", "area_id", "period", "value", "status", "provisional", "incomplete"
    )
    return {
        (measure, area, period): (pk, (value, status, provisional, incomplete))
        for pk, measure, area, period, value, status, provisional, incomplete in rows
    }


def said_by(row: NewFigure) -> Said:
    """Return what a new row says, to compare with what stands."""
    return row.value, row.status, row.provisional, row.incomplete
