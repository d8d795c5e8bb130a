"""What a source revised in the figures of a draft since the writer began."""

from dataclasses import dataclass
from typing import Any

from integraal.policy.picture.presenters.figures import shown_number

Json = dict[str, Any]
MOST_NAMED = 8


@dataclass(frozen=True)
class ChangesNote:
    """What ``picture/changes.html`` shows: a heading, a line per figure, and how many more."""

    title: str
    lines: list[str]
    more: int


def changes_note(changes: list[Json]) -> ChangesNote | None:
    """Return the note on changed figures; None when there is nothing to see."""
    if not changes:
        return None
    many = "is 1 cijfer" if len(changes) == 1 else f"zijn {len(changes)} cijfers"
    return ChangesNote(
        title=f"Sinds u begon {many} herzien",
        lines=[
            f"{one['name']}, {one['year']}: {_shown(one['was'])} werd {_shown(one['became'])}."
            for one in changes[:MOST_NAMED]
        ],
        more=max(len(changes) - MOST_NAMED, 0),
    )


def _shown(value: str) -> str:
    return shown_number(value) if value.replace(".", "", 1).isdecimal() else value
