"""What somebody chose about a partner's table, kept with the draft and remembered afterwards."""

import uuid
from collections.abc import Mapping as AnyMapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from integraal.knowledge.figures.importing.measures import OwnMeasure
from integraal.knowledge.sources.partner.mapping import Mapping


@dataclass(frozen=True)
class Choices:
    """The table's name, whose it is, and what its columns mean.

    headers: the headings it was chosen for, to tell what changed. own: measures that are new with
    this table.
    """

    name: str
    organisation: uuid.UUID
    received_on: date
    sheet: str
    headers: tuple[str, ...]
    mapping: Mapping
    own: tuple[OwnMeasure, ...] = ()

    def as_plain(self) -> dict[str, Any]:
        """Return the choices as plain JSON data, for ``from_plain``."""
        return {
            "name": self.name,
            "organisation": str(self.organisation),
            "received_on": self.received_on.isoformat(),
            "sheet": self.sheet,
            "headers": list(self.headers),
            "mapping": self.mapping.as_plain(),
            "own": [{"name": one.name, "kind": one.kind} for one in self.own],
        }

    @classmethod
    def from_plain(cls, data: AnyMapping[str, Any]) -> "Choices":
        """Return choices from what ``as_plain`` gave.

        Raises:
            FileProblem: the mapping in it is damaged.
        """
        return cls(
            name=data["name"],
            organisation=uuid.UUID(data["organisation"]),
            received_on=date.fromisoformat(data["received_on"]),
            sheet=data["sheet"],
            headers=tuple(data["headers"]),
            mapping=Mapping.from_plain(data["mapping"]),
            own=tuple(OwnMeasure(one["name"], one["kind"]) for one in data["own"]),
        )

    def fits(self, headers: tuple[str, ...]) -> bool:
        """Return whether a table has the very headings these were chosen for."""
        return _plain(self.headers) == _plain(headers)

    def on(self, day: date) -> "Choices":
        """Return the same choices for a table received on another day."""
        return replace(self, received_on=day)


def changed_headers(
    before: tuple[str, ...], now: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return which headings came and which went."""
    old, new = set(_plain(before)), set(_plain(now))
    came = tuple(one for one in now if _plain((one,))[0] not in old)
    went = tuple(one for one in before if _plain((one,))[0] not in new)
    return came, went


def likeness(before: tuple[str, ...], now: tuple[str, ...]) -> float:
    """Return which share of all headings two tables have in common, 0 to 1."""
    old, new = set(_plain(before)), set(_plain(now))
    return len(old & new) / len(old | new) if old | new else 0.0


def _plain(headers: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(" ".join(one.casefold().split()) for one in headers)
