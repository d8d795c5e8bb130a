"""What the functional administrator sees and does."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.models import Event
from integraal.foundation.people.models import ApiToken, Member, Organisation
from integraal.foundation.people.queries import valid_token

SignIn = Callable[[Client, Actor], Client]


@pytest.fixture
def as_administrator(client: Client, administrator: Actor, sign_in: SignIn) -> Client:
    return sign_in(client, administrator)


def new_person(**other: Any) -> dict[str, Any]:
    organisation = Organisation.objects.first()
    return {
        "name": "Kim Nieuw (fictief)",
        "email": "kim@voorbeeld.test",
        "function": "Adviseur",
        "organisation": str(organisation.pk) if organisation else "",
        "role_codes": ["adviser"],
        **other,
    }


def test_only_the_administrator_opens_the_screens(
    client: Client, adviser: Actor, sign_in: SignIn
) -> None:
    sign_in(client, adviser)
    for name in ("people", "people-export", "member-add", "roles", "organisations"):
        page = client.get(reverse(name))
        assert page.status_code == 403
        assert "Dat doet de functioneel beheerder" in page.content.decode()


@pytest.mark.usefixtures("molendrecht")
def test_without_signing_in_there_is_nothing(client: Client) -> None:
    for name in ("people", "tokens", "switch-tenant", "trail", "house-style", "definitions"):
        assert client.get(reverse(name)).status_code == 302


def test_somebody_gets_access(as_administrator: Client) -> None:
    answer = as_administrator.post(reverse("member-add"), new_person(), follow=True)
    assert "Kim Nieuw (fictief) heeft nu toegang." in answer.content.decode()
    assert Member.objects.get(name="Kim Nieuw (fictief)").roles == ["adviser"]
    assert Event.objects.filter(verb="member.added").exists()


def test_a_refused_form_keeps_what_was_filled_in(as_administrator: Client) -> None:
    roles = ["data_protection_officer", "adviser"]
    page = as_administrator.post(reverse("member-add"), new_person(role_codes=roles))
    text = page.content.decode()
    assert "is onafhankelijk" in text
    assert 'value="Kim Nieuw (fictief)"' in text
    assert 'href="#fouten"' not in text
    assert not Member.objects.filter(name__startswith="Kim").exists()


def test_who_has_access_does_not_get_it_twice(as_administrator: Client) -> None:
    as_administrator.post(reverse("member-add"), new_person())
    page = as_administrator.post(reverse("member-add"), new_person())
    assert "heeft al toegang" in page.content.decode()
    assert Member.objects.filter(name__startswith="Kim").count() == 1


def test_roles_change(as_administrator: Client, mayor: Actor) -> None:
    url = reverse("member-change", args=[mayor.member_id])
    name = Member.objects.get(pk=mayor.member_id).name
    as_administrator.post(url, {"name": name, "role_codes": ["mayor", "adviser"]})
    assert Member.objects.get(pk=mayor.member_id).roles == ["adviser", "mayor"]
    assert not Event.objects.filter(verb="member.corrected").exists()


def test_a_name_is_corrected_and_an_empty_one_refused(
    as_administrator: Client, mayor: Actor
) -> None:
    url = reverse("member-change", args=[mayor.member_id])
    new = {"name": "Juist Gespeld (fictief)", "function": "Burgemeester", "role_codes": ["mayor"]}
    as_administrator.post(url, new)
    assert Member.objects.get(pk=mayor.member_id).name == "Juist Gespeld (fictief)"
    assert Event.objects.filter(verb="member.corrected", subject_id=mayor.member_id).count() == 1
    page = as_administrator.post(url, new | {"name": " "})
    assert "Vul een naam in." in page.content.decode()
    assert Member.objects.get(pk=mayor.member_id).name == "Juist Gespeld (fictief)"


def test_taking_the_list_out_is_recorded(as_administrator: Client, administrator: Actor) -> None:
    as_administrator.get(reverse("people-export"))
    assert Event.objects.filter(
        verb="member.list_exported", actor_id=administrator.member_id
    ).exists()


def test_the_last_administrator_stays(as_administrator: Client, administrator: Actor) -> None:
    page = as_administrator.post(reverse("member-end", args=[administrator.member_id]), follow=True)
    assert "Er moet één functioneel beheerder overblijven" in page.content.decode()
    assert Member.objects.get(pk=administrator.member_id).active_until is None


def test_ending_takes_access_at_once_and_keeps_the_person_findable(
    as_administrator: Client, mayor: Actor, sign_in: SignIn
) -> None:
    as_administrator.post(reverse("member-end", args=[mayor.member_id]))
    name = Member.objects.get(pk=mayor.member_id).name
    assert (
        f"{name} heeft geen toegang meer."
        in as_administrator.get(reverse("roles")).content.decode()
    )
    assert name not in as_administrator.get(reverse("people")).content.decode()
    assert name in as_administrator.get(reverse("people"), {"wie": "weg"}).content.decode()
    assert sign_in(Client(), mayor).get(reverse("tokens")).status_code == 403


def test_a_get_changes_nothing(as_administrator: Client, mayor: Actor) -> None:
    assert as_administrator.get(reverse("member-end", args=[mayor.member_id])).status_code == 405


def test_search_and_role_narrow_the_list(
    as_administrator: Client, employ: Callable[..., Actor]
) -> None:
    employ("adviser", name="Aal Zoekmij")
    employ("mayor", name="Bea Zoekmij")
    text = as_administrator.get(
        reverse("people"), {"q": "zoekmij", "rol": "mayor"}
    ).content.decode()
    assert "Bea Zoekmij" in text
    assert "Aal Zoekmij" not in text


def test_a_strange_address_of_the_list_still_works(as_administrator: Client) -> None:
    asked = {"rol": "koning", "wie": "x", "sorteer": "; drop", "blad": "-3"}
    assert as_administrator.get(reverse("people"), asked).status_code == 200


def test_the_number_of_queries_does_not_grow_with_the_people(
    as_administrator: Client,
    employ: Callable[..., Actor],
    django_assert_num_queries: Any,
) -> None:
    with CaptureQueriesContext(connection) as few:
        as_administrator.get(reverse("people"))
    for _ in range(5):
        employ("adviser")
    with django_assert_num_queries(len(few)):
        as_administrator.get(reverse("people"))


def test_excel_holds_text_and_never_a_formula(
    as_administrator: Client, employ: Callable[..., Actor]
) -> None:
    employ("adviser", name="=1+1")
    answer = as_administrator.get(reverse("people-export"))
    sheet = load_workbook(BytesIO(answer.content)).active
    assert sheet is not None
    cells = {row[0].value: row[0].data_type for row in sheet.iter_rows(min_row=2)}
    assert cells["=1+1"] == "s"


def test_every_role_is_explained(as_administrator: Client) -> None:
    text = as_administrator.get(reverse("roles")).content.decode()
    assert "Houdt onafhankelijk toezicht" in text
    assert "1 persoon" in text


def test_an_organisation_is_added_once(as_administrator: Client) -> None:
    sent = {"name": "Politie Molendrecht", "kind": "police"}
    as_administrator.post(reverse("organisations"), sent)
    page = as_administrator.post(reverse("organisations"), sent)
    assert "staat er al" in page.content.decode()
    assert Organisation.objects.filter(name="Politie Molendrecht").count() == 1


def key_form(**other: Any) -> dict[str, Any]:
    ends = (timezone.localdate() + timedelta(days=30)).isoformat()
    return {"name": "Dashboard", "scopes": ["picture:read"], "ends_on": ends, **other}


def test_a_key_is_shown_once_and_works(as_administrator: Client) -> None:
    page = as_administrator.post(reverse("tokens"), key_form())
    key = page.context["new_key"]
    assert key in page.content.decode()
    assert "no-store" in page["Cache-Control"]
    assert key not in as_administrator.get(reverse("tokens")).content.decode()
    assert valid_token(key, timezone.localdate()) is not None


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"scopes": []}, "Kies waar de sleutel voor is."),
        ({"ends_on": "2020-01-01"}, "Kies een einddatum"),
        ({"ends_on": "2999-01-01"}, "Kies een einddatum"),
        ({"scopes": ["alles"]}, "alles"),
    ],
)
def test_a_wrong_key_is_refused_with_a_sentence(
    as_administrator: Client, wrong: dict[str, Any], sentence: str
) -> None:
    page = as_administrator.post(reverse("tokens"), key_form(**wrong))
    assert sentence in page.content.decode()
    assert 'value="Dashboard"' in page.content.decode()
    assert not ApiToken.objects.exists()


def test_a_key_is_revoked_by_its_maker_or_the_administrator_only(
    as_administrator: Client, adviser: Actor, employ: Callable[..., Actor], sign_in: SignIn
) -> None:
    made = sign_in(Client(), adviser).post(reverse("tokens"), key_form())
    url = reverse("token-revoke", args=[ApiToken.objects.get().pk])
    assert sign_in(Client(), employ("adviser")).post(url).status_code == 404
    as_administrator.post(url)
    assert valid_token(made.context["new_key"], timezone.localdate()) is None
