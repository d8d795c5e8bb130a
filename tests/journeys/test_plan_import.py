"""The plan of Opmeer read in and judged by an adviser; an auditor goes from a goal to a row."""

from __future__ import annotations

import re
import time

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.keyboard import Keyboard
from tests.journeys.looking import look_at, look_everywhere
from tests.journeys.people import sign_in
from tests.journeys.plan_deeds import (
    OTHERS,
    PART,
    THEMES,
    accept_all,
    complete_goal,
    finish_reading_in,
    read_the_file,
    trace_goal,
)
from tests.policy.plan.importing.seed import seed_file

pytestmark = pytest.mark.journey

MISSING = "In dit hoofdstuk staat een lege opsomming; vermoedelijk zijn hier doelen weggevallen."
LONGEST_SECONDS = 10


@pytest.mark.shared_data
@pytest.mark.skipif(seed_file() is None, reason="the seed does not lie beside the repository")
def test_the_adviser_reads_the_plan_of_opmeer_in(fresh_installation, visit):
    page = visit(f"{fresh_installation.address}/")
    keys = Keyboard(page)
    sign_in(keys, "adviser")
    page.goto(f"{fresh_installation.address}/plan/inlezen/")
    look_everywhere(page, "inlezen")
    started = time.monotonic()
    read_the_file(keys)
    assert time.monotonic() - started < LONGEST_SECONDS
    overview = page.url
    the_parts_are_right(page)
    look_everywhere(page, "inlezen-delen")
    judge_one_by_one(keys, overview)
    for name in [*THEMES, *OTHERS]:
        accept_all(keys, overview, name)
    keys.page.goto(overview)
    finish_reading_in(keys)
    complete_goals(keys)


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
    goal = page.locator("article", has_text="vergroten van de weerbaarheid van jongeren").last
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


def complete_goals(keys: Keyboard) -> None:
    """Give three goals of the imported plan an owner, a day and a reason."""
    page = keys.page
    keys.open("link", "Integraal Veiligheidsplan 2023-2026", address="/plan/[0-9a-f-]{36}/$")
    plan = page.url
    for theme, number in (("digitaal", 1), ("ondermijning", 2)):
        for place in range(number):
            page.goto(f"{plan}thema/{theme}/")
            goal = page.get_by_role("region", name="Doelen").get_by_role("article").nth(place)
            complete_goal(goal, day="2026-12-31")
            expect(goal.locator("dl").first).to_contain_text("31 december 2026")
    look_at(page, "ingelezen-thema")


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_an_auditor_goes_from_a_goal_to_a_row_and_back(installation, visit, width):
    page = visit(f"{installation.address}/", width=width)
    keys = Keyboard(page)
    sign_in(keys, "data_protection_officer")
    page.goto(f"{installation.address}/plan/")
    trace_goal(keys, re.compile("^Integraal veiligheidsplan"), "Er is minder overlast")
    expect(page.locator(".ig-figure")).to_have_text("125")
    keys.open("link", "Totaal registraties overlast", address="/cijfers/herkomst/")
    used = page.get_by_role("region", name="Gebruikt in")
    expect(used).to_contain_text("Er is minder overlast")
    back = used.get_by_role("link", name=re.compile("Veilige woon- en leefomgeving: doel")).first
    back.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/plan/.*/(herkomst|blok|thema)/"))
