"""A partner opens the mail on a phone and says how three measures go; the adviser sees it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.a_running_programme import TITLES, programme_in
from tests.journeys.installation import installed
from tests.journeys.keyboard import Keyboard
from tests.journeys.looking import look_at
from tests.journeys.people import sign_in

pytestmark = pytest.mark.journey


def test_three_measures_from_the_mail_on_a_phone(demo_template, visit, tmp_path):
    mailbox = {"INTEGRAAL_MAILBOX": str(tmp_path), "INTEGRAAL_ADDRESS": "http://127.0.0.1"}
    with installed(demo_template, **mailbox) as running:
        programme = programme_in(running)
        address = f"{running.address}/programma/{programme}/bijwerken/"
        page = visit(f"{running.address}/")
        keys = Keyboard(page)
        sign_in(keys, "adviser")
        page.goto(address)
        look_at(page, "bijwerken-begin")
        keys.press("button", "Vraag het iedereen")
        keys.press("button", "Vraag het iedereen")
        expect(page.locator("main")).to_contain_text("De vraag staat klaar")
        assert "Verstuurd: 1." in running.command("send-mail", **mailbox)

        phone = _from_the_mail(visit, running.address)
        _without_a_connection(phone, TITLES[0])
        _over_budget(phone, TITLES[1])
        _with_the_keys_only(phone, TITLES[2])
        expect(phone.locator("#stand")).to_contain_text("Alles is bijgewerkt.")
        for width in (320, 390):
            phone.set_viewport_size({"width": width, "height": 844})
            look_at(phone, "bijwerken-telefoon-klaar")

        page.goto(address)
        expect(page.locator("main")).to_contain_text("1 keken, 1 zijn klaar.")
        expect(page.locator("main")).to_contain_text("Een tolk voor de ouders.")
        for width in (1280, 390, 320):
            page.set_viewport_size({"width": width, "height": 844})
            for path, name in (("", "bijwerken"), (_person(page, address), "bijwerken-persoon")):
                page.goto(path or address)
                look_at(page, name)
        _after_revoking(page, phone)


def _from_the_mail(visit, address: str) -> Page:
    """Open the letter in the demo's mailbox, and the link in it."""
    phone: Page = visit(f"{address}/voorbeeld/postvak/", width=390)
    look_at(phone, "postvak")
    phone.get_by_role("link", name=re.compile("^Hoe lopen uw maatregelen")).click()
    look_at(phone, "postvak-brief")
    phone.get_by_role("link", name=re.compile("igu_")).click()
    expect(phone.locator("h1")).to_have_text("Hoe lopen uw maatregelen?")
    expect(phone.locator("main")).to_contain_text("Deze link is voor Kim Zandstra")
    look_at(phone, "bijwerken-telefoon")
    return phone


def _card(phone: Page, title: str) -> Locator:
    return phone.get_by_role("article", name=title)


def _without_a_connection(phone: Page, title: str) -> None:
    """What is typed in a tunnel waits, survives a new page, and goes when it can."""
    card = _card(phone, title)
    card.get_by_label("Loopt").check(force=True)
    card.get_by_role("group", name="Kwaliteit").get_by_label("Op schema").check(force=True)
    card.get_by_label("Wat is er gedaan?").fill("Vier avonden.")
    phone.reload()
    expect(card.get_by_label("Wat is er gedaan?")).to_have_value("Vier avonden.")
    expect(card).to_contain_text("Wat u eerder invulde staat hier weer.")
    phone.context.set_offline(True)
    card.get_by_role("button", name="Bewaar").click()
    expect(card).to_contain_text("Geen verbinding.")
    look_at(phone, "bijwerken-zonder-verbinding")
    phone.context.set_offline(False)
    expect(card).to_contain_text("Bewaard.")
    expect(phone.locator("#stand")).to_contain_text("1 van 3 bijgewerkt.")
    assert phone.evaluate("localStorage.length") == 0


def _over_budget(phone: Page, title: str) -> None:
    """More spent than budgeted asks for a reason, and keeps what was typed."""
    card = _card(phone, title)
    card.get_by_label("Loopt").check(force=True)
    card.get_by_text("Loopt het vast, of wilt u hulp?").click()
    card.get_by_label("Welke hulp wilt u?").fill("Een tolk voor de ouders.")
    card.get_by_text("Geld en uren").click()
    card.get_by_label("Uitgegeven tot nu toe, in euro").fill("1.250,50")
    card.get_by_role("button", name="Bewaar").click()
    expect(card).to_contain_text("250,50 euro meer uitgegeven dan begroot")
    expect(card.get_by_label("Welke hulp wilt u?")).to_have_value("Een tolk voor de ouders.")
    look_at(phone, "bijwerken-boven-begroting")
    card.get_by_label("Waarom meer dan begroot?").fill("De zaal werd duurder.")
    card.get_by_role("button", name="Bewaar").click()
    expect(card).to_contain_text("Bewaard.")


def _with_the_keys_only(phone: Page, title: str) -> None:
    card = _card(phone, title)
    card.get_by_label("Nog niet begonnen").focus()
    phone.keyboard.press("Space")
    card.get_by_role("button", name="Bewaar").focus()
    phone.keyboard.press("Enter")
    expect(card).to_contain_text("Bewaard.")


def _person(page: Page, address: str) -> str:
    page.goto(address)
    link = page.get_by_role("link", name="Kim Zandstra (fictief)").first
    return page.url.split("/programma/")[0] + str(link.get_attribute("href"))


def _after_revoking(page: Page, phone: Page) -> None:
    """A link that was revoked says so, and shows back what was typed."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.get_by_role("button", name="Trek de link in").first.click()
    page.get_by_role("dialog").get_by_role("button", name="Trek de link in").click()
    expect(page.locator("main")).to_contain_text("De link werkt niet meer.")
    card = _card(phone, TITLES[2])
    card.get_by_label("Wat is er gedaan?").fill("Nog iets.")
    card.get_by_role("button", name="Bewaar").click()
    expect(phone.locator("h1")).to_have_text("Deze link werkt niet")
    expect(phone.locator("main")).to_contain_text("De gemeente trok deze link in.")
    expect(phone.get_by_label("Uw tekst")).to_have_value("Nog iets.")
    look_at(phone, "bijwerken-ingetrokken")
