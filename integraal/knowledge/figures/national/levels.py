"""What kind of area a region code stands for, and which source decides about its figures."""

import functools

from integraal.foundation.areas.coded import kind_of
from integraal.knowledge.indicators.periods import Period
from integraal.knowledge.sources.definitions import Source
from integraal.knowledge.sources.national.asking import Row

COUNTRY = "NL00"


# A table names the same regions and periods over and over.
@functools.lru_cache(maxsize=50_000)
def level_of(region: str) -> str:
    """Return "country", "municipality", "district" or "neighbourhood"; empty for another kind."""
    kind = kind_of(region)
    return str(kind.value) if kind else ""


def is_authority(source: Source, region: str, period: str) -> bool:
    """Whether the figures of this region and period are taken from this source."""
    return source.is_authority(level_of(region), _kind_of_period(period))


@functools.lru_cache(maxsize=5_000)
def _kind_of_period(code: str) -> str:
    return Period.from_code(code).kind


def status_by_rule(source: Source, row: Row, region: str) -> str:
    """Return the status of a row of ``region``, seeing what the publisher hides by rule.

    Some copies write a zero where the publisher gives nothing, and a zero would mislead.
    """
    if row.status == "impossible":
        return source.blank_means
    if row.value:
        return row.status
    level, kind = level_of(region), _kind_of_period(row.period)
    hidden = source.withheld_reason(row.measure.partition(":")[2], level, kind)
    return "withheld" if hidden else row.status
