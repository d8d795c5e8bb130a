"""Chain what was recorded, afterwards, so that no deed waits; and destroy it at its term."""

from collections.abc import Iterator
from contextlib import contextmanager

import pgtrigger
from django.db import connection, connections, transaction
from django.utils import timezone

from integraal.foundation.audit import chain
from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.models import Event, Link, Segment
from integraal.foundation.audit.queries import as_chained, chain_end, unchained_events
from integraal.foundation.audit.recording import record
from integraal.foundation.audit.terms import DestructionRefused, check_stretch, check_term
from integraal.foundation.database.row_security import TENANT_SETTING
from integraal.foundation.database.tenancy import tenant_scope

BATCH = 1000
OWNER = "owner"
TURN = 0x16A1
"""First key of the advisory lock that gives one chainer per tenant its turn."""


@transaction.atomic
def chain_events(*, by: Actor) -> int:
    """Add the links for all events of the tenant that have none yet.

    Records no event of its own: chaining is the record.

    Returns:
        how many events were chained (at most ``BATCH``; call again when it is that many).
    """
    # One chainer per tenant at a time; a second one waits and then finds nothing left.
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [TURN, by.tenant_id])
    end = chain_end(by.tenant_id)
    position, before, month = end.position, end.hash, end.month
    links = []
    for event in unchained_events(BATCH):
        position += 1
        before = chain.next_hash(before, position, as_chained(event))
        # A deed of last month may be chained after one of this month. It then counts with this
        # month: months stay whole stretches, and nothing is destroyed before its term.
        month = max(month, f"{event.day:%Y-%m}")
        links.append(
            Link(
                tenant_id=by.tenant_id,
                position=position,
                event_id=event.pk,
                month=month,
                hash=before,
                linked_on=timezone.localdate(),
            )
        )
    Link.objects.bulk_create(links)
    return len(links)


@transaction.atomic
def keep_destroyed_segment(
    *, by: Actor, month: str, first: int, last: int, closing: str, using: str = "default"
) -> Segment:
    """Keep what must stay of a month whose events are destroyed at their term."""
    return Segment.objects.using(using).create(
        tenant_id=by.tenant_id,
        month=month,
        first_position=first,
        last_position=last,
        closing_hash=closing,
        destroyed_on=timezone.localdate(),
    )


def destroy_month(*, by: Actor, month: str, older_than_months: int) -> Segment:
    """Destroy the events and links of one whole month, and keep its length and closing hash.

    The application's role can neither change nor remove an event, so the owner of the tables
    does it, with the trigger that refuses it lifted for these two tables alone.

    Args:
        by: the product itself, in a command.
        month: as ``2024-03``.
        older_than_months: the term; the month must have ended at least so many months ago.

    Raises:
        DestructionRefused: it is no month, its term is not over, nothing of it is chained, or
            an event of it still waits for its link.
    """
    check_term(month, older_than_months, timezone.localdate())
    with tenant_scope(by.tenant_id), _as_owner(by.tenant_id):
        links = Link.objects.using(OWNER).filter(month=month).order_by("position")
        stretch = list(links.values_list("position", "hash", "event_id"))
        check_stretch(month, [position for position, _, _ in stretch])
        _check_nothing_waits(month)
        first, last, closing = stretch[0][0], stretch[-1][0], stretch[-1][1]
        kept = keep_destroyed_segment(
            by=by, month=month, first=first, last=last, closing=closing, using=OWNER
        )
        Event.objects.using(OWNER).filter(pk__in=[key for _, _, key in stretch]).delete()
        links.delete()
        record("trail.month_destroyed", by=by, month=month, first=first, last=last)
    return kept


@contextmanager
def _as_owner(tenant_id: int) -> Iterator[None]:
    triggers = ("audit.Event:only_added", "audit.Link:only_added")
    with transaction.atomic(using=OWNER), pgtrigger.ignore(*triggers, databases=[OWNER]):
        with connections[OWNER].cursor() as cursor:
            cursor.execute("SELECT set_config(%s, %s, true)", [TENANT_SETTING, str(tenant_id)])
            cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [TURN, tenant_id])
        yield


def _check_nothing_waits(month: str) -> None:
    year, number = (int(part) for part in month.split("-"))
    of_month = Event.objects.using(OWNER).filter(day__year=year, day__month=number)
    linked = Link.objects.using(OWNER).values("event_id")
    if of_month.exclude(pk__in=linked).exists():
        raise DestructionRefused(
            f"Van {month} wachten nog gebeurtenissen op hun schakel. Geef eerst audit-chain."
        )
