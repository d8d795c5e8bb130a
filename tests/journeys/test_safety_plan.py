"""The whole way of a safety plan: from what a municipality had to what its residents read.

The adviser reads an older plan in, completes its goals, asks two partners and proposes; the clerk
records what college and council decide; the adviser publishes; the council opens its pack, a
resident the page; and an auditor goes from a goal to the row in the file that it rests on.
"""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.deeds import Deeds
from tests.journeys.keyboard import Keyboard
from tests.journeys.looking import look_at, look_everywhere
from tests.journeys.papers import bookmarks_of, text_of, texts_by_bookmark
from tests.journeys.plan_deeds import (
    OTHERS,
    THEMES,
    accept_all,
    adopt,
    answer,
    comment_on_the_whole,
    complete_goal,
    decide,
    fetched,
    finish_reading_in,
    invite,
    open_form,
    press_enter,
    propose,
    publish,
    read_the_file,
    signed_in,
    trace_goal,
)
from tests.policy.plan.importing.seed import seed_file

pytestmark = pytest.mark.journey

YEARS = (2027, 2030)
TITLE = f"Integraal veiligheidsplan {YEARS[0]}-{YEARS[1]}"
FIGURE = "Alle geregistreerde overlast"
WHY = "Bewoners noemen dit het vaakst."
POLICE, YOUTH = "Noem de wijkagent bij dit doel.", "Jongerenwerk doet graag mee."
RESIDENTS = "/openbaar/molendrecht/veiligheidsplan/"
WIDTHS = (390, 1280)


@pytest.mark.shared_data
@pytest.mark.skipif(seed_file() is None, reason="the seed does not lie beside the repository")
def test_from_an_older_plan_to_an_adopted_one_that_residents_read(fresh_installation, visit):
    site = fresh_installation.address
    adviser = signed_in(visit, fresh_installation, "adviser")
    deeds = Deeds(adviser)
    root = _read_in(adviser, site)
    goals = _complete_until_nothing_blocks(adviser, root)
    _consult(adviser, visit, root, goals[0])
    adviser.goto(f"{root}besluit/")
    propose(adviser)

    _college_and_council(signed_in(visit, fresh_installation, "clerk"), root)

    adviser.goto(f"{root}documenten/")
    publish(Keyboard(adviser))
    look_everywhere(adviser, "heel-documenten", WIDTHS)
    _pack_can_be_read(adviser, goals)
    print(f"\nThe adviser: {deeds}.")  # noqa: T201

    _resident_reads(visit, f"{site}{RESIDENTS}", goals)
    auditor = signed_in(visit, fresh_installation, "data_protection_officer")
    _auditor_comes_to_a_row(auditor, goals[0])


def _read_in(page: Page, site: str) -> str:
    """Read the older plan in, whole, as the beginning of a new one; returns its address."""
    keys = Keyboard(page)
    page.goto(f"{site}/plan/inlezen/")
    read_the_file(keys)
    overview = page.url
    for name in [*THEMES, *OTHERS]:
        accept_all(keys, overview, name)
    page.goto(overview)
    finish_reading_in(keys, years=YEARS)
    keys.open("link", TITLE, address="/plan/[0-9a-f-]{36}/$")
    look_everywhere(page, "heel-plan", WIDTHS)
    return page.url


def _complete_until_nothing_blocks(page: Page, root: str) -> list[str]:
    """Follow what blocks to its goal and complete that; the first one with a figure.

    Returns the goals that were completed, in the order in which the rules named them.
    """
    keys, completed = Keyboard(page), []
    page.goto(f"{root}controle/")
    look_everywhere(page, "heel-controle-tegen", WIDTHS)
    blocking = page.get_by_role("region", name="Houdt het plan tegen").get_by_role("link")
    while blocking.count():
        words = blocking.first.inner_text()
        keys.open("link", words, address="/plan/.*#blok-")
        goal = page.locator(f"#{page.url.rpartition('#')[2]}")
        completed.append(goal.get_by_role("heading").first.inner_text())
        figure = "" if completed[1:] else FIGURE
        complete_goal(goal, day=f"{YEARS[1]}-06-30", why=WHY, figure=figure)
        expect(goal.locator("dl").first).to_contain_text(f"30 juni {YEARS[1]}")
        if figure:
            expect(goal.locator("dl").first).to_contain_text("marge")
            look_everywhere(page, "heel-doel", WIDTHS)
        page.goto(f"{root}controle/")
    expect(page.locator(".ig-lead")).to_contain_text("Niets houdt het plan tegen.")
    look_everywhere(page, "heel-controle", WIDTHS)
    assert len(set(completed)) == len(completed) >= 3
    return completed


