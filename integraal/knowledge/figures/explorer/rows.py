"""From stored values to the rows of the explorer: present, added up, withheld or missing.

It reads no database: what a row says follows from the values and the definitions.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Literal
from uuid import UUID

from integraal.knowledge.figures.composing import (
    FoundDenominator,
    added_up,
    compose,
    find_denominator,
    period_of,
)
from integraal.knowledge.figures.definitions import source_for
from integraal.knowledge.figures.estimates import Estimate, Status
from integraal.knowledge.figures.explorer.fetching import Stored, StoredRow
from integraal.knowledge.figures.explorer.noting import notes_of
from integraal.knowledge.figures.explorer.places import Place
from integraal.knowledge.figures.margins import keep_margins
from integraal.knowledge.indicators.definitions import Indicator
from integraal.knowledge.indicators.periods import Period

Counting = Literal["current", "older"]
ABSENT = "Hier is geen cijfer van ingelezen."
SAID_MISSING = "De bron geeft hier geen cijfer: onbekend, of te klein om te geven."
SAID_WITHHELD = "De bron houdt dit cijfer geheim. Dat is geen nul."
SAID_IMPOSSIBLE = "Volgens de bron kan dit cijfer hier niet bestaan."
SAID_SMALL = "Kleine aantallen zijn afgeschermd, zodat niemand te herkennen is."
SAID_COMPLEMENTARY = "Afgeschermd, omdat hieruit een klein aantal te berekenen zou zijn."
_WHY_NOT: dict[Status, str] = {
    "missing": "onbekend",
    "withheld": "niet vrijgegeven",
    "impossible": "komt niet voor",
}


@dataclass(frozen=True)
class RowId:
    """The stored row behind a number: of one's own figures, or of a national table."""

    kind: Literal["own", "national"]
    id: UUID | int


@dataclass(frozen=True)
class Row:
    """One area in one period.

    Attributes:
        estimate: the figure; None when there is no stored value to make one from.
        status: as of the estimate; "withheld" as well where a rule of the source says why.
        reason: why there is no number, as a sentence; empty when there is one.
        notes: what travels with the number: rounded, provisional, added up.
        origins: the stored rows it rests on.
        parts: keys of the areas it was added up from.
        step: to how many the source rounded each number behind it; 1 for not at all.
    """

    place: Place
    counting: Counting
    period: Period
    estimate: Estimate | None
    status: Status
    reason: str = ""
    notes: tuple[str, ...] = ()
    origins: tuple[RowId, ...] = ()
    parts: tuple[str, ...] = ()
    step: int = 1

    @cached_property
    def shown(self) -> dict[str, Any]:
        """The numbers as they are shown and exported, rounded; empty without an estimate."""
        return self.estimate.as_json() if self.estimate else {}

    @property
    def count(self) -> int | None:
        """The number as a whole count; None for anything else."""
        value = self.estimate.value if self.estimate else None
        return value if isinstance(value, int) else None


