"""A programme of 20 measures from the plan, adopted by the college, and compared with the next."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.deeds import Deeds
from tests.journeys.looking import look_at, look_everywhere
from tests.journeys.plan_deeds import signed_in

pytestmark = pytest.mark.journey

MEASURES = 20
MOST_PAGES, MOST_PRESSES = 8, 16
"""What 20 measures may take, however many goals the plan has: lines to fill in come on top."""


def test_twenty_measures_from_the_plan_to_the_second_version(fresh_installation, visit):
    adviser = signed_in(visit, fresh_installation, "adviser")
    deeds = Deeds(adviser)
    root = _from_the_plan(adviser, f"{fresh_installation.address}/programma/")
    counted = deeds.total()
    assert counted["opened"] <= MOST_PAGES, str(deeds)
    assert counted["pressed"] <= MOST_PRESSES, str(deeds)
    expect(adviser.locator("main")).to_contain_text(f"{MEASURES} van {MEASURES} maatregelen")
    look_everywhere(adviser, "programma")

    _change_a_row(adviser)
    adviser.locator("tr[id] th a").first.click()
    expect(adviser.get_by_role("heading", name="Aanpassen")).to_be_visible()
    for group in adviser.locator("form details.ig-more summary").all():
        group.click()
    look_everywhere(adviser, "maatregel")

    adviser.goto(f"{root}besluit/")
    look_everywhere(adviser, "programma-besluit")
    adviser.get_by_role("button", name="Stel het programma voor").first.click()
    adviser.get_by_role("dialog").get_by_role("button", name="Stel het programma voor").click()
    expect(adviser.locator("main")).to_contain_text("ligt voor bij het college")

    college = signed_in(visit, fresh_installation, "college")
    college.goto(f"{root}besluit/")
    college.get_by_role("link", name="Leg de vaststelling vast").click()
    college.get_by_label(re.compile("Nummer")).fill("BW-2026-301")
    look_everywhere(college, "programma-vaststellen")
    college.get_by_role("button", name="Leg de vaststelling vast").click()
    expect(college.locator("main")).to_contain_text("Vastgesteld door: college")

    _second_version(adviser, root)


def _from_the_plan(page: Page, programmes: str) -> str:
    """Begin a programme from the plan and write 20 measures at its goals; returns its address."""
    page.goto(programmes)
    look_at(page, "programmas-leeg")
    page.get_by_role("link", name=re.compile("Begin een programma")).first.click()
    look_at(page, "programma-beginnen")
    page.get_by_role("button", name="Begin het programma").click()
    expect(page.get_by_role("heading", name="Maatregelen uit het plan")).to_be_visible()
    for more in page.get_by_text("Meer maatregelen bij dit doel").all():
        more.click()
    lines = page.get_by_label(re.compile("^Maatregel "))
    for at in range(MEASURES):
        lines.nth(at).fill(f"Maatregel {at + 1} voor de wijk")
    look_everywhere(page, "programma-uit-het-plan")
    page.get_by_role("button", name="Bewaar alle maatregelen").click()
    expect(page.get_by_role("status").first).to_contain_text(f"Toegevoegd: {MEASURES} maatregelen")
    return page.url


def _change_a_row(page: Page) -> None:
    """Change a title in its row, without leaving the table."""
    place = page.url
    page.get_by_role("link", name=re.compile("^Aanpassen")).first.click()
    page.get_by_label("Wat gaat u doen?").fill("Elke week een ronde")
    look_at(page, "programma-rij")
    page.get_by_role("button", name="Bewaren").click()
    expect(page.get_by_role("link", name="Elke week een ronde", exact=True)).to_be_visible()
    expect(page.get_by_role("link", name=re.compile("^Aanpassen ?: Elke week"))).to_be_focused()
    assert page.url == place


def _second_version(page: Page, root: str) -> None:
    page.goto(f"{root}besluit/")
    page.get_by_role("button", name="Begin een nieuwe versie").click()
    expect(page.get_by_role("status").first).to_contain_text("Versie 2 is begonnen")
    page.get_by_role("link", name=re.compile("Maatregel toevoegen")).first.click()
    page.get_by_label("Wat gaat u doen?").fill("Nazorg na een incident")
    page.get_by_label("Waarvoor?").select_option(index=1)
    look_everywhere(page, "maatregel-toevoegen")
    page.get_by_role("button", name="Bewaren", exact=True).click()
    page.get_by_role("link", name="Vergelijken").click()
    expect(page.locator("main")).to_contain_text("1 toegevoegd")
    look_everywhere(page, "programma-vergelijken")
