"""What a browser is told to refuse, on every page."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from integraal.foundation.audit.actors import Actor
from integraal.foundation.people.models import Member

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "font-src": "'self'",
    "img-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
OPEN_PAGES = ["/account/login/", "/privacy/", "/nergens/", "/api/v1/pictures", "/stijl/"]


def policy_of(header: str) -> dict[str, str]:
    parts = (part.strip().partition(" ") for part in header.split(";") if part.strip())
    return {name: value for name, _, value in parts}


@pytest.mark.usefixtures("db")
@pytest.mark.parametrize("address", OPEN_PAGES)
def test_a_page_loads_nothing_from_outside_and_stands_in_no_frame(
    client: Client, address: str
) -> None:
    page = client.get(address)
    assert policy_of(page.headers["Content-Security-Policy"]) == POLICY
    assert page.headers["X-Frame-Options"] == "DENY"
    assert page.headers["X-Content-Type-Options"] == "nosniff"
    assert page.headers["Referrer-Policy"] == "same-origin"
    assert page.headers["Cross-Origin-Opener-Policy"] == "same-origin"


@pytest.mark.parametrize("name", ["home", "pictures", "house-style-css"])
def test_the_same_holds_for_whoever_is_signed_in(
    client: Client, adviser: Actor, sign_in: Callable[[Client, Actor], Client], name: str
) -> None:
    page = sign_in(client, adviser).get(reverse(name))
    assert page.status_code == 200
    assert policy_of(page.headers["Content-Security-Policy"]) == POLICY
    assert page.headers["X-Content-Type-Options"] == "nosniff"


def test_a_shield_that_is_opened_by_itself_can_do_nothing(
    client: Client, adviser: Actor, sign_in: Callable[[Client, Actor], Client]
) -> None:
    shield = sign_in(client, adviser).get(reverse("house-style-shield"))
    policy = policy_of(shield.headers["Content-Security-Policy"])
    assert policy["default-src"] == "'none'"
    assert policy["sandbox"] == ""
    assert "script-src" not in policy
    assert shield.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.usefixtures("db")
def test_a_style_sheet_is_not_taken_for_something_else(client: Client) -> None:
    sheet = client.get("/static/ui/integraal.css")
    assert sheet.getvalue()
    sheet.close()
    assert sheet.status_code == 200
    assert sheet.headers["X-Content-Type-Options"] == "nosniff"
    assert sheet.headers["Content-Type"].startswith("text/css")


@pytest.mark.usefixtures("db")
def test_no_script_can_read_a_cookie_and_no_other_site_sends_it(
    client: Client, adviser: Actor
) -> None:
    user = Member.objects.select_related("user").get(pk=adviser.member_id).user
    user.set_password("een-lang-wachtwoord")
    user.save()
    client.get(reverse("account_login"))
    client.post(reverse("account_login"), {"login": user.email, "password": "een-lang-wachtwoord"})
    assert {"csrftoken", "integraal_sessie"} <= set(client.cookies)
    for name in ("csrftoken", "integraal_sessie"):
        cookie = client.cookies[name]
        assert cookie["httponly"], name
        assert cookie["samesite"] == "Lax", name
        assert cookie["path"] == "/", name


@pytest.mark.usefixtures("db")
def test_a_deed_without_its_token_is_refused(adviser: Actor) -> None:
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(reverse("account_login"), {"login": "x"}).status_code == 403


def test_a_page_about_somebody_is_not_kept_by_a_browser_or_proxy(
    client: Client, fpo: Actor, sign_in: Callable[[Client, Actor], Client]
) -> None:
    page = sign_in(client, fpo).get(reverse("trail"))
    assert "no-store" in page.headers["Cache-Control"]
