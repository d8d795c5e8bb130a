"""What the data protection officer reads."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from integraal.foundation.audit.actions import chain_events
from integraal.foundation.audit.actors import Actor, the_product
from integraal.foundation.audit.models import Event
from integraal.foundation.database.models import Tenant
from integraal.foundation.people.actions import add_organisation
from integraal.foundation.people.models import Organisation
from tests.provisions import employ_at, tenant_scope

SignIn = Callable[[Client, Actor], Client]


@pytest.fixture
def as_officer(client: Client, fpo: Actor, sign_in: SignIn) -> Client:
    return sign_in(client, fpo)


def read(client: Client, **asked: str) -> str:
    page = client.get(reverse("trail"), asked)
    assert page.status_code == 200
    return page.content.decode()


@pytest.mark.parametrize("role", ["administrator", "adviser", "mayor", "archivist"])
def test_whoever_does_not_supervise_may_not(
    client: Client, employ: Callable[..., Actor], sign_in: SignIn, role: str
) -> None:
    sign_in(client, employ(role))
    for name in ("trail", "trail-export", "trail-chain"):
        page = client.get(reverse(name))
        assert page.status_code == 403
        assert "functionaris gegevensbescherming of privacy officer" in page.content.decode()
    assert not Event.objects.filter(verb="trail.read").exists()


def test_the_privacy_officer_may(
    client: Client, employ: Callable[..., Actor], sign_in: SignIn
) -> None:
    assert read(sign_in(client, employ("privacy_officer")))


def test_a_deed_reads_as_a_sentence(as_officer: Client, employ: Callable[..., Actor]) -> None:
    by = employ("administrator", name="Sam Beheer (fictief)")
    add_organisation(by=by, name="Stichting Voorbeeld", kind="care")
    assert (
        "Sam Beheer (fictief) (Functioneel beheerder) voegde de organisatie Stichting Voorbeeld toe"
    ) in read(as_officer)


def test_what_no_longer_exists_reads_as_destroyed(as_officer: Client, molendrecht: Tenant) -> None:
    organisation = add_organisation(
        by=the_product(molendrecht.pk), name="Stichting Ooit", kind="care"
    )
    Organisation.objects.filter(pk=organisation.pk).delete()
    text = read(as_officer, wat="organisation.added")
    assert "voegde de organisatie (vernietigd) toe" in text
    assert "Stichting Ooit" not in text


def test_an_actor_that_no_longer_exists_reads_as_destroyed(
    as_officer: Client, molendrecht: Tenant
) -> None:
    import uuid
    from dataclasses import replace

    ghost = replace(the_product(molendrecht.pk), member_id=uuid.uuid4())
    ghost = replace(ghost, roles=frozenset({"administrator"}))
    add_organisation(by=ghost, name="Stichting", kind="care")
    assert "Iemand (vernietigd) voegde de organisatie Stichting toe" in read(as_officer)


def test_a_verb_or_kind_of_an_earlier_release_still_reads(
    as_officer: Client, molendrecht: Tenant
) -> None:
    from django.utils import timezone

    for verb, kind in (("weather.changed", "x.Y"), ("member.added", "gone.Model")):
        Event.objects.create(
            tenant=molendrecht, verb=verb, through="fax", subject_kind=kind,
            subject_id=molendrecht_id(), day=timezone.localdate(),
        )  # fmt: skip
    text = read(as_officer)
    assert "weather.changed" in text
    assert "(vernietigd)" in text


def molendrecht_id() -> Any:
    import uuid

    return uuid.uuid4()


def test_every_reading_is_recorded(as_officer: Client, fpo: Actor) -> None:
    read(as_officer)
    as_officer.get(reverse("trail-export"))
    as_officer.get(reverse("trail-chain"))
    found = Event.objects.filter(verb="trail.read", actor_id=fpo.member_id).order_by("at")
    assert [event.details["what"] for event in found] == ["page", "export", "chain"]


def test_filters_narrow(as_officer: Client, employ: Callable[..., Actor]) -> None:
    one, other = employ("administrator"), employ("administrator")
    add_organisation(by=one, name="Van de een", kind="care")
    add_organisation(by=other, name="Van de ander", kind="care")
    text = read(as_officer, persoon=str(one.member_id), wat="organisation.added")
    assert "Van de een" in text
    assert "Van de ander" not in text
    assert "Er is niets gevonden" in read(as_officer, van="2999-01-01")
    assert "Er is niets gevonden" in read(as_officer, tot="2001-01-01")
    assert "Van de een" not in read(as_officer, persoon="integraal")


def test_a_strange_address_still_works(as_officer: Client) -> None:
    assert "Draai ze om" in read(as_officer, van="2026-02-01", tot="2026-01-01")
    read(as_officer, persoon="x", wat="y", van="gisteren", tot="32-13-2026", blad="nul")


def test_sorting_turns_the_order(as_officer: Client, administrator: Actor) -> None:
    for name in ("Aaa eerste", "Bbb laatste"):
        add_organisation(by=administrator, name=name, kind="care")
    newest = read(as_officer, wat="organisation.added")
    oldest = read(as_officer, wat="organisation.added", sorteer="wanneer")
    assert newest.index("Bbb laatste") < newest.index("Aaa eerste")
    assert oldest.index("Aaa eerste") < oldest.index("Bbb laatste")


def test_pages_hold_fifty(as_officer: Client, administrator: Actor) -> None:
    for number in range(60):
        add_organisation(by=administrator, name=f"Nummer {number:02}", kind="care")
    first = read(as_officer, wat="organisation.added")
    assert "Nummer 59" in first
    assert "Nummer 00" not in first
    assert "Nummer 00" in read(as_officer, wat="organisation.added", blad="2")


def test_the_number_of_queries_does_not_grow_with_the_events(
    as_officer: Client, administrator: Actor, django_assert_num_queries: Any
) -> None:
    add_organisation(by=administrator, name="Een", kind="care")
    with CaptureQueriesContext(connection) as few:
        read(as_officer)
    for number in range(20):
        add_organisation(by=administrator, name=f"Nog {number}", kind="care")
    with django_assert_num_queries(len(few)):
        read(as_officer)


def test_another_municipality_stays_out(as_officer: Client, oostwaard: Tenant) -> None:
    by = employ_at(oostwaard, "administrator", name="Vreemde (fictief)")
    with tenant_scope(oostwaard.pk):
        add_organisation(by=by, name="Geheim", kind="care")
    text = read(as_officer)
    assert "Vreemde" not in text
    assert "Geheim" not in text


def test_the_chain_says_how_it_stands(as_officer: Client, molendrecht: Tenant) -> None:
    chain_events(by=the_product(molendrecht.pk))
    text = read(as_officer)
    assert "0 wachten nog op hun schakel. De keten is heel." in text
    assert "De keten is heel" in as_officer.get(reverse("trail-chain")).content.decode()


def test_a_broken_chain_names_its_place(as_officer: Client, molendrecht: Tenant) -> None:
    from django.utils import timezone

    from integraal.foundation.audit.models import Link

    chain_events(by=the_product(molendrecht.pk))
    last = Link.objects.order_by("-position").first()
    assert last is not None
    Link.objects.create(
        tenant=molendrecht, position=last.position + 1, event_id=molendrecht_id(),
        month="2026-01", hash="0" * 64, linked_on=timezone.localdate(),
    )  # fmt: skip
    assert "De keten klopt op één plaats niet." in read(as_officer)
    page = as_officer.get(reverse("trail-chain")).content.decode()
    assert f"op plaats {last.position + 1} is verwijderd" in page


def test_excel_holds_the_same(as_officer: Client, administrator: Actor) -> None:
    add_organisation(by=administrator, name="=HYPERLINK(1)", kind="care")
    answer = as_officer.get(reverse("trail-export"), {"wat": "organisation.added"})
    sheet = load_workbook(BytesIO(answer.content)).active
    assert sheet is not None
    sentences = [row[3] for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert "voegde de organisatie =HYPERLINK(1) toe" in sentences
