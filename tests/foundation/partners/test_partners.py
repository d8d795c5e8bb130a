"""Partners and their contact persons: what the adviser does, and what others do not see."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from integraal.foundation.audit.models import Event
from integraal.foundation.database.tenancy import tenant_scope
from integraal.foundation.partners import uses
from integraal.foundation.partners.contacts.actions import add_contact, change_contact
from integraal.foundation.partners.contacts.reach import Reach
from integraal.foundation.partners.covenants.actions import end_covenant
from integraal.foundation.partners.models import Contact, Profile
from integraal.foundation.partners.organisations.actions import (
    Partner,
    add_partner,
    change_partner,
    end_partner,
    resume_partner,
)
from integraal.foundation.partners.organisations.queries import partners
from integraal.foundation.partners.refusals import Conflict, PartnersRefused
from integraal.foundation.people.access import NotAllowed
from integraal.foundation.people.models import Member, Organisation
from tests.provisions import employ_at

SECRETS = ("Astrid Moleman", "astrid@politie.example", "0000 555 01")


@pytest.fixture
def at_work(client, adviser, sign_in):
    return sign_in(client, adviser)


def test_a_partner_with_a_contact_person_is_added(at_work, words):
    sent = {
        "name": "Halt Wilgenwaard",
        "kind": "youth",
        "role": "Straffen die leren",
        "website": "",
    }
    answer = at_work.post(reverse("partner-add"), sent, follow=True)
    assert "Straffen die leren" in words(answer)
    [halt] = partners()
    person = {"name": "Nadia Leerdam", "function": "Adviseur", "mail": "n@halt.example"}
    answer = at_work.post(reverse("contact-add", args=[halt.pk]), person, follow=True)
    said = words(answer)
    assert "Nadia Leerdam" in said
    assert "n@halt.example" in said
    member = Member.objects.get(name="Nadia Leerdam")
    assert (member.user, member.roles) == (None, [])
    verbs = set(Event.objects.values_list("verb", flat=True))
    assert {"partner.added", "contact.added", "contact.read"} <= verbs
    assert not Event.objects.filter(details__icontains="Nadia").exists()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"name": ""}, "Vul de naam van de organisatie in."),
        ({"kind": ""}, "Kies wat voor organisatie het is."),
        ({"name": " politie wilgenwaard "}, "staat er al"),
        ({"website": "javascript:alert(1)"}, "Dit is geen webadres"),
    ],
)
def test_what_is_wrong_gets_a_sentence_and_nothing_is_lost(at_work, police, words, change, said):
    sent = {"name": "Halt", "kind": "youth", "role": "Bewaar mij", **change}
    answer = at_work.post(reverse("partner-add"), sent)
    assert answer.status_code == 422
    assert said in words(answer)
    assert "Bewaar mij" in words(answer)
    assert partners().count() == 1


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"mail": "", "phone": ""}, "Vul een mailadres of een telefoonnummer in."),
        ({"phone": "bel mij"}, "Dit is geen telefoonnummer: bel mij."),
        ({"function": ""}, "Vul een functie in."),
        ({"name": "astrid moleman"}, "staat er al"),
    ],
)
def test_a_contact_person_who_cannot_be_reached(at_work, police, contact, words, change, said):
    sent = {"name": "Jan", "function": "Wijkagent", "mail": "j@p.example", **change}
    answer = at_work.post(reverse("contact-add", args=[police.pk]), sent)
    assert answer.status_code == 422
    assert said in words(answer)
    assert Contact.objects.count() == 1


@pytest.mark.parametrize("role", ["partner", "councillor", "clerk", "archivist"])
def test_who_does_not_work_with_partners_sees_no_contact_data(
    client, employ, sign_in, police, contact, words, role
):
    sign_in(client, employ(role))
    page = client.get(reverse("partner", args=[police.pk]))
    assert "Teamchef" in words(page)
    assert "inzet" in words(page)
    listed, excel = client.get(reverse("partners")), client.get(reverse("partners-export"))
    for answer in (page, listed):
        assert not [one for one in SECRETS if one in answer.content.decode()]
    cells = [cell.value for row in load_workbook(BytesIO(excel.content)).active for cell in row]
    assert "Politie Wilgenwaard" in cells
    assert not set(SECRETS) & set(cells)
    assert not Event.objects.filter(verb="contact.read").exists()


@pytest.mark.parametrize("role", ["partner", "councillor", "mayor", "coordinator"])
def test_only_adviser_and_administrator_write(client, employ, sign_in, police, contact, role):
    by = employ(role)
    with pytest.raises(NotAllowed):
        add_partner(by=by, partner=Partner("Halt", "youth"))
    sign_in(client, by)
    for name, places in {
        "partner-add": [], "partner-change": [police.pk], "partner-end": [police.pk],
        "contact-add": [police.pk], "contact-change": [police.pk, contact.pk],
    }.items():  # fmt: skip
        assert client.get(reverse(name, args=places)).status_code == 403, name
    for name, places in {
        "contact-end": [police.pk, contact.pk], "partner-resume": [police.pk],
    }.items():  # fmt: skip
        assert client.post(reverse(name, args=places)).status_code == 403, name
    assert Contact.objects.count() == 1


def test_reading_contact_data_is_recorded_each_time(client, mayor, sign_in, police, contact):
    sign_in(client, mayor)
    client.get(reverse("partner", args=[police.pk]))
    client.get(reverse("partner", args=[police.pk]))
    found = Event.objects.filter(verb="contact.read", subject_id=police.pk)
    assert [one.actor_id for one in found] == [mayor.member_id] * 2


def test_another_municipality_sees_nothing(client, oostwaard, sign_in, police, contact):
    with tenant_scope(oostwaard.pk):
        stranger = employ_at(oostwaard, "adviser")
        sign_in(client, stranger)
        assert not partners().exists()
    for name, places in {"partner": [police.pk], "contact-add": [police.pk]}.items():
        assert client.get(reverse(name, args=places)).status_code == 404


def test_two_people_on_one_partner_lose_nothing(at_work, adviser, police, words):
    change_partner(
        by=adviser, organisation=police, base_revision=1,
        partner=Partner(police.name, "police", "Van de ander"),
    )  # fmt: skip
    sent = {"name": police.name, "kind": "police", "role": "Van mij", "base_revision": "1"}
    answer = at_work.post(reverse("partner-change", args=[police.pk]), sent)
    assert answer.status_code == 409
    assert "Van de ander" in words(answer)
    assert "Van mij" in words(answer)
    again = at_work.post(
        reverse("partner-change", args=[police.pk]), {**sent, "base_revision": "2"}
    )
    assert again.status_code == 302
    with pytest.raises(Conflict):
        change_partner(
            by=adviser, organisation=police, partner=Partner("X", "police"), base_revision=1
        )


def test_a_partner_known_before_has_no_profile_yet_and_can_get_one(at_work, adviser):
    old = Organisation.objects.create(tenant_id=adviser.tenant_id, kind="fire", name="Brandweer")
    page = at_work.get(reverse("partner-change", args=[old.pk]))
    assert b'name="base_revision" value="0"' in page.content
    sent = {"name": "Brandweer", "kind": "fire", "role": "Blust", "base_revision": "0"}
    assert at_work.post(reverse("partner-change", args=[old.pk]), sent).status_code == 302
    assert Profile.objects.get(organisation=old).role == "Blust"


def test_ending_is_refused_while_something_hangs_on_it(at_work, adviser, police, covenant, words):
    address = reverse("partner-end", args=[police.pk])
    assert "hangt nog: convenanten (1)." in words(at_work.get(address))
    answer = at_work.post(address, {"ended_on": "2026-01-05"})
    assert answer.status_code == 422
    assert Profile.objects.get(organisation=police).ended_on is None
    answer = at_work.post(address, {"ended_on": "2026-01-05", "anyway": "on"}, follow=True)
    assert "We werken niet meer samen sinds 5 januari 2026." in words(answer)


def test_ending_forgets_how_to_reach_people_but_not_who_did_what(adviser, police, contact):
    end_partner(by=adviser, organisation=police)
    assert not Contact.objects.exists()
    assert Member.objects.get(pk=contact.pk).active_until is not None
    resume_partner(by=adviser, organisation=police)
    assert Profile.objects.get(organisation=police).ended_on is None


def test_an_ended_covenant_holds_nobody(adviser, police, covenant):
    end_covenant(by=adviser, covenant=covenant, ended_on=covenant.starts_on, base_revision=1)
    end_partner(by=adviser, organisation=police)


def test_what_other_steps_tell_hangs_on_a_partner(at_work, police, words, monkeypatch):
    monkeypatch.setattr(uses, "_providers", [])
    done = uses.Use("Maatregelen", "Preventieavond", "/x/", running=False, say="spreker")
    uses.register(lambda by, subject: [done] if subject == police else [])
    page = words(at_work.get(reverse("partner", args=[police.pk])))
    assert "Preventieavond" in page
    assert "spreker" in page
    assert "hangt niets meer" in words(at_work.get(reverse("partner-end", args=[police.pk])))


def test_somebody_with_an_account_keeps_name_function_and_access(adviser, police, employ):
    member = Member.objects.get(pk=employ("partner", name="Wouter Brandsma").member_id)
    reach = Reach("Iemand Anders", "Baas", "w@politie.example")
    change_contact(by=adviser, member=member, reach=reach, base_revision=0)
    member.refresh_from_db()
    assert member.name == "Wouter Brandsma"
    assert member.contacts.get().mail == "w@politie.example"


def test_two_people_who_change_one_contact_person_do_not_lose_each_others_work(
    at_work, adviser, police, contact, words
):
    address = reverse("contact-change", args=[police.pk, contact.pk])
    assert 'name="base_revision" value="1"' in at_work.get(address).content.decode()
    reach = Reach("Astrid Moleman", "Teamchef", "astrid@politie.example", "0000 555 09", "inzet")
    change_contact(by=adviser, member=contact, reach=reach, base_revision=1)
    sent = {
        "name": "Astrid Moleman", "function": "Wijkchef", "mail": "astrid@politie.example",
        "phone": "0000 555 01", "subject": "inzet", "base_revision": "1",
    }  # fmt: skip
    answer = at_work.post(address, sent)
    assert answer.status_code in (409, 422)
    assert "0000 555 09" in words(answer)
    assert "Wijkchef" in answer.content.decode()
    assert Contact.objects.get().phone == "0000 555 09"
    saved = at_work.post(address, {**sent, "base_revision": "2"}, follow=True)
    assert "0000 555 01" in words(saved)


def test_a_contact_person_is_taken_away(at_work, police, contact, words):
    address = reverse("contact-end", args=[police.pk, contact.pk])
    answer = at_work.post(address, follow=True)
    assert "is geen contactpersoon meer" in words(answer)
    assert not Contact.objects.exists()
    assert at_work.post(address).status_code == 404


def test_a_list_to_search_sort_and_narrow(at_work, adviser, police, housing, contact, words):
    end_partner(by=adviser, organisation=housing)
    address = reverse("partners")
    assert "De Wiek" not in words(at_work.get(address)).replace("De Wieken", "")
    assert "De Wiek" in words(at_work.get(f"{address}?wie=weg"))
    assert "Politie Wilgenwaard" in words(at_work.get(f"{address}?q=teamchef&wie="))
    assert "Geen partner gevonden" in words(at_work.get(f"{address}?q=xyz"))
    rows = words(at_work.get(f"{address}?wie=&sorteer=-naam"))
    assert rows.index("Politie Wilgenwaard") < rows.index("De Wiek")
    assert at_work.get(f"{address}?soort=onzin&wie=onzin&blad=99").status_code == 200


def test_a_function_found_counts_all_people(at_work, adviser, police, contact, words):
    add_contact(by=adviser, organisation=police, reach=Reach("Jan", "Wijkagent", "j@p.example"))
    assert (
        ' data-l="Contactpersonen">2<'
        in at_work.get(f"{reverse('partners')}?q=teamchef&wie=").content.decode()
    )


def test_few_questions_whatever_the_number_of_partners(at_work, adviser):
    for number in range(40):
        row = add_partner(by=adviser, partner=Partner(f"Partner {number}", "care"))
        for name in ("Anna", "Bram", "Cor"):
            reach = Reach(name, "Wijkteam", "a@b.example")
            add_contact(by=adviser, organisation=row, reach=reach)
    for address in (reverse("partners"), reverse("partner", args=[row.pk])):
        with CaptureQueriesContext(connection) as asked:
            assert at_work.get(address).status_code == 200
        # Which tenant it works for is said to the database too; that reads nothing.
        tables = [one["sql"] for one in asked if " FROM " in one["sql"] or "INSERT" in one["sql"]]
        assert len(tables) <= 15, tables


def test_the_same_name_at_another_partner_is_somebody_else(adviser, police, housing, contact):
    add_contact(by=adviser, organisation=housing, reach=Reach("Astrid Moleman", "X", "a@b.example"))
    with pytest.raises(PartnersRefused, match="staat er al"):
        add_contact(
            by=adviser, organisation=police, reach=Reach("ASTRID moleman", "X", "a@b.example")
        )
