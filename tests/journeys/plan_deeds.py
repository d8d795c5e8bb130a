"""What people do with a plan on its screens: read in, ask, decide, publish."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from tests.journeys.keyboard import Keyboard
from tests.journeys.looking import look_at, look_everywhere
from tests.journeys.people import sign_in
from tests.policy.plan.importing.seed import seed_file

THEMES = [
    "Veilige woon- en leefomgeving", "Bedrijvigheid en veiligheid", "Jeugd en veiligheid",
    "Ondermijning", "Cybercrime en digitale veiligheid",
]  # fmt: skip
OTHERS = ["Vóór het eerste thema", "Partners", "Instrumenten en begrippen", "Wetten en artikelen"]
PART = "/plan/inlezen/[0-9a-f-]{36}/deel/[0-9]+/"


def signed_in(visit, installation, role: str, *, width: int = 1280) -> Page:
    page: Page = visit(f"{installation.address}/", width=width)
    sign_in(Keyboard(page), role)
    return page


def read_the_file(keys: Keyboard) -> None:
    """Send the plan of Opmeer and come to what was recognised in it."""
    keys.page.set_input_files("input[type=file]", str(seed_file()))
    keys.open("button", "Lees het plan in", address="/plan/inlezen/[0-9a-f-]{36}/$")


def accept_all(keys: Keyboard, overview: str, name: str) -> None:
    """Take over every proposal of a part: at once, and one by one what only looks like a goal."""
    page = keys.page
    page.goto(overview)
    keys.open("link", name, address=PART)
    every = page.get_by_role("button", name=re.compile("^Neem alle"))
    if every.count():
        keys.open("button", re.compile("^Neem alle"), address=PART)
    one_by_one = page.get_by_role("button", name=re.compile("^Neem over"))
    while left := one_by_one.count():
        one_by_one.first.click()
        expect(one_by_one).to_have_count(left - 1)
    expect(page.get_by_text("Alles in dit deel is beoordeeld.")).to_be_visible()


def finish_reading_in(keys: Keyboard, *, years: tuple[int, int] | None = None) -> None:
    """Make a plan of what was taken over, on the adopted picture, and see the report.

    Args:
        keys: at the overview of the proposals.
        years: the term, when it is another than that of the document.
    """
    page = keys.page
    keys.open("link", "Kies het plan en rond af", address="/afronden/$")
    expect(page.get_by_label("Eerste jaar")).to_have_value("2023")
    expect(page.get_by_label("Laatste jaar")).to_have_value("2026")
    if years:
        page.get_by_label("Titel").fill(f"Integraal veiligheidsplan {years[0]}-{years[1]}")
        page.get_by_label("Eerste jaar").fill(str(years[0]))
        page.get_by_label("Laatste jaar").fill(str(years[1]))
    page.get_by_label("Op welk veiligheidsbeeld").select_option(index=1)
    look_everywhere(page, "inlezen-afronden")
    keys.open("button", "Neem over en rond af", address="/plan/inlezen/[0-9a-f-]{36}/$")
    expect(page.locator(".ig-lead")).to_contain_text("De tekst van het document is hier weggehaald")
    look_everywhere(page, "inlezen-verslag")


def complete_goal(goal: Locator, *, day: str, why: str = "", figure: str = "") -> None:
    """Give a goal an owner, a day, a reason and, when asked, a figure of the picture."""
    goal.locator("summary", has_text="Aanpassen").first.click()
    goal.get_by_label("Wie is ervan?").fill("adviseur veiligheid")
    goal.get_by_label("Wanneer is het bereikt?").fill(day)
    goal.get_by_role("textbox", name="Waarom?").fill(why or "Dit bleek uit de analyse.")
    if figure:
        goal.locator("summary", has_text="Cijfer, beginstand en streefcijfer").click()
        goal.get_by_label("Waaraan ziet u het?").select_option(label=figure)
    goal.get_by_role("button", name=re.compile("^Bewaren")).click()


def invite(keys: Keyboard, who: str, organisation: str, *, is_refused: bool = False) -> str:
    """Invite somebody with the keys; returns the link that is shown once."""
    keys.go_to("textbox", "Functie")
    keys.write(who)
    keys.go_to("combobox", re.compile("^Organisatie"))
    keys.write(organisation)
    keys.page.keyboard.press("Escape")
    keys.open("button", "Maak de link", address="/consultatie/")
    return "" if is_refused else keys.page.locator("#link-zelf").inner_text()


def open_form(keys: Keyboard, heading: str) -> Locator:
    """Open the form under a part of the plan with the keys; returns that part."""
    part = keys.page.locator("article", has=keys.page.get_by_role("heading", name=heading))
    part.get_by_text("Reageer", exact=False).last.focus()
    keys.sees_the_focus()
    keys.page.keyboard.press("Enter")
    return part


def comment_on_the_whole(reader: Page, text: str) -> None:
    """Say something about the plan as a whole, with a thumb, and be done."""
    whole = reader.locator("#blok-geheel")
    whole.get_by_text("Reageer").click()
    whole.get_by_role("textbox").fill(text)
    whole.get_by_role("button", name="Bewaar de reactie").click()
    expect(reader.locator("#blok-geheel")).to_contain_text(text)
    reader.get_by_role("button", name="Ik ben klaar").click()
    expect(reader.locator("#klaar")).to_contain_text("U bent klaar")


def press_enter(page: Page) -> None:
    """Press Enter on what sends a form, and wait for the page after it."""
    before = page.evaluate("performance.timeOrigin")
    page.keyboard.press("Enter")
    page.wait_for_function("(before) => performance.timeOrigin !== before", arg=before)
    page.wait_for_load_state()


def answer(keys: Keyboard, who: str, weighing: str, words: str) -> None:
    """Answer what somebody said, from the register of comments."""
    keys.open("link", re.compile(f"^Beantwoord de reactie van {who}"), address="/reacties/.+/$")
    look_at(keys.page, "reactie-beantwoorden")
    keys.page.get_by_label(weighing, exact=True).check()
    keys.go_to("textbox", re.compile("^Antwoord"))
    keys.write(words)
    keys.open("button", "Bewaren", address="/reacties/#")


def propose(page: Page) -> None:
    keys = Keyboard(page)
    keys.open("link", "Stel het plan voor", address="/voorstellen/$")
    look_at(page, "plan-voorstellen")
    keys.open("button", "Stel het plan voor", address="/besluit/$")
    expect(page.get_by_role("status").first).to_contain_text("is voorgesteld")


def decide(
    keys: Keyboard, body: str, outcome: str, *, votes: tuple[str, str] | None = None
) -> None:
    """Record what a body decided today."""
    keys.open("link", re.compile(f"^Leg het besluit vast ?: {body}"), address="/besluit/.+/$")
    keys.page.get_by_label(outcome, exact=True).check()
    for name, value in zip(("Stemmen voor", "Stemmen tegen"), votes or (), strict=False):
        keys.page.get_by_label(re.compile(name)).fill(value)
    keys.open("button", "Leg het besluit vast", address="/besluit/#moment-")


def adopt(page: Page) -> None:
    page.get_by_role("button", name="Leg de vaststelling vast").first.click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="Leg de vaststelling vast").click()
    expect(page.get_by_role("status").first).to_contain_text("is vastgesteld")


def publish(keys: Keyboard) -> None:
    """Let residents read the plan, from the page of its documents."""
    keys.press("button", "Maak openbaar")
    expect(keys.page.get_by_role("dialog")).to_be_visible()
    keys.press("button", "Maak openbaar")
    said = keys.page.get_by_role("status").first
    expect(said).to_contain_text("Inwoners kunnen het plan nu lezen")


def fetched(page: Page, name: str) -> bytes:
    """Return the document of a link on the page, fetched with the session of its reader."""
    link = page.get_by_role("link", name=name, exact=True)
    site = page.url.partition("/plan/")[0]
    return page.request.get(f"{site}{link.get_attribute('href')}", timeout=60_000).body()


def trace_goal(keys: Keyboard, plan: str | re.Pattern[str], goal: str) -> None:
    """Go from the plans to where a goal of a plan comes from."""
    keys.open("link", plan, address="/plan/[0-9a-f-]{36}/$")
    keys.open("link", "Herkomst", address="/herkomst/$")
    look_at(keys.page, "plan-herkomst")
    keys.open("link", goal, address="/herkomst/[0-9a-f-]{36}/$")
    look_at(keys.page, "plan-herkomst-doel")
