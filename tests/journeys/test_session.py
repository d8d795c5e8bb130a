"""Who leads and twelve participants hold a session: two rounds, a lost connection, a lost phone."""

from __future__ import annotations

import re
import time

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.keyboard import Keyboard
from tests.journeys.looking import keep_picture, look_at
from tests.journeys.people import sign_in
from tests.journeys.sessions import prepared_session

pytestmark = pytest.mark.journey

GROUPS = ["gemeenteraad"] * 5 + ["partner"] * 5 + ["inwoner"] * 2
ALL_DONE = re.compile("12\\s+van 12 klaar")
FOLLOWS = 20_000  # a screen follows within seconds; on a busy machine within some more
TALLER = "() => document.scrollingElement.scrollHeight > window.innerHeight + 1"


def test_a_session_of_two_rounds_with_twelve_phones(fresh_installation, visit, capsys):
    started = time.perf_counter()
    pk = prepared_session(fresh_installation)
    address = fresh_installation.address
    leader = Keyboard(visit(f"{address}/"))
    sign_in(leader, "adviser")
    leader.page.goto(f"{address}/prioriteiten/{pk}/leiden/")
    look_at(leader.page, "sessie-leiden-dicht")
    leader.open("button", "Open de deur", address="/leiden/$")
    code = leader.page.locator(".ig-code").inner_text()
    screen = _screen(visit, leader.page, pk)
    _fits(screen, "sessie-zaal-deur")

    phones = [_join(visit, address, code, place) for place in range(12)]
    expect(screen.locator("[data-part=stand]")).to_contain_text("12 deelnemers", timeout=FOLLOWS)
    _refused_twice(visit, address, code)
    expect(leader.page.locator(".ig-people li")).to_have_count(12, timeout=FOLLOWS)

    leader.go_to("spinbutton", re.compile("Minuten"))
    leader.write("10")
    leader.open("button", "Open ronde 1", address="/leiden/$")
    _score_first_round(phones)
    phones[3] = _lost_phone(visit, leader, phones[3], 3)
    expect(screen.locator("[data-part=stand]")).to_contain_text(ALL_DONE, timeout=FOLLOWS)
    _fits(screen, "sessie-zaal-ronde")
    look_at(leader.page, "sessie-leiden-ronde")
    _close(leader, "Ronde 1 is gesloten")
    _see_result(phones, 1)
    _fits(screen, "sessie-zaal-uitslag-1")

    leader.go_to("textbox", "Wat is er gezegd?")
    leader.write("De partners wogen de trend zwaarder dan de raad. Daarover is gesproken.")
    expect(leader.page.locator("[data-status]")).to_contain_text("Bewaard om")
    leader.page.reload()
    leader.open("button", "Open ronde 2", address="/leiden/$")
    for place, phone in enumerate(phones):
        expect(phone.get_by_role("heading", level=1)).to_contain_text("Ronde 2", timeout=FOLLOWS)
        _score(phone, place + 1)
    expect(screen.locator("[data-part=stand]")).to_contain_text(ALL_DONE, timeout=FOLLOWS)
    _close(leader, "Ronde 2 is gesloten")
    _see_result(phones, 2)
    _fits(screen, "sessie-zaal-uitslag-2")
    look_at(leader.page, "sessie-leiden-na-twee-rondes")
    with capsys.disabled():
        print(f"\nsession of two rounds, twelve phones: {time.perf_counter() - started:.0f} s")  # noqa: T201


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_every_page_of_a_session_at_every_width(fresh_installation, visit, width):
    pk = prepared_session(fresh_installation)
    address = fresh_installation.address
    page = visit(f"{address}/", width=width)
    keys = Keyboard(page)
    sign_in(keys, "adviser")
    lead = f"{address}/prioriteiten/{pk}/leiden/"
    page.goto(lead)
    page.get_by_role("button", name="Open de deur").click()
    code = page.locator(".ig-code").inner_text()
    phone = visit(f"{address}/meedoen/", width=width)
    look_at(phone, "meedoen-code")
    phone.get_by_role("textbox", name="Code van de sessie").fill("CC CCC")
    phone.get_by_role("button", name="Verder").click()
    expect(phone.locator("main")).to_contain_text("Deze code werkt niet")
    look_at(phone, "meedoen-code-fout")
    phone.get_by_role("textbox", name="Code van de sessie").fill(code)
    phone.get_by_role("button", name="Verder").click()
    phone.get_by_role("button", name="Doe mee").click()
    look_at(phone, "meedoen-wie-fout")
    _say_who(phone, "Wijkagent Noord", "partner", "Politie")
    look_at(phone, "meedoen-wacht")
    expect(page.locator("main")).to_contain_text("Wijkagent Noord")
    page.get_by_role("button", name="Open ronde 1").click()
    look_at(page, "leiden-ronde")
    expect(phone.get_by_role("heading", level=1)).to_contain_text("Ronde 1")
    look_at(phone, "meedoen-stembriefje")
    _score(phone, 1)
    look_at(phone, "meedoen-klaar")
    page.goto(f"{lead}papier/")
    look_at(page, "papier")
    _type_a_sheet(page)
    expect(page.get_by_role("status").first).to_contain_text("Het blad van Griffier is ingevoerd")
    look_at(page, "papier-ingevoerd")
    page.goto(lead)
    page.get_by_role("button", name="Nieuwe link").first.click()
    page.get_by_role("dialog").get_by_role("button", name="Nieuwe link").click()
    look_at(page, "leiden-nieuwe-link")
    page.goto(lead)
    page.get_by_role("button", name="Sluit de ronde").click()
    look_at(page, "leiden-sluiten")
    page.get_by_role("dialog").get_by_role("button", name="Sluit de ronde").click()
    look_at(page, "leiden-gesloten")


