"""Two partners comment on a concept plan on their phones; the adviser weighs what they say."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.a_plan import plan_in
from tests.journeys.keyboard import Keyboard
from tests.journeys.looking import look_at
from tests.journeys.people import sign_in
from tests.journeys.plan_deeds import (
    answer,
    comment_on_the_whole,
    invite,
    open_form,
    press_enter,
)

pytestmark = pytest.mark.journey

GOAL = "Doel: Minder overlast van jongeren in het centrum"


def test_two_partners_comment_and_the_adviser_answers(fresh_installation, visit):
    plan = plan_in(fresh_installation)
    page = visit(f"{fresh_installation.address}/")
    keys = Keyboard(page)
    sign_in(keys, "adviser")
    page.goto(f"{fresh_installation.address}/plan/{plan}/consultatie/")
    look_at(page, "consultatie-leeg")
    keys.open("link", "Open een consultatie", address="/consultatie/nieuw/$")
    look_at(page, "consultatie-openen")
    keys.go_to("textbox", "Naam")
    keys.write("Partners en driehoek")
    keys.open("button", "Open de consultatie", address="/consultatie/[0-9a-f-]{36}/$")

    police = invite(keys, "Teamchef", "Politie Molendrecht")
    look_at(page, "consultatie-link")
    invite(keys, "Teamchef", "Politie Molendrecht", is_refused=True)
    expect(page.locator("main")).to_contain_text("is al uitgenodigd")
    look_at(page, "consultatie-twee-keer")
    page.goto(page.url)
    youth = invite(keys, "Directeur", "Jongerenwerk")

    _with_the_keys_only(visit, police)
    _with_a_thumb(visit, youth)

    page.goto(f"{fresh_installation.address}/plan/{plan}/reacties/")
    expect(page.locator("main")).to_contain_text("2 reacties: 2 nog niet beantwoord.")
    look_at(page, "reacties")
    answer(keys, "Directeur", "overgenomen", "Dank, dat staat er nu in.")
    expect(page.locator("main")).to_contain_text("1 overgenomen")
    expect(page.get_by_role("link", name=re.compile("^Verwerk in de tekst")).first).to_be_visible()
    page.goto(f"{fresh_installation.address}/plan/{plan}/consultatie/")
    expect(page.locator("main")).to_contain_text("2 uitgenodigd, 2 geopend, 2 klaar.")

    _answer_is_read_back_and_a_revoked_link_loses_nothing(page, visit, youth)
    for width in (390, 320):
        page.set_viewport_size({"width": width, "height": 844})
        for path in ("consultatie/", "consultatie/nieuw/", "reacties/"):
            page.goto(f"{fresh_installation.address}/plan/{plan}/{path}")
            look_at(page, f"plan-{path.strip('/').replace('/', '-')}")


def _with_the_keys_only(visit, address: str) -> None:
    """Comment on a goal, change it, say nothing by mistake, and be done."""
    reader: Page = visit(address, width=390)
    keys = Keyboard(reader)
    expect(reader.locator("main")).to_contain_text("Deze link is voor Teamchef")
    look_at(reader, "reageren")
    form = open_form(keys, GOAL)
    reader.keyboard.press("Tab")
    keys.write("Noem de wijkagent.")
    reader.keyboard.press("Tab")
    press_enter(reader)
    expect(reader).to_have_url(re.compile(r"#blok-"))
    expect(form).to_contain_text("Noem de wijkagent.")
    change = form.get_by_text("Verander of trek in")
    change.focus()
    reader.keyboard.press("Enter")
    reader.keyboard.press("Tab")
    keys.write("Noem de wijkagent als tweede eigenaar.")
    reader.keyboard.press("Tab")
    press_enter(reader)
    expect(form).to_contain_text("als tweede eigenaar")
    open_form(keys, GOAL)
    reader.keyboard.press("Tab")
    reader.keyboard.press("Tab")
    press_enter(reader)
    expect(reader.locator("#fouten-titel")).to_have_text("Uw reactie is nog niet bewaard")
    look_at(reader, "reageren-leeg")
    reader.get_by_role("button", name="Ik ben klaar").focus()
    press_enter(reader)
    expect(reader.locator("#klaar")).to_contain_text("U gaf 1 reactie.")
    look_at(reader, "reageren-klaar")
    assert reader.context.cookies() == []


def _with_a_thumb(visit, address: str) -> None:
    """Comment on the whole, and be done; also on the smallest screen."""
    reader: Page = visit(address, width=390)
    comment_on_the_whole(reader, "Jongerenwerk doet graag mee.")
    for width in (320, 1280):
        reader.set_viewport_size({"width": width, "height": 844})
        look_at(reader, "reageren-gedaan")


def _answer_is_read_back_and_a_revoked_link_loses_nothing(page: Page, visit, link: str) -> None:
    reader: Page = visit(link, width=390)
    expect(reader.locator("#blok-geheel")).to_contain_text("Dank, dat staat er nu in.")
    reader.get_by_role("button", name="Toch nog iets veranderen").click()
    last = reader.locator("article").last
    last.get_by_text("Reageer").click()
    last.get_by_role("textbox").fill("Een uur werk.")
    page.get_by_role("link", name="Partners en driehoek").click()
    card = page.locator("article", has_text="Directeur")
    card.get_by_role("button", name="Intrekken").first.click()
    page.get_by_role("dialog").get_by_role("button", name="Intrekken").click()
    expect(page.get_by_role("status").first).to_contain_text("werkt niet meer")
    look_at(page, "consultatie-ingetrokken")
    last.get_by_role("button", name="Bewaar de reactie").click()
    expect(reader.get_by_role("heading", level=1)).to_have_text("Deze link werkt niet")
    expect(reader.get_by_label("Uw tekst")).to_have_value("Een uur werk.")
    look_at(reader, "reageren-ingetrokken")
