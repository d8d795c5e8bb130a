"""The municipalities of the country, and what makes some of them alike."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings

from integraal.foundation.areas.kinds import AreaKind
from integraal.foundation.areas.models import CodedArea
from integraal.knowledge.indicators.comparison_classes import (
    ComparisonClasses,
    load_comparison_classes,
)

# In CBS's lists this stands for what belongs to no known municipality.
NO_MUNICIPALITY = "GM0000"


@cache
def classes() -> ComparisonClasses:
    """Return the groups of municipalities that are fair to compare."""
    return load_comparison_classes(Path(settings.DEFINITIONS) / "comparison_classes.yaml")


@dataclass(frozen=True)
class Municipality:
    """A municipality of the newest division, with what it can be grouped by.

    Attributes:
        province, urbanity: as the newest list that tells them has it.
        told_in: the year of that list; None when no list tells.
    """

    code: str
    name: str
    province: str
    urbanity: int | None
    told_in: int | None


@dataclass(frozen=True)
class Division:
    """The municipalities of one year, by code."""

    year: int | None
    by_code: dict[str, Municipality]


def municipalities() -> Division:
    """Return the municipalities of the newest division that is known; one query.

    The list of areas has no provinces and no urbanity; a map of an earlier year may have them.
    """
    kept = CodedArea.objects.filter(kind=AreaKind.MUNICIPALITY).exclude(code=NO_MUNICIPALITY)
    rows = list(
        kept.order_by("-year", "name").values_list("code", "name", "province", "urbanity", "year")
    )
    newest = rows[0][-1] if rows else None
    told = {row[0]: row[2:] for row in reversed(rows) if row[2] or row[3]}
    found = (
        Municipality(code, name, *told.get(code, ("", None, None)))
        for code, name, *_, year in rows
        if year == newest
    )
    return Division(newest, {one.code: one for one in found})