def test_without_a_script_the_same_form_works(fresh_installation, browser):
    pk = prepared_session(fresh_installation)
    address = fresh_installation.address
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(f"{address}/account/login/")
    page.get_by_role("button", name=re.compile("^Adviseur veiligheid")).click()
    page.goto(f"{address}/prioriteiten/{pk}/leiden/")
    page.get_by_role("button", name="Open de deur").click()
    code = page.locator(".ig-code").inner_text()
    phone = context.new_page()
    phone.goto(f"{address}/meedoen/")
    phone.get_by_role("textbox").fill(code)
    phone.get_by_role("button", name="Verder").click()
    _say_who(phone, "Raadslid", "gemeenteraad", "")
    page.goto(f"{address}/prioriteiten/{pk}/leiden/")
    page.get_by_role("button", name="Open ronde 1").click()
    phone.get_by_role("link", name="Kijk of de ronde is begonnen").click()
    scales = phone.locator(".ig-scale")
    for at in range(scales.count()):
        scales.nth(at).locator("label").nth(3).click()
    phone.get_by_role("button", name="Bewaar", exact=True).click()
    expect(phone.locator("main")).to_contain_text("Uw scores zijn bewaard.")
    expect(phone.locator(".ig-scale input:checked")).to_have_count(scales.count())
    context.close()


def _screen(visit, leader: Page, pk: str) -> Page:
    """Open the screen in the room, in a window of its own for the same person."""
    screen: Page = leader.context.new_page()
    screen.set_viewport_size({"width": 1280, "height": 720})
    screen.goto(leader.url.replace("/leiden/", "/scherm/"))
    return screen


def _fits(screen: Page, name: str) -> None:
    """Check the screen at both sizes of a beamer: all of it, without scrolling."""
    screen.reload()
    for width, height in ((1920, 1080), (1280, 720)):
        screen.set_viewport_size({"width": width, "height": height})
        keep_picture(screen, name, whole=False)
        assert not screen.evaluate(TALLER), f"{name} has to be scrolled at {width}x{height}"
    look_at(screen)


def _join(visit, address: str, code: str, place: int) -> Page:
    phone: Page = visit(f"{address}/meedoen/", width=390)
    phone.get_by_role("textbox", name="Code van de sessie").fill(code.lower())
    phone.get_by_role("button", name="Verder").click()
    _say_who(phone, f"Deelnemer {place + 1}", GROUPS[place], "Molendrecht")
    expect(phone.get_by_role("heading", level=1)).to_have_text("U doet mee")
    assert phone.context.cookies() == []
    return phone


def _say_who(phone: Page, name: str, group: str, organisation: str) -> None:
    phone.get_by_role("textbox", name="Uw functie of naam").fill(name)
    phone.locator(".ig-choice label", has_text=re.compile(f"^{group}$")).click()
    phone.get_by_role("textbox", name=re.compile("Uw organisatie")).fill(organisation)
    phone.get_by_role("button", name="Doe mee").click()


