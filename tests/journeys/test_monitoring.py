"""A threshold is crossed; the deviation is opened, analysed, decided, followed up and closed."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.a_followed_plan import GOAL, MEASURE, goal_in
from tests.journeys.keyboard import Keyboard
from tests.journeys.looking import look_at, look_everywhere
from tests.journeys.plan_deeds import signed_in

pytestmark = pytest.mark.journey

PAGE = "/monitoring/afwijking/[0-9a-f-]{36}/$"
TITLE = re.compile("^Drempel overschreden.*minder overlast")


def test_a_crossed_threshold_goes_all_the_way_to_a_closed_deviation(fresh_installation, visit):
    adviser = signed_in(visit, fresh_installation, "adviser")
    root, key = fresh_installation.address, goal_in(fresh_installation)
    keys = Keyboard(adviser)
    adviser.goto(f"{root}/monitoring/")
    look_everywhere(adviser, "monitoring")
    keys.open("link", GOAL, address=f"/monitoring/doel/{key}/$")
    expect(adviser.locator("main")).to_contain_text("rechte lijn")
    look_everywhere(adviser, "monitoring-doel")
    _set_a_threshold(keys)
    adviser.goto(f"{root}/monitoring/afwijkingen/")
    keys.open("button", "Kijk de drempels nu na", address="/monitoring/afwijkingen/$")
    expect(adviser.get_by_role("status").first).to_contain_text("1 afwijking geopend")
    look_everywhere(adviser, "monitoring-afwijkingen")
    keys.open("link", TITLE, address=PAGE)
    look_everywhere(adviser, "monitoring-afwijking-geopend")
    _go_all_the_way(keys)
    look_everywhere(adviser, "monitoring-afwijking-gesloten")
    adviser.goto(f"{root}/monitoring/afwijkingen/")
    expect(adviser.get_by_role("link", name=TITLE)).to_have_count(0)
    _around(adviser, root)


def _set_a_threshold(keys: Keyboard) -> None:
    """A threshold without a number: a sentence; with one, it is set."""
    page = keys.page
    keys.open("link", "Stel een drempel in", address="/drempel/$")
    page.get_by_label("hoger dan een getal", exact=True).check()
    keys.press("button", "Stel de drempel in")
    expect(page.get_by_role("group", name=re.compile("nog niets bewaard"))).to_be_visible()
    expect(page.get_by_label("hoger dan een getal", exact=True)).to_be_checked()
    look_at(page, "monitoring-drempel")
    page.get_by_label(re.compile("^Welk getal")).fill("1")
    keys.open("button", "Stel de drempel in", address="/monitoring/doel/.+/$")


def _go_all_the_way(keys: Keyboard) -> None:
    page = keys.page
    keys.open("link", "Schrijf de analyse", address="/analyse/$")
    look_at(page, "monitoring-analyse")
    page.get_by_label(re.compile("^Wat is er aan de hand")).fill("In de zomer is het drukker.")
    keys.open("button", "Bewaren", address=PAGE)
    keys.open("link", "Schrijf de keuzes", address="/keuzes/$")
    for number, text in ((1, "Meer toezicht"), (2, "Niets doen")):
        page.get_by_label(re.compile(f"^Keuze {number}")).fill(text)
        page.get_by_label(re.compile(f"^Gevolg van keuze {number}")).fill("Kost 200 uur.")
    look_at(page, "monitoring-keuzes")
    keys.open("button", "Bewaren", address=PAGE)
    keys.open("link", "Leg het besluit vast", address="/besluit/$")
    page.get_by_label("Meer toezicht", exact=True).check()
    page.get_by_label(re.compile("^Wat is besloten")).fill("Tot september extra.")
    page.get_by_label(re.compile("^Wie besloot")).fill("driehoek")
    look_at(page, "monitoring-besluit")
    keys.open("button", "Leg het besluit vast", address=PAGE)
    keys.open("link", "Leg het vervolg vast", address="/vervolg/$")
    page.get_by_label(re.compile("^Wat verandert er nu")).fill("Een ronde op vrijdag erbij.")
    page.get_by_label(re.compile("^Bij welke maatregel")).select_option(label=MEASURE)
    keys.open("button", "Bewaren", address=PAGE)
    keys.open("link", "Sluit de afwijking", address="/sluiten/$")
    page.get_by_label(re.compile("^Wat is het resultaat")).fill("Het is rustiger.")
    keys.open("button", "Sluit de afwijking", address=PAGE)
    expect(page.locator("main")).to_contain_text("Gesloten")


def _around(page: Page, root: str) -> None:
    """An incident with something like a phone number is kept, and warned about."""
    page.goto(f"{root}/monitoring/incident/nieuw/")
    look_everywhere(page, "monitoring-incident-nieuw")
    page.get_by_label(re.compile("^In één regel")).fill("Storm over het dorp")
    page.get_by_label(re.compile("^Wanneer")).fill("2025-01-09")
    page.get_by_label(re.compile("^Wat gebeurde er")).fill("Bel 06-12345678.")
    page.get_by_role("button", name="Bewaren").click()
    expect(page.locator("main")).to_contain_text("lijkt op een telefoonnummer")
    look_everywhere(page, "monitoring-incident")
    page.goto(f"{root}/monitoring/incidenten/")
    look_everywhere(page, "monitoring-incidenten")
    page.goto(f"{root}/monitoring/meedoen/")
    look_everywhere(page, "monitoring-meedoen")
