"""A crossed threshold goes through the safety meeting to a changed measure; minutes adopted."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.a_followed_plan import MEASURE, goal_in
from tests.journeys.keyboard import Keyboard
from tests.journeys.looking import look_at, look_everywhere
from tests.journeys.papers import text_of
from tests.journeys.plan_deeds import signed_in

pytestmark = pytest.mark.journey

DEVIATION = "/monitoring/afwijking/[0-9a-f-]{36}/$"
MEETING = "/monitoring/overleg/[0-9a-f-]{36}/(#agenda)?$"
TITLE = re.compile("^Drempel overschreden.*minder overlast")
TODAY = datetime.now(ZoneInfo("Europe/Amsterdam")).date()


def test_a_crossed_threshold_goes_through_the_safety_meeting(fresh_installation, visit):
    adviser = signed_in(visit, fresh_installation, "adviser")
    root, key = fresh_installation.address, goal_in(fresh_installation)
    keys = Keyboard(adviser)
    _cross_a_threshold(keys, f"{root}/monitoring/doel/{key}/drempel/", root)
    deviation = adviser.url
    _analyse(keys)
    meeting = _plan(keys, root)
    _fill_the_agenda(keys)
    _too_early(keys)
    _give_options(keys, deviation)
    adviser.goto(meeting)
    _lead(keys)
    adviser.goto(deviation)
    expect(adviser.locator("main")).to_contain_text("Besloten door: Integraal veiligheidsoverleg")
    expect(adviser.locator("main")).to_contain_text("In welk overleg")
    look_everywhere(adviser, "overleg-afwijking")
    _follow_up_and_close(keys)
    _minutes(keys, meeting, root)
    _actions(keys, root)
    _closed_doors(visit, fresh_installation, keys, root)


def _cross_a_threshold(keys: Keyboard, address: str, root: str) -> None:
    page = keys.page
    page.goto(address)
    page.get_by_label("hoger dan een getal", exact=True).check()
    page.get_by_label(re.compile("^Welk getal")).fill("1")
    keys.open("button", "Stel de drempel in", address="/monitoring/doel/.+/$")
    page.goto(f"{root}/monitoring/afwijkingen/")
    keys.open("button", "Kijk de drempels nu na", address="/monitoring/afwijkingen/$")
    keys.open("link", TITLE, address=DEVIATION)


def _analyse(keys: Keyboard) -> None:
    keys.open("link", "Schrijf de analyse", address="/analyse/$")
    keys.page.get_by_label(re.compile("^Wat is er aan de hand")).fill("In de zomer is het drukker.")
    keys.open("button", "Bewaren", address=DEVIATION)


def _plan(keys: Keyboard, root: str, *, hour: str = "09:30", title: str = "") -> str:
    """Plan a meeting of today; a meeting without a day gets a sentence first."""
    page = keys.page
    page.goto(f"{root}/monitoring/overleggen/")
    look_everywhere(page, "overleggen")
    keys.open("link", "Plan een overleg", address="/overleg/nieuw/$")
    page.get_by_label("Integraal veiligheidsoverleg", exact=True).check()
    page.get_by_label(re.compile("^Waar")).fill("Kamer 1.02")
    keys.press("button", "Plan het overleg")
    expect(page.get_by_role("group", name=re.compile("nog niets bewaard"))).to_be_visible()
    expect(page.get_by_label(re.compile("^Waar"))).to_have_value("Kamer 1.02")
    look_everywhere(page, "overleg-plannen")
    page.get_by_label(re.compile("^Op welke dag")).fill(TODAY.isoformat())
    page.get_by_label(re.compile("^Hoe laat")).fill(hour)
    keys.open("button", "Plan het overleg", address=MEETING)
    look_everywhere(page, "overleg-leeg")
    return page.url


def _fill_the_agenda(keys: Keyboard) -> None:
    page = keys.page
    keys.open("link", "Vul de agenda met open afwijkingen", address="/agenda/$")
    look_everywhere(page, "overleg-agenda-vullen")
    page.get_by_label(TITLE).check()
    keys.open("button", "Zet op de agenda", address=MEETING)
    keys.open("link", "Voeg een punt toe", address="/punt/$")
    page.get_by_label(re.compile("^Waar gaat het over")).fill("Jaarwisseling")
    look_everywhere(page, "overleg-punt")
    keys.open("button", "Zet op de agenda", address=MEETING)
    keys.open("button", re.compile("^Omhoog.*Jaarwisseling"), address=MEETING)
    expect(page.get_by_role("heading", level=3).first).to_contain_text("1. Jaarwisseling")


def _too_early(keys: Keyboard) -> None:
    """A decision before there are options gets a sentence, and nothing is lost."""
    page = keys.page
    keys.open("link", re.compile("^Behandel dit punt.*Drempel.*overlast"), address="/behandelen/$")
    page.get_by_label(re.compile("^Wat is besloten")).fill("Tot september extra toezicht.")
    keys.press("button", "Bewaar")
    expect(page.get_by_role("group", name=re.compile("nog niets bewaard"))).to_contain_text(
        "ten minste twee keuzes"
    )
    expect(page.get_by_label(re.compile("^Wat is besloten"))).to_have_value(
        "Tot september extra toezicht."
    )
    look_everywhere(page, "overleg-te-vroeg")


def _give_options(keys: Keyboard, deviation: str) -> None:
    page = keys.page
    page.goto(deviation)
    keys.open("link", "Schrijf de keuzes", address="/keuzes/$")
    for number, text in ((1, "Meer toezicht"), (2, "Niets doen")):
        page.get_by_label(re.compile(f"^Keuze {number}")).fill(text)
        page.get_by_label(re.compile(f"^Gevolg van keuze {number}")).fill("Kost 200 uur.")
    keys.open("button", "Bewaren", address=DEVIATION)


def _lead(keys: Keyboard) -> None:
    """Both items are dealt with, one after the other, the second with a decision and an action."""
    page = keys.page
    keys.open("link", re.compile("^Behandel dit punt.*Jaarwisseling"), address="/behandelen/$")
    page.get_by_label(re.compile("^Wat kwam eruit")).fill("Het draaiboek is besproken.")
    keys.open("button", "Bewaar en ga naar het volgende punt", address="/behandelen/$")
    expect(page.locator("main")).to_contain_text("Punt 2 van 2")
    page.get_by_label("Meer toezicht", exact=True).check()
    page.get_by_label(re.compile("^Wat is besloten")).fill("Tot september extra toezicht.")
    page.get_by_text("Spreek een actie af").click()
    page.get_by_label(re.compile("^Wat moet er gebeuren")).fill("Rooster voor de avonden maken")
    keys.press("button", "Bewaar")
    expect(page.get_by_role("group", name=re.compile("nog niets bewaard"))).to_contain_text(
        "Kies wie deze actie doet"
    )
    page.get_by_label(re.compile("^Wie doet het")).select_option(
        label="Adviseur integrale veiligheid (Sanne Vermeer)"
    )
    page.get_by_label(re.compile("^Klaar op")).fill((TODAY + timedelta(days=3)).isoformat())
    look_everywhere(page, "overleg-behandelen")
    keys.open("button", "Bewaar", address=MEETING)
    look_everywhere(page, "overleg")


def _follow_up_and_close(keys: Keyboard) -> None:
    page = keys.page
    keys.open("link", "Leg het vervolg vast", address="/vervolg/$")
    page.get_by_label(re.compile("^Wat verandert er nu")).fill("Een ronde op vrijdag erbij.")
    page.get_by_label(re.compile("^Bij welke maatregel")).select_option(label=MEASURE)
    keys.open("button", "Bewaren", address=DEVIATION)
    keys.open("link", "Sluit de afwijking", address="/sluiten/$")
    page.get_by_label(re.compile("^Wat is het resultaat")).fill("Het is rustiger.")
    keys.open("button", "Sluit de afwijking", address=DEVIATION)
    expect(page.locator("main")).to_contain_text("Gesloten")


def _minutes(keys: Keyboard, meeting: str, root: str) -> None:
    """Written, and adopted in the next meeting; the paper says what was decided."""
    page = keys.page
    page.goto(meeting)
    keys.open("link", "Schrijf op wie er waren", address="/verslag/schrijven/$")
    page.get_by_label(re.compile("^Wie waren er")).fill("Burgemeester\nTeamchef politie")
    look_everywhere(page, "overleg-verslag-schrijven")
    keys.open("button", "Bewaren", address=MEETING)
    _plan(keys, root, hour="16:00")
    expect(page.locator("main")).to_contain_text("Rooster voor de avonden maken")
    keys.open("link", re.compile(f"^Verslag van {TODAY.day} "), address="#verslag$")
    keys.open("button", "Stel het verslag vast", address="#verslag$")
    expect(page.get_by_role("status").first).to_contain_text("Er verandert niets meer aan")
    look_everywhere(page, "overleg-vastgesteld")
    keys.open("link", "Lees het verslag", address="/verslag/$")
    look_everywhere(page, "overleg-verslag")
    link = page.get_by_role("link", name="Open het verslag als PDF").get_attribute("href")
    said = text_of(page.request.get(f"{root}{link}", timeout=60_000).body())
    for words in ("Tot september extra toezicht.", "Rooster voor de avonden maken", "Vastgesteld"):
        assert words in said
    assert "Sanne Vermeer" not in said


def _actions(keys: Keyboard, root: str) -> None:
    """It waits on the home page of who has to do it, and is ticked off in the list."""
    page = keys.page
    page.goto(f"{root}/")
    keys.open("link", re.compile("Rooster voor de avonden maken"), address="/acties/")
    look_everywhere(page, "overleg-acties")
    keys.open("button", re.compile("^Vink af.*Rooster voor de avonden maken"), address="/acties/")
    expect(page.get_by_role("status").first).to_contain_text("Klaar: Rooster")
    expect(page.get_by_role("heading", name="Rooster voor de avonden maken")).to_have_count(0)


def _closed_doors(visit, installation, keys: Keyboard, root: str) -> None:
    """A councillor finds no triangle, not by its address either."""
    page = keys.page
    page.goto(f"{root}/monitoring/overleg/nieuw/")
    page.get_by_label("Driehoek", exact=True).check()
    page.get_by_label(re.compile("^Op welke dag")).fill(TODAY.isoformat())
    keys.open("button", "Plan het overleg", address=MEETING)
    address = page.url
    councillor: Page = signed_in(visit, installation, "councillor")
    for place in (address, f"{address}verslag/", f"{root}/monitoring/overleggen/"):
        answer = councillor.goto(place)
        assert answer is not None
        assert answer.status == 404
    councillor.goto(f"{root}/monitoring/")
    expect(councillor.get_by_role("link", name="Overleggen")).to_have_count(0)
    expect(councillor.locator("body")).not_to_contain_text("Driehoek")
    look_at(councillor, "overleg-raadslid")
