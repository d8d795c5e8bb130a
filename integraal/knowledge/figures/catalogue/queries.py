"""What we have of each indicator and source: the newest period, and the copies it came from."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Max
from django.db.models.functions import Substr
from django.utils import timezone

from integraal.foundation.definitions import queries as stored
from integraal.knowledge.figures.catalogue.freshness import (
    State,
    Thresholds,
    age_in_words,
    parse_thresholds,
    state_of,
)
from integraal.knowledge.figures.definitions import sources
from integraal.knowledge.figures.models import Dataset, Figure, Snapshot
from integraal.knowledge.indicators.definitions import Indicator
from integraal.knowledge.indicators.periods import Period
from integraal.knowledge.sources.definitions import Source


@dataclass(frozen=True)
class SourceState:
    """A source with what we have of it.

    Attributes:
        fetched: day of the newest copy, own file or national table; None: there is none.
        last_period: newest period of the newest national table, or of our own figures.
        copies: how many own files and national tables there are.
    """

    source: Source
    fetched: date | None
    last_period: Period | None
    copies: int
    state: State
    age: str

    @property
    def ago(self) -> str:
        """When it was fetched, in words: "8 maanden geleden"."""
        if self.fetched is None:
            return "nog niet"
        return self.age if self.age == "vandaag" else f"{self.age} geleden"


def newest_periods() -> dict[str, Period]:
    """Return the newest period with a value for each measure of this municipality; one query."""
    rows = (
        Figure.objects.filter(is_current=True, status="present")
        .values_list("measure", Substr("period", 5, 2))
        .annotate(newest=Max("period"))
    )
    found: dict[str, Period] = {}
    for measure, _, code in rows:
        period = Period.from_code(code)
        if measure not in found or _end(period) > _end(found[measure]):
            found[measure] = period
    return found


def newest_of(indicator: Indicator, newest: dict[str, Period]) -> Period | None:
    """Return the newest period of an indicator: that of the part that lags behind most."""
    periods = [newest.get(measure) for measure in indicator.measures]
    known = [period for period in periods if period is not None]
    return min(known, key=_end) if known and len(known) == len(periods) else None


def thresholds() -> dict[str, Thresholds]:
    """Return how old sources may grow, as it holds for this municipality."""
    return {
        code: parse_thresholds(content) for code, content in stored.current("freshness").items()
    }


def source_states(
    only: Iterable[str] | None = None, *, with_periods: bool = True
) -> list[SourceState]:
    """Return the sources with how fresh they are here, in order of their codes.

    Args:
        only: codes of the sources that are asked for; None: all.
        with_periods: whether the newest periods of own figures are looked up as well.
    """
    today, limits = timezone.localdate(), thresholds()
    days: dict[str, list[date]] = defaultdict(list)
    last: dict[str, list[Period]] = defaultdict(list)
    for source, accessed_on in Snapshot.objects.filter(dataset=None).values_list(
        "source", "accessed_on"
    ):
        days[source].append(accessed_on)
    for source, accessed_on, last_period in Dataset.objects.values_list(
        "source", "accessed_on", "last_period"
    ):
        days[source].append(accessed_on)
        last[source].append(Period.from_code(last_period))
    if with_periods:
        for source, period in _own_periods():
            last[source].append(period)
    wanted = sources().keys() if only is None else set(only)
    return [
        SourceState(
            source=source,
            fetched=(fetched := max(days[code], default=None)),
            last_period=(newest := max(last[code], key=_end, default=None)),
            copies=len(days[code]),
            state=state_of(
                fetched,
                today,
                source.frequency,
                limits,
                # A table of one year is what it is; a newer one is another table.
                newest=None if source.fixed_period else newest,
            ),
            age=age_in_words(fetched, today),
        )
        for code, source in sources().items()
        if code in wanted
    ]


def sources_in_use() -> set[str]:
    """Return the codes of the sources that this municipality took figures from."""
    return set(Snapshot.objects.order_by().values_list("source", flat=True).distinct())


def vintages(source: str) -> list[Dataset]:
    """Return the national tables of a source, newest first."""
    return list(Dataset.objects.filter(source=source).order_by("-vintage"))


def own_files(source: str) -> list[Snapshot]:
    """Return what this municipality read of a source, newest first, without the files."""
    return list(
        Snapshot.objects.filter(source=source)
        .defer("content")
        .select_related("loaded_by", "dataset")
    )


def _own_periods() -> list[tuple[str, Period]]:
    rows = (
        Figure.objects.filter(is_current=True)
        .values_list("snapshot__source", Substr("period", 5, 2))
        .annotate(newest=Max("period"))
    )
    return [(source, Period.from_code(code)) for source, _, code in rows]


def _end(period: Period) -> int:
    return period.months.stop
