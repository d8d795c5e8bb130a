"""How a task stands, told from its row and the time."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Literal


class State(StrEnum):
    """The state of a task as stored."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


LABELS = {
    State.WAITING: "wacht",
    State.RUNNING: "bezig",
    State.DONE: "klaar",
    State.FAILED: "niet gelukt",
}
SILENCE = timedelta(minutes=2)
"""A worker that gave no sign of life for so long is gone."""

Standing = Literal["waiting", "running", "done", "failed", "broken_off"]


def standing(state: str, seen_at: datetime | None, now: datetime) -> Standing:
    """Return the state, or "broken_off" for a running task whose worker is gone.

    Args:
        state: as stored: waiting, running, done or failed.
        seen_at: the last sign of life; None when there was none yet.
        now: with its time zone.
    """
    if state == "running" and seen_at is not None and now - seen_at > SILENCE:
        return "broken_off"
    return state  # type: ignore[return-value]


def is_in_hand(how: Standing) -> bool:
    """Return whether somebody still works, or is going to work, on the task."""
    return how in ("waiting", "running")