def _consult(page: Page, visit, root: str, goal: str) -> None:
    """Ask two partners, who each answer on a phone with a link of their own; weigh both."""
    keys = Keyboard(page)
    page.goto(f"{root}consultatie/")
    keys.open("link", "Open een consultatie", address="/consultatie/nieuw/$")
    keys.go_to("textbox", "Naam")
    keys.write("Partners")
    keys.open("button", "Open de consultatie", address="/consultatie/[0-9a-f-]{36}/$")
    police = invite(keys, "Teamchef", "Politie Molendrecht")
    youth = invite(keys, "Directeur", "Jongerenwerk")
    assert police != youth
    look_everywhere(page, "heel-consultatie", WIDTHS)

    _comments_on_a_goal(visit(police, width=390), goal)
    phone = visit(youth, width=390)
    comment_on_the_whole(phone, YOUTH)
    look_at(phone, "heel-reageren-geheel")

    page.goto(f"{root}reacties/")
    expect(page.locator("main")).to_contain_text("2 reacties: 2 nog niet beantwoord.")
    answer(keys, "Teamchef", "overgenomen", "Dank, dat doen we.")
    answer(keys, "Directeur", "deels overgenomen", "Dank, graag.")
    expect(page.locator(".ig-lead")).to_have_text("2 reacties: 1 overgenomen, 1 deels overgenomen.")
    look_everywhere(page, "heel-reacties", WIDTHS)


def _comments_on_a_goal(phone: Page, goal: str) -> None:
    keys = Keyboard(phone)
    look_at(phone, "heel-reageren")
    part = open_form(keys, f"Doel: {goal}")
    phone.keyboard.press("Tab")
    keys.write(POLICE)
    phone.keyboard.press("Tab")
    press_enter(phone)
    expect(part).to_contain_text(POLICE)
    phone.get_by_role("button", name="Ik ben klaar").focus()
    press_enter(phone)
    expect(phone.locator("#klaar")).to_contain_text("U gaf 1 reactie.")
    look_at(phone, "heel-reageren-klaar")


def _college_and_council(page: Page, root: str) -> None:
    """Record the decisions with the votes of the council, and that the plan is adopted."""
    page.goto(f"{root}besluit/")
    keys = Keyboard(page)
    decide(keys, "College", "akkoord")
    decide(keys, "Gemeenteraad", "akkoord", votes=("14", "1"))
    look_everywhere(page, "heel-besluit", WIDTHS)
    adopt(page)
    expect(page.locator("main")).to_contain_text("Vastgesteld door: gemeenteraad")
    look_everywhere(page, "heel-vastgesteld", WIDTHS)


def _pack_can_be_read(page: Page, goals: list[str]) -> None:
    """Download the pack for the council, and find in each part what belongs there."""
    pack = fetched(page, "Het raadspakket")
    text_of(pack)
    assert bookmarks_of(pack) == [
        "Het raadsvoorstel", "Het plan", "Het veiligheidsbeeld", "Wat anderen ervan vonden",
    ]  # fmt: skip
    parts = texts_by_bookmark(pack)
    for goal in goals:
        assert goal in parts["Het raadsvoorstel"]
        assert goal in parts["Het plan"]
    assert TITLE in parts["Het raadsvoorstel"]
    assert "Gemeenteraad: akkoord" in parts["Het raadsvoorstel"]
    assert "Veiligheidsbeeld 2025" in parts["Het veiligheidsbeeld"]
    for said in (POLICE, YOUTH, "Dank, dat doen we.", "Dank, graag."):
        assert said in parts["Wat anderen ervan vonden"]


def _resident_reads(visit, address: str, goals: list[str]) -> None:
    for width in WIDTHS:
        reader = visit(address, width=width)
        expect(reader.get_by_role("heading", level=1)).to_have_text(TITLE)
        for goal in goals:
            expect(reader.locator("main")).to_contain_text(goal)
        # What partners said is between them and the municipality.
        expect(reader.locator("main")).not_to_contain_text(POLICE)
        assert reader.context.cookies() == []
        look_at(reader, "heel-inwoner")


def _auditor_comes_to_a_row(page: Page, goal: str) -> None:
    """Go by clicks from the plans to a goal, its figure, the row, and the file it came in."""
    keys = Keyboard(page)
    keys.open("link", re.compile("^Plan"), address="/plan/$")
    trace_goal(keys, re.compile(f"^{re.escape(TITLE)}"), goal)
    page.set_viewport_size({"width": 390, "height": 844})
    look_at(page, "heel-herkomst-doel")
    page.set_viewport_size({"width": 1280, "height": 900})
    rows = page.get_by_role("region", name="6. De rijen in de bestanden").locator("tbody tr")
    first = rows.first
    value, line = first.locator("td.n").inner_text(), first.get_by_role("link").last.inner_text()
    first.get_by_role("link").first.click()
    expect(page).to_have_url(re.compile("/cijfers/herkomst/"))
    expect(page.locator("main")).to_contain_text(value)
    expect(page.locator("main")).to_contain_text(line)
    expect(page.get_by_role("region", name="Gebruikt in")).to_contain_text(goal)
    look_everywhere(page, "heel-rij", WIDTHS)
