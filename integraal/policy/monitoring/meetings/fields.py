"""What is filled in about a meeting."""

from dataclasses import asdict, dataclass
from datetime import date, time
from typing import Any

from integraal.foundation.ui.cleaning import cleaned


@dataclass(frozen=True)
class Plan:
    """When and where a meeting is; an empty title or chair is that of its kind."""

    day: date | None
    title: str = ""
    starts: time | None = None
    place: str = ""
    chair: str = ""

    def values(self) -> dict[str, Any]:
        """Return the values of the row, as they are stored."""
        given = asdict(self)
        return {name: _one_line(value) for name, value in given.items()}


def _one_line(value: Any) -> Any:
    return " ".join(cleaned(value).split()) if isinstance(value, str) else value
