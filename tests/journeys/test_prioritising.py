"""A session is prepared, decided on and proposed by keyboard; the mayor signs on a phone."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.keyboard import Keyboard
from tests.journeys.looking import look_at
from tests.journeys.papers import text_of
from tests.journeys.people import sign_in

pytestmark = pytest.mark.journey

REASON = "Jongerenwerk en school zien vaker jonge kinderen op straat."
OVERVIEW = "/prioriteiten/[^/]+/(#verslag)?$"


def test_from_an_adopted_picture_to_signed_minutes(fresh_installation, visit):
    address = fresh_installation.address
    keys = Keyboard(visit(f"{address}/"))
    sign_in(keys, "adviser")
    _the_adviser_begins_and_prepares(keys, address)
    _the_sheets_are_read(keys)
    _the_adviser_decides(keys)
    _the_adviser_proposes(keys)

    phone = Keyboard(visit(f"{address}/", width=390))
    sign_in(phone, "mayor")
    _the_mayor_signs(phone)
    _the_minutes_hold_what_was_decided(phone.page)


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_every_page_around_a_session_at_every_width(installation, visit, width):
    page = visit(f"{installation.address}/", width=width)
    sign_in(Keyboard(page), "adviser")
    page.goto(f"{installation.address}/prioriteiten/")
    look_at(page, "prioriteiten")
    page.locator("table a").first.click()
    look_at(page, "sessie")
    there = page.url
    for part in ("themabladen/", "themabladen/woonomgeving/", "uitslag/", "besluit/", "anderen/"):
        page.goto(f"{there}{part}")
        for summary in page.locator("main details > summary").all():
            summary.click()
        look_at(page, f"sessie-{part.strip('/').replace('/', '-')}")


def _the_adviser_begins_and_prepares(keys: Keyboard, address: str) -> None:
    page = keys.page
    page.goto(f"{address}/prioriteiten/")
    keys.open("button", "Begin de sessie", address=OVERVIEW)
    expect(page.get_by_role("status")).to_contain_text("is begonnen")
    look_at(page, "sessie-begonnen")
    keys.open("link", "Instellingen, criteria en thema’s", address="/voorbereiden/$")
    look_at(page, "sessie-voorbereiden")
    page.get_by_label("Dag van de sessie").fill(page.evaluate(_TODAY))
    keys.go_to("textbox", re.compile("^Voorzitter"))
    keys.write("Burgemeester")
    keys.open("button", "Bewaar de instellingen", address="/voorbereiden/$")
    expect(page.get_by_role("status")).to_contain_text("De instellingen zijn bewaard")
    keys.open("link", "Eigen thema", address="/thema/nieuw/$")
    look_at(page, "sessie-eigen-thema")
    keys.open("button", "Bewaren", address="/thema/nieuw/$")
    expect(page.locator("main")).to_contain_text("Geef het thema een naam")
    keys.go_to("textbox", "Naam")
    keys.write("Verkeersveiligheid")
    keys.open("button", "Bewaren", address="/voorbereiden/")
    expect(page.locator("#themas ~ ol")).to_contain_text("Verkeersveiligheid")


def _the_sheets_are_read(keys: Keyboard) -> None:
    page = keys.page
    keys.open("link", "Themabladen", address="/themabladen/$")
    keys.open("link", "Veilige woon- en leefomgeving", address="/woonomgeving/$")
    expect(page.locator("main")).to_contain_text("Oordeel van het beeld")
    look_at(page, "themablad")
    answer = page.request.get(page.url.replace("woonomgeving/", "pdf"))
    words = text_of(answer.body())
    assert "Veilige woon- en leefomgeving" in words
    assert "Marge (95 %)" in words


def _the_adviser_decides(keys: Keyboard) -> None:
    page = keys.page
    keys.open("link", "Besluit", address="/besluit/$")
    look_at(page, "besluit-leeg")
    keys.open("link", re.compile("Besluit vastleggen over Jeugd"), address="/besluit/jeugd/$")
    look_at(page, "besluit-thema")
    page.get_by_role("radio", name="Prioriteit", exact=True).check()
    keys.go_to("textbox", re.compile("^Waarom"))
    keys.write(REASON)
    keys.open("button", "Bewaar en ga naar het volgende thema", address="/besluit/[^/]+/$")
    expect(page.get_by_role("status")).to_contain_text("Het besluit over Jeugd")
    keys.open("link", "Prioriteiten van anderen", address="/anderen/$")
    keys.open("link", "Voeg de eerste toe", address="/anderen/nieuw/$")
    page.get_by_label("Van wie is deze prioriteit?").select_option("police")
    page.get_by_label("Hun prioriteit").fill("Jonge aanwas")
    page.get_by_label("Bij welk thema").select_option(label="Jeugd en veiligheid")
    look_at(page, "prioriteit-van-een-ander")
    keys.open("button", "Bewaren", address="/anderen/$")
    expect(page.locator("main")).to_contain_text("gedeeld")
    look_at(page, "prioriteiten-van-anderen")


def _the_adviser_proposes(keys: Keyboard) -> None:
    page = keys.page
    keys.open("link", "Overzicht", address=OVERVIEW)
    look_at(page, "sessie-voorstellen")
    keys.press("button", "Verslag voorstellen")
    expect(page.get_by_role("dialog")).to_be_visible()
    before = page.evaluate("performance.timeOrigin")
    keys.press("button", "Verslag voorstellen")
    page.wait_for_function("(before) => performance.timeOrigin !== before", arg=before)
    expect(page.get_by_role("status")).to_contain_text("Het verslag is voorgesteld")
    look_at(page, "sessie-voorgesteld")


def _the_mayor_signs(keys: Keyboard) -> None:
    page = keys.page
    keys.open("link", re.compile("aftekenen$"), address=OVERVIEW)
    look_at(page, "aftekenen")
    keys.go_to("textbox", re.compile("^Nummer"))
    keys.write("BM-2026-900")
    keys.open("button", "Aftekenen", address=OVERVIEW)
    expect(page.get_by_role("status")).to_contain_text("Het verslag is afgetekend")
    look_at(page, "afgetekend")


def _the_minutes_hold_what_was_decided(page: Page) -> None:
    address = page.url.partition("#")[0]
    words = text_of(page.request.get(f"{address}verslag/pdf").body())
    for wanted in (REASON, "BM-2026-900", "Jonge aanwas", "Verkeersveiligheid", "Afgetekend"):
        assert wanted in words, wanted
    fingerprint = re.search("[0-9a-f]{64}", page.content())
    assert fingerprint
    assert fingerprint.group() in words.replace(" ", "")


_TODAY = "() => new Date().toLocaleDateString('sv-SE')"
