"""The visible team: what its keeper does, what residents read, and what nobody may see."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from integraal.foundation.database.tenancy import tenant_scope
from integraal.foundation.partners.models import TeamCard
from integraal.foundation.partners.refusals import Conflict, PartnersRefused
from integraal.foundation.partners.team.actions import (
    Card,
    add_card,
    change_card,
    hide_card,
    move_card,
    show_card,
)
from integraal.foundation.people.access import NotAllowed
from tests.provisions import employ_at

HERE = "/openbaar/molendrecht/zichtbaar-team/"
ALL = (HERE, f"{HERE}huisstijl.css", f"{HERE}schild.svg")
SECRETS = ("Mirjam", "Verborgen", "0000 555 03", "000055503", "mirjam@", "Wijkbeheerder", "De Wiek",
           "Nooit", "Centrum")  # fmt: skip


def test_residents_read_who_is_there_per_area(client, shown, adviser, words):
    everywhere = Card("Bea Boa", "Boa", mail="boa@molendrecht.example", agreed_on=date(2026, 1, 5))
    show_card(by=adviser, row=add_card(by=adviser, card=everywhere))
    said = words(client.get(HERE))
    assert "Dinsdag in het dorpshuis" in said
    assert "112" in said
    assert said.index("Heel Molendrecht") < said.index("Bea Boa") < said.index("Zandwijk")
    assert said.index("Zandwijk") < said.index("Wouter Zichtbaar")
    assert 'href="tel:000055502"' in client.get(HERE).content.decode()


def test_nothing_of_a_hidden_card_is_public(client, shown, hidden):
    for address in ALL:
        answer = client.get(address)
        assert answer.status_code == 200
        source = answer.content.decode() + str(answer.headers)
        assert str(hidden.pk) not in source
        assert [one for one in SECRETS if one in source] == []
    assert client.get("/api/v1/team").status_code == 401
    assert b"Mirjam" not in client.get("/api/v1/team").content


def test_a_keeper_who_is_signed_in_sees_on_the_public_page_what_residents_see(
    client, adviser, sign_in, shown, hidden
):
    sign_in(client, adviser)
    assert b"Mirjam" not in client.get(HERE).content
    assert b"Mirjam" in client.get(reverse("team")).content


@pytest.mark.parametrize("role", ["councillor", "partner", "mayor"])
def test_colleagues_see_shown_cards_only_and_keep_none(
    client, employ, sign_in, shown, hidden, role
):
    sign_in(client, employ(role))
    page = client.get(reverse("team")).content.decode()
    assert "Wouter Zichtbaar" in page
    assert "Mirjam" not in page
    assert client.get(reverse("team-card", args=[hidden.pk])).status_code == 403
    for name in ("show", "hide", "up", "down", "remove"):
        assert client.post(reverse(f"team-card-{name}", args=[hidden.pk])).status_code == 403
    assert TeamCard.objects.filter(shown=True).get() == shown


def test_without_a_shown_card_there_is_no_page_and_nobody_learns_why(client, hidden):
    gone = client.get(HERE)
    strange = client.get("/openbaar/bestaat-niet/zichtbaar-team/")
    assert gone.status_code == strange.status_code == 404
    assert gone.content == strange.content
    for address in ALL[1:]:
        assert client.get(address).status_code == 404


def test_no_cookie_no_script_and_nothing_from_elsewhere(client, shown):
    for address in ALL:
        answer = client.get(address)
        assert not answer.cookies
        source = answer.content.decode()
        assert "<script" not in source
        assert "csrf" not in source
        assert 'src="http' not in source
        assert 'href="http' not in source


def test_another_municipality_shows_its_own(client, shown, oostwaard):
    with tenant_scope(oostwaard.pk):
        by = employ_at(oostwaard, "adviser")
        card = Card("Oost Agent", "Wijkagent", phone="0000 1", agreed_on=date(2026, 1, 5))
        show_card(by=by, row=add_card(by=by, card=replace(card, phone="0000 111")))
    there = client.get("/openbaar/oostwaard/zichtbaar-team/").content
    assert b"Oost Agent" in there
    assert b"Wouter Zichtbaar" not in there
    assert b"Oost Agent" not in client.get(HERE).content


def test_nobody_is_shown_who_did_not_agree(client, adviser, sign_in, words):
    row = add_card(by=adviser, card=Card("Jan", "Boa", phone="0000 555"))
    sign_in(client, adviser)
    answer = client.post(reverse("team-card-show", args=[row.pk]), follow=True)
    assert "Leg eerst vast op welke dag deze persoon ermee instemde." in words(answer)
    row.refresh_from_db()
    assert not row.shown


def test_an_agreement_of_tomorrow_does_not_count(adviser):
    tomorrow = timezone.localdate() + timedelta(days=1)
    with pytest.raises(PartnersRefused, match="vandaag of eerder"):
        add_card(by=adviser, card=Card("Jan", "Boa", agreed_on=tomorrow))


def test_who_cannot_be_reached_is_not_shown(adviser):
    row = add_card(by=adviser, card=Card("Jan", "Boa", agreed_on=date(2026, 1, 5)))
    with pytest.raises(PartnersRefused, match="hoe inwoners deze persoon bereiken"):
        show_card(by=adviser, row=row)


def as_given(row: TeamCard, **changed) -> Card:
    given = Card(
        row.name, row.function, row.organisation, row.area, row.phone, row.mail, row.reachable,
        row.agreed_on,
    )  # fmt: skip
    return replace(given, **changed)


def test_another_person_on_a_card_is_hidden_until_agreed(client, adviser, shown):
    change_card(by=adviser, row=shown, card=as_given(shown, name="Opvolger"), base_revision=2)
    assert client.get(HERE).status_code == 404
    row = TeamCard.objects.get()
    assert (row.shown, row.agreed_on) == (False, None)


def test_who_takes_the_agreement_back_is_gone_at_once(client, adviser, sign_in, shown, words):
    sign_in(client, adviser)
    sent = {"name": shown.name, "function": shown.function, "phone": shown.phone,
            "agreed_on": "", "base_revision": "2"}  # fmt: skip
    answer = client.post(reverse("team-card", args=[shown.pk]), sent, follow=True)
    assert "Inwoners zien deze kaart niet meer" in words(answer)
    assert client.get(HERE).status_code == 404


def test_hidden_again_at_once(client, adviser, shown):
    hide_card(by=adviser, row=shown)
    assert client.get(HERE).status_code == 404


def test_the_order_of_cards(client, adviser, sign_in, shown, hidden):
    sign_in(client, adviser)
    client.post(reverse("team-card-up", args=[hidden.pk]))
    assert list(TeamCard.objects.all()) == [hidden, shown]
    move_card(by=adviser, row=hidden, up=True)
    assert list(TeamCard.objects.all()) == [hidden, shown]
    move_card(by=adviser, row=hidden, up=False)
    assert list(TeamCard.objects.all()) == [shown, hidden]


def test_two_people_on_one_card(client, adviser, sign_in, shown, words):
    with pytest.raises(Conflict):
        change_card(by=adviser, row=shown, card=as_given(shown), base_revision=1)
    sign_in(client, adviser)
    sent = {"name": "Van mij", "function": "Boa", "base_revision": "1"}
    answer = client.post(reverse("team-card", args=[shown.pk]), sent)
    assert answer.status_code == 409
    assert "Wouter Zichtbaar" in words(answer)
    assert b'value="Van mij"' in answer.content


def test_a_card_is_removed(client, adviser, sign_in, hidden, words):
    sign_in(client, adviser)
    address = reverse("team-card-remove", args=[hidden.pk])
    assert "De kaart van Mirjam Verborgen is weg." in words(client.post(address, follow=True))
    assert client.post(address).status_code == 404


def test_a_card_that_cannot_be(client, adviser, employ, sign_in, words):
    sign_in(client, adviser)
    sent = {"name": "Jan", "function": "Boa", "phone": "bel mij"}
    answer = client.post(reverse("team-card-add"), sent)
    assert answer.status_code == 422
    assert "Dit is geen telefoonnummer" in words(answer)
    with pytest.raises(NotAllowed):
        add_card(by=employ("mayor"), card=Card("Jan", "Boa"))
