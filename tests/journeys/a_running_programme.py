"""A programme that runs at the demo's municipality, with three measures of a partner."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.journeys.installation import Installation

MAKE = "from tests.journeys.a_running_programme import make; print('PROGRAMME', make())"
TITLES = ("Jongerenwerker op vrijdagavond", "Afspraken met twee scholen", "Nazorg in de wijk")


def programme_in(installation: Installation) -> str:
    """Make the programme in a running installation; returns its identifier."""
    return installation.command("shell", "-c", MAKE).split("PROGRAMME ")[1].strip()


def make() -> str:
    """Make the programme; returns its identifier."""
    from datetime import date
    from decimal import Decimal

    from django.db import transaction
    from django.utils import timezone

    from integraal.foundation.database.models import Tenant
    from integraal.foundation.database.tenancy import tenant_scope
    from integraal.foundation.lifecycle import actions as lifecycle
    from integraal.foundation.partners.models import Contact
    from integraal.foundation.people.models import Member, Organisation
    from integraal.foundation.people.queries import actor_of
    from integraal.policy.programme.actions import start_programme
    from integraal.policy.programme.content import content_of
    from integraal.policy.programme.measures.actions import add_measure

    tenant = Tenant.objects.get(name="Molendrecht")
    with transaction.atomic(), tenant_scope(tenant.pk):
        by = actor_of(Member.objects.get(roles__contains=["adviser"]))
        partner = Organisation.objects.create(tenant=tenant, kind="youth", name="De Brug (fictief)")
        owner = Member.objects.create(
            tenant=tenant, organisation=partner, name="Kim Zandstra (fictief)",
            function="Teamleider", active_from=date(2020, 1, 1),
        )  # fmt: skip
        Contact.objects.create(tenant=tenant, member=owner, mail="kim@brug.example")
        year = timezone.localdate().year + 3
        programme = start_programme(by=by, first_year=year, last_year=year + 1)
        for title in TITLES:
            add_measure(
                by=by, programme=programme, theme="jeugd", title=title, owner=owner,
                budget=Decimal(1000),
            )  # fmt: skip
        lifecycle.propose(programme, by=by, verb="plan.proposed")
        decision = lifecycle.Decision("college", timezone.localdate(), "C-1")
        lifecycle.adopt(
            programme, by=by, verb="plan.adopted", decision=decision,
            content=content_of(programme),
        )  # fmt: skip
        return str(programme.pk)
