"""Put the country's division in the national tables: the owner's work, done by command.

The tables have no tenant and the application's role cannot write them, so this is no deed of a
municipality and leaves no event; who may run a command on the server may do this.
"""

from collections.abc import Sequence

from django.db import transaction

from integraal.foundation.areas.coded import Change, Coded
from integraal.foundation.areas.models import CodeChange, CodedArea

OWNER = "owner"


def replace_division(year: int, areas: Sequence[Coded]) -> int:
    """Make ``areas`` the division of ``year``; returns how many there are. All or nothing."""
    with transaction.atomic(using=OWNER):
        CodedArea.objects.using(OWNER).filter(year=year).delete()
        CodedArea.objects.using(OWNER).bulk_create(
            [CodedArea(year=year, **vars(area)) for area in areas], batch_size=2000
        )
    return len(areas)


def replace_changes(changes: Sequence[Change]) -> int:
    """Make ``changes`` the known changes of the years they begin in. All or nothing."""
    years = {change.from_year for change in changes}
    with transaction.atomic(using=OWNER):
        CodeChange.objects.using(OWNER).filter(from_year__in=years).delete()
        CodeChange.objects.using(OWNER).bulk_create(
            [CodeChange(**vars(change)) for change in changes], batch_size=2000
        )
    return len(changes)
