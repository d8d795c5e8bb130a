"""Ways in, and ways that stay closed."""

from __future__ import annotations

import re

import psycopg
import pytest
from playwright.sync_api import Page, expect

from integraal.foundation.database.embedded import roles
from tests import provisions
from tests.journeys.installation import installed, served
from tests.journeys.looking import look_at

pytestmark = pytest.mark.journey

PASSWORD = "een-lang-wachtwoord-1"


def give_password(installation, mail: str) -> None:
    """Let the adviser of the demo have a password, as after choosing one."""
    from django.contrib.auth.hashers import Argon2PasswordHasher

    hasher = Argon2PasswordHasher()
    kept = hasher.encode(PASSWORD, hasher.salt())
    owner = provisions.dsn(installation.database, roles.OWNER)
    with psycopg.connect(owner) as connection:
        connection.execute("UPDATE people_user SET password = %s WHERE email = %s", [kept, mail])


@pytest.fixture
def mail(fresh_installation) -> str:
    address = "adviseur@molendrecht.example"
    give_password(fresh_installation, address)
    return address


def fill_in(page: Page, mail: str, password: str) -> None:
    page.get_by_label("E-mailadres").fill(mail)
    page.get_by_label("Wachtwoord", exact=True).fill(password)
    page.get_by_role("button", name="Aanmelden", exact=True).click()


def test_a_password_opens_and_too_many_guesses_close_with_a_sentence(
    fresh_installation, visit, mail
):
    page = visit(f"{fresh_installation.address}/account/login/")
    fill_in(page, mail, PASSWORD)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Hier staat Molendrecht")
    other = visit(f"{fresh_installation.address}/account/login/")
    for _ in range(9):
        if not other.get_by_label("E-mailadres").is_visible():
            break
        fill_in(other, mail, "mis")
    expect(other.locator("main")).to_contain_text(re.compile("te vaak|wacht", re.IGNORECASE))
    look_at(other, "te-vaak")
    fresh = visit(f"{fresh_installation.address}/account/login/")
    fill_in(fresh, mail, PASSWORD)
    expect(fresh.get_by_role("heading", level=1)).not_to_contain_text("Hier staat")


def test_an_authenticator_app_is_asked_for_once_it_is_set_up(fresh_installation, visit, mail):
    from allauth.mfa.totp.internal.auth import (
        format_hotp_value,
        hotp_value,
        yield_hotp_counters_from_time,
    )

    def code(secret: str) -> str:
        counter = next(iter(yield_hotp_counters_from_time()))
        return format_hotp_value(hotp_value(secret, counter))

    page = visit(f"{fresh_installation.address}/account/login/")
    fill_in(page, mail, PASSWORD)
    page.goto(f"{fresh_installation.address}/account/2fa/totp/activate/")
    if page.get_by_label("Wachtwoord", exact=True).is_visible():
        page.get_by_label("Wachtwoord", exact=True).fill(PASSWORD)
        page.locator("main button[type=submit]").first.click()
    look_at(page, "app-instellen")
    secret = re.search(
        r"\b[A-Z2-7]{32}\b",
        page.locator("main").inner_text()
        + " ".join(field.input_value() for field in page.locator("main input").all()),
    )
    assert secret
    page.locator("main input[name=code]").fill(code(secret.group()))
    page.locator("main button[type=submit]").first.click()
    again = visit(f"{fresh_installation.address}/account/login/", width=390)
    fill_in(again, mail, PASSWORD)
    expect(again.locator("main input[name=code]")).to_be_visible()
    look_at(again, "tweede-stap")
    again.locator("main input[name=code]").fill("000000")
    again.locator("main button[type=submit]").first.click()
    expect(again.get_by_role("heading", level=1)).not_to_contain_text("Hier staat")
    # A server does not take one code twice; another one, which did not see it, stands in for the
    # half minute after which the app shows the next.
    with served(fresh_installation.database) as later:
        page = visit(f"{later}/account/login/")
        fill_in(page, mail, PASSWORD)
        for _ in range(2):  # the code may change between reading and sending it
            field = page.locator("main input[name=code]")
            if field.is_visible():
                field.fill(code(secret.group()))
                with page.expect_navigation():
                    page.locator("main button[type=submit]").first.click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("Hier staat Molendrecht")


def test_a_passkey_made_in_the_browser_opens_without_a_password(fresh_installation, visit, mail):
    """Chromium's own virtual authenticator stands in for the device."""
    page = visit(f"{fresh_installation.by_name}/account/login/")
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    devtools.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )
    fill_in(page, mail, PASSWORD)
    page.goto(f"{fresh_installation.by_name}/account/2fa/webauthn/add/")
    if page.get_by_label("Wachtwoord", exact=True).is_visible():
        page.get_by_label("Wachtwoord", exact=True).fill(PASSWORD)
        page.locator("main button[type=submit]").first.click()
    look_at(page, "passkey-toevoegen")
    page.locator("main input[name=name]").fill("Proefsleutel")
    passwordless = page.locator("main input[name=passwordless]")
    if passwordless.count():
        passwordless.check()
    page.locator("main button[type=submit], main button#mfa_webauthn_add").first.click()
    expect(page).to_have_url(re.compile("/2fa/(webauthn/|recovery|$)"))
    page.locator("details.ig-account summary").click()
    page.get_by_role("button", name="Uitloggen").click()
    page.get_by_role("button", name="Aanmelden met een passkey").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Hier staat Molendrecht")


def test_the_demos_own_way_in_is_closed_to_everybody_else(demo_template, visit, installation):
    with installed(demo_template, INTEGRAAL_DEMO="") as real:
        page = visit(f"{real.address}/account/login/")
        expect(page.get_by_role("button", name=re.compile("^Burgemeester"))).to_have_count(0)
        look_at(page, "aanmelden-echt")
        assert _try_demo(page, real.address) == 404
    page = visit(f"{installation.address}/account/login/")
    assert _try_demo(page, installation.address, {"X-Forwarded-For": "10.0.0.1"}) == 404
    assert _try_demo(page, installation.address) == 200


def _try_demo(page: Page, address: str, headers: dict[str, str] | None = None) -> int:
    """Post what the demo's buttons post; return the status of where it leads."""
    token = page.locator("input[name=csrfmiddlewaretoken]").first.get_attribute("value")
    form = {"csrfmiddlewaretoken": token or "", "role": "mayor"}
    path = f"{address}/voorbeeld/aanmelden/"
    return page.request.post(path, form=form, headers=headers or {}).status
