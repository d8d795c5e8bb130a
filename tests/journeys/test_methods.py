"""From a number to what may be promised: verdict, its method, and a target, with the keys only."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.keyboard import Keyboard
from tests.journeys.looking import look_at
from tests.journeys.people import sign_in

pytestmark = pytest.mark.journey

NO_CHANGE = (
    "Geen aantoonbare verandering (7 tegen 14; zulke verschillen komen ook door toeval voor)."
)


def fill(keys: Keyboard, name: str, text: str) -> None:
    keys.go_to("textbox", name)
    keys.write(text)


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_the_adviser_is_told_from_what_number_on_a_target_can_be_shown(installation, visit, width):
    page: Page = visit(f"{installation.address}/account/login/", width=width)
    keys = Keyboard(page)
    sign_in(keys, "adviser")
    page.goto(f"{installation.address}/cijfers/verkenner/?cijfer=woninginbraak")
    expect(page.get_by_text(NO_CHANGE)).to_be_visible()
    look_at(page, "streefcijfer-verkenner")
    keys.open("link", "Hoe we dit beoordelen", address="/methoden/twee-aantallen-vergelijken/")
    expect(page.get_by_role("group", name="Uitkomst")).to_contain_text(NO_CHANGE)
    expect(page.get_by_label("Aantal eerder")).to_have_value("7")
    look_at(page, "methode-twee-aantallen")
    keys.press("button", "Reken uit")
    expect(page).to_have_url(re.compile("eerder=7&later=14&afgerond=nee"))
    page.go_back()
    page.go_back()
    keys.open("link", "Een streefcijfer kiezen", address="/methoden/streefcijfer/")
    expect(page.get_by_label("Aantal per jaar, nu")).to_have_value("10,3")
    fill(keys, "Gewenste verandering in procenten", "-20")
    keys.open("button", "Reken uit", address="verandering=-20")
    answer = page.get_by_role("group", name="Uitkomst")
    expect(answer).to_contain_text(
        "Met deze aantallen kunnen we een daling van 20 % niet aantonen; pas vanaf ongeveer 120 "
        "per jaar."
    )
    look_at(page, "streefcijfer")


@pytest.mark.parametrize("width", [1280, 390])
def test_what_cannot_be_reckoned_is_told_first_and_mended(installation, visit, width):
    page = visit(f"{installation.address}/methoden/twee-aantallen-vergelijken/", width=width)
    keys = Keyboard(page)
    fill(keys, "Aantal later", "veertien")
    keys.open("button", "Reken uit", address="later=veertien")
    expect(page.get_by_role("group", name="Dit kunnen we niet uitrekenen.")).to_be_focused()
    look_at(page, "methode-fout")
    keys.go_to("link", re.compile("^Aantal later: ‘veertien’ kan niet"))
    page.keyboard.press("Enter")
    expect(page.get_by_label("Aantal later")).to_be_focused()
    expect(page.get_by_label("Aantal later")).to_have_value("veertien")
    keys.write("14")
    keys.open("button", "Reken uit", address="later=14")
    expect(page.get_by_role("group", name="Uitkomst")).to_contain_text(NO_CHANGE)


@pytest.mark.parametrize("width", [1280, 320])
def test_every_method_can_be_read_and_tried_by_all(installation, visit, width):
    """Without signing in: in words, with a formula to open, on the narrowest screen too."""
    page = visit(f"{installation.address}/methoden/", width=width)
    look_at(page, "methoden")
    links = (
        page.get_by_role("main")
        .get_by_role("link")
        .evaluate_all("(all) => all.map((one) => one.getAttribute('href'))")
    )
    pages = sorted({one for one in links if one.startswith("/methoden/")})
    assert len(pages) > 12
    for address in pages:
        page.goto(f"{installation.address}{address}")
        formula = page.get_by_text("De formule")
        if formula.count():
            formula.click()
        look_at(page, f"methode-{address.strip('/').rpartition('/')[2]}")
        expect(page.get_by_role("group", name="Uitkomst")).to_be_visible()


def test_on_paper_the_formula_is_open_and_the_button_gone(installation, visit):
    page = visit(f"{installation.address}/methoden/marge-van-een-aantal/")
    page.emulate_media(media="print")
    expect(page.get_by_text("ondergrens = a-kwantiel")).to_be_visible()
    expect(page.get_by_role("button", name="Reken uit")).to_be_hidden()
