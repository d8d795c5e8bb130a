"""Where a meeting stands. Pure.

planned -> held -> adopted      (gepland, gehouden, verslag vastgesteld)
"""

from enum import StrEnum


class MeetingState(StrEnum):
    """Where a meeting stands."""

    PLANNED = "planned"
    HELD = "held"
    ADOPTED = "adopted"


LABELS: dict[MeetingState, str] = {
    MeetingState.PLANNED: "Gepland",
    MeetingState.HELD: "Gehouden",
    MeetingState.ADOPTED: "Verslag vastgesteld",
}
MOVES = (
    (MeetingState.PLANNED, MeetingState.HELD),
    (MeetingState.HELD, MeetingState.ADOPTED),
)
ADOPTED_STAYS = (
    "Het verslag is vastgesteld en verandert niet meer. "
    "Zet een correctie op de agenda van het volgende overleg."
)


def frozen_problem(state: str) -> str | None:
    """Return why nothing of the meeting may be written any more, or ``None``."""
    return ADOPTED_STAYS if state == MeetingState.ADOPTED else None


def cancel_problem(state: str, dealt_with: int, adopts: int) -> str | None:
    """Return why a meeting cannot be called off, or ``None``.

    Args:
        dealt_with: how many items of the agenda have an outcome.
        adopts: how many minutes of earlier meetings it adopted.
    """
    if state != MeetingState.PLANNED:
        return "Dit overleg is al gehouden. Het blijft staan."
    if dealt_with:
        return "Er zijn al punten behandeld. Dit overleg kan niet meer worden afgezegd."
    if adopts:
        return "In dit overleg is een eerder verslag vastgesteld. Het blijft staan."
    return None
