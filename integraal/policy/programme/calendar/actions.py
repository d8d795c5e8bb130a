"""Make a calendar address of one's own, and revoke it."""

from django.db import transaction
from django.utils import timezone

from integraal.foundation.audit.actors import Actor, Through
from integraal.foundation.audit.recording import record
from integraal.foundation.links.terms import LONGEST
from integraal.foundation.people.access import NotAllowed
from integraal.policy.programme.models import CalendarFeed


@transaction.atomic
def make_feed(*, by: Actor) -> CalendarFeed:
    """Make a new calendar address for the actor; the one before stops working at once.

    Raises:
        NotAllowed: nobody is signed in.
    """
    _check_member(by)
    _revoke_all(by)
    today = timezone.localdate()
    feed = CalendarFeed.objects.create(
        tenant_id=by.tenant_id, member_id=by.member_id, made_on=today, ends_on=today + LONGEST
    )
    record("programme.calendar_made", by=by, subject=feed)
    return feed


@transaction.atomic
def revoke_feed(*, by: Actor) -> None:
    """Let the calendar address of the actor stop working at once; without one nothing happens.

    Raises:
        NotAllowed: nobody is signed in.
    """
    _check_member(by)
    _revoke_all(by)


def _revoke_all(by: Actor) -> None:
    rows = CalendarFeed.objects.select_for_update(of=("self",))
    for feed in rows.filter(member_id=by.member_id, revoked_on=None):
        feed.revoked_on = timezone.localdate()
        feed.save(update_fields=["revoked_on"])
        record("programme.calendar_revoked", by=by, subject=feed)


def _check_member(by: Actor) -> None:
    if by.member_id is None or by.through == Through.LINK:
        raise NotAllowed("Alleen wie is aangemeld, kan een agenda maken.")
