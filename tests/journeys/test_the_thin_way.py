"""One real figure to an adopted PDF, by keyboard alone: adviser, mayor, data protection officer."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.installation import Installation
from tests.journeys.keyboard import Keyboard
from tests.journeys.looking import keep_picture, look_at
from tests.journeys.papers import text_of
from tests.journeys.people import NAMES, open_menu, sign_in, sign_out

pytestmark = pytest.mark.journey

STORY = "Het verhaal achter de cijfers"
FINDING = "Het toezicht op het plein is in juni uitgebreid. Bron: team Handhaving, 4 maart 2026."
BETTER = "Het toezicht op het plein is in juli uitgebreid. Bron: team Handhaving, 4 maart 2026."


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_from_a_figure_to_an_adopted_pdf_and_on(fresh_installation, visit, width):
    page = visit(f"{fresh_installation.address}/", width=width)
    keys = Keyboard(page)

    look_at(page, "aanmelden")
    sign_in(keys, "adviser")
    look_at(page, "start")
    _the_adviser_writes_and_proposes(keys)
    sign_out(keys)

    sign_in(keys, "mayor")
    _the_mayor_adopts(keys)
    _the_pdf_holds_what_was_decided(page, FINDING)
    sign_out(keys)

    sign_in(keys, "adviser")
    _the_adviser_starts_a_second_version(keys)
    sign_out(keys)

    fresh_installation.command("audit-chain")
    sign_in(keys, "data_protection_officer")
    _the_officer_reads_who_did_what(keys)


def _the_adviser_writes_and_proposes(keys: Keyboard) -> None:
    page = keys.page
    _to_the_picture(keys)
    look_at(page, "beeld")
    keys.open("link", "Veilige woon- en leefomgeving", address="/woonomgeving/")
    _the_figure_is_read_with_margin_and_source(page)
    look_at(page, "thema")
    text = keys.go_to("textbox", STORY)
    keys.page.keyboard.press("Control+End")
    page.keyboard.insert_text(f"\n\n{FINDING}")
    expect(text).to_have_value(re.compile(re.escape(FINDING)))
    expect(page.locator("#deel-story [data-status]")).to_contain_text("Bewaard om")
    page.reload()
    expect(page.get_by_role("textbox", name=STORY)).to_have_value(re.compile(re.escape(FINDING)))
    keys.open("link", "Veiligheidsbeeld 2025", address="/beeld/[^/]+/$")
    keys.press("button", "Voorstellen ter vaststelling")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    look_at(page, "voorstellen")
    before = page.evaluate("performance.timeOrigin")
    keys.press("button", "Voorstellen ter vaststelling")
    page.wait_for_function("(before) => performance.timeOrigin !== before", arg=before)
    expect(page.get_by_role("status")).to_contain_text("is voorgesteld ter vaststelling")
    look_at(page, "voorgesteld")


def _the_figure_is_read_with_margin_and_source(page: Page) -> None:
    figure = page.locator(".ig-kpi", has=page.get_by_role("heading", name="Overlast", exact=True))
    expect(figure).to_contain_text("125")
    expect(figure).to_contain_text("10,2 per 1.000 inwoners")
    expect(figure).to_contain_text("95 %-marge: 104 tot 149")
    expect(figure).to_contain_text("Geen aantoonbare verandering")
    expect(figure).to_contain_text("Bron: Politie via CBS StatLine, opgehaald 2 maart 2026")


def _the_mayor_adopts(keys: Keyboard) -> None:
    page = keys.page
    look_at(page, "start-burgemeester")
    keys.open("link", "Veiligheidsbeeld 2025 vaststellen", address="/beeld/[^/]+/$")
    look_at(page, "vaststellen")
    keys.go_to("textbox", re.compile("^Besluitnummer"))
    keys.write("2026-17")
    keys.open("button", "Vaststellen", address="/beeld/[^/]+/$")
    expect(page.get_by_role("status")).to_contain_text("is vastgesteld en staat nu vast")
    expect(page.get_by_text(re.compile("[0-9a-f]{64}"))).to_be_visible()
    look_at(page, "vastgesteld")


def _the_pdf_holds_what_was_decided(page: Page, finding: str) -> None:
    link = page.get_by_role("link", name="Pdf")
    answer = page.request.get(page.url + (link.get_attribute("href") or "").rsplit("/", 1)[-1])
    assert answer.headers["content-type"] == "application/pdf"
    words = text_of(answer.body())
    for wanted in (finding, "125", "104 tot 149", "4,2 per 1.000 inwoners", "2026-17"):
        assert wanted in words, wanted
    fingerprint = re.search("[0-9a-f]{64}", page.content())
    assert fingerprint
    assert fingerprint.group() in words.replace(" ", "")


def _the_adviser_starts_a_second_version(keys: Keyboard) -> None:
    page = keys.page
    _to_the_picture(keys)
    keys.open("button", "Begin een nieuwe versie", address="/beeld/[^/]+/$")
    expect(page.get_by_role("status")).to_contain_text(re.compile(r"Versie \d is begonnen"))
    keys.open("link", "Veilige woon- en leefomgeving", address="/woonomgeving/")
    text = keys.go_to("textbox", STORY)
    keys.write(text.input_value().replace(FINDING, BETTER))
    expect(page.locator("#deel-story [data-status]")).to_contain_text("Bewaard om")
    keys.open("link", "Veiligheidsbeeld 2025", address="/beeld/[^/]+/$")
    keys.open("link", re.compile("^Wat er veranderde sinds versie"), address="/verschil$")
    expect(page.locator("del").first).to_contain_text("juni")
    expect(page.locator("ins").first).to_contain_text("juli")
    look_at(page, "verschil")


def _the_officer_reads_who_did_what(keys: Keyboard) -> None:
    page = keys.page
    open_menu(keys)
    keys.open("link", "Logboek", address="/logboek/")
    for who, what in [
        (NAMES["adviser"], "stelde Veiligheidsbeeld 2025 voor ter vaststelling"),
        (NAMES["mayor"], "stelde Veiligheidsbeeld 2025 vast"),
        (NAMES["adviser"], "begon een nieuwe versie van Veiligheidsbeeld 2025"),
    ]:
        line = page.get_by_text(re.compile(rf"{who} \([^)]*\) {what}")).first
        expect(line).to_be_visible()
    look_at(page, "logboek")
    expect(page.get_by_text(re.compile("De keten is heel"))).to_be_visible()


def _to_the_picture(keys: Keyboard) -> None:
    """Take the ordinary way: from the start to the step Beeld, and there the newest picture."""
    if keys.page.url.endswith("/"):
        keys.page.keyboard.press("Home")
    keys.open("link", re.compile("^(1 ?)?Beeld"), address="/beeld/$")
    look_at(keys.page, "beelden")
    keys.open("link", "Veiligheidsbeeld 2025", address="/beeld/[^/]+/$")


def test_the_pictures_for_the_readme(installation: Installation, visit):
    """Only with INTEGRAAL_SCREENSHOTS: the first screen of a theme, as the README shows it."""
    page = visit(f"{installation.address}/account/login/")
    page.get_by_role("button", name=re.compile("^Adviseur veiligheid")).click()
    page.goto(f"{installation.address}/beeld/")
    page.get_by_role("link", name="Veiligheidsbeeld 2025").click()
    page.get_by_role("link", name="Veilige woon- en leefomgeving").click()
    expect(page.get_by_role("heading", name="Kerncijfers 2025")).to_be_visible()
    keep_picture(page, "readme", whole=False)
