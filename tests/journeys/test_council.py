"""The council asks, is answered, and follows a theme; the budget gets its figures in time."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from tests.journeys.keyboard import Keyboard
from tests.journeys.looking import look_at, look_everywhere
from tests.journeys.plan_deeds import signed_in

pytestmark = pytest.mark.journey

ONE = "/verantwoording/raadsvragen/[0-9a-f-]{36}/$"
TITLE = "Drukte op het schoolplein"
WRITING = re.compile(
    "^(Voeg|Pas|Schrijf|Haal|Begin|Open een|Leg|Stel|Maak|Verander|Verbeter|Nieuw|Werk|Zeg)"
)
PLACES = (
    "/", "/beeld/", "/prioriteiten/", "/plan/", "/programma/", "/monitoring/",
    "/verantwoording/raadsvragen/", "/verantwoording/begroting-en-jaarrekening/",
    "/verantwoording/volgen/", "/partners/",
)  # fmt: skip


def test_the_council_asks_is_answered_and_follows(fresh_installation, visit):
    root = fresh_installation.address
    place = _ask(signed_in(visit, fresh_installation, "clerk"), root)
    adviser = signed_in(visit, fresh_installation, "adviser")
    councillor = signed_in(visit, fresh_installation, "councillor")
    _write(adviser, root, place, day="")
    councillor.goto(f"{root}{place}")
    expect(councillor.locator("main")).to_contain_text("Er is nog geen antwoord gegeven")
    _write(adviser, root, place, day="2026-11-27")
    _follow(councillor, root)
    _reads_only(councillor, root, place)
    _norms(adviser, root)


def test_the_budget_gets_its_figures(installation, visit):
    page = signed_in(visit, installation, "adviser")
    page.goto(f"{installation.address}/verantwoording/begroting-en-jaarrekening/")
    look_everywhere(page, "begroting-en-jaarrekening")
    expect(page.locator("main")).to_contain_text("nog niet beschikbaar")
    with page.expect_download() as download:
        page.get_by_role("link", name=re.compile("^Deze cijfers in Excel")).first.click()
    file = BytesIO(Path(download.value.path()).read_bytes())
    head, *rows = load_workbook(file).active.values
    assert head[8:11] == ("Eenheid", "Per", "Noemer")
    assert len(rows) == 5
    shops = next(one for one in rows if "winkeldiefstal" in one[2])
    assert shops[8:11] == ("misdrijven", 1000, "inwoners")


def _ask(clerk: Page, root: str) -> str:
    """The clerk keeps a question; forgetting something costs nothing that was typed."""
    keys = Keyboard(clerk)
    clerk.goto(f"{root}/verantwoording/raadsvragen/")
    look_everywhere(clerk, "raadsvragen")
    keys.open("link", re.compile("^Voeg een vraag toe"), address="/raadsvragen/nieuw/$")
    clerk.get_by_label(re.compile("^Wat is er gevraagd")).fill("Wat doet de school in de pauze?")
    clerk.get_by_label(re.compile("^Welke fractie")).fill("Fractie Polderbelang")
    clerk.get_by_label(re.compile("^Op welke dag")).fill("2026-11-16")
    keys.press("button", "Toevoegen")
    expect(clerk.get_by_role("group", name=re.compile("nog niets bewaard"))).to_be_visible()
    expect(clerk.get_by_label(re.compile("^Welke fractie"))).to_have_value("Fractie Polderbelang")
    clerk.get_by_label(re.compile("^In één regel")).fill(TITLE)
    clerk.get_by_text("Soort, uiterste dag, thema en rapport").click()
    clerk.get_by_label(re.compile("^Bij welk thema")).select_option(label="Jeugd en veiligheid")
    look_everywhere(clerk, "raadsvraag-toevoegen")
    keys.open("button", "Toevoegen", address=ONE)
    look_everywhere(clerk, "raadsvraag")
    return clerk.url.removeprefix(root)


def _write(adviser: Page, root: str, place: str, *, day: str) -> None:
    keys = Keyboard(adviser)
    adviser.goto(f"{root}{place}antwoord/")
    adviser.get_by_label(re.compile("^Antwoord van het college")).fill("Er staat een conciërge.")
    adviser.get_by_label(re.compile("^Aan de raad gegeven op")).fill(day)
    look_at(adviser, "raadsvraag-antwoord")
    keys.open("button", "Bewaren", address=ONE)
    say = "De raad leest dit antwoord nu." if day else "de raad leest het nog niet"
    expect(adviser.locator("main, [role=status]").first).to_be_visible()
    expect(adviser.locator("body")).to_contain_text(say)


def _follow(councillor: Page, root: str) -> None:
    """Home tells what is new; opening the theme is having seen it."""
    keys = Keyboard(councillor)
    councillor.goto(f"{root}/")
    look_everywhere(councillor, "start-raadslid")
    keys.open("link", re.compile("^Nieuw bij Jeugd"), address="/verantwoording/volgen/jeugd/$")
    expect(councillor.locator("main")).to_contain_text(TITLE)
    look_everywhere(councillor, "gevolgd-thema")
    councillor.goto(f"{root}/")
    expect(councillor.get_by_role("link", name=re.compile("^Nieuw bij Jeugd"))).to_have_count(0)
    councillor.goto(f"{root}/verantwoording/volgen/")
    look_everywhere(councillor, "volgen")
    keys.open("button", re.compile(r"^Volg\s*: "), address="/volgen/$")
    expect(councillor.locator("body")).to_contain_text("U volgt dit thema.")


def _reads_only(councillor: Page, root: str, place: str) -> None:
    """No page offers to write, and an address that writes is refused."""
    for one in (*PLACES, place):
        councillor.goto(f"{root}{one}")
        for role in ("link", "button"):
            offered = councillor.locator("main").get_by_role(role, name=WRITING).all_inner_texts()
            allowed = [name for name in offered if name.startswith("Nieuw bij")]
            assert offered == allowed, f"{one}: {offered}"
    for path in ("/verantwoording/raadsvragen/nieuw/", f"{place}antwoord/", f"{place}aanpassen/"):
        answer = councillor.goto(f"{root}{path}")
        assert answer is not None
        assert answer.status == 403


def _norms(adviser: Page, root: str) -> None:
    """A report is begun, and its norms are answered in a minute."""
    keys = Keyboard(adviser)
    adviser.goto(f"{root}/verantwoording/nieuw/")
    keys.open("button", "Begin en verzamel de feiten", address="/verantwoording/[0-9a-f-]{36}/$")
    keys.open("link", re.compile("^Normen"), address="/normen/$")
    expect(adviser.locator("main")).to_contain_text("Uit dit rapport:")
    look_everywhere(adviser, "normen")
    adviser.get_by_role("radio", name="deels").first.check()
    adviser.get_by_text("Toelichting", exact=False).first.click()
    adviser.get_by_label(re.compile("^Toelichting")).first.fill("Per dorp zijn er weinig cijfers.")
    keys.open("button", "Bewaar de antwoorden", address="/normen/$")
    expect(adviser.locator("main")).to_contain_text("1 van 8")