def _refused_twice(visit, address: str, code: str) -> None:
    phone = visit(f"{address}/meedoen/{code.replace(' ', '')}/", width=390)
    _say_who(phone, "deelnemer 1", "gemeenteraad", "molendrecht")
    expect(phone.locator("main")).to_contain_text("Er doet al iemand mee met deze naam")
    expect(phone.get_by_role("textbox", name="Uw functie of naam")).to_have_value("deelnemer 1")


def _score_first_round(phones: list[Page]) -> None:
    for phone in phones:
        expect(phone.get_by_role("heading", level=1)).to_contain_text("Ronde 1", timeout=FOLLOWS)
    _score_offline(phones[0])
    for place, phone in enumerate(phones[1:], start=1):
        _score(phone, place)
    phones[1].reload()
    expect(phones[1].locator(".ig-scale input:checked")).to_have_count(
        phones[1].locator(".ig-scale").count()
    )


def _score_offline(phone: Page) -> None:
    """Fill in everything without a connection; it is sent when that is back."""
    status = phone.locator("[data-status]")
    phone.context.set_offline(True)
    _score(phone, 0, wait=False)
    expect(status).to_contain_text("Geen verbinding. Wat u invult, staat op deze telefoon")
    expect(phone.locator("[data-connection]")).to_have_text("Geen verbinding", timeout=FOLLOWS)
    look_at(phone, "sessie-telefoon-zonder-verbinding")
    phone.context.set_offline(False)
    expect(status).to_contain_text("bewaard", timeout=FOLLOWS)
    expect(phone.locator("[data-connection]")).to_have_text("Verbonden", timeout=FOLLOWS)


def _score(phone: Page, place: int, *, wait: bool = True) -> None:
    """Score every theme, step by step, and say to be done."""
    themes = phone.locator("[data-theme]")
    for at in range(themes.count()):
        theme = themes.nth(at)
        expect(theme).to_be_visible()
        scales = theme.locator(".ig-scale")
        for question in range(scales.count()):
            mark = (at * 2 + question + (place % 3 if at % 2 else place // 4)) % 5
            scales.nth(question).locator("label").nth(mark).click()
        if at + 1 < themes.count():
            phone.get_by_role("button", name="Volgende").click()
    if wait:
        phone.get_by_role("button", name="Ik ben klaar").click()
        expect(phone.locator("[data-status]")).to_contain_text("U bent klaar", timeout=FOLLOWS)


def _lost_phone(visit, leader: Keyboard, lost: Page, place: int) -> Page:
    """Give whoever lost the phone a new link: the old one stops, what was scored is there."""
    row = leader.page.locator(".ig-people li", has_text=f"Deelnemer {place + 1}")
    row.get_by_role("button", name="Nieuwe link").click()
    leader.page.get_by_role("dialog").get_by_role("button", name="Nieuwe link").click()
    fresh = leader.page.locator("#link-zelf").inner_text()
    look_at(leader.page, "sessie-leiden-nieuwe-link")
    expect(lost.get_by_role("heading", level=1)).to_have_text(
        "Deze link werkt niet", timeout=FOLLOWS
    )
    phone: Page = visit(fresh, width=390)
    expect(phone.locator(".ig-scale input:checked")).to_have_count(
        phone.locator(".ig-scale").count()
    )
    leader.page.goto(re.sub("/leiden/.*", "/leiden/", leader.page.url))
    return phone


def _close(leader: Keyboard, said: str) -> None:
    leader.press("button", "Sluit de ronde")
    expect(leader.page.get_by_role("dialog")).to_be_visible()
    leader.press("button", "Sluit de ronde")
    expect(leader.page.get_by_role("status").first).to_contain_text(said)


def _see_result(phones: list[Page], number: int) -> None:
    for phone in phones:
        heading = phone.get_by_role("heading", level=1)
        expect(heading).to_have_text(f"Uitslag van ronde {number}", timeout=FOLLOWS)
    look_at(phones[0], f"sessie-telefoon-uitslag-{number}")


def _type_a_sheet(page: Page) -> None:
    """Type in a sheet: after each digit the cursor is in the next field by itself."""
    page.get_by_role("textbox", name="Uw functie of naam").fill("Griffier")
    page.locator(".ig-choice label", has_text=re.compile("^medewerker")).click()
    cells = page.locator("[data-digit]")
    cells.first.focus()
    for at in range(cells.count()):
        page.keyboard.press(str(at % 5 + 1))
    expect(page.get_by_role("button", name="Bewaar dit blad")).to_be_focused()
    page.keyboard.press("Enter")
