"""From a plan that breaks rules to one that passes; its papers; and the page for residents."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.keyboard import Keyboard
from tests.journeys.looking import look_at
from tests.journeys.papers import bookmarks_of, text_of
from tests.journeys.people import sign_in
from tests.journeys.plan_deeds import fetched, publish
from tests.policy.picture.papers.reading import word_words, workbook_cells

pytestmark = pytest.mark.journey

WRITE = "from tests.journeys.a_whole_plan import write; print('PLAN', write())"
ADOPT = "from tests.journeys.a_whole_plan import adopted; print('PLAN', adopted())"
HERE = "/openbaar/molendrecht/veiligheidsplan/"


def _made(installation, program: str) -> str:
    return installation.command("shell", "-c", program).rpartition("PLAN ")[2].split()[0]


def test_a_plan_that_breaks_rules_is_mended_and_gives_its_papers(fresh_installation, visit):
    pk = _made(fresh_installation, WRITE)
    page = visit(f"{fresh_installation.address}/")
    keys = Keyboard(page)
    sign_in(keys, "adviser")
    page.goto(f"{fresh_installation.address}/plan/{pk}/controle/")
    expect(page.locator(".ig-lead")).to_have_text("1 punt houdt het plan tegen.")
    look_at(page, "plan-controle-tegen")
    keys.open("link", re.compile("is van niemand"), address="/thema/")
    _give_the_goal_an_owner(page)
    page.goto(f"{fresh_installation.address}/plan/{pk}/controle/")
    expect(page.locator(".ig-lead")).to_contain_text("Niets houdt het plan tegen.")
    look_at(page, "plan-controle-door")
    keys.open("link", "Documenten", address="/documenten/$")
    look_at(page, "plan-documenten-concept")
    _opens_every_paper(page)


@pytest.mark.parametrize("width", [390, 320])
def test_checks_and_documents_on_a_phone(installation, visit, width):
    pk = _made(installation, WRITE) if width == 390 else _known(installation)
    page = visit(f"{installation.address}/", width=width)
    sign_in(Keyboard(page), "adviser")
    for name in ("controle", "documenten"):
        page.goto(f"{installation.address}/plan/{pk}/{name}/")
        look_at(page, f"plan-{name}-{width}")


def test_residents_read_the_plan_until_it_is_taken_back(fresh_installation, visit, browser):
    pk = _made(fresh_installation, ADOPT)
    address = f"{fresh_installation.address}{HERE}"
    page = visit(f"{fresh_installation.address}/")
    assert page.request.get(address).status == 404
    keys = Keyboard(page)
    sign_in(keys, "adviser")
    page.goto(f"{fresh_installation.address}/plan/{pk}/documenten/")
    look_at(page, "plan-documenten-vastgesteld")
    publish(keys)
    for width in (1280, 390, 320):
        _reads_as_a_resident(visit, address, width)
    _reads_without_script(browser, address)
    page.goto(f"{fresh_installation.address}/plan/{pk}/documenten/")
    keys.press("button", "Haal terug")
    keys.press("button", "Haal terug")
    expect(page.get_by_role("status").first).to_contain_text("niet meer lezen")
    gone = visit(address, width=390)
    expect(gone.get_by_role("heading", level=1)).to_have_text("Hier staat geen veiligheidsplan")
    look_at(gone, "plan-openbaar-weg")


def _known(installation) -> str:
    return _made(
        installation, "from tests.journeys.a_whole_plan import known; print('PLAN', known())"
    )


def _give_the_goal_an_owner(page: Page) -> None:
    goal = page.locator("article", has_text="Minder meldingen van overlast in gebied 1.1").first
    summary = goal.locator("summary").first
    if summary.count():
        summary.click()
    goal.get_by_label("Wie is ervan?").fill("Teamchef politie")
    page.keyboard.press("Tab")
    expect(goal.locator("[data-status]")).to_contain_text("Bewaard om", timeout=20_000)


def _opens_every_paper(page: Page) -> None:
    """Fetch each document with the session of the page, and read it."""
    names = page.locator("main dl a").all_inner_texts()
    got = {name: fetched(page, name) for name in names}
    assert "Minder meldingen van overlast in gebied 1.1" in text_of(got["Het plan als pdf"])
    assert "Minder meldingen van overlast in gebied 1.1" in word_words(got["Het plan in Word"])
    assert len(workbook_cells(got["De doelen in Excel"])["Doelen"]) == 21
    pack = got["Het raadspakket"]
    text_of(pack)
    assert bookmarks_of(pack)[:3] == ["Het raadsvoorstel", "Het plan", "Het veiligheidsbeeld"]


def _reads_as_a_resident(visit, address: str, width: int) -> None:
    reader = visit(address, width=width)
    expect(reader.get_by_role("navigation", name="Inhoud")).to_be_visible()
    look_at(reader, f"plan-openbaar-{width}")
    term = reader.locator(".ig-explained").first
    say = reader.locator(f"#{term.get_attribute('popovertarget')}")
    expect(say).not_to_be_visible()
    term.click()
    expect(say).to_be_visible()
    look_at(reader, f"plan-openbaar-begrip-{width}")
    reader.keyboard.press("Escape")
    expect(say).not_to_be_visible()
    paper = reader.request.get(f"{address}pdf", timeout=60_000)
    assert "Vastgesteld" in text_of(paper.body())
    assert reader.context.cookies() == []


def _reads_without_script(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    try:
        reader = context.new_page()
        reader.goto(address)
        expect(reader.get_by_role("heading", name="In het kort")).to_be_visible()
        reader.locator(".ig-explained").first.click()
        expect(reader.locator("[popover]:popover-open")).to_be_visible()
        assert context.cookies() == []
    finally:
        context.close()
