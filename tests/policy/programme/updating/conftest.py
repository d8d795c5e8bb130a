"""A programme that runs, an owner without an account, and the link she got."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.lifecycle import actions as lifecycle
from integraal.foundation.partners.models import Contact
from integraal.foundation.people.models import Member, Organisation
from integraal.policy.programme.content import content_of
from integraal.policy.programme.measures.actions import add_measure
from integraal.policy.programme.models import Asking, Measure, Programme
from integraal.policy.programme.updating.asking.actions import ask_for_updates
from integraal.policy.programme.updating.opening import secret_of

Somebody = Callable[..., Member]


@pytest.fixture
def somebody(adviser: Actor) -> Somebody:
    """Make a contact person of a partner, without an account."""
    organisation = Organisation.objects.create(
        tenant_id=adviser.tenant_id, kind="youth", name="Jongerenwerk De Brug"
    )

    def made(name: str, mail: str = "kim@brug.example") -> Member:
        member = Member.objects.create(
            tenant_id=adviser.tenant_id, organisation=organisation, name=name,
            function="Teamleider", active_from=date(2020, 1, 1),
        )  # fmt: skip
        if mail:
            Contact.objects.create(tenant_id=adviser.tenant_id, member=member, mail=mail)
        return member

    return made


@pytest.fixture
def owner(somebody: Somebody) -> Member:
    return somebody("Kim Zandstra (fictief)")


@pytest.fixture
def measures(adviser: Actor, programme: Programme, owner: Member) -> list[Measure]:
    """Three measures of the owner; of the first the budget is known."""
    titles = ("Avonden over inbraak", "Nazorg na een inbraak", "Sloten voor oude woningen")
    return [
        add_measure(
            by=adviser, programme=programme, theme="woonomgeving", title=title, owner=owner,
            budget=Decimal(1000) if title == titles[0] else None,
            output="avonden" if title == titles[0] else "",
        )
        for title in titles
    ]  # fmt: skip


@pytest.fixture
def running(adviser: Actor, programme: Programme, measures: list[Measure]) -> Programme:
    """The programme, adopted."""
    return adopted(adviser, programme)


def adopted(adviser: Actor, programme: Programme) -> Programme:
    lifecycle.propose(programme, by=adviser, verb="plan.proposed")
    decision = lifecycle.Decision("college", timezone.localdate(), "C-1")
    content = content_of(programme)
    lifecycle.adopt(programme, by=adviser, verb="plan.adopted", decision=decision, content=content)
    return Programme.objects.get(pk=programme.pk)


@pytest.fixture
def asking(adviser: Actor, running: Programme) -> Asking:
    return ask_for_updates(by=adviser, programme=running)[0]


@pytest.fixture
def address(asking: Asking) -> str:
    return reverse("update-measures", args=[secret_of(asking)])


@pytest.fixture
def send(client: Client, address: str) -> Callable[..., Any]:
    """Send a card of the link's page."""

    def sent(measure: Measure, **given: object) -> Any:
        fields = {"deed": "zeg", "maatregel": str(measure.key), "base_revision": "0"}
        return client.post(address, {**fields, "status": "running", **given})

    return sent
