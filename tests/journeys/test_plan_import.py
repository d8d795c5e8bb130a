"""The plan of Opmeer read in and judged by an adviser; an auditor goes from a goal to a row."""

from __future__ import annotations

import re
import time

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.keyboard import Keyboard
from tests.journeys.looking import look_at
from tests.journeys.people import sign_in
from tests.policy.plan.importing.seed import seed_file

pytestmark = pytest.mark.journey

THEMES = [
    "Veilige woon- en leefomgeving", "Bedrijvigheid en veiligheid", "Jeugd en veiligheid",
    "Ondermijning", "Cybercrime en digitale veiligheid",
]  # fmt: skip
OTHERS = ["Vóór het eerste thema", "Partners", "Instrumenten en begrippen", "Wetten en artikelen"]
MISSING = "In dit hoofdstuk staat een lege opsomming; vermoedelijk zijn hier doelen weggevallen."
PART = "/plan/inlezen/[0-9a-f-]{36}/deel/[0-9]+/"
LONGEST_SECONDS = 10


@pytest.mark.shared_data
@pytest.mark.skipif(seed_file() is None, reason="the seed does not lie beside the repository")
def test_the_adviser_reads_the_plan_of_opmeer_in(fresh_installation, visit):
    page = visit(f"{fresh_installation.address}/")
    keys = Keyboard(page)
    sign_in(keys, "adviser")
    page.goto(f"{fresh_installation.address}/plan/inlezen/")
    look_everywhere(page, "inlezen")
    read_the_file(keys)
    overview = page.url
    the_parts_are_right(page)
    look_everywhere(page, "inlezen-delen")
    judge_one_by_one(keys, overview)
    for name in [*THEMES, *OTHERS]:
        accept_all(keys, overview, name)
    keys.page.goto(overview)
    finish(keys)
    complete_goals(keys)


def look_everywhere(page: Page, name: str) -> None:
    """Look at a page on a desk, a phone, and a phone with large letters."""
    for width in (390, 320, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        look_at(page, name)


def read_the_file(keys: Keyboard) -> None:
    page = keys.page
    page.set_input_files("input[type=file]", str(seed_file()))
    started = time.monotonic()
    keys.open("button", "Lees het plan in", address="/plan/inlezen/[0-9a-f-]{36}/$")
    assert time.monotonic() - started < LONGEST_SECONDS


def the_parts_are_right(page: Page) -> None:
    """Check the themes in order, the words recognised, and what fell out of the document."""
    names = page.locator("main tbody th a").all_inner_texts()
    assert names[1:6] == THEMES
    counts = dict(
        zip(names, page.locator("main tbody td:nth-of-type(3)").all_inner_texts(), strict=True)
    )
    assert int(counts["Partners"]) + int(counts["Instrumenten en begrippen"]) >= 25
    fallen = page.get_by_role("region", name="Wat in het document lijkt weggevallen")
    for theme in THEMES:
        expect(fallen.get_by_role("listitem").filter(has_text=f"{theme}: {MISSING}")).to_have_count(
            1
        )


def judge_one_by_one(keys: Keyboard, overview: str) -> None:
    """Take one over as something else, skip one, and put one back, with the keys only."""
    page = keys.page
    keys.open("link", "Jeugd en veiligheid", address=PART)
    look_everywhere(page, "inlezen-deel")
    goal = page.locator("article", has_text="hard maken om binnen gemeente Opmeer").last
    expect(goal.get_by_role("heading")).to_contain_text("Doel")
    goal.locator("summary", has_text="Neem over als iets anders").click()
    goal.get_by_label("Soort").select_option(label="ambitie")
    goal.get_by_role("button", name=re.compile("^Neem over")).click()
    expect(goal.get_by_role("heading")).to_contain_text("Ambitie")
    expect(goal).to_contain_text("overgenomen")
    first = page.locator("article").first
    first.get_by_role("button", name=re.compile("^Sla over")).click()
    expect(first).to_contain_text("overgeslagen")
    first.get_by_role("button", name=re.compile("^Zet terug")).click()
    expect(first).to_contain_text("nog te beoordelen")
    look_at(page, "inlezen-deel-bezig")
    page.goto(overview)


def accept_all(keys: Keyboard, overview: str, name: str) -> None:
    page = keys.page
    page.goto(overview)
    keys.open("link", name, address=PART)
    every = page.get_by_role("button", name=re.compile("^Neem alle"))
    if every.count():
        keys.open("button", re.compile("^Neem alle"), address=PART)
    else:
        page.get_by_role("button", name=re.compile("^Neem over")).click()
    expect(page.get_by_text("Alles in dit deel is beoordeeld.")).to_be_visible()


def finish(keys: Keyboard) -> None:
    page = keys.page
    keys.open("link", "Kies het plan en rond af", address="/afronden/$")
    expect(page.get_by_label("Eerste jaar")).to_have_value("2023")
    expect(page.get_by_label("Laatste jaar")).to_have_value("2026")
    page.get_by_label("Op welk veiligheidsbeeld").select_option(index=1)
    look_everywhere(page, "inlezen-afronden")
    keys.open("button", "Neem over en rond af", address="/plan/inlezen/[0-9a-f-]{36}/$")
    expect(page.locator(".ig-lead")).to_contain_text("De tekst van het document is hier weggehaald")
    look_everywhere(page, "inlezen-verslag")


def complete_goals(keys: Keyboard) -> None:
    """Give three goals of the imported plan an owner, a day and a reason."""
    page = keys.page
    keys.open("link", "Integraal Veiligheidsplan 2023-2026", address="/plan/[0-9a-f-]{36}/$")
    plan = page.url
    for theme, number in (("digitaal", 2), ("ondermijning", 1)):
        for place in range(number):
            page.goto(f"{plan}thema/{theme}/")
            goal = page.get_by_role("region", name="Doelen").get_by_role("article").nth(place)
            goal.locator("summary", has_text="Aanpassen").first.click()
            goal.get_by_label("Wie is ervan?").fill("adviseur veiligheid")
            goal.get_by_label("Wanneer is het bereikt?").fill("2026-12-31")
            goal.get_by_role("textbox", name="Waarom?").fill("Dit bleek uit de veiligheidsanalyse.")
            goal.get_by_role("button", name=re.compile("^Bewaren")).click()
            expect(goal.locator("dl").first).to_contain_text("31 december 2026")
    look_at(page, "ingelezen-thema")


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_an_auditor_goes_from_a_goal_to_a_row_and_back(installation, visit, width):
    page = visit(f"{installation.address}/", width=width)
    keys = Keyboard(page)
    sign_in(keys, "data_protection_officer")
    page.goto(f"{installation.address}/plan/")
    keys.open("link", re.compile("^Integraal veiligheidsplan"), address="/plan/[0-9a-f-]{36}/$")
    keys.open("link", "Herkomst", address="/herkomst/$")
    look_at(page, "plan-herkomst")
    keys.open("link", "Er is minder overlast", address="/herkomst/[0-9a-f-]{36}/$")
    look_at(page, "plan-herkomst-doel")
    expect(page.locator(".ig-figure")).to_have_text("125")
    keys.open("link", "Totaal registraties overlast", address="/cijfers/herkomst/")
    used = page.get_by_role("region", name="Gebruikt in")
    expect(used).to_contain_text("Er is minder overlast")
    back = used.get_by_role("link", name=re.compile("Veilige woon- en leefomgeving: doel")).first
    back.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/plan/.*/(herkomst|blok|thema)/"))
