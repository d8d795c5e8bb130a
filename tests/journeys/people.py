"""How somebody comes in and goes out, with the keys only."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.journeys.keyboard import Keyboard

NAMES = {
    "adviser": "Sanne Vermeer",
    "mayor": "Joost van Eikenrode",
    "college": "Marleen Duinhof",
    "clerk": "Ineke Oudshoorn",
    "councillor": "Karim Amrani",
    "data_protection_officer": "Hanneke Rietveld",
}
_LABELS = {
    "adviser": "Adviseur veiligheid",
    "mayor": "Burgemeester",
    "college": "College",
    "clerk": "Griffier",
    "councillor": "Raadslid",
    "data_protection_officer": "Functionaris gegevensbescherming",
}


def sign_in(keys: Keyboard, role: str) -> None:
    """Choose a role on the demo's sign-in page, and come home."""
    keys.open("button", re.compile(f"^{_LABELS[role]}"), address="/$")
    expect(keys.page.locator(".ig-user")).to_contain_text(NAMES[role])


def sign_out(keys: Keyboard) -> None:
    """Leave through the menu of one's own account."""
    open_menu(keys)
    keys.open("button", "Uitloggen", address="/account/login/")


def open_menu(keys: Keyboard) -> None:
    keys.page.keyboard.press("Home")
    keys.go_to("link", re.compile("^Gemeente Molendrecht"), back=_is_below_the_header(keys))
    menu = keys.page.locator("details.ig-account")
    summary = menu.locator("summary")
    for _ in range(6):
        keys.page.keyboard.press("Tab")
        keys.sees_the_focus()
        if summary.and_(keys.page.locator(":focus")).count():
            break
    keys.page.keyboard.press("Enter")
    expect(menu).to_have_attribute("open", "")


def _is_below_the_header(keys: Keyboard) -> bool:
    inside: bool = keys.page.evaluate(
        "() => document.activeElement !== document.body && "
        "!document.activeElement.closest('header')"
    )
    return inside
