"""Read the trail and the chain of the tenant that the transaction works for."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC
from itertools import islice
from typing import Any, TypeVar

from django.db.models import Exists, OuterRef, QuerySet

from integraal.foundation.audit import chain
from integraal.foundation.audit.models import Event, Link, Segment

_BATCH = 2_000
Row = TypeVar("Row")


def events() -> QuerySet[Event]:
    """Return all events of the tenant, newest first."""
    return Event.objects.order_by("-at", "-id")


def unchained_events(most: int) -> list[Event]:
    """Return up to ``most`` events without a link, oldest first."""
    return list(_unchained().order_by("at", "id")[:most])


def _unchained() -> QuerySet[Event]:
    linked = Link.objects.filter(tenant_id=OuterRef("tenant_id"), event_id=OuterRef("pk"))
    return Event.objects.filter(~Exists(linked))


@dataclass(frozen=True)
class ChainEnd:
    """Where the chain ends: position, hash, and month of that place."""

    position: int
    hash: str
    month: str


def chain_end(tenant_id: int) -> ChainEnd:
    """Return where the tenant's chain ends: at its last link, or at a destroyed month."""
    ends = [ChainEnd(0, chain.first_hash(tenant_id), "")]
    link = Link.objects.order_by("-position").first()
    if link:
        ends.append(ChainEnd(link.position, link.hash, link.month))
    segment = Segment.objects.order_by("-last_position").first()
    if segment:
        ends.append(ChainEnd(segment.last_position, segment.closing_hash, segment.month))
    return max(ends, key=lambda end: end.position)


def as_chained(event: Event) -> Mapping[str, Any]:
    """Return the event as the chain covers it: every column, as JSON values."""
    return {
        "id": str(event.pk),
        "tenant": event.tenant_id,
        "verb": event.verb,
        "actor": str(event.actor_id) if event.actor_id else None,
        "through": event.through,
        "subject_kind": event.subject_kind,
        "subject": str(event.subject_id) if event.subject_id else None,
        "details": event.details,
        "day": event.day.isoformat(),
        "at": event.at.astimezone(UTC).isoformat(timespec="microseconds") if event.at else None,
    }


def chain_faults(tenant_id: int, known_heads: Mapping[int, str] | None = None) -> list[chain.Fault]:
    """Return every place where the tenant's chain does not hold; empty when it is whole.

    Args:
        tenant_id: the tenant this transaction works for.
        known_heads: position to hash, as kept outside the database.
    """
    stretches = [
        chain.DestroyedStretch(part.first_position, part.last_position, part.closing_hash)
        for part in Segment.objects.order_by("first_position")
    ]
    return chain.faults(chain.first_hash(tenant_id), _chained_events(), stretches, known_heads)


def _chained_events() -> Iterator[chain.ChainedEvent]:
    """Yield every link with its event, a batch at a time, so that a long chain fits."""
    links = Link.objects.order_by("position", "id")
    for batch in _batches(links.iterator(chunk_size=_BATCH)):
        wanted = [link.event_id for link in batch]
        found = {event.pk: as_chained(event) for event in Event.objects.filter(pk__in=wanted)}
        for link in batch:
            yield chain.ChainedEvent(
                link.position, str(link.event_id), link.hash, found.get(link.event_id)
            )


def chained_count() -> int:
    """Return how many events stand in the chain."""
    return Link.objects.count()


def unchained_count() -> int:
    """Return how many events wait for their link."""
    return _unchained().count()


def heads() -> list[tuple[str, int, str]]:
    """Return day, last position and hash of each day on which was chained, oldest first.

    To be kept outside the database: only that shows a chain that was computed anew.
    """
    last_of_day = Link.objects.order_by("linked_on", "-position").distinct("linked_on")
    return [
        (day.isoformat(), position, value)
        for day, position, value in last_of_day.values_list("linked_on", "position", "hash")
    ]


def destroyed_months() -> list[Segment]:
    """Return the months that were destroyed at their term, oldest first."""
    return list(Segment.objects.order_by("first_position"))


def _batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    remaining = iter(rows)
    while batch := list(islice(remaining, _BATCH)):
        yield batch
