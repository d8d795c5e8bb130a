"""Where a measure stands in one word, by what was said of it. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Stand = Literal["good", "attention", "stuck", "none"]
STANDS: dict[Stand, str] = {
    "good": "op schema",
    "attention": "aandacht nodig",
    "stuck": "knelpunt",
    "none": "geen gegevens",
}
TRIAD: dict[str, str] = {"good": "ok", "attention": "attention", "stuck": "blocked", "": "none"}
"""A light to its state on the triad of ``ui.components``."""
_DAYS_OF_A_MONTH, _PATIENCE = 31, 14


@dataclass(frozen=True)
class Said:
    """What somebody said of a measure, as the rules see it."""

    status: str = "planned"
    quality: str = ""
    time: str = ""
    money: str = ""
    on: date | None = None

    @property
    def lights(self) -> tuple[str, str, str]:
        return self.quality, self.time, self.money

    @property
    def is_finished(self) -> bool:
        return self.status in ("done", "stopped")


NOTHING_SAID = Said()


def stand_of(said: Said) -> Stand:
    """Return the worst of the three lights; what is done without lights is as planned."""
    if "stuck" in said.lights:
        return "stuck"
    if "attention" in said.lights:
        return "attention"
    if "good" in said.lights or said.status == "done":
        return "good"
    return "none"


def counted(stands: Iterable[Stand]) -> dict[Stand, int]:
    """Return how many measures stand where, every stand named."""
    counts: dict[Stand, int] = dict.fromkeys(STANDS, 0)
    for one in stands:
        counts[one] += 1
    return counts


def is_silent(said: Said, starts_on: date | None, rhythm: int, today: date) -> bool:
    """Return whether nothing was said for longer than was agreed.

    Args:
        said: the last that was said.
        starts_on: when the measure begins; before that nobody is asked.
        rhythm: in how many months owners say how it goes; 0 is never.
        today: today.
    """
    if not rhythm or said.is_finished:
        return False
    since = said.on or starts_on
    patience = timedelta(days=rhythm * _DAYS_OF_A_MONTH + _PATIENCE)
    return since is not None and since + patience < today
