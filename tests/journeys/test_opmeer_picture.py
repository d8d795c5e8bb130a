"""Opmeer's picture from real open data: an adviser writes it by keyboard, a mayor adopts it."""

from __future__ import annotations

import io
import os
import re
import time
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.journeys.keyboard import Keyboard
from tests.journeys.looking import look_at
from tests.journeys.new_municipality import (
    ADMINISTRATOR,
    choose_password,
    give_access,
    make_ready,
    sign_in,
)
from tests.journeys.papers import text_of

pytestmark = pytest.mark.journey

REPOSITORY = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("INTEGRAAL_SHARED_DATA", REPOSITORY.parent / "shared" / "data"))
MAYOR = "burgemeester@proefdam.example"
THEMES = {
    "Veilige woon- en leefomgeving": "De politie legde {} misdrijven vast.",
    "Bedrijvigheid en veiligheid": "Ondernemers noemen winkeldiefstal; in totaal waren er {}.",
    "Jeugd en veiligheid": "Over jongeren is er geen eigen cijfer; alle misdrijven samen: {}.",
    "Ondermijning": "Wat niet wordt gemeld, zit niet in het totaal van {}.",
    "Cybercrime en digitale veiligheid": "Van {} misdrijven weten we niet wat digitaal is.",
}


class Counting(Keyboard):
    """Counts what somebody does: opening and pressing things, and inserting a figure."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.deeds = 0

    def open(self, role: str, name: str | re.Pattern[str], *, address: str) -> None:
        super().open(role, name, address=address)
        self.deeds += 1

    def press(self, role: str, name: str | re.Pattern[str]) -> None:
        super().press(role, name)
        self.deeds += 1

    def write_with_a_figure(self, field: str, words: str) -> None:
        """Write a text; where it says {}, pick the number of all crimes from the list."""
        before, after = words.split("{}")
        box = self.go_to("textbox", field)
        self.page.keyboard.press("Control+End")
        self.page.keyboard.insert_text(before)
        self.page.keyboard.press("Shift+Tab")
        self.page.keyboard.press("Enter")
        dialog = self.page.get_by_role("dialog", name="Cijfer invoegen")
        expect(dialog.get_by_role("searchbox")).to_be_focused()
        self.page.keyboard.insert_text("aantal misdrijven-totaal")
        expect(dialog.locator("[data-list] button").first).to_contain_text("293")
        self.page.keyboard.press("Enter")
        expect(box).to_be_focused()
        self.page.keyboard.insert_text(after)
        part = self.page.locator("[data-part]", has=box)
        expect(part.locator("[data-status]")).to_contain_text("Bewaard om")
        expect(part.locator("[data-reads]")).to_contain_text(words.format("293"))
        self.deeds += 2


@pytest.mark.shared_data
@pytest.mark.skipif(not (SHARED / "opmeer").is_dir(), reason="the open data is not there")
def test_opmeer_from_real_figures_to_an_adopted_picture(fresh_installation, visit, tmp_path):
    at = fresh_installation.address
    page = make_ready(fresh_installation, visit, tmp_path / "store", "GM0432", SHARED).page
    keys = Counting(page)
    started = time.monotonic()
    page.goto(f"{at}/")
    keys.open("link", re.compile("^(1 ?)?Beeld"), address="/beeld/$")
    keys.go_to("spinbutton", "Over welk jaar gaat het beeld?")
    keys.write("2023")
    keys.open("button", "Begin het beeld", address="/beeld/[0-9a-f-]{36}/$")
    overview = page.url
    look_at(page, "opmeer-beeld-begonnen")

    for number, (theme, words) in enumerate(THEMES.items()):
        if number:
            page.goto(overview)
        keys.open("link", theme, address="/beeld/[0-9a-f-]{36}/[a-z]+/$")
        if not number:
            the_figures_are_in_place(page)
        keys.write_with_a_figure("Conclusie", words)
        look_at(page, f"opmeer-thema-{number}")

    talk_with_residents(keys, overview)
    keys.open("link", "Samenvatting en andere teksten", address="/teksten/$")
    keys.open("button", "Zet de conclusies van de thema’s klaar", address="/teksten/")
    expect(page.get_by_role("textbox", name="Samenvatting")).to_have_value(
        re.compile("misdrijven-totaal aantal")
    )
    look_at(page, "opmeer-samenvatting")
    page.goto(overview)
    look_at(page, "opmeer-controles")
    keys.press("button", "Voorstellen ter vaststelling")
    before = page.evaluate("performance.timeOrigin")
    keys.press("button", "Voorstellen ter vaststelling")
    page.wait_for_function("(before) => performance.timeOrigin !== before", arg=before)
    expect(page.get_by_role("status")).to_contain_text("is voorgesteld ter vaststelling")
    keep(f"{keys.deeds} deeds, {time.monotonic() - started:.0f} s without thinking")
    assert keys.deeds <= 40

    the_mayor_adopts_on_a_phone(visit, at)
    page.goto(overview)
    the_papers_hold_the_same_numbers(page, overview)
    for width in (1280, 390, 320):
        page.set_viewport_size({"width": width, "height": 900})
        for where in ("", "lezen/", "woonomgeving/"):
            page.goto(f"{overview}{where}")
            look_at(page, f"opmeer-vastgesteld-{where.strip('/') or 'beeld'}")


def keep(words: str) -> None:
    """Write down what was counted, beside the pictures."""
    folder = os.environ.get("INTEGRAAL_SCREENSHOTS")
    if folder:
        Path(folder, "opmeer-picture.txt").write_text(words, encoding="utf-8")


def the_figures_are_in_place(page: Page) -> None:
    """Check the draft against the files: 297 in 2022, 293 in 2023, 24.3 per 1,000 inhabitants."""
    figure = page.locator(".ig-kpi", has=page.get_by_role("heading", name="Misdrijven"))
    for words in (
        "293",
        "24,3 per 1.000 inwoners",
        "95 %-marge: 260 tot 329",
        "Geen aantoonbare verandering",
        "297 in 2022 en 293 in 2023",
    ):
        expect(figure).to_contain_text(words)
    main = page.locator("main")
    for words in ("57 gemeenten", "29,6", "Spanbroek", "108", "Past bij vergelijkbare gemeenten"):
        expect(main).to_contain_text(words)


def talk_with_residents(keys: Counting, overview: str) -> None:
    page = keys.page
    page.goto(f"{overview}woonomgeving/")
    keys.open("link", "Voeg inbreng toe", address="/inbreng/")
    keys.go_to("combobox", "Van wie komt dit?")
    page.keyboard.type("inwoners", delay=5)
    keys.go_to("combobox", re.compile("^Bron"))
    keys.write("inloopavond dorpshuis")
    page.get_by_label("Datum").fill("2026-03-02")
    keys.go_to("textbox", re.compile("^Wat is er gezegd"))
    keys.write("Inwoners vinden het dorp rustig, en noemen het hard rijden.")
    keys.open("button", "Bewaren", address="/woonomgeving/")
    expect(page.locator("main")).to_contain_text("inloopavond dorpshuis")
    keys.deeds += 1
    page.goto(overview)


def the_mayor_adopts_on_a_phone(visit, at: str) -> None:
    admin = Keyboard(visit(f"{at}/account/login/"))
    sign_in(admin, at, ADMINISTRATOR)
    first = give_access(admin, at, "Bea Burgemeester (fictief)", MAYOR, role="Burgemeester")
    page = visit(first, width=390)
    keys = Keyboard(page)
    choose_password(keys, first)
    sign_in(keys, at, MAYOR)
    look_at(page, "opmeer-burgemeester-start")
    keys.open("link", "Veiligheidsbeeld 2023 vaststellen", address="/beeld/[0-9a-f-]{36}/$")
    look_at(page, "opmeer-burgemeester-beeld")
    keys.go_to("textbox", re.compile("^Besluitnummer"))
    keys.write("2026-21")
    keys.open("button", "Vaststellen", address="/beeld/[0-9a-f-]{36}/$")
    expect(page.get_by_role("status")).to_contain_text("is vastgesteld en staat nu vast")
    look_at(page, "opmeer-burgemeester-vastgesteld")


def the_papers_hold_the_same_numbers(page: Page, overview: str) -> None:
    answer = page.request.get(f"{overview}pdf")
    assert answer.headers["content-type"] == "application/pdf"
    content = answer.body()
    folder = os.environ.get("INTEGRAAL_SCREENSHOTS")
    if folder:
        Path(folder, "opmeer.pdf").write_bytes(content)
    words = text_of(content)
    for wanted in ("293", "297", "260 tot 329", "24,3 per 1.000 inwoners", "2026-21", "29,6"):
        assert wanted in words, wanted
    for text in THEMES.values():
        # On paper the number of its source stands behind a figure.
        before, after = text.split("{}")
        assert re.search(rf"{re.escape(before)}293 ?\[\d+\]{re.escape(after)}", words), text
    assert 8 <= len(PdfReader(io.BytesIO(content)).pages) <= 20
