"""The voices around the texts, by keyboard: what others say, what went elsewhere, what was learnt.

The adviser records two contributions, refers one and keeps the answer, and enters three promises;
the mayor suggests another word on a phone, and the adviser takes it over.
"""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.keyboard import Keyboard
from tests.journeys.looking import look_at
from tests.journeys.people import sign_in

pytestmark = pytest.mark.journey

NARROW = 320


def look_narrow_too(page: Page, name: str) -> None:
    """Look at the page as it is, and at the width of a 1280 screen at 400 %."""
    look_at(page, name)
    size = page.viewport_size
    assert size
    page.set_viewport_size({"width": NARROW, "height": 800})
    look_at(page, f"{name}-smal", with_axe=False)
    page.set_viewport_size(size)


def come_in(visit, installation, role: str, width: int = 1280) -> Keyboard:
    keys = Keyboard(visit(f"{installation.address}/account/login/", width=width))
    sign_in(keys, role)
    keys.page.goto(f"{installation.address}/beeld/")
    keys.open("link", "Veiligheidsbeeld 2025", address="/beeld/")
    return keys


def fill(keys: Keyboard, fields: dict[str, str]) -> None:
    for name, text in fields.items():
        field = keys.go_to("textbox", re.compile(f"^{re.escape(name)}"))
        keys.write(text) if field.get_attribute("type") != "date" else field.fill(text)


def add_contribution(keys: Keyboard, side: str, fields: dict[str, str]) -> None:
    keys.open("link", "Voeg inbreng toe", address="/inbreng/bij/jeugd/")
    keys.go_to("combobox", "Van wie komt dit?")
    keys.page.keyboard.type(side)
    keys.go_to("combobox", "Bron")
    keys.write(fields["Bron"])
    keys.page.get_by_label("Datum").fill("2026-03-02")
    keys.go_to("textbox", re.compile("^Wat is er gezegd"))
    keys.write(fields["Tekst"])
    keys.open("button", "Bewaren", address="#inbreng")
    expect(keys.page.locator("main")).to_contain_text(fields["Tekst"])


def test_the_voices_around_the_texts(installation, visit):
    keys = come_in(visit, installation, "adviser")
    page = keys.page
    keys.open("link", "Jeugd en veiligheid", address="/jeugd/")
    add_contribution(
        keys, "inwoners",
        {"Bron": "Flitspeiling", "Tekst": "Op de Dorpsstraat wordt te hard gereden."},
    )  # fmt: skip
    add_contribution(
        keys, "partner",
        {"Bron": "Jongerenwerk Molendrecht", "Tekst": "De groep op het plein is kleiner."},
    )  # fmt: skip
    look_narrow_too(page, "inbreng")
    refer_and_answer(keys)
    look_back(keys, installation)
    suggest_on_a_phone(visit, installation)
    accept(keys, installation)


def refer_and_answer(keys: Keyboard) -> None:
    keys.open("link", re.compile("^Hoort bij ander beleid.*Flitspeiling"), address=r"\?inbreng=")
    fill(keys, {"Onderwerp": "Te hard rijden"})
    keys.go_to("combobox", re.compile("^Waar hoort het"))
    keys.write("Het verkeersplan van de gemeente")
    look_narrow_too(keys.page, "doorverwijzen")
    keys.open("button", "Verwijs door", address="/verwijzingen/#")
    expect(keys.page.locator("main")).to_contain_text("Nog geen antwoord.")
    keys.open("link", re.compile("^Antwoord invullen.*Te hard rijden"), address="/antwoord/")
    keys.go_to("textbox", "Wat is het antwoord?")
    keys.write("Er komen drempels in 2027.")
    keys.page.get_by_label("Datum van het antwoord").fill(
        keys.page.evaluate("new Date().toLocaleDateString('sv', {timeZone: 'Europe/Amsterdam'})")
    )
    keys.open("button", "Bewaren", address="/antwoord/")  # the department is not filled in yet
    expect(keys.page.locator(".ig-errors")).to_contain_text("Vul in welke afdeling antwoordde.")
    expect(keys.page.get_by_label("Wat is het antwoord?")).to_have_value(
        "Er komen drempels in 2027."
    )
    look_narrow_too(keys.page, "antwoord")
    keys.go_to("textbox", re.compile("^Van welke afdeling"))
    keys.write("Afdeling Verkeer")
    keys.open("button", "Bewaren", address="/verwijzingen/#")
    expect(keys.page.locator("main")).to_contain_text("Afdeling Verkeer")
    look_narrow_too(keys.page, "verwijzingen")


