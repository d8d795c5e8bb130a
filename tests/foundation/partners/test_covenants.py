"""Covenants: what is agreed, when it warns, and what cannot be."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO

import pytest
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from integraal.foundation.audit.models import Event
from integraal.foundation.definitions import kinds
from integraal.foundation.definitions.actions import change_definition
from integraal.foundation.partners import own_terms
from integraal.foundation.partners.covenants.actions import (
    Agreed,
    add_covenant,
    end_covenant,
    mark_evaluated,
)
from integraal.foundation.partners.models import Covenant, CovenantParty
from integraal.foundation.partners.refusals import Conflict, PartnersRefused
from integraal.foundation.people.access import NotAllowed

TODAY = timezone.localdate


@pytest.fixture
def at_work(client, adviser, sign_in):
    return sign_in(client, adviser)


def test_a_covenant_is_made_and_read(at_work, police, housing, words):
    sent = {
        "title": "Convenant veilige school", "who": [str(police.pk), str(housing.pk)],
        "purpose": "Veilige scholen", "ground": "Zorgplicht", "data": "Aantallen",
        "starts_on": "2026-01-01", "ends_on": "2030-01-01", "evaluate_on": "2028-01-01",
        "link": "https://molendrecht.example/convenant",
    }  # fmt: skip
    answer = at_work.post(reverse("covenant-add"), sent, follow=True)
    said = words(answer)
    for one in ("Veilige scholen", "Zorgplicht", "Aantallen", "1 januari 2030", "De Wiek",
                "Politie Wilgenwaard", "Loopt tot en met"):  # fmt: skip
        assert one in said
    assert Event.objects.filter(verb="covenant.added").count() == 1


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"title": ""}, "Vul in hoe het convenant heet."),
        ({"title": "convenant WOONOVERLAST"}, "Er is al een convenant"),
        ({"who": []}, "Kies ten minste één partner die het convenant bindt."),
        ({"ends_on": "2025-01-01"}, "Het convenant eindigt voordat het begint."),
        ({"evaluate_on": "2031-01-01"}, "De evaluatie is na het einde van het convenant."),
        ({"link": "javascript:alert(1)"}, "Dit is geen webadres"),
        ({"starts_on": "2026-02-31"}, "Vul een datum in die bestaat"),
    ],
)
def test_what_cannot_be_gets_a_sentence(at_work, police, covenant, words, change, said):
    sent = {"title": "Nieuw", "who": [str(police.pk)], "purpose": "Bewaar mij",
            "starts_on": "2026-01-01", "ends_on": "2030-01-01", **change}  # fmt: skip
    answer = at_work.post(reverse("covenant-add"), sent)
    assert answer.status_code == 422
    assert said in words(answer)
    assert "Bewaar mij" in words(answer)
    assert Covenant.objects.count() == 1


def test_it_warns_before_the_end_on_list_covenant_and_partner(at_work, covenant, police, words):
    for address in (reverse("covenants"), reverse("covenant", args=[covenant.pk]),
                    reverse("partner", args=[police.pk])):  # fmt: skip
        said = words(at_work.get(address))
        assert "over 100 dagen" in said
        assert "Loopt bijna af" in said


def test_a_municipality_chooses_when_it_is_warned(at_work, administrator, covenant, words):
    change_definition(
        by=administrator, kind=kinds.kind(own_terms.KIND), code=own_terms.CODE,
        values={"warn_months": 2}, reason="Korter.", based_on=0,
    )  # fmt: skip
    said = words(at_work.get(reverse("covenants")))
    assert "Dit vraagt aandacht" not in said
    assert "2 maanden van tevoren" in said
    assert own_terms.problems_of({"warn_months": 0})
    assert own_terms.problems_of({"warn_months": "zes"})


def test_an_evaluation_is_recorded_and_the_next_one_planned(at_work, adviser, covenant, words):
    address = reverse("covenant-evaluate", args=[covenant.pk])
    sent = {"evaluated_on": TODAY().isoformat(), "base_revision": "1",
            "next_on": (TODAY() + timedelta(days=90)).isoformat()}  # fmt: skip
    assert at_work.post(address, sent).status_code == 302
    covenant.refresh_from_db()
    assert covenant.evaluated_on == TODAY()
    assert covenant.evaluate_on == TODAY() + timedelta(days=90)


@pytest.mark.parametrize(
    ("evaluated", "following", "said"),
    [
        (1, None, "moet al geweest zijn"),
        (0, 0, "komt na deze"),
        (0, 101, "na het einde"),
        (-9000, None, "nog niet begonnen"),
    ],
)
def test_an_evaluation_that_cannot_be(adviser, covenant, evaluated, following, said):
    following_day = None if following is None else TODAY() + timedelta(days=following)
    with pytest.raises(PartnersRefused, match=said):
        mark_evaluated(
            by=adviser, covenant=covenant, evaluated_on=TODAY() + timedelta(days=evaluated),
            next_on=following_day, base_revision=1,
        )  # fmt: skip


def test_a_late_evaluation_is_told(at_work, adviser, police, words):
    given = Agreed("Oud", [police], evaluate_on=TODAY() - timedelta(days=3))
    row = add_covenant(by=adviser, agreed=given)
    assert "is nog niet vastgelegd" in words(at_work.get(reverse("covenant", args=[row.pk])))
    mark_evaluated(by=adviser, covenant=row, evaluated_on=TODAY(), base_revision=1)
    assert "zonder einddatum" in words(at_work.get(reverse("covenant", args=[row.pk])))


def test_ending_before_its_time(at_work, covenant, words):
    yesterday = (TODAY() - timedelta(days=1)).isoformat()
    address = reverse("covenant-end", args=[covenant.pk])
    answer = at_work.post(address, {"ended_on": yesterday, "base_revision": "1"}, follow=True)
    assert "Het bindt niemand meer" in words(answer)
    late = at_work.post(address, {"ended_on": TODAY().isoformat(), "base_revision": "2"})
    assert late.status_code == 422
    assert "was toen al afgelopen" in words(late)


def test_an_end_that_cannot_be(adviser, covenant):
    for day, said in (
        (TODAY() + timedelta(days=1), "dag die al was"),
        (date(2020, 1, 1), "begint"),
    ):
        with pytest.raises(PartnersRefused, match=said):
            end_covenant(by=adviser, covenant=covenant, ended_on=day, base_revision=1)
    with pytest.raises(Conflict):
        end_covenant(by=adviser, covenant=covenant, ended_on=TODAY(), base_revision=9)


def test_whom_it_binds_changes_and_two_people_lose_nothing(at_work, covenant, housing, words):
    address = reverse("covenant-change", args=[covenant.pk])
    sent = {"title": covenant.title, "who": [str(housing.pk)], "purpose": "Van mij",
            "base_revision": "1"}  # fmt: skip
    assert at_work.post(address, sent).status_code == 302
    assert [one.organisation for one in CovenantParty.objects.all()] == [housing]
    again = at_work.post(address, {**sent, "purpose": "Ook van mij"})
    assert again.status_code == 409
    assert "Ook van mij" in words(again)
    assert "Van mij" in words(again)


def test_a_list_to_narrow_and_take_along(at_work, adviser, covenant, police, words):
    add_covenant(by=adviser, agreed=Agreed("=Eeuwig", [police]))
    said = words(at_work.get(f"{reverse('covenants')}?stand=vraagt"))
    assert "1 gevonden" in said
    assert "Geen convenant gevonden" in words(at_work.get(f"{reverse('covenants')}?q=xyz"))
    assert at_work.get(f"{reverse('covenants')}?sorteer=-einde&stand=x").status_code == 200
    excel = at_work.get(reverse("covenants-export"))
    rows = [[cell.value for cell in row] for row in load_workbook(BytesIO(excel.content)).active]
    assert [row[0] for row in rows[1:]] == ["Convenant woonoverlast", "=Eeuwig"]
    assert Event.objects.filter(verb="covenant.list_exported").count() == 1


@pytest.mark.parametrize("role", ["mayor", "partner", "councillor"])
def test_others_read_covenants_and_change_nothing(client, employ, sign_in, covenant, police, role):
    by = employ(role)
    sign_in(client, by)
    page = client.get(reverse("covenant", args=[covenant.pk]))
    assert page.status_code == 200
    assert b"Aanpassen" not in page.content
    for name in ("covenant-change", "covenant-evaluate", "covenant-end"):
        assert client.get(reverse(name, args=[covenant.pk])).status_code == 403
    with pytest.raises(NotAllowed):
        add_covenant(by=by, agreed=Agreed("X", [police]))
