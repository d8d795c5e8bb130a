"""From proposal to adopted plan with an amendment of the council, and an urgent change after it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.a_plan import plan_in
from tests.journeys.keyboard import Keyboard
from tests.journeys.looking import look_at
from tests.journeys.plan_deeds import adopt, decide, propose, signed_in

pytestmark = pytest.mark.journey

GOAL = "Doel: Minder overlast van jongeren in het centrum"


def test_the_council_adopts_with_an_amendment_and_an_urgent_change_follows(
    fresh_installation, visit
):
    root = f"{fresh_installation.address}/plan/{plan_in(fresh_installation)}"
    adviser = signed_in(visit, fresh_installation, "adviser")
    adviser.goto(f"{root}/besluit/")
    look_at(adviser, "besluit-concept")
    propose(adviser)
    look_at(adviser, "besluit-voorgesteld")

    clerk = signed_in(visit, fresh_installation, "clerk")
    clerk.goto(f"{root}/besluit/")
    keys = Keyboard(clerk)
    decide(keys, "College", "akkoord")
    decide(keys, "Raadscommissie", "akkoord")
    _amend(keys)
    _council_that_does_not_add_up(keys)
    expect(clerk.get_by_role("button", name="Leg de vaststelling vast").first).to_be_visible()
    look_at(clerk, "besluit-vast-te-stellen")
    adopt(clerk)
    expect(clerk.locator("main")).to_contain_text("Vastgesteld door: gemeenteraad")
    look_at(clerk, "besluit-vastgesteld")

    adviser.goto(f"{root}/wijzigingen/")
    following = _urgent_change(adviser)
    clerk.goto(following)
    decide(keys, "College", "akkoord", votes=("4", "0"))
    adopt(clerk)
    expect(clerk.locator("main")).to_contain_text("De raad weet nog niet van een spoedwijziging")
    look_at(clerk, "besluit-spoed")
    _tell_the_council(adviser, following)
    _small(clerk, [f"{root}/besluit/", following, f"{root}/wijzigingen/"])


def _amend(keys: Keyboard) -> None:
    """Record an amendment on a goal, that it was adopted, and put it in the plan."""
    page = keys.page
    keys.open("link", re.compile("^Amendement vastleggen bij: Gemeenteraad"), address="amendement")
    look_at(page, "amendement-kiezen")
    page.get_by_label("Welk deel van het plan?").select_option(label=GOAL)
    keys.open("button", "Verder", address="deel=")
    page.get_by_label("Nummer").fill("A1")
    page.get_by_label("Titel").fill("Ook buiten het centrum")
    page.get_by_label("Ingediend door").fill("Dorpslijst")
    wanted = page.get_by_label(re.compile("^Wat wilt u bereiken"))
    wanted.fill("Minder overlast van jongeren in alle kernen")
    look_at(page, "amendement-schrijven")
    keys.open("button", "Bewaar het amendement", address="/amendement/.+/$")
    keys.open("link", "Leg de uitkomst vast", address="/uitkomst/$")
    page.get_by_label("aangenomen", exact=True).check()
    page.get_by_label(re.compile("Stemmen voor")).fill("9")
    page.get_by_label(re.compile("Stemmen tegen")).fill("6")
    look_at(page, "amendement-uitkomst")
    keys.open("button", "Bewaren", address="/amendement/.+/$")
    keys.press("button", "Verwerk in het plan")
    page.get_by_role("dialog").get_by_role("button", name="Verwerk in het plan").click()
    expect(page.get_by_role("status").first).to_contain_text("staat nu in het plan")
    look_at(page, "amendement-verwerkt")
    page.get_by_role("link", name="Besluit").first.click()
    expect(page).to_have_url(re.compile("/besluit/"))


def _council_that_does_not_add_up(keys: Keyboard) -> None:
    """The votes do not fit the outcome: a sentence, and what was filled in is still there."""
    page = keys.page
    keys.open("link", re.compile("^Leg het besluit vast ?: Gemeenteraad"), address="/besluit/.+/$")
    page.get_by_label("akkoord met wijzigingen", exact=True).check()
    page.get_by_label(re.compile("Stemmen voor")).fill("5")
    page.get_by_label(re.compile("Stemmen tegen")).fill("10")
    page.get_by_label(re.compile("Nummer van het besluit")).fill("R-118")
    keys.open("button", "Leg het besluit vast", address="/besluit/.+/$")
    expect(page.locator("#fouten")).to_contain_text("5 voor en 10 tegen is geen meerderheid")
    expect(page.get_by_label(re.compile("Nummer van het besluit"))).to_have_value("R-118")
    look_at(page, "besluit-stemmen")
    page.get_by_label(re.compile("Stemmen voor")).fill("14")
    page.get_by_label(re.compile("Stemmen tegen")).fill("1")
    keys.open("button", "Leg het besluit vast", address="/besluit/#moment-")


def _urgent_change(page: Page) -> str:
    """From cause to a proposed version with a new theme; returns where it is decided about."""
    keys = Keyboard(page)
    keys.open("link", "Begin een wijziging", address="/wijzigingen/nieuw/$")
    look_at(page, "wijziging-beginnen")
    page.get_by_label("Waar gaat het over?").fill("Explosies bij woningen")
    page.get_by_label("een incident", exact=True).check()
    page.get_by_label(re.compile("Er is haast bij")).check()
    page.get_by_label(re.compile("Wat is er aan de hand")).fill("Drie explosies in twee weken.")
    keys.open("button", "Begin de wijziging", address="/wijzigingen/[0-9a-f-]{36}/$")
    look_at(page, "wijziging")
    keys.open("link", "Begin de nieuwe versie", address="/versie/$")
    look_at(page, "wijziging-versie")
    page.get_by_label(re.compile("Naam van een nieuw thema")).fill("Explosies")
    page.get_by_label(re.compile("Wat wilt u bereiken")).fill("Geen explosies meer bij woningen")
    page.get_by_label(re.compile("Wie is ervan")).fill("Burgemeester")
    page.get_by_label(re.compile("Wanneer is het bereikt")).fill("2028-12-31")
    keys.open("button", "Begin de nieuwe versie", address="/besluit/$")
    propose(page)
    return page.url


def _tell_the_council(page: Page, following: str) -> None:
    page.goto(following.replace("/besluit/", "/wijzigingen/"))
    keys = Keyboard(page)
    keys.open("link", "Explosies bij woningen", address="/wijzigingen/[0-9a-f-]{36}/$")
    expect(page.locator("main")).to_contain_text("De raad weet het nog niet")
    look_at(page, "wijziging-besloten")
    keys.open("link", "Maak het bericht", address="/raad/$")
    expect(page.get_by_label("Bericht aan de raad")).to_have_value(re.compile("Drie explosies"))
    look_at(page, "wijziging-bericht")
    keys.open("button", "Leg vast dat de raad is verteld", address="/wijzigingen/.+/$")
    expect(page.locator("main")).not_to_contain_text("De raad weet het nog niet")


def _small(page: Page, addresses: list[str]) -> None:
    for width in (390, 320):
        page.set_viewport_size({"width": width, "height": 844})
        for address in addresses:
            page.goto(address)
            look_at(page, address.rsplit("/", 2)[1])
