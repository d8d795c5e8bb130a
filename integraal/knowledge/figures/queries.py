"""Read figures of the tenant that the transaction works for, each as an ``Estimate``."""

import uuid
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db.models import Max, Q, QuerySet

from integraal.foundation.areas.models import Area
from integraal.knowledge.figures.composing import (
    DENOMINATOR_MEASURES,
    StoredValue,
    compose,
    find_denominator,
)
from integraal.knowledge.figures.definitions import sources
from integraal.knowledge.figures.estimates import AreaRef, Estimate, SnapshotRef
from integraal.knowledge.figures.models import Dataset, Figure, Snapshot
from integraal.knowledge.indicators.definitions import Indicator
from integraal.knowledge.indicators.periods import Period

Key = tuple[str, uuid.UUID, str]
Values = dict[tuple[str, uuid.UUID, str], StoredValue]

COLUMNS = ("measure", "period", "value", "status", "rounded_to", "provisional", "incomplete")
MEASURED = ("low", "high", "sample")


def estimates(
    wanted: Iterable[Indicator],
    areas: Iterable[Area],
    *periods: Period,
    known_at: datetime | None = None,
) -> dict[Key, Estimate]:
    """Return the current figures of ``wanted`` for ``areas``, in some periods or in all.

    Args:
        wanted, areas, periods: what is asked after.
        known_at: the figures as they counted at a moment; ``None`` is now.

    Returns:
        (indicator code, area id, period code) to estimate; two queries, however many figures.
    """
    places = {area.pk: _area_ref(area) for area in areas}
    return estimates_at(wanted, places, *periods, known_at=known_at)


def estimates_at(
    wanted: Iterable[Indicator],
    places: Mapping[uuid.UUID, AreaRef],
    *periods: Period,
    known_at: datetime | None = None,
) -> dict[Key, Estimate]:
    """Return the same as ``estimates``, for areas that are known by id and name already."""
    chosen = list(wanted)
    values = stored_values(_measures(chosen), places, *periods, known_at=known_at)
    return _composed(chosen, places, values, {period.code for period in periods})


def stored_values(
    measures: Iterable[str],
    areas: Iterable[uuid.UUID],
    *periods: Period,
    known_at: datetime | None = None,
) -> Values:
    """Return current own values: (measure, area id, period code) to value; two queries."""
    found = Figure.objects.filter(measure__in=set(measures), area_id__in=set(areas), **_in(periods))
    columns = (*COLUMNS, *MEASURED, "area_id", "snapshot_id")
    # Of a moment in the past the newest file comes last, and so takes the place of older ones.
    rows = list(_counting_at(found, known_at).values_list(*columns))
    snapshots = snapshots_by_id({row[-1] for row in rows})
    return {
        (row[0], row[-2], row[1]): stored_value(row[:7], snapshots[row[-1]], row[7:10])
        for row in rows
    }


def _counting_at(found: QuerySet[Figure], moment: datetime | None) -> QuerySet[Figure]:
    if moment is None:
        return found.filter(is_current=True)
    is_kept = Q(snapshot__taken_back_at__isnull=True) | Q(snapshot__taken_back_at__gt=moment)
    known = found.filter(is_kept, snapshot__loaded_at__lte=moment)
    return known.order_by("snapshot__loaded_at", "pk")


def stored_value(
    columns: tuple[Any, ...], snapshot: SnapshotRef, measured: tuple[Any, ...] = (None, None, None)
) -> StoredValue:
    """Return the value of a row of ``COLUMNS``, and of ``MEASURED`` where there are these."""
    measure, period, value, status, rounded_to, provisional, incomplete = columns
    return StoredValue(
        measure, period, value, status, rounded_to, provisional, incomplete, snapshot, *measured
    )


def latest_year(wanted: Iterable[Indicator]) -> int | None:
    """Return the newest whole year with an own figure of ``wanted``; None without figures."""
    found = Figure.objects.filter(
        measure__in=[code for one in wanted for code in one.measures],
        is_current=True,
        period__endswith="JJ00",
    ).aggregate(last=Max("period"))
    return Period.from_code(found["last"]).year if found["last"] else None


def snapshots() -> list[Snapshot]:
    """Return what was loaded, newest first, without the files themselves."""
    return list(Snapshot.objects.defer("content").select_related("loaded_by", "dataset"))


def rows_of_snapshot(snapshot: Snapshot) -> QuerySet[Figure]:
    """Return the figures read from one snapshot, in order of its lines; many, so show a page."""
    return (
        Figure.objects.filter(snapshot=snapshot)
        .select_related("area")
        .order_by("line", "period", "area__number", "pk")
    )


def _measures(chosen: Iterable[Indicator]) -> set[str]:
    """Return the measures of the indicators and of the denominators they need."""
    found: set[str] = set()
    for indicator in chosen:
        found.update(indicator.measures)
        if indicator.denominator:
            found.add(DENOMINATOR_MEASURES[indicator.denominator])
    return found


def _in(periods: Collection[Period]) -> dict[str, Any]:
    """Return the filter on some periods, with the years around them for the denominators."""
    if not periods:
        return {}
    years = {Period.of_year(one.year + away).code for one in periods for away in (0, 1, -1)}
    return {"period__in": {one.code for one in periods} | years}


def _composed(
    chosen: Iterable[Indicator],
    places: Mapping[uuid.UUID, AreaRef],
    values: Values,
    wanted: Collection[str],
) -> dict[Key, Estimate]:
    denominators: dict[uuid.UUID, dict[tuple[str, str], int]] = defaultdict(dict)
    at: dict[str, list[tuple[uuid.UUID, str, StoredValue]]] = defaultdict(list)
    used = set(DENOMINATOR_MEASURES.values())
    for (measure, place, period), stored in values.items():
        at[measure].append((place, period, stored))
        if measure in used and stored.value is not None:
            denominators[place][measure, period] = int(stored.value)
    found: dict[Key, Estimate] = {}
    for indicator in chosen:
        parts: dict[tuple[uuid.UUID, str], list[StoredValue]] = defaultdict(list)
        for measure in indicator.measures:
            for place, period, stored in at[measure]:
                parts[place, period].append(stored)
        for (place, period), together in parts.items():
            if wanted and period not in wanted:
                continue
            denominator = find_denominator(indicator.denominator, period, denominators[place])
            estimate = compose(indicator, together, places[place], denominator)
            if estimate:
                found[indicator.code, place, period] = estimate
    return found


def _area_ref(area: Area) -> AreaRef:
    return AreaRef(area.code or str(area.pk), area.name, area.code_year)


def snapshots_by_id(ids: Collection[uuid.UUID]) -> dict[uuid.UUID, SnapshotRef]:
    """Return how to name files that were read; one query, none without ids."""
    if not ids:
        return {}
    found = Snapshot.objects.filter(pk__in=ids).only(
        "id", "tenant_id", "file_name", "title", "sha256", "accessed_on", "source"
    )
    return {one.pk: _reference(one, one.file_name) for one in found}


def datasets_by_id(ids: Collection[int]) -> dict[int, SnapshotRef]:
    """Return how to name national tables; one query, none without ids."""
    if not ids:
        return {}
    return {one.pk: _reference(one, one.origin) for one in Dataset.objects.filter(pk__in=ids)}


def _reference(one: Snapshot | Dataset, name: str) -> SnapshotRef:
    return SnapshotRef(
        str(one.pk), name, one.sha256, one.accessed_on, one.source, credit_of(one.source, one.title)
    )


def credit_of(source: str, title: str) -> str:
    """Return how to name a source; a partner's own table goes by its title."""
    known = sources().get(source)
    return known.credit if known else title
