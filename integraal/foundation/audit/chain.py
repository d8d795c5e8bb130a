"""The chain of hashes, as plain functions: events in, hashes and faults out.

Each hash covers the one before it and the whole event, so a changed, removed or reordered event
breaks the chain at its place. Whoever owns the database could compute a whole new chain: that
shows only against a head that was kept outside it.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class ChainedEvent:
    """A link with the event found for it (``None`` when the event is gone)."""

    position: int
    event_id: str
    hash: str
    event: Mapping[str, Any] | None


@dataclass(frozen=True)
class Fault:
    """One place where the chain does not hold, and why, in a sentence."""

    position: int
    event_id: str
    sentence: str


@dataclass(frozen=True)
class DestroyedStretch:
    """Positions whose events were destroyed at their term, and the hash they ended with."""

    first: int
    last: int
    closing_hash: str


def first_hash(tenant_id: int) -> str:
    """Return the hash a tenant's chain begins with."""
    return hashlib.sha256(f"integraal audit chain of tenant {tenant_id}".encode()).hexdigest()


def next_hash(before: str, position: int, event: Mapping[str, Any]) -> str:
    """Return the hash of ``event`` (JSON values only) at ``position`` after hash ``before``."""
    text = json.dumps(event, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(f"{before}\n{position}\n{text}".encode()).hexdigest()


def faults(
    start: str,
    links: Iterable[ChainedEvent],
    destroyed: Iterable[DestroyedStretch] = (),
    known_heads: Mapping[int, str] | None = None,
) -> list[Fault]:
    """Return every place where the chain does not hold, in order; empty when it is whole.

    Args:
        start: the first hash of the tenant.
        links: all links, in order of position.
        destroyed: stretches destroyed at their term.
        known_heads: position to hash, as kept outside the database.
    """
    walk = _Walk(start, list(destroyed), dict(known_heads or {}))
    for link in links:
        walk.step(link)
    return walk.end()


class _Walk:
    """Goes along the links, and keeps the hash that the next one must build on."""

    def __init__(
        self, start: str, stretches: list[DestroyedStretch], known: dict[int, str]
    ) -> None:
        self._before: str | None = start
        self._expected = 1
        self._stretches = {stretch.first: stretch for stretch in stretches}
        self._known = known
        self._found: list[Fault] = []

    def step(self, link: ChainedEvent) -> None:
        self._pass_destroyed()
        if link.position != self._expected:
            self._found.append(_gap(self._expected, link.position))
            # What stood before is gone; only a kept head can tell what it was.
            self._before = self._known.get(link.position - 1)
        if fault := _fault_of(link, self._before):
            self._found.append(fault)
        if self._known.get(link.position, link.hash) != link.hash:
            self._found.append(_differs_from_kept_head(link.position, link.event_id))
        self._before, self._expected = link.hash, link.position + 1

    def end(self) -> list[Fault]:
        self._pass_destroyed()
        beyond = sorted(position for position in self._known if position >= self._expected)
        return self._found + [_shorter_than_kept_head(position) for position in beyond]

    def _pass_destroyed(self) -> None:
        while stretch := self._stretches.pop(self._expected, None):
            self._before, self._expected = stretch.closing_hash, stretch.last + 1
            if self._known.get(stretch.last, stretch.closing_hash) != stretch.closing_hash:
                self._found.append(_differs_from_kept_head(stretch.last, ""))


def _gap(expected: int, position: int) -> Fault:
    return Fault(
        expected,
        "",
        f"Schakel {expected} ontbreekt; hierna volgt {position}, of staat een schakel dubbel.",
    )


def _fault_of(link: ChainedEvent, before: str | None) -> Fault | None:
    place = f"Gebeurtenis {link.event_id} op plaats {link.position}"
    if link.event is None:
        return Fault(link.position, link.event_id, f"{place} is verwijderd.")
    if before is not None and next_hash(before, link.position, link.event) != link.hash:
        return Fault(link.position, link.event_id, f"{place} is gewijzigd of verplaatst.")
    return None


def _differs_from_kept_head(position: int, event_id: str) -> Fault:
    return Fault(
        position,
        event_id,
        f"De stand op plaats {position} is een andere dan de stand die buiten de database bewaard "
        "is.",
    )


def _shorter_than_kept_head(position: int) -> Fault:
    return Fault(
        position,
        "",
        f"De keten is afgekapt: plaats {position} ontbreekt, en die stand is buiten de database "
        "bewaard.",
    )