def look_back(keys: Keyboard, installation) -> None:
    keys.open("link", "Veiligheidsbeeld 2025", address="/beeld/")
    keys.open("link", "Terugblik op het vorige plan", address="/terugblik/")
    keys.open("link", "Plak er meer tegelijk", address="/plakken/")
    keys.go_to("textbox", re.compile("^Beloften uit het vorige plan"))
    keys.write("1. Minder inbraken\n2. Meer toezicht\n3. Jongerenwerk op twee plekken")
    keys.open("button", "Bekijk de regels", address="/plakken/")
    look_narrow_too(keys.page, "plakken")
    keys.open("button", "Neem 3 beloften over", address="/terugblik/")
    keys.open("button", re.compile("^Omhoog.*belofte 9"), address="/terugblik/#")
    keys.open("link", re.compile("^Aanpassen.*belofte 7"), address="/terugblik/")
    keys.go_to("radio", "niet te zeggen")
    keys.page.keyboard.press("ArrowUp")
    keys.page.keyboard.press("ArrowUp")
    keys.go_to("textbox", re.compile("^Wat is er bereikt"))
    keys.write("Van 88 in 2022 naar 60 in 2025. Bron: politie.")
    keys.open("button", "Bewaren", address="/terugblik/#")
    expect(keys.page.locator(".ig-lead")).to_contain_text(
        "Van 9 beloften zijn er 2 bereikt en 3 deels"
    )
    look_narrow_too(keys.page, "terugblik")


def suggest_on_a_phone(visit, installation) -> None:
    keys = come_in(visit, installation, "mayor", width=390)
    keys.open("link", "Jeugd en veiligheid", address="/jeugd/")
    _unfold(keys)
    keys.open("link", "Doe een voorstel", address="/voorstel/")
    field = keys.go_to("textbox", re.compile("^De tekst zoals u hem wilt"))
    before = field.input_value()
    keys.page.keyboard.press("Control+End")
    keys.page.keyboard.insert_text(" Dit is nagevraagd.")
    assert field.input_value() == f"{before} Dit is nagevraagd."
    look_narrow_too(keys.page, "voorstel")
    keys.open("button", "Doe dit voorstel", address="#opmerkingen")
    expect(keys.page.locator("main")).to_contain_text("Opmerkingen (1 open)")
    look_narrow_too(keys.page, "opmerkingen-thema")


def _unfold(keys: Keyboard) -> None:
    """Open the folded remarks by keyboard."""
    summary = keys.page.locator("summary", has_text="Opmerkingen")
    for _ in range(150):
        keys.page.keyboard.press("Tab")
        if summary.and_(keys.page.locator(":focus")).count():
            keys.sees_the_focus()
            keys.page.keyboard.press("Enter")
            return
    raise AssertionError("Tab never came to the remarks")


def accept(keys: Keyboard, installation) -> None:
    keys.open("link", "Veiligheidsbeeld 2025", address="/beeld/")
    keys.open("link", "Opmerkingen van collega’s", address="/opmerkingen/")
    look_narrow_too(keys.page, "opmerkingen")
    keys.open("button", re.compile("^Neem over"), address="/opmerkingen/")
    expect(keys.page.locator("main")).to_contain_text("Het voorstel staat nu in de tekst.")
    keys.page.goto(keys.page.url.replace("opmerkingen/", "jeugd/"))
    changed = keys.page.locator("textarea").filter(has_text="Dit is nagevraagd.")
    expect(changed).to_have_count(1)


@pytest.mark.parametrize("width", [1280, 390])
def test_two_windows_at_one_contribution_lose_nothing(installation, visit, width):
    first = come_in(visit, installation, "adviser", width)
    first.open("link", "Bedrijvigheid en veiligheid", address="/bedrij")
    first.open("link", "Voeg inbreng toe", address="/inbreng/bij/")
    page = first.page
    page.get_by_label("Van wie komt dit?").select_option("partner")
    page.get_by_label("Bron").fill("Ondernemersvereniging Molendrecht")
    page.get_by_label("Datum").fill("2026-03-02")
    page.get_by_label("Wat is er gezegd?").fill(f"Eerst, op {width}.")
    page.get_by_role("button", name="Bewaren").click()
    page.get_by_role("link", name=re.compile("^Aanpassen")).first.click()
    second = come_in(visit, installation, "adviser", width).page
    second.goto(page.url)
    page.get_by_label("Wat is er gezegd?").fill("Van het ene venster.")
    page.get_by_role("button", name="Bewaren").click()
    second.get_by_label("Wat is er gezegd?").fill("Van het andere venster.")
    second.get_by_role("button", name="Bewaren").click()
    both = second.locator("main")
    expect(both).to_contain_text("Van het ene venster.")
    expect(second.get_by_label("Wat is er gezegd?", exact=True)).to_have_value(
        "Van het andere venster."
    )
    look_narrow_too(second, "inbreng-botsing")
    second.get_by_role("button", name="Bewaren").click()
    expect(second.locator("main")).to_contain_text("De inbreng is bewaard.")
