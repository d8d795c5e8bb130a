"""Where a question of the council stands, by its days. Pure."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Stand = Literal["open", "late", "answered"]
LABELS: dict[Stand, str] = {"open": "open", "late": "te laat", "answered": "beantwoord"}


@dataclass(frozen=True)
class Standing:
    """Where a question stands; ``days`` are left, or over when it is late."""

    stand: Stand
    days: int | None = None

    @property
    def words(self) -> str:
        """The standing in a few words."""
        if self.days is None:
            return LABELS[self.stand]
        if self.stand == "late":
            return f"{_days(self.days)} te laat"
        return "vandaag beantwoorden" if self.days == 0 else f"nog {_days(self.days)}"


def standing_of(due_on: date | None, answered_on: date | None, today: date) -> Standing:
    """Return where a question stands today."""
    if answered_on is not None:
        return Standing("answered")
    if due_on is None:
        return Standing("open")
    left = (due_on - today).days
    return Standing("open", left) if left >= 0 else Standing("late", -left)


def _days(many: int) -> str:
    return "1 dag" if many == 1 else f"{many} dagen"