@dataclass
class RowMaker:
    """Makes the rows of one indicator, each once.

    Attributes:
        indicator: what is counted, in the counting of ``counting``.
        stored: what is counted, with its denominators.
        children: key of a district to those of its neighbourhoods.
    """

    indicator: Indicator
    counting: Counting
    stored: Stored
    children: Mapping[str, Sequence[str]]
    places: Mapping[str, Place]
    _made: dict[tuple[str, str], Row] = field(default_factory=dict)
    _reasons: dict[tuple[str, str], str] = field(default_factory=dict)
    _found: dict[tuple[str, str], FoundDenominator | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._measures = self.indicator.measures
        if self.indicator.kind == "count" and len(self._measures) == 1:
            keep_margins(
                (int(row.value.value), row.value.rounded_to)
                for row in self.stored.rows.values()
                if row.value.value is not None
            )

    def periods(self, keys: Sequence[str]) -> set[str]:
        """Return the codes of the periods in which one of these places, or its parts, has a row."""
        wanted = set(keys).union(*(self.children.get(key, ()) for key in keys))
        measures = set(self._measures)
        return {
            period
            for measure, key, period in self.stored.rows
            if measure in measures and key in wanted
        }

    def row(self, place: Place, period: str) -> Row:
        """Return the row of a place and a period."""
        known = self._made.get((place.key, period))
        if known is None:
            known = self._made[place.key, period] = self._row(place, period)
        return known

    def _row(self, place: Place, period: str) -> Row:
        parts = self._stored_parts(place.key, period)
        estimate = compose(
            self.indicator,
            [part.value for part in parts],
            place.reference,
            self._denominator(place, period),
        )
        if estimate:
            return self._from_parts(place, period, parts, estimate)
        added = self._added_up(place, period)
        if added:
            return added
        reason = self._withheld_by_rule(place.kind, period)
        status: Status = "withheld" if reason else "missing"
        said = reason or (
            self._not_whole(len(parts)) if parts else self._not_added_up(place, period) or ABSENT
        )
        return Row(place, self.counting, period_of(period), None, status, said)

    def _not_whole(self, known: int) -> str:
        return (
            f"Van de {len(self._measures)} delen van dit cijfer zijn er {known} "
            "ingelezen. Een deel is geen geheel, dus er staat geen getal."
        )

    def _not_added_up(self, place: Place, period: str) -> str:
        """Return why a district is no sum of its neighbourhoods; nothing when none has a row."""
        keys = self.children.get(place.key, ())
        stored = [self._stored_parts(key, period) for key in keys]
        if self.indicator.kind != "count" or not any(stored):
            return ""
        without = [parts for parts in stored if not self._has_number(parts)]
        statuses = {part.value.status for parts in without for part in parts}
        why = [words for status, words in _WHY_NOT.items() if status in statuses]
        why += ["niet ingelezen"] if any(len(p) < len(self._measures) for p in without) else []
        has = "heeft" if len(without) == 1 else "hebben"
        buurten = "buurt" if len(keys) == 1 else "buurten"
        return (
            f"Niet op te tellen: {len(without)} van de {len(keys)} {buurten} {has} geen cijfer "
            f"({' of '.join(why)})."
        )

    def _stored_parts(self, key: str, period: str) -> list[StoredRow]:
        rows = self.stored.rows
        found = [rows.get((measure, key, period)) for measure in self._measures]
        return [row for row in found if row is not None]

    def _from_parts(
        self, place: Place, period: str, parts: Sequence[StoredRow], estimate: Estimate
    ) -> Row:
        rule = "" if estimate.value is not None else self._withheld_by_rule(place.kind, period)
        status: Status = "withheld" if rule else estimate.status
        step = max(part.value.rounded_to for part in parts)
        kind: Literal["own", "national"] = "own" if place.origin == "own" else "national"
        return Row(
            place=place,
            counting=self.counting,
            period=estimate.period,
            estimate=_without_rate(estimate) if place.few_inhabitants else estimate,
            status=status,
            reason=rule or _reason(status),
            notes=notes_of(estimate, place, step),
            step=step,
            origins=tuple(RowId(kind, part.row) for part in parts),
        )

    def _added_up(self, place: Place, period: str) -> Row | None:
        """Return a district added up from its neighbourhoods, when every one has a value."""
        keys = self.children.get(place.key, ())
        if not keys or self.indicator.kind != "count":
            return None
        found: list[StoredRow] = []
        for key in keys:
            parts = self._stored_parts(key, period)
            if not self._has_number(parts):
                return None
            found += [part for part in parts if part.value.value is not None]
        values = [one.value for one in found]
        denominator = self._denominator(place, period) or self._sum_of_denominators(keys, period)
        estimate = added_up(self.indicator, values, place.reference, denominator)
        step = max(one.rounded_to for one in values)
        buurten = "1 buurt" if len(keys) == 1 else f"{len(keys)} buurten"
        return Row(
            place=place,
            counting=self.counting,
            period=estimate.period,
            estimate=estimate,
            status="present",
            notes=(f"opgeteld uit {buurten}", *notes_of(estimate, place, step)),
            step=step,
            origins=tuple(RowId("own", one.row) for one in found),
            parts=tuple(keys),
        )

    def _has_number(self, parts: Sequence[StoredRow]) -> bool:
        """Whether an area has a number: what cannot occur adds nothing and hides nothing."""
        statuses = {part.value.status for part in parts}
        return (
            len(parts) == len(self._measures)
            and "present" in statuses
            and statuses <= {"present", "impossible"}
        )

    def _denominator(self, place: Place, period: str) -> FoundDenominator | None:
        return self._denominator_of(place.key, period)

    def _denominator_of(self, key: str, period: str) -> FoundDenominator | None:
        known = self.stored.denominators.get(key)
        if not known:
            return None
        year = period[:4]
        if (key, year) not in self._found:
            self._found[key, year] = find_denominator(self.indicator.denominator, period, known)
        return self._found[key, year]

    def _sum_of_denominators(self, keys: Sequence[str], period: str) -> FoundDenominator | None:
        """Return the denominators of all parts together, when all are of the same year."""
        found = [self._denominator_of(key, period) for key in keys]
        known = [one for one in found if one]
        if len(known) < len(keys) or len({one.period for one in known}) != 1:
            return None
        return replace(known[0], value=sum(one.value for one in known))

    def _withheld_by_rule(self, kind: str, period: str) -> str:
        known = self._reasons.get((kind, period[4:6]))
        if known is None:
            known = withheld_reason(self.indicator, kind, period)
            self._reasons[kind, period[4:6]] = known
        return known


def withheld_reason(indicator: Indicator, level: str, period: str) -> str:
    """Return why the source gives none of this at a level, as its definition says; or nothing.

    Args:
        level: kind of area, such as "neighbourhood".
        period: CBS code.
    """
    frequency = Period.from_code(period).kind
    source = source_for(indicator.numerator.list, level, frequency)
    if source is None:
        return ""
    reasons = (
        source.withheld_reason(code, level, frequency) for code in indicator.numerator.classes
    )
    return next((reason for reason in reasons if reason), "")


def _reason(status: Status) -> str:
    words: dict[Status, str] = {
        "missing": SAID_MISSING,
        "withheld": SAID_WITHHELD,
        "impossible": SAID_IMPOSSIBLE,
    }
    return words.get(status, "")


def _without_rate(estimate: Estimate) -> Estimate:
    return replace(estimate, rate=None, rate_low=None, rate_high=None, denominator_period=None)
