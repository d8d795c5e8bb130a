"""Find events, and the rows they are about, without a query for each event."""

import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.apps import apps
from django.db.models import Model, QuerySet

from integraal.foundation.audit import queries as audit
from integraal.foundation.audit.chain import Fault
from integraal.foundation.audit.models import Event
from integraal.foundation.people.models import Member
from integraal.foundation.people.queries import names_of

VERIFIED_AT_ONCE = 2_000
"""Links that are verified with every view of the page; above it only when asked."""
THE_PRODUCT = "integraal"


@dataclass(frozen=True)
class Asked:
    """What the trail is narrowed by; empty or ``None`` narrows nothing.

    Attributes:
        person: identifier of a member, or ``THE_PRODUCT``.
        verb: code of a verb.
        first, last: days, both included.
    """

    person: str = ""
    verb: str = ""
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True)
class ChainState:
    """How the chain stands: events in it, events waiting, and where it does not hold.

    ``faults`` is ``None`` when the chain was not verified for this view.
    """

    chained: int
    waiting: int
    faults: list[Fault] | None


def found_events(asked: Asked, *, newest_first: bool = True) -> QuerySet[Event]:
    """Return the events that ``asked`` leaves, by time."""
    found = audit.events()
    if asked.person == THE_PRODUCT:
        found = found.filter(actor_id__isnull=True)
    elif asked.person:
        found = found.filter(actor_id=asked.person)
    if asked.verb:
        found = found.filter(verb=asked.verb)
    if asked.first:
        found = found.filter(day__gte=asked.first)
    if asked.last:
        found = found.filter(day__lte=asked.last)
    return found if newest_first else found.order_by("at", "id")


def actors_of(events: Iterable[Event]) -> dict[uuid.UUID, Member]:
    """Return who did the events, by identifier; who was destroyed is absent."""
    return names_of({event.actor_id for event in events if event.actor_id})


def subjects_of(events: Iterable[Event]) -> dict[uuid.UUID, str]:
    """Return what the events are about, in words by identifier; what was destroyed is absent."""
    wanted: dict[str, set[uuid.UUID]] = defaultdict(set)
    for event in events:
        if event.subject_id:
            wanted[event.subject_kind].add(event.subject_id)
    return {
        key: words for kind, ids in wanted.items() for key, words in _words_of(kind, ids).items()
    }


def chain_state(tenant_id: int, *, verify: bool) -> ChainState:
    """Return how the chain stands; a short one is always verified."""
    chained = audit.chained_count()
    verify = verify or chained <= VERIFIED_AT_ONCE
    return ChainState(
        chained=chained,
        waiting=audit.unchained_count(),
        faults=audit.chain_faults(tenant_id) if verify else None,
    )


def _words_of(kind: str, ids: set[uuid.UUID]) -> dict[uuid.UUID, str]:
    try:
        model = apps.get_model(kind)
    except (LookupError, ValueError):  # a kind of an earlier release
        return {}
    return {row.pk: _words(row) for row in model._default_manager.filter(pk__in=ids)}


def _words(row: Model) -> str:
    # Without words of its own a row is named by its kind.
    has_words = type(row).__str__ is not Model.__str__
    return str(row) if has_words else str(row._meta.verbose_name)
