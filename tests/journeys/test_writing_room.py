"""Writing with figures by keyboard: pick one, see how it reads, leave, come back, meet another."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.keyboard import Keyboard
from tests.journeys.looking import look_at

pytestmark = pytest.mark.journey

TRENDS = "Trends"


def open_theme(visit, installation, width: int) -> Page:
    page = visit(f"{installation.address}/account/login/", width=width)
    page.get_by_role("button", name=re.compile("^Adviseur veiligheid")).click()
    page.goto(f"{installation.address}/beeld/")
    page.get_by_role("link", name="Veiligheidsbeeld 2025").first.click()
    page.get_by_role("link", name="Bedrijvigheid en veiligheid").click()
    return page


def part(page: Page):
    return page.locator("#deel-trends")


def reads(page: Page):
    return part(page).locator("[data-reads]")


def status(page: Page):
    return part(page).locator("[data-status]")


@pytest.mark.parametrize("width", [1280, 390])
def test_a_figure_is_picked_by_keyboard_and_stays_live(fresh_installation, visit, width):
    page = open_theme(visit, fresh_installation, width)
    keys = Keyboard(page)
    _unfold(page, keys)
    _pick(page, keys)
    text = page.get_by_role("textbox", name=TRENDS)
    expect(text).to_have_value("Er waren [[winkeldiefstal aantal 2025]]")
    expect(text).to_be_focused()
    page.keyboard.insert_text(" winkeldiefstallen. **Dat is veel.**")
    expect(status(page)).to_contain_text("Bewaard om")
    expect(reads(page)).to_contain_text(
        re.compile(r"Er waren \d+ winkeldiefstallen\. Dat is veel\.")
    )
    expect(reads(page).locator("a.ig-cite")).to_have_attribute("href", re.compile("winkeldiefstal"))
    look_at(page, f"schrijven-{width}")
    page.reload()
    expect(reads(page).locator("strong")).to_have_text("Dat is veel.")
    _marks_by_buttons(page, keys)
    _a_figure_that_is_none(page)
    _another_person(page, open_theme(visit, fresh_installation, width))


def _unfold(page: Page, keys: Keyboard) -> None:
    summary = page.locator("summary", has_text=TRENDS)
    summary.focus()
    page.keyboard.press("Enter")
    keys.go_to("textbox", TRENDS)
    page.keyboard.insert_text("Er waren")


def _pick(page: Page, keys: Keyboard) -> None:
    keys.go_to("button", "Cijfer invoegen", back=True)
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Cijfer invoegen")
    expect(dialog.get_by_role("searchbox", name="Zoek een cijfer")).to_be_focused()
    expect(dialog).to_contain_text("gevonden")
    page.keyboard.insert_text("winkel aantal 2025")
    expect(dialog.get_by_role("listitem").first).to_contain_text("Winkeldiefstal")
    look_at(page, "cijfer-invoegen")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(dialog).to_be_hidden()


def _marks_by_buttons(page: Page, keys: Keyboard) -> None:
    text = keys.go_to("textbox", TRENDS)
    page.keyboard.press("Control+Home")
    keys.go_to("button", "Kop", back=True)
    page.keyboard.press("Enter")
    expect(text).to_have_value(re.compile("^## Er waren"))
    page.keyboard.press("Control+z")
    expect(text).to_have_value(re.compile("^Er waren"))


def _a_figure_that_is_none(page: Page) -> None:
    text = page.get_by_role("textbox", name=TRENDS)
    text.press("Control+End")
    page.keyboard.insert_text(" Ook [[bestaat-niet aantal]].")
    expect(status(page)).to_contain_text("1 cijfer klopt niet")
    expect(reads(page)).to_contain_text("Het cijfer “bestaat-niet” staat niet in dit beeld.")
    look_at(page, "cijfer-klopt-niet")


def _another_person(first: Page, second: Page) -> None:
    first.get_by_role("textbox", name=TRENDS).fill("Van de eerste.")
    expect(status(first)).to_contain_text(re.compile(r"Bewaard om \S+ uur$"))
    second.get_by_role("textbox", name=TRENDS).fill("Van de tweede.")
    panel = second.get_by_role("region", name="Iemand anders heeft deze tekst ook veranderd")
    expect(panel).to_contain_text("Van de eerste.")
    panel.get_by_role("button", name="Neem mijn tekst").click()
    expect(reads(second)).to_contain_text("Van de tweede.")


def test_without_script_a_typed_figure_reads_after_a_save(fresh_installation, browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{fresh_installation.address}/account/login/")
    page.get_by_role("button", name=re.compile("^Adviseur veiligheid")).click()
    page.goto(f"{fresh_installation.address}/beeld/")
    page.get_by_role("link", name="Veiligheidsbeeld 2025").first.click()
    page.get_by_role("link", name="Bedrijvigheid en veiligheid").click()
    expect(page.get_by_role("button", name="Cijfer invoegen").first).to_be_hidden()
    page.get_by_text("Cijfers om in te voegen").click()
    token = page.locator(".ig-choices code", has_text="winkeldiefstal tegen 2025").inner_text()
    page.get_by_role("textbox", name="Conclusie").fill(f"Het was {token}.")
    page.get_by_role("button", name=re.compile("Bewaren.*Conclusie")).click()
    expect(page.locator("#deel-conclusion [data-reads]")).to_contain_text(
        re.compile(r"Het was \d+ tegen \d+\.")
    )
    context.close()
