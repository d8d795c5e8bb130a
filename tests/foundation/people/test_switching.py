"""Somebody who works in two municipalities sees one at a time."""

from __future__ import annotations

import uuid
from collections.abc import Callable

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.models import Event
from integraal.foundation.database.models import Tenant
from integraal.foundation.people.models import Member, Organisation
from integraal.foundation.people.queries import everybody
from integraal.foundation.people.scope import SESSION_MEMBER
from tests.provisions import employ_at, tenant_scope

SignIn = Callable[[Client, Actor], Client]


def also_at(tenant: Tenant, who: Actor, *roles: str) -> uuid.UUID:
    """Give the person of ``who`` access to another tenant too."""
    user = Member.objects.get(pk=who.member_id).user
    with tenant_scope(tenant.pk):
        organisation = Organisation.objects.create(tenant=tenant, name="Gemeente", kind="other")
        member = Member.objects.create(
            tenant=tenant,
            user=user,
            organisation=organisation,
            name="Dezelfde persoon",
            roles=list(roles),
            active_from=timezone.localdate(),
        )
    return member.pk


def test_turning_to_the_other_municipality(
    client: Client, administrator: Actor, oostwaard: Tenant, sign_in: SignIn
) -> None:
    other = also_at(oostwaard, administrator, "administrator")
    own_name = Member.objects.get(pk=administrator.member_id).name
    sign_in(client, administrator)
    assert "Oostwaard" in client.get(reverse("switch-tenant")).content.decode()
    client.post(reverse("switch-tenant"), {"member": str(other)})
    assert client.session[SESSION_MEMBER] == str(other)
    text = client.get(reverse("people")).content.decode()
    assert "Dezelfde persoon" in text
    assert own_name not in text
    with tenant_scope(oostwaard.pk):
        assert Event.objects.filter(verb="member.switched_tenant", actor_id=other).exists()


def test_only_ones_own_memberships_can_be_chosen(
    client: Client, administrator: Actor, mayor: Actor, oostwaard: Tenant, sign_in: SignIn
) -> None:
    stranger = employ_at(oostwaard, "administrator").member_id
    sign_in(client, administrator)
    for wanted in (str(stranger), str(mayor.member_id), str(uuid.uuid4()), "onzin", ""):
        answer = client.post(reverse("switch-tenant"), {"member": wanted})
        assert answer.status_code == 404
    assert client.session[SESSION_MEMBER] == str(administrator.member_id)


def test_ones_row_in_the_other_municipality_stays_out_of_every_list(
    client: Client, administrator: Actor, oostwaard: Tenant, sign_in: SignIn
) -> None:
    also_at(oostwaard, administrator, "administrator")
    sign_in(client, administrator)
    text = client.get(reverse("people"), {"wie": ""}).content.decode()
    assert "Dezelfde persoon" not in text
    assert everybody().filter(name="Dezelfde persoon").count() == 0


def test_an_administrator_elsewhere_does_not_count_as_the_last_one_here(
    client: Client, administrator: Actor, oostwaard: Tenant, sign_in: SignIn
) -> None:
    also_at(oostwaard, administrator, "administrator")
    sign_in(client, administrator)
    client.post(reverse("member-end", args=[administrator.member_id]))
    assert Member.objects.get(pk=administrator.member_id).active_until is None
