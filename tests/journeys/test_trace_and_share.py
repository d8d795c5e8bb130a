"""From a sentence to the row behind it and back; and a link for a partner, opened and revoked."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, Request, expect

from tests.journeys.keyboard import Keyboard
from tests.journeys.looking import look_at
from tests.journeys.papers import text_of
from tests.journeys.people import sign_in

pytestmark = pytest.mark.journey

IN_VIEW = """(place) => {
    const found = document.getElementById(place).getBoundingClientRect();
    return found.top >= 0 && found.bottom <= window.innerHeight;
}"""


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_from_a_sentence_to_its_row_and_back(installation, visit, width):
    page = visit(f"{installation.address}/", width=width)
    keys = Keyboard(page)
    sign_in(keys, "adviser")
    _to_the_reading_page(keys)
    look_at(page, "lezen")
    figure = page.locator("#tekst-woonomgeving-story-1")
    words = figure.inner_text()
    _follow(keys, figure)
    expect(page).to_have_url(re.compile("/cijfer/"))
    expect(page.locator(".ig-figure").first).to_contain_text(words)
    expect(page.get_by_role("link", name=re.compile("^Exacte marge"))).to_be_visible()
    look_at(page, "cijfer")
    _follow(keys, page.locator("main table a").first)
    expect(page).to_have_url(re.compile("/cijfers/herkomst/"))
    used = page.get_by_role("region", name="Gebruikt in")
    expect(used).to_contain_text("Veiligheidsbeeld 2025")
    look_at(page, "herkomst-gebruikt-in")
    _follow(keys, used.get_by_role("link", name=re.compile("Het verhaal achter de cijfers")).first)
    expect(page).to_have_url(re.compile("/lezen/#tekst-woonomgeving-story-"))
    assert page.evaluate(IN_VIEW, page.url.rpartition("#")[2])


def test_a_partner_reads_with_a_link_until_it_is_revoked(fresh_installation, visit):
    page = visit(f"{fresh_installation.address}/")
    keys = Keyboard(page)
    sign_in(keys, "adviser")
    _to_the_reading_page(keys)
    keys.open("link", "Delen met een link", address="/delen/$")
    look_at(page, "delen-leeg")
    keys.go_to("textbox", "Voor wie is de link?")
    keys.write("Wijkagent Noord")
    keys.press("button", "Maak de link")
    address = page.locator("#link-zelf").inner_text()
    look_at(page, "delen-nieuw")

    reader = _as_the_partner(visit, address)
    page.goto(page.url)
    expect(page.locator("article")).to_contain_text("2 keer geopend")
    keys.press("button", "Intrekken")
    expect(page.get_by_role("dialog")).to_be_visible()
    keys.press("button", "Intrekken")
    expect(page.get_by_role("status").first).to_contain_text("werkt niet meer")
    look_at(page, "delen-ingetrokken")
    reader.goto(address)
    expect(reader.locator("main")).to_contain_text("Deze link werkt niet of niet meer")
    look_at(reader, "gedeeld-ingetrokken")
    assert reader.request.get(f"{address}pdf").status == 404


def _as_the_partner(visit, address: str) -> Page:
    """Read on a phone, without an account; nothing is kept there and nothing passed on."""
    secret = address.rstrip("/").rpartition("/")[2]
    reader: Page = visit("about:blank", width=390)
    asked: list[Request] = []
    reader.on("request", lambda one: asked.append(one))
    reader.goto(address)
    expect(reader.get_by_role("heading", level=1)).to_have_text("Veiligheidsbeeld 2025")
    expect(reader.locator("main")).to_contain_text("Concept, dit kan nog veranderen")
    expect(reader.get_by_role("navigation", name="Inhoud")).to_be_visible()
    look_at(reader, "gedeeld")
    paper = reader.request.get(f"{address}pdf")
    assert "Veiligheidsbeeld 2025" in text_of(paper.body())
    reader.get_by_role("link", name="Samenvatting").click()
    reader.get_by_role("link", name="Privacy").click()
    expect(reader).to_have_url(re.compile("/privacy/$"))
    assert reader.context.cookies() == []
    assert not [one.url for one in asked if secret in one.headers.get("referer", "")]
    return reader


def _to_the_reading_page(keys: Keyboard) -> None:
    keys.open("link", re.compile("^(1 ?)?Beeld"), address="/beeld/$")
    keys.open("link", "Veiligheidsbeeld 2025", address="/beeld/[^/]+/$")
    keys.open("link", "Lees het hele beeld", address="/lezen/$")


def _follow(keys: Keyboard, link) -> None:
    """Follow a link with the keys; the way to it is long, so the focus is set on it."""
    link.focus()
    keys.sees_the_focus()
    keys.page.keyboard.press("Enter")
    keys.page.wait_for_load_state()
