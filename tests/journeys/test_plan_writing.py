"""From an adopted picture to a plan with three goals, by keyboard; two writers; no script."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.keyboard import Keyboard
from tests.journeys.looking import look_at

pytestmark = pytest.mark.journey

GOALS = (
    ("Minder overlast in het centrum", "Teamleider toezicht", "Alle geregistreerde overlast"),
    ("Minder fietsen gestolen", "Wijkagent", "Diefstal van fietsen"),
    ("Inwoners voelen zich veiliger", "Burgemeester", ""),
)
DEMO_PLAN = "Integraal veiligheidsplan 2026-2029"


def sign_in(page: Page, installation) -> Page:
    page.goto(f"{installation.address}/account/login/")
    page.get_by_role("button", name=re.compile("^Adviseur veiligheid")).click()
    return page


def open_plans(visit, installation, width: int = 1280) -> Page:
    page = sign_in(visit(f"{installation.address}/account/login/", width=width), installation)
    page.goto(f"{installation.address}/plan/")
    return page


def block_with(page: Page, words: str):
    return page.locator("article.ig-block").filter(has=page.get_by_role("heading", name=words))


def status(block):
    return block.locator("[data-status]")


def test_an_adviser_writes_a_plan_by_keyboard_and_meets_a_second_writer(fresh_installation, visit):
    page = open_plans(visit, fresh_installation)
    keys = Keyboard(page)
    look_at(page, "plannen")
    _begin(page, keys)
    look_at(page, "plan-begonnen")
    page.get_by_role("link", name="Veilige woon- en leefomgeving").click()
    for goal in GOALS:
        _write_goal(page, keys, *goal)
    expect(page.get_by_text("aan te tonen vanaf ongeveer").first).to_be_visible()
    look_at(page, "plan-thema")
    _change_with_autosave(page)
    _second_writer(page, visit, fresh_installation)
    _move_remove_and_bring_back(page, keys)
    _vision_and_partner(page, keys)
    page.get_by_role("link", name=re.compile("^Integraal veiligheidsplan 2027")).click()
    expect(page.get_by_text("3 doelen")).to_be_visible()
    look_at(page, "plan-overzicht")


def _begin(page: Page, keys: Keyboard) -> None:
    keys.go_to("spinbutton", "Eerste jaar")
    keys.write("2027")
    keys.go_to("spinbutton", "Laatste jaar")
    keys.write("2031")
    keys.open("button", "Begin het plan", address="/plan/$")
    expect(page.get_by_role("link", name=re.compile("ten hoogste vier jaar"))).to_be_visible()
    keys.go_to("spinbutton", "Laatste jaar")
    keys.write("2030")
    keys.open("button", "Begin het plan", address=r"/plan/[-0-9a-f]+/$")
    expect(page.get_by_role("heading", level=1)).to_have_text("Integraal veiligheidsplan 2027-2030")


def _write_goal(page: Page, keys: Keyboard, what: str, who: str, figure: str) -> None:
    expect(page.get_by_role("heading", name="Doelen")).to_be_visible()
    form = page.locator("form").filter(has=page.locator("input[name=kind][value=goal]"))
    if not form.is_visible():
        page.locator("summary", has_text="Nog een doel toevoegen").focus()
        page.keyboard.press("Enter")
    form.get_by_label("Wat wilt u bereiken?").focus()
    keys.write(what)
    keys.go_to("textbox", "Wie is ervan?")
    keys.write(who)
    page.keyboard.press("Tab")
    form.get_by_label("Wanneer is het bereikt?").fill("2029-12-31")
    keys.go_to("textbox", "Waarom?")
    keys.write("Omdat inwoners dit het vaakst noemen.")
    if figure:
        form.locator("summary").focus()
        page.keyboard.press("Enter")
        keys.go_to("combobox", "Waaraan ziet u het?")
        page.keyboard.type(figure)
    keys.open("button", "Doel toevoegen", address=r"#blok-")
    goal = block_with(page, what)
    expect(goal).to_contain_text(f"{who}")
    if figure:
        expect(goal).to_contain_text(re.compile(r"\d+ \D*in 2025 \(.*marge \d+ tot \d+\)"))


def _change_with_autosave(page: Page) -> None:
    goal = block_with(page, GOALS[0][0])
    goal.locator("summary").first.click()
    goal.get_by_label("Streefcijfer").fill("120")
    goal.get_by_label("Welke kant moet het op?").select_option("down")
    expect(status(goal)).to_contain_text("Bewaard om")
    expect(goal.locator("[data-reads]")).to_contain_text("niet aan te tonen; pas vanaf ongeveer")
    goal.get_by_label("Streefcijfer").fill("veel")
    expect(status(goal)).to_contain_text("“veel” is geen getal")
    goal.get_by_label("Streefcijfer").fill("80")
    expect(goal.locator("[data-reads]")).to_contain_text(re.compile(r"80\D*, omlaag"))
    text = goal.get_by_role("textbox", name="Waarom?")
    text.press("Control+End")
    goal.get_by_role("button", name="Cijfer invoegen").click()
    page.get_by_role("searchbox", name="Zoek een cijfer").fill("overlast aantal 2025")
    expect(page.get_by_role("dialog", name="Cijfer invoegen")).to_contain_text("gevonden")
    page.keyboard.press("Enter")
    expect(goal.locator("[data-reads] a.ig-cite")).to_have_text(re.compile(r"^\d+$"))
    look_at(page, "plan-doel-schrijven")


def _second_writer(first: Page, visit, installation) -> None:
    second = open_plans(visit, installation)
    second.goto(first.url)
    for page in (first, second):
        goal = block_with(page, GOALS[1][0])
        goal.locator("summary").first.click()
    one, other = (block_with(page, GOALS[1][0]) for page in (first, second))
    one.get_by_label("Wie is ervan?").fill("Teamchef van de politie")
    expect(status(one)).to_contain_text("Nog niet bewaard")
    expect(status(one)).to_contain_text("Bewaard om")
    other.get_by_label("Wie is ervan?").fill("Coördinator")
    panel = other.get_by_role("region", name="Iemand anders heeft deze tekst ook veranderd")
    expect(panel).to_contain_text("Teamchef van de politie")
    expect(panel).to_contain_text("Coördinator")
    look_at(second, "plan-botsing")
    panel.get_by_role("button", name="Neem de andere tekst").click()
    expect(other.get_by_label("Wie is ervan?")).to_have_value("Teamchef van de politie")
    second.context.close()
    first.reload()


def _move_remove_and_bring_back(page: Page, keys: Keyboard) -> None:
    last = block_with(page, GOALS[2][0])
    last.locator("summary").first.focus()
    page.keyboard.press("Enter")
    keys.open("button", re.compile(f"^Omhoog.*{GOALS[2][0]}"), address="#blok-")
    titles = page.locator("article.ig-block h3")
    expect(titles.nth(1)).to_have_text(GOALS[2][0])
    moved = block_with(page, GOALS[2][0])
    moved.locator("summary").first.focus()
    page.keyboard.press("Enter")
    keys.open("button", re.compile(f"^Weghalen.*{GOALS[2][0]}"), address=r"\?weg=")
    expect(block_with(page, GOALS[2][0])).to_have_count(0)
    look_at(page, "plan-weggehaald")
    keys.open("button", "Terughalen", address="#blok-")
    expect(block_with(page, GOALS[2][0])).to_have_count(1)


def _vision_and_partner(page: Page, keys: Keyboard) -> None:
    page.get_by_role("link", name="Aanleiding, kader en visie").click()
    page.wait_for_load_state()
    keys.go_to("textbox", "Visie")
    keys.write("Een gemeente waar iedereen zich thuis voelt.")
    keys.open("button", "Visie toevoegen", address="#blok-")
    look_at(page, "plan-visie")
    page.get_by_role("link", name="Samenwerken en organiseren").click()
    page.wait_for_load_state()
    page.locator("summary", has_text="Partners en rollen").focus()
    page.keyboard.press("Enter")
    keys.go_to("textbox", "Organisatie")
    keys.write("Woningcorporatie De Wiek")
    keys.go_to("textbox", "Rol")
    keys.write("Pakt woonoverlast aan.")
    keys.open("button", "Partner toevoegen", address="#blok-")
    expect(block_with(page, "Woningcorporatie De Wiek")).to_contain_text("Pakt woonoverlast aan.")


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_every_page_of_the_plan_can_be_used_at_every_width(installation, visit, width):
    page = open_plans(visit, installation, width)
    page.get_by_role("link", name=DEMO_PLAN).click()
    place = page.url
    look_at(page, f"plan-overzicht-{width}")
    rest = ["tekst/", "thema/woonomgeving/", "thema/digitaal/", "deel/opening/", "deel/frame/",
            "deel/organisation/", "deel/following/", "deel/closing/", "vergelijken/"]  # fmt: skip
    for part in rest:
        page.goto(f"{place}{part}")
        look_at(page, f"plan-{part.strip('/').replace('/', '-')}-{width}")


def test_what_was_kept_is_compared_with_what_stands_there_now(fresh_installation, visit):
    page = open_plans(visit, fresh_installation, 390)
    page.get_by_role("link", name=DEMO_PLAN).click()
    place = page.url
    page.locator("summary", has_text="Bewaarde uitgaven").click()
    page.get_by_role("button", name="Bewaar het plan van nu").click()
    page.goto(f"{place}thema/woonomgeving/")
    goal = block_with(page, "Er is minder overlast")
    goal.locator("summary").first.click()
    goal.get_by_label("Streefcijfer").fill("75")
    expect(status(goal)).to_contain_text("Bewaard om")
    page.goto(f"{place}vergelijken/")
    expect(page.get_by_text("1 gewijzigd")).to_be_visible()
    expect(page.locator("ins")).to_contain_text("75")
    look_at(page, "plan-vergelijken-390")


def test_without_script_a_goal_is_written_and_a_refusal_keeps_what_was_typed(
    fresh_installation, browser
):
    context = browser.new_context(java_script_enabled=False)
    page = sign_in(context.new_page(), fresh_installation)
    page.goto(f"{fresh_installation.address}/plan/")
    page.get_by_role("link", name=DEMO_PLAN).click()
    page.get_by_role("link", name="Jeugd en veiligheid").click()
    page.locator("summary", has_text="Nog een doel toevoegen").click()
    form = page.locator("form").filter(has=page.locator("input[name=kind][value=goal]"))
    form.get_by_label("Wat wilt u bereiken?").fill("Meer plekken om samen te komen")
    form.locator("summary").click()
    form.get_by_label("Streefcijfer").fill("tien")
    form.get_by_role("button", name="Doel toevoegen").click()
    form = page.locator("form").filter(has=page.locator("input[name=kind][value=goal]"))
    expect(form.get_by_label("Streefcijfer")).to_have_value("tien")
    form.get_by_label("Streefcijfer").fill("10")
    form.get_by_role("button", name="Doel toevoegen").click()
    goal = block_with(page, "Meer plekken om samen te komen")
    expect(goal).to_contain_text("10")
    goal.locator("summary").first.click()
    goal.get_by_label("Wie is ervan?").fill("Jongerenwerk")
    goal.get_by_role("button", name=re.compile("^Bewaren")).click()
    expect(block_with(page, "Meer plekken om samen te komen")).to_contain_text("Jongerenwerk")
    context.close()
