"""Read who to ask at a partner."""

import uuid
from datetime import date

from django.db.models import Q, QuerySet

from integraal.foundation.people.models import Member, Organisation


def people_at(organisation: Organisation, today: date) -> QuerySet[Member]:
    """Return who can be asked at a partner, with how to reach them, by function."""
    working = Q(active_until__isnull=True) | Q(active_until__gt=today)
    found = Member.objects.filter(working, organisation=organisation, active_from__lte=today)
    return found.select_related("user").prefetch_related("contacts").order_by("function", "name")


def person_at(organisation: Organisation, pk: uuid.UUID, today: date) -> Member | None:
    return people_at(organisation, today).filter(pk=pk).first()
