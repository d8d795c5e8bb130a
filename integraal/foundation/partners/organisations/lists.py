"""The list of partners as it is sorted, and what is counted for it."""

import uuid
from collections import Counter
from datetime import date

from django.db.models import Q, QuerySet
from django.db.models.functions import Lower

from integraal.foundation.partners.models import CovenantParty
from integraal.foundation.partners.organisations.queries import found_partners
from integraal.foundation.people.models import Member, Organisation
from integraal.foundation.ui.tables import Sorting

_SORTED_BY = {"naam": "name", "soort": "kind"}


def found_list(
    *, words: str, kind: str, who: str, sorting: Sorting, today: date
) -> QuerySet[Organisation]:
    """Return the partners of a search (see ``found_partners``) in the order asked."""
    found = found_partners(words=words, kind=kind, who=who, today=today)
    column = Lower(_SORTED_BY[sorting.key])
    asked = column.desc() if sorting.descending else column.asc()
    return found.order_by(asked, Lower("name"), "pk")


def people_by_partner(today: date) -> Counter[uuid.UUID]:
    """Return how many people can be asked at each partner on a day."""
    working = Q(active_until__isnull=True) | Q(active_until__gt=today)
    return Counter(Member.objects.filter(working).values_list("organisation", flat=True))


def titles_by_partner() -> dict[uuid.UUID, list[str]]:
    """Return the titles of the covenants that bind each partner."""
    found: dict[uuid.UUID, list[str]] = {}
    pairs = CovenantParty.objects.order_by("covenant__title")
    for organisation, title in pairs.values_list("organisation", "covenant__title"):
        found.setdefault(organisation, []).append(title)
    return found
