"""A partner's table by keyboard: a wrong one is refused, the right one is taken in and back."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.keyboard import Keyboard
from tests.journeys.looking import look_at
from tests.journeys.people import sign_in

pytestmark = pytest.mark.journey

HEAD = "Gebied;Jaar;Meldingen\n"
RIGHT = HEAD + "Molendrecht;2024;31\nMolendrecht;2025;27\n"
WRONG = HEAD + "Molendrecht;2024;-31\nNergenshuizen;2025;27\n"


def choose(page: Page, content: str, button: str | re.Pattern[str]) -> None:
    keys = Keyboard(page)
    field = keys.go_to("button", "Bestand met de tabel")
    field.set_input_files(
        [{"name": "jongerenwerk.csv", "mimeType": "text/csv", "buffer": content.encode()}]
    )
    keys.open("button", button, address="/(kolommen|controle)$")


@pytest.mark.parametrize("width", [1280, 390])
def test_a_partners_table_goes_in_and_back_by_keyboard(fresh_installation, visit, width):
    page = visit(f"{fresh_installation.address}/", width=width)
    keys = Keyboard(page)
    sign_in(keys, "adviser")
    page.goto(f"{fresh_installation.address}/cijfers/inlezen/")
    look_at(page, "import-begin")
    choose(page, WRONG, "Verder naar de kolommen")
    look_at(page, "import-kolommen")

    keys.open("button", "Verder naar de controle", address="/kolommen$")
    summary = page.get_by_role("group", name=re.compile("Dit gaat nog niet samen"))
    expect(summary).to_be_focused()
    expect(summary).to_contain_text("Kies van wie de tabel is.")
    expect(summary).to_contain_text("Kies bij elke kolom met cijfers wat die kolom telt of meet.")
    look_at(page, "import-kolommen-fout")

    keys.go_to("combobox", "Van wie is de tabel?")
    page.keyboard.press("ArrowDown")
    keys.go_to("combobox", "Waar gaan de cijfers over?")
    page.keyboard.type("nieuw eigen cijfer: een aantal")
    keys.go_to("textbox", re.compile("^Naam van het nieuwe cijfer"))
    keys.write("Meldingen jongerenwerk")
    keys.open("button", "Verder naar de controle", address="/controle$")

    report = page.get_by_role("group", name=re.compile("Er is niets ingelezen"))
    expect(report).to_be_focused()
    expect(report).to_contain_text("'-31' is negatief")
    expect(report).to_contain_text("'Nergenshuizen' is geen bekende naam")
    look_at(page, "import-verslag")
    choose(page, RIGHT, re.compile("^Neem dit bestand in plaats van"))
    expect(page.locator("main")).to_contain_text("2 nieuwe cijfers")
    look_at(page, "import-controle")
    keys.open("button", "Lees deze tabel in", address="/cijfers/[0-9a-f-]{36}/$")
    expect(page.get_by_role("status").first).to_contain_text("2 cijfers toegevoegd")
    look_at(page, "import-klaar")

    page.goto(f"{fresh_installation.address}/cijfers/inlezen/")
    look_at(page, "import-ingelezen")
    keys.press("button", "Neem terug")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("Deze tabel terugnemen?")
    look_at(page, "import-terugnemen")
    dialog.get_by_role("button", name="Neem terug").press("Enter")
    expect(page.get_by_role("status").first).to_contain_text("2 cijfers tellen niet meer mee")
    expect(page.locator("tbody")).to_contain_text("teruggenomen op")
