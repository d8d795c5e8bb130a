"""Signing in by password: what it shows, records and refuses."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.models import Event
from integraal.foundation.people.models import Member, User
from integraal.foundation.people.sign_in import attempted_mail

PASSWORD = "een lange zin als wachtwoord"


@pytest.fixture
def user(adviser: Actor) -> User:
    user = Member.objects.select_related("user").get(pk=adviser.member_id).user
    assert user is not None
    user.set_password(PASSWORD)
    user.save()
    return user


def sign_in_with(client: Client, user: User, password: str) -> int:
    sent = {"login": user.email, "password": password}
    return client.post(reverse("account_login"), sent).status_code


def test_a_sign_in_is_recorded_once(client: Client, adviser: Actor, user: User) -> None:
    assert sign_in_with(client, user, PASSWORD) == 302
    assert client.get(reverse("tokens")).status_code == 200
    assert Event.objects.filter(verb="member.signed_in", actor_id=adviser.member_id).count() == 1


def test_a_wrong_password_is_told_in_dutch_and_recorded_nowhere(client: Client, user: User) -> None:
    page = client.post(reverse("account_login"), {"login": user.email, "password": "mis"})
    text = page.content.decode()
    assert "Aanmelden is niet gelukt." in text
    assert user.email in text
    assert not Event.objects.filter(verb="member.signed_in").exists()


def test_guessing_is_braked_for_that_account_only(
    client: Client, user: User, mayor: Actor, settings: Any
) -> None:
    # django-allauth brakes too, and sooner; here the second brake is looked at by itself.
    settings.ACCOUNT_RATE_LIMITS = False
    other = Member.objects.select_related("user").get(pk=mayor.member_id).user
    assert other is not None
    other.set_password(PASSWORD)
    other.save()
    answers = [sign_in_with(client, user, "mis") for _ in range(9)]
    assert answers[-1] == 429
    refused = client.post(reverse("account_login"), {"login": user.email, "password": PASSWORD})
    assert refused.status_code == 429
    assert "Wacht 15 minuten" in refused.content.decode()
    assert sign_in_with(Client(), other, PASSWORD) == 302


def test_the_brake_counts_by_mail_address() -> None:
    assert attempted_mail(None, {"email": " Kim@Voorbeeld.TEST "}) == "kim@voorbeeld.test"
    assert attempted_mail(None, None) == ""


@pytest.mark.usefixtures("molendrecht")
def test_an_account_without_a_municipality_gets_a_sentence(client: Client) -> None:
    user = User.objects.create(email="los@voorbeeld.test")
    user.set_password(PASSWORD)
    user.save()
    sign_in_with(client, user, PASSWORD)
    page = client.get(reverse("people"))
    assert page.status_code == 403
    assert "Uw account heeft geen toegang tot een gemeente." in page.content.decode()


@pytest.mark.usefixtures("molendrecht")
def test_nobody_makes_an_account_alone(client: Client) -> None:
    page = client.get(reverse("account_signup")).content.decode()
    assert "U kunt zelf geen account maken" in page
    client.post(
        reverse("account_signup"),
        {"email": "x@voorbeeld.test", "password1": PASSWORD, "password2": PASSWORD},
    )
    assert not User.objects.filter(email="x@voorbeeld.test").exists()


def test_nobody_changes_the_mail_address_that_gave_access(client: Client, user: User) -> None:
    client.force_login(user, backend="integraal.foundation.people.sign_in.PasswordBackend")
    answer = client.post("/account/email/", {"action_add": "", "email": "ander@voorbeeld.test"})
    assert answer.status_code == 302
    assert User.objects.get(pk=user.pk).email == user.email


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("mfa_index", "Aanmelden en beveiliging"),
        ("account_change_password", "Wachtwoord veranderen"),
        ("mfa_list_webauthn", "Passkeys en beveiligingssleutels"),
        ("account_reauthenticate", "Bevestig dat u het bent"),
        ("account_logout", "Wilt u uitloggen?"),
    ],
)
def test_the_pages_of_ones_own_account_are_ours(
    client: Client, user: User, name: str, words: str
) -> None:
    sign_in_with(client, user, PASSWORD)
    text = client.get(reverse(name)).content.decode()
    assert words in text
    assert "style=" not in text
    assert "data:image" not in text


def test_an_app_is_set_up_with_a_drawing_that_the_policy_allows(client: Client, user: User) -> None:
    sign_in_with(client, user, PASSWORD)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    text = client.get(reverse("mfa_activate_totp")).content.decode()
    assert "<svg" in text
    assert "data:image" not in text
    assert "<?xml" not in text
    for name in ("mfa_add_webauthn",):
        assert "Passkey toevoegen" in client.get(reverse(name)).content.decode()


def test_the_secret_of_a_second_step_is_not_readable_in_the_database(employ, settings):
    from allauth.mfa.adapter import get_adapter
    from allauth.mfa.models import Authenticator
    from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

    from integraal.foundation.people.models import Member

    user = Member.objects.get(pk=employ("adviser").member_id).user
    secret = generate_totp_secret()
    kept = TOTP.activate(user, secret).instance
    assert secret not in str(Authenticator.objects.get(pk=kept.pk).data)
    assert get_adapter().decrypt(kept.data["secret"]) == secret
    settings.SECRET_KEY = "een andere sleutel"
    opened = {get_adapter().decrypt(kept.data["secret"]) for _ in range(2)}
    assert len(opened) == 2
    assert secret not in opened
