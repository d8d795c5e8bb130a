"""The year report: begun, written, adopted, reckoned again, read, and traced to a row of a file."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.keyboard import Keyboard
from tests.journeys.looking import look_at, look_everywhere
from tests.journeys.plan_deeds import signed_in

pytestmark = pytest.mark.journey

ONE = "/verantwoording/[0-9a-f-]{36}/"


def test_a_report_goes_from_facts_to_council_and_back_to_a_row(fresh_installation, visit):
    adviser = signed_in(visit, fresh_installation, "adviser")
    root, keys = fresh_installation.address, Keyboard(adviser)
    report = _begin(keys, root)
    _write(keys, report)
    keys.open("link", "Besluit", address=f"{ONE}besluit/$")
    look_at(adviser, "verantwoording-besluit")
    keys.press("button", "Stel het rapport voor")
    dialog = adviser.get_by_role("dialog")
    dialog.get_by_role("button", name="Stel het rapport voor").click()
    expect(adviser.locator("main")).to_contain_text("ligt voor bij het college")
    _adopt(signed_in(visit, fresh_installation, "college"), report)
    adviser.goto(report)
    keys.open("button", "Reken na", address=f"{ONE}nareken/$")
    expect(adviser.locator("main")).to_contain_text("Gelijk: zelfde vingerafdruk en tekst.")
    look_everywhere(adviser, "verantwoording-nagerekend")
    _read(signed_in(visit, fresh_installation, "clerk"), report)
    _trace(signed_in(visit, fresh_installation, "data_protection_officer"), root)


def _begin(keys: Keyboard, root: str) -> str:
    """Begin the report that is due, with the form as it is filled in already."""
    page = keys.page
    page.goto(f"{root}/verantwoording/")
    look_everywhere(page, "verantwoording")
    page.goto(f"{root}/verantwoording/nieuw/")
    look_at(page, "verantwoording-nieuw")
    keys.open("button", "Begin en verzamel de feiten", address=f"{ONE}$")
    look_everywhere(page, "verantwoording-rapport-concept")
    return page.url


def _write(keys: Keyboard, report: str) -> None:
    page = keys.page
    keys.open("link", re.compile(r"^Schrijf\s*: Vooraf"), address=f"{ONE}tekst/intro/$")
    look_at(page, "verantwoording-tekst")
    page.get_by_label(re.compile("^Tekst")).fill("Een jaar van bouwen.\n\nNiet alles lukte.")
    keys.open("button", "Bewaren", address=f"{ONE}$")
    expect(page.locator("main")).to_contain_text("Een jaar van bouwen.")


def _adopt(page: Page, report: str) -> None:
    keys = Keyboard(page)
    page.goto(f"{report}besluit/")
    keys.open("link", "Leg de vaststelling vast", address=f"{ONE}besluit/vaststellen/$")
    look_at(page, "verantwoording-vaststellen")
    page.get_by_label(re.compile("^Nummer")).fill("C-2026-77")
    keys.open("button", "Leg de vaststelling vast", address=f"{ONE}besluit/$")
    expect(page.locator("main")).to_contain_text("C-2026-77")


def _read(page: Page, report: str) -> None:
    """Who did not make it reads it, and finds the words and no buttons to change them."""
    page.goto(report)
    expect(page.locator("main")).to_contain_text("Niet alles lukte.")
    expect(page.get_by_role("link", name=re.compile("^Pas aan"))).to_have_count(0)
    look_everywhere(page, "verantwoording-rapport")


def _trace(page: Page, root: str) -> None:
    """An auditor clicks from a sentence of the year report to the row of a file."""
    keys = Keyboard(page)
    page.goto(f"{root}/verantwoording/")
    keys.open("link", "Jaarrapportage 2025", address=f"{ONE}$")
    said = page.locator("main p", has_text=re.compile(r"In 20\d\d was het [\d.]+ \(marge"))
    said.first.get_by_role("link").click()
    expect(page).to_have_url(re.compile(f"{ONE}bron/"))
    look_everywhere(page, "verantwoording-bron")
    expect(page.locator("main")).to_contain_text("SHA-256 van het bestand")
    keys.open(
        "link", re.compile("regel [0-9]+ van .+"), address="/cijfers/herkomst/[0-9a-f-]{36}/$"
    )
    expect(page.locator("main")).to_contain_text("SHA-256")
