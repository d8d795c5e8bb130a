"""Read figures of the tenant that the transaction works for, each as an ``Estimate``."""

import functools
import uuid
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.conf import settings

from integraal.foundation.areas.models import Area
from integraal.foundation.definitions import queries as definitions
from integraal.knowledge.figures.estimates import (
    AreaRef,
    Estimate,
    SnapshotRef,
    from_count,
    without_value,
)
from integraal.knowledge.figures.models import Figure, Snapshot
from integraal.knowledge.indicators.definitions import (
    DENOMINATOR_WORDS,
    Indicator,
    Theme,
    parse_indicator,
    parse_theme,
)
from integraal.knowledge.indicators.periods import Period
from integraal.knowledge.sources.definitions import Source, load_sources

# The indicator that holds each denominator; a denominator without one gives no rate.
DENOMINATOR_INDICATORS = {"inhabitants": "inwoners"}

Key = tuple[str, uuid.UUID, str]


def indicators() -> dict[str, Indicator]:
    """Return the indicators as they hold for this municipality."""
    return {
        code: parse_indicator(content)
        for code, content in definitions.current("indicators").items()
    }


def themes() -> dict[str, Theme]:
    """Return the themes as they hold for this municipality, in order."""
    found = [parse_theme(content) for content in definitions.current("themes").values()]
    return {theme.code: theme for theme in sorted(found, key=lambda theme: theme.order)}


@functools.cache
def sources() -> dict[str, Source]:
    """Return the shipped sources."""
    return load_sources(Path(settings.DEFINITIONS) / "sources")


def estimates(
    wanted: Iterable[Indicator], areas: Iterable[Area], period: Period | None = None
) -> dict[Key, Estimate]:
    """Return the current figures of ``wanted`` for ``areas``, over all periods or in one.

    Returns:
        (indicator code, area id, period code) to estimate; two queries, however many figures.
    """
    chosen = {indicator.code: indicator for indicator in wanted}
    places = {area.pk: area for area in areas}
    codes = set(chosen) | set(DENOMINATOR_INDICATORS.values())
    rows = list(
        Figure.objects.filter(indicator__in=codes, area_id__in=places, is_current=True)
        .filter(**({"period": period.code} if period else {}))
        .values(
            "indicator", "area_id", "period", "value", "status", "rounded_to", "provisional",
            "snapshot_id",
        )
    )  # fmt: skip
    snapshots = _snapshots({row["snapshot_id"] for row in rows})
    counts = {(row["indicator"], row["area_id"], row["period"]): row["value"] for row in rows}
    return {
        (row["indicator"], row["area_id"], row["period"]): _estimate(
            row,
            chosen[row["indicator"]],
            places[row["area_id"]],
            snapshots[row["snapshot_id"]],
            counts,
        )
        for row in rows
        if row["indicator"] in chosen
    }


def _estimate(
    row: dict[str, Any],
    indicator: Indicator,
    area: Area,
    snapshot: SnapshotRef,
    counts: dict[Key, int | None],
) -> Estimate:
    where: dict[str, Any] = {
        "period": Period.from_code(row["period"]),
        "area": AreaRef(area.code or str(area.pk), area.name, area.code_year),
        "indicator": indicator.code,
        "indicator_version": str(indicator.version),
        "snapshot": snapshot,
        "provisional": row["provisional"],
    }
    if row["status"] != Figure.Status.PRESENT:
        return without_value(row["status"], **where)
    denominator = unit = None
    if indicator.denominator in DENOMINATOR_INDICATORS:
        key = (DENOMINATOR_INDICATORS[indicator.denominator], row["area_id"], row["period"])
        denominator = counts.get(key) or None
        unit = DENOMINATOR_WORDS[indicator.denominator] if denominator else None
    return from_count(
        row["value"],
        denominator=denominator,
        denominator_unit=unit,
        per=indicator.per,
        rounded_to=row["rounded_to"],
        **where,
    )


def _snapshots(ids: set[uuid.UUID]) -> dict[uuid.UUID, SnapshotRef]:
    found = Snapshot.objects.filter(pk__in=ids).only(
        "id", "tenant_id", "file_name", "sha256", "accessed_on"
    )
    return {
        snapshot.pk: SnapshotRef(
            id=str(snapshot.pk),
            name=snapshot.file_name,
            sha256=snapshot.sha256,
            accessed=snapshot.accessed_on,
        )
        for snapshot in found
    }


def snapshots() -> list[Snapshot]:
    """Return what was loaded, newest first, without the files themselves."""
    return list(Snapshot.objects.defer("content").select_related("loaded_by"))


def rows_of_snapshot(snapshot: Snapshot) -> list[Figure]:
    """Return the figures read from one snapshot, in order of its lines."""
    return list(
        Figure.objects.filter(snapshot=snapshot)
        .select_related("area")
        .order_by("line", "period", "area__number")
    )
