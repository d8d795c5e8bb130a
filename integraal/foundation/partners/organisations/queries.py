"""Read the organisations the municipality works with; its own is not one of them."""

import uuid
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from integraal.foundation.partners.models import Profile
from integraal.foundation.people.models import Member, Organisation


def partners() -> QuerySet[Organisation]:
    """Return all partners, those we work with no more too, with their profile."""
    return Organisation.objects.exclude(
        kind=Organisation.Kind.MUNICIPALITY
    ).prefetch_related("profiles")  # fmt: skip


def current_partners(today: date) -> QuerySet[Organisation]:
    """Return the partners we work with on a day."""
    return partners().exclude(pk__in=_ended(today))


def found_partners(*, words: str, kind: str, who: str, today: date) -> QuerySet[Organisation]:
    """Return the partners that a search asks for, by name.

    Args:
        words: each in a name, a role or the function of somebody who works there.
        kind: code of a kind; empty for all.
        who: "nu" for those we work with, "weg" for those we work with no more, or all.
        today: the day at hand.
    """
    found = partners()
    if who == "nu":
        found = current_partners(today)
    elif who == "weg":
        found = found.filter(pk__in=_ended(today))
    if kind:
        found = found.filter(kind=kind)
    for word in words.split():
        found = found.filter(
            Q(name__icontains=word)
            | Q(pk__in=Profile.objects.filter(role__icontains=word).values("organisation"))
            | Q(pk__in=Member.objects.filter(function__icontains=word).values("organisation"))
        )
    return found


def _ended(today: date) -> QuerySet[Profile, Any]:
    return Profile.objects.filter(ended_on__lte=today).values("organisation")


def profile_of(organisation: Organisation) -> Profile:
    """Return the profile; a blank one, not saved and with revision 0, when there is none yet."""
    kept = next(iter(organisation.profiles.all()), None)
    return kept or Profile(
        tenant_id=organisation.tenant_id, organisation=organisation, revision=0, role="", website=""
    )


def partner(pk: uuid.UUID) -> Organisation | None:
    """Return one partner with its profile."""
    return partners().filter(pk=pk).first()
