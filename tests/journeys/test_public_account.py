"""A report is made public; residents read it per village and take its data; then it is gone."""

from __future__ import annotations

import csv
import io
import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.keyboard import Keyboard
from tests.journeys.looking import look_at
from tests.journeys.people import sign_in

pytestmark = pytest.mark.journey

HERE = "/openbaar/molendrecht/beloofd-gedaan-bereikt/"
HIDE = "from tests.journeys.a_public_report import taken_back; print('REPORT', taken_back())"


def test_residents_read_what_was_reached_until_it_is_taken_back(fresh_installation, visit, browser):
    pk = fresh_installation.command("shell", "-c", HIDE).rpartition("REPORT ")[2].split()[0]
    address = f"{fresh_installation.address}{HERE}"
    page = visit(f"{fresh_installation.address}/")
    assert page.request.get(address).status == 404
    keys = Keyboard(page)
    sign_in(keys, "adviser")
    page.goto(f"{fresh_installation.address}/verantwoording/{pk}/openbaar/")
    look_at(page, "verslag-openbaar-maken")
    keys.press("button", "Maak openbaar")
    keys.press("button", "Maak openbaar")
    expect(page.get_by_role("status").first).to_contain_text("nu lezen")
    for width in (1280, 390, 320):
        _reads_as_a_resident(visit, address, width)
    _reads_without_script(browser, address)
    page.goto(f"{fresh_installation.address}/verantwoording/{pk}/openbaar/")
    keys.press("button", "Haal terug")
    keys.press("button", "Haal terug")
    expect(page.get_by_role("status").first).to_contain_text("niet meer lezen")
    gone = visit(address, width=390)
    expect(gone.get_by_role("heading", level=1)).to_have_text("Hier staat geen verslag")
    look_at(gone, "verslag-weg")
    assert gone.request.get(f"{address}gegevens/2025.csv").status == 404


def _reads_as_a_resident(visit, address: str, width: int) -> None:
    reader = visit(address, width=width)
    look_at(reader, f"verslag-{width}")
    standing = _standing(reader)
    reader.get_by_role("link", name="Zandwijk", exact=True).click()
    expect(reader.get_by_role("link", name="Zandwijk", exact=True)).to_have_attribute(
        "aria-current", "page"
    )
    look_at(reader, f"verslag-zandwijk-{width}")
    reader.get_by_role("link", name=re.compile("^Alles over Jeugd")).click()
    expect(reader.get_by_text("Plek voor twaalf- en dertienjarigen", exact=True)).to_be_visible()
    look_at(reader, f"verslag-thema-{width}")
    reader.goto(f"{address}gegevens/")
    look_at(reader, f"verslag-gegevens-{width}")
    _has_the_same_numbers(reader, address, standing)
    assert reader.context.cookies() == []


def _standing(reader: Page) -> int:
    """Return how many measures the page counts in all its themes."""
    cards = reader.locator("article.ig-promise").all_inner_texts()
    found = [re.search(r"(?:Van|Over) de (\d+) maatregel", one) for one in cards]
    return sum(int(one.group(1)) for one in found if one)


def _has_the_same_numbers(reader: Page, address: str, standing: int) -> None:
    table = reader.request.get(f"{address}gegevens/2025.csv").text()
    rows = list(csv.DictReader(io.StringIO(table)))
    told = reader.request.get(f"{address}gegevens/2025.json").json()
    assert len(rows) == len(told["maatregelen"]) == standing
    youth = next(one for one in rows if one["maatregel"] == "Jongerenwerker op vrijdagavond")
    assert (youth["stand"], youth["begroot"], youth["uitgegeven"]) == ("running", "42000", "20500")


def _reads_without_script(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    try:
        reader = context.new_page()
        reader.goto(address)
        reader.get_by_role("link", name="Zandwijk", exact=True).click()
        expect(reader.get_by_text("U leest de maatregelen voor Zandwijk")).to_be_visible()
        assert context.cookies() == []
    finally:
        context.close()
