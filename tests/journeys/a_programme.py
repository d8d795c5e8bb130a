"""A programme of two dozen measures at the demo's municipality."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.journeys.installation import Installation

MAKE = "from tests.journeys.a_programme import make; print('PROGRAMME', make())"


def programme_in(installation: Installation) -> str:
    """Make the programme in a running installation; returns its identifier."""
    return installation.command("shell", "-c", MAKE).split("PROGRAMME ")[1].strip()


def make() -> str:
    """Make the programme; returns its identifier."""
    from django.db import transaction
    from django.utils import timezone

    from integraal.foundation.database.models import Tenant
    from integraal.foundation.database.tenancy import tenant_scope
    from integraal.foundation.people.models import Member
    from integraal.foundation.people.queries import actor_of
    from integraal.policy.programme.actions import start_programme
    from tests.policy.programme.many import fill

    tenant = Tenant.objects.get(name="Molendrecht")
    with transaction.atomic(), tenant_scope(tenant.pk):
        by = actor_of(Member.objects.get(roles__contains=["adviser"]))
        year = timezone.localdate().year + 3
        programme = start_programme(by=by, first_year=year, last_year=year + 1)
        fill(programme, 24)
        return str(programme.pk)
