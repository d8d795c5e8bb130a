"""The figure explorer with the keys only, in its four forms, and down to the line in the file."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.keyboard import Keyboard
from tests.journeys.looking import look_at
from tests.journeys.people import sign_in

pytestmark = pytest.mark.journey


def choose(keys: Keyboard, name: str, option: str) -> None:
    """Choose from a list as the keyboard does: by typing the beginning of the option."""
    keys.go_to("combobox", name)
    keys.page.keyboard.type(option, delay=5)


@pytest.mark.parametrize("width", [1280, 390])
def test_from_a_choice_to_table_line_map_funnel_and_origin(installation, visit, width):
    page: Page = visit(f"{installation.address}/account/login/", width=width)
    keys = Keyboard(page)
    sign_in(keys, "adviser")
    page.goto(f"{installation.address}/cijfers/verkenner/")
    look_at(page, "verkenner-leeg")
    choose(keys, "Cijfer", "Overlast")
    keys.go_to("checkbox", "Alle gebieden van de gemeente")
    page.keyboard.press("Space")
    keys.open("button", "Toon de cijfers", address="cijfer=overlast")
    expect(page.get_by_role("heading", level=1)).to_contain_text("verlast")
    look_at(page, "verkenner-tabel")
    keys.open("link", "Lijn", address="vorm=lijn")
    expect(page.locator("figure svg.ig-svg").first).to_be_attached()
    look_at(page, "verkenner-lijn")
    keys.open("link", "Kaart", address="vorm=kaart")
    expect(page.locator("svg.ig-map").first).to_be_attached()
    look_at(page, "verkenner-kaart")
    keys.open("link", "Trechter", address="vorm=trechter")
    expect(
        page.get_by_role("heading", name=re.compile("naast [0-9]+ andere gemeenten"))
    ).to_be_visible()
    look_at(page, "verkenner-trechter")
    keys.open("link", "Tabel", address="gebied=gebieden")
    keys.open("link", re.compile("^herkomst van"), address="/cijfers/herkomst/")
    expect(page.get_by_text("Vingerafdruk (SHA-256)")).to_be_visible()
    look_at(page, "herkomst")


def test_nonsense_in_the_address_is_told_and_the_form_still_works(installation, visit):
    page = visit(f"{installation.address}/account/login/")
    keys = Keyboard(page)
    sign_in(keys, "mayor")
    page.goto(f"{installation.address}/cijfers/verkenner/?cijfer=overlast-totaal&van=gisteren")
    expect(page.get_by_role("group", name=re.compile("Dit klopt niet"))).to_be_focused()
    look_at(page, "verkenner-fout")
    keys.open("button", "Toon de cijfers", address="cijfer=overlast-totaal")
    expect(page.get_by_role("group", name=re.compile("Dit klopt niet"))).to_have_count(0)


def test_the_paper_version_has_the_numbers_and_no_form(installation, visit):
    page = visit(f"{installation.address}/account/login/")
    sign_in(Keyboard(page), "adviser")
    page.goto(f"{installation.address}/cijfers/verkenner/?cijfer=overlast-totaal&vorm=lijn")
    page.emulate_media(media="print")
    expect(page.get_by_role("button", name="Toon de cijfers")).to_be_hidden()
    expect(page.locator("figure")).to_be_visible()
    look_at(page, "verkenner-papier", with_axe=False)
