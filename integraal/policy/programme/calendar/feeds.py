"""Personal calendar addresses: whose it is, whether it works, and what it holds."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time

from django.db.models import Q, QuerySet

from integraal.foundation.audit.actors import Actor
from integraal.foundation.database.models import Tenant
from integraal.foundation.database.tenancy import set_tenant
from integraal.foundation.lifecycle.states import State
from integraal.foundation.links import brake
from integraal.foundation.links.derived import derived_secret, named_by
from integraal.foundation.links.terms import OPEN, state_of
from integraal.foundation.people import roles
from integraal.foundation.people.models import Member
from integraal.policy.programme.calendar.ics import Event
from integraal.policy.programme.models import (
    Asking,
    CalendarFeed,
    Measure,
    Milestone,
    Progress,
    Status,
)

PREFIX, KIND = "igc", "calendar-link"


def own_feed(by: Actor, today: date) -> CalendarFeed | None:
    """Return the calendar address of the actor that works today."""
    found = CalendarFeed.objects.filter(member_id=by.member_id, revoked_on=None)
    return found.filter(ends_on__gte=today).first()


def secret_of(feed: CalendarFeed) -> str:
    """Return the secret in the address; it is derived, and kept nowhere."""
    return derived_secret(PREFIX, feed.tenant_id, feed.pk)


def feed_opened_by(secret: str, today: date) -> CalendarFeed | None:
    """Return the feed a secret opens, and work for its municipality from here on.

    Whatever is wrong (forged, ended, revoked, somebody left), the answer is ``None``.
    """
    named = named_by(secret, PREFIX)
    if named is None or brake.is_on(named.tenant_id, KIND):
        return None
    feed = None
    if named.is_real:
        set_tenant(named.tenant_id)
        found = CalendarFeed.objects.filter(pk=named.pk)
        feed = found.select_related("member", "tenant").first()
        if feed and _works(feed, today):
            return feed
        set_tenant(None)
    if Tenant.objects.filter(pk=named.tenant_id).exists():
        brake.note_wrong(named.tenant_id, KIND)
    return None


def _works(feed: CalendarFeed, today: date) -> bool:
    is_open = state_of(feed.ends_on, feed.revoked_on, today) == OPEN
    return is_open and feed.member.is_active_on(today)


def may_have_everything(member: Member) -> bool:
    """Return whether somebody may put all measures in a calendar."""
    return roles.ADVISER.code in member.roles


def events_of(member: Member, *, everything: bool) -> Iterator[Event]:
    """Yield the days of somebody's measures: ends, milestones, and updates that are due.

    Only of adopted programmes; no person is named. What was stopped is left out.

    Args:
        member: whose calendar it is.
        everything: all measures, for who may have those; else those of which the member is the
            owner or the deputy.
    """
    found = _measures(member, everything and may_have_everything(member))
    stopped = set(Progress.objects.filter(status=Status.STOPPED).values_list("lineage", "measure"))
    rows = found.values_list(
        "pk", "key", "title", "ends_on", "written_at", "programme__lineage", "programme__title"
    )
    kept = {row[0]: row for row in rows if (row[5], row[1]) not in stopped}
    for _, key, title, ends_on, written_at, _, programme in kept.values():
        if ends_on:
            yield Event(f"{key}-einde", ends_on, f"Loopt af: {title}", programme, written_at)
    for milestone in Milestone.objects.filter(measure__in=found).order_by("day", "id"):
        if milestone.measure_id in kept:
            _, _, title, _, written_at, _, _ = kept[milestone.measure_id]
            yield Event(
                f"{milestone.key}-mijlpaal", milestone.day, f"Mijlpaal: {milestone.title}",
                f"Maatregel: {title}", written_at,
            )  # fmt: skip
    yield from _due(member)


def _measures(member: Member, everything: bool) -> QuerySet[Measure]:
    found = Measure.objects.filter(programme__state=State.ADOPTED)
    if everything:
        return found
    return found.filter(Q(owner_id=member.pk) | Q(deputy_id=member.pk))


def _due(member: Member) -> Iterator[Event]:
    asked = Asking.objects.filter(member=member, answered_on=None, revoked_on=None)
    for one in asked.select_related("programme").defer("programme__frozen"):
        stamp = datetime.combine(one.asked_on, time(), UTC)
        say = "Zeg hoe uw maatregelen lopen; u kreeg er een mail over."
        yield Event(
            f"{one.pk}-bijwerken", one.due_on, f"Bijwerken: {one.programme.title}", say, stamp
        )
