"""The look of a municipality: set, refused, served."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.models import Event
from integraal.foundation.database.models import Tenant
from integraal.foundation.house_style.models import HouseStyleSetting
from integraal.foundation.house_style.queries import style_version
from tests.provisions import employ_at, tenant_scope

SignIn = Callable[[Client, Actor], Client]
SHIELD = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>'
)
STYLE = {
    "brand": "#5A1030",
    "on_brand": "#FFFFFF",
    "accent": "#F4B740",
    "font_ui": "Source Serif 4",
    "font_voice": "Figtree",
    "radius": 0,
}


@pytest.fixture
def as_administrator(client: Client, administrator: Actor, sign_in: SignIn) -> Client:
    return sign_in(client, administrator)


def css(client: Client, version: str = "") -> Any:
    return client.get(reverse("house-style-css"), {"v": version})


def test_others_may_not(client: Client, adviser: Actor, sign_in: SignIn) -> None:
    page = sign_in(client, adviser).get(reverse("house-style"))
    assert page.status_code == 403
    assert "de huisstijl veranderen" in page.content.decode()


def test_the_shipped_look_needs_no_signing_in(client: Client, db: None) -> None:
    answer = css(client, "0")
    assert answer["Content-Type"] == "text/css"
    assert "--ig-brand: #0B5561" in answer.content.decode()
    assert "max-age=86400" in answer["Cache-Control"]
    assert client.get(reverse("house-style-shield")).content.startswith(b"<svg")


def test_a_new_look_is_served_under_a_new_address(as_administrator: Client) -> None:
    before = style_version()
    as_administrator.post(reverse("house-style"), STYLE)
    assert style_version() != before
    assert "--ig-brand: #5A1030" in css(as_administrator, style_version()).content.decode()
    assert css(as_administrator, before)["Cache-Control"] == "no-cache"
    assert Event.objects.filter(verb="house_style.changed").count() == 1


def test_a_second_municipality_keeps_its_own_look(
    as_administrator: Client, oostwaard: Tenant, sign_in: SignIn
) -> None:
    as_administrator.post(reverse("house-style"), STYLE)
    here = style_version()
    other = employ_at(oostwaard, "administrator")
    with tenant_scope(oostwaard.pk):
        there = sign_in(Client(), other)
        there.post(reverse("house-style"), {**STYLE, "brand": "#103A5A"})
        assert style_version() != here
    assert "#103A5A" in css(there).content.decode()
    assert "#5A1030" in css(as_administrator).content.decode()


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"brand": "#EEEEEE"}, "De hoofdkleur is te licht op wit"),
        ({"accent": "#222222"}, "De accentkleur is te donker"),
        ({"on_brand": "rood"}, "De kleur op de hoofdkleur is geen kleur"),
        ({"radius": 40}, "Kies 0 tot en met 10 pixels"),
        ({"font_ui": "Comic"}, "Comic"),
    ],
)
def test_a_look_that_reads_badly_is_refused_with_a_sentence(
    as_administrator: Client, wrong: dict[str, Any], sentence: str
) -> None:
    page = as_administrator.post(reverse("house-style"), {**STYLE, **wrong}).content.decode()
    assert sentence in page
    assert "Source Serif 4" in page
    assert not HouseStyleSetting.objects.exists()


def test_a_preview_keeps_nothing(as_administrator: Client) -> None:
    page = as_administrator.post(reverse("house-style"), {**STYLE, "voorbeeld": "1"}, follow=True)
    text = page.content.decode()
    assert "Er is nog niets bewaard." in text
    assert 'value="#5A1030"' in text
    shown = as_administrator.get(page.context["preview_url"])
    assert "--ig-brand: #5A1030" in shown.content.decode()
    assert not HouseStyleSetting.objects.exists()


def test_a_preview_cannot_carry_somebody_elses_css(as_administrator: Client) -> None:
    evil = {**STYLE, "brand": "red}*{display:none"}
    shown = as_administrator.get(reverse("house-style-preview"), evil)
    assert shown.content == b""


def test_a_shield_is_cleaned_and_shown_locked_up(as_administrator: Client) -> None:
    sent = SimpleUploadedFile("wapen.svg", SHIELD, "image/svg+xml")
    as_administrator.post(reverse("house-style"), {**STYLE, "shield": sent})
    answer = as_administrator.get(reverse("house-style-shield"))
    assert b"<rect" in answer.content
    assert answer["Content-Security-Policy"] == "default-src 'none'; style-src 'none'; sandbox"
    assert answer["X-Content-Type-Options"] == "nosniff"
    as_administrator.post(reverse("house-style"), {**STYLE, "radius": 2})
    assert b"<rect" in as_administrator.get(reverse("house-style-shield")).content
    as_administrator.post(reverse("house-style"), {**STYLE, "remove_shield": "on"})
    assert b"<rect" not in as_administrator.get(reverse("house-style-shield")).content


@pytest.mark.parametrize(
    "content",
    [
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>1</script></svg>',
        b"GIF89a",
        b"<svg" + b" " * 200_000,
    ],
)
def test_a_shield_that_is_no_safe_drawing_is_refused(
    as_administrator: Client, content: bytes
) -> None:
    sent = SimpleUploadedFile("wapen.svg", content, "image/svg+xml")
    page = as_administrator.post(reverse("house-style"), {**STYLE, "shield": sent})
    assert "ig-errors" in page.content.decode()
    assert not HouseStyleSetting.objects.exists()
