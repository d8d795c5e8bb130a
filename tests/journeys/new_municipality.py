"""A municipality made ready from a folder of open data, and its first people, by keyboard."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import expect

from tests.journeys.keyboard import Keyboard
from tests.journeys.looking import look_at

PASSWORD = "een-lang-wachtwoord-1"
EXPLORER = "/cijfers/verkenner/"
ADMINISTRATOR = "beheer@proefdam.example"
ADVISER = "adviseur@proefdam.example"


def choose_password(keys: Keyboard, link: str) -> None:
    """Open the link of somebody's first sign-in and choose a password."""
    keys.page.goto(link)
    for field in keys.page.locator("main input[type=password]").all():
        field.focus()
        keys.write(PASSWORD)
    keys.page.keyboard.press("Enter")
    expect(keys.page.locator("main input[type=password]")).to_have_count(0)
    keys.page.wait_for_load_state()


def sign_in(keys: Keyboard, address: str, mail: str) -> None:
    keys.page.goto(f"{address}/account/login/")
    keys.page.get_by_label("E-mailadres").focus()
    keys.write(mail)
    keys.page.get_by_label("Wachtwoord", exact=True).focus()
    keys.write(PASSWORD)
    keys.page.keyboard.press("Enter")
    expect(keys.page).to_have_url(re.compile("/$"))


def give_access(
    keys: Keyboard, address: str, name: str, mail: str, role: str = "Adviseur veiligheid"
) -> str:
    """Let the administrator give somebody access; returns the link for a first sign-in."""
    keys.page.goto(f"{address}/beheer/mensen/nieuw/")
    for label, text in (("Naam", name), ("E-mailadres", mail)):
        keys.go_to("textbox", label)
        keys.write(text)
    keys.page.get_by_label("Organisatie", exact=True).focus()
    keys.page.keyboard.type("Gemeente", delay=5)
    keys.page.get_by_role("checkbox", name=re.compile(f"^{role}")).focus()
    keys.page.keyboard.press("Space")
    keys.open("button", "Toegang geven", address="/beheer/mensen/")
    said = keys.page.get_by_text("Hij werkt één keer").inner_text()
    found = re.search(r"http\S+", said)
    assert found, said
    return found[0]


def make_ready(fresh_installation, visit, store: Path, code: str, folder: Path) -> Keyboard:
    """Set up a municipality from a folder; its administrator lets the adviser in, who signs in."""
    at = fresh_installation.address
    said = fresh_installation.command(
        "setup", code, "--data", str(folder),
        "--administrator-email", ADMINISTRATOR,
        "--administrator-name", "Beheer (fictief)",
        INTEGRAAL_STORE=str(store),
    )  # fmt: skip
    link = re.search(r"/account/password/reset/key/\S+", said)
    assert link, said
    page = visit(f"{at}/account/login/")
    keys = Keyboard(page)
    choose_password(keys, f"{at}{link[0]}")
    sign_in(keys, at, ADMINISTRATOR)
    expect(page.get_by_text("Begin het eerste veiligheidsbeeld.", exact=True)).to_be_visible()
    look_at(page, "gemeente-klaar-start")
    first = give_access(keys, at, "Anne Adviseur (fictief)", ADVISER)

    page = visit(first)
    keys = Keyboard(page)
    choose_password(keys, first)
    sign_in(keys, at, ADVISER)
    page.goto(f"{at}{EXPLORER}")
    return keys
