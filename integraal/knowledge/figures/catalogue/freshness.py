"""How fresh a source is: days since it was fetched, against what its rhythm asks. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from integraal.foundation.ui.dutch import number
from integraal.knowledge.indicators.periods import Period
from integraal.knowledge.indicators.provenance import (
    Provenance,
    Status,
    read_code,
    read_provenance,
    read_status,
    subject,
)
from integraal.knowledge.indicators.reading import FieldReader

State = Literal["never", "old", "getting-old", "fresh"]

# The most urgent first; what was never fetched does not grow older.
URGENCY: tuple[State, ...] = ("old", "getting-old", "fresh", "never")
WORDS: dict[State, str] = {
    "never": "nog niet opgehaald",
    "fresh": "actueel",
    "getting-old": "wordt oud",
    "old": "verouderd",
}
_RHYTHMS = ("month", "quarter", "year")


@dataclass(frozen=True)
class Thresholds:
    """After how many days sources of one rhythm count as getting old, and as old."""

    code: str
    name: str
    getting_old: int
    old: int
    status: Status
    provenance: Provenance


def parse_thresholds(data: object) -> Thresholds:
    """Read the thresholds of one rhythm, as they stand in definitions/freshness.yaml.

    Raises:
        DefinitionProblem: with every problem as a Dutch sentence.
    """
    reader = FieldReader(data, subject("Versheid", data))
    thresholds = Thresholds(
        code=read_code(reader),
        name=reader.text("name"),
        getting_old=reader.whole_number("getting_old"),
        old=reader.whole_number("old"),
        status=read_status(reader),
        provenance=read_provenance(reader),
    )
    if thresholds.code and thresholds.code not in _RHYTHMS:
        reader.note(f"de code is een van {', '.join(_RHYTHMS)}.")
    if thresholds.old <= thresholds.getting_old:
        reader.note("'old' moet meer dagen zijn dan 'getting_old'. Draai ze om.")
    reader.finish()
    return thresholds


def state_of(
    fetched: date | None,
    today: date,
    frequency: Iterable[str],
    known: dict[str, Thresholds],
    *,
    newest: Period | None = None,
) -> State:
    """Return how fresh a source is.

    Args:
        fetched: the day of the newest copy we have; None: there is none.
        today: the day it is judged.
        frequency: kinds of period of the source; the shortest one sets the rhythm.
        known: thresholds by rhythm.
        newest: the newest period in it. A copy of today with figures of years ago is old too, so
            the days count that the period after it has been over.
    """
    if fetched is None:
        return "never"
    rhythm = next((one for one in _RHYTHMS if one in set(frequency)), "year")
    found = [_state(known[rhythm], (today - fetched).days)]
    if newest:
        found.append(_state(known[newest.kind], _days_without_the_next(newest, today)))
    return min(found, key=URGENCY.index)


def _state(limits: Thresholds, days: int) -> State:
    if days >= limits.old:
        return "old"
    return "getting-old" if days >= limits.getting_old else "fresh"


def _days_without_the_next(newest: Period, today: date) -> int:
    """Return for how many days the period after the newest one has been over."""
    over = newest.months.stop + len(newest.months)
    return (today - date(over // 12, over % 12 + 1, 1)).days


def age_in_words(fetched: date | None, today: date) -> str:
    """Return how long ago a day is: "vandaag", "12 dagen", "3 maanden", "2 jaar"."""
    if fetched is None:
        return WORDS["never"]
    days = (today - fetched).days
    if days <= 0:
        return "vandaag"
    if days < 60:
        return "1 dag" if days == 1 else f"{days} dagen"
    months = int(days / 30.44)
    return f"{months} maanden" if months < 24 else f"{number(months // 12)} jaar"
