"""The adviser looks at a programme in every way, works on it in Excel, and makes a calendar."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.journeys.a_programme import programme_in
from tests.journeys.keyboard import Keyboard
from tests.journeys.looking import look_everywhere
from tests.journeys.people import sign_in
from tests.policy.programme.excel.workbooks import with_cells

pytestmark = pytest.mark.journey


@pytest.fixture
def base(fresh_installation):
    return f"{fresh_installation.address}/programma/{programme_in(fresh_installation)}"


def test_the_adviser_looks_keeps_a_view_works_in_excel_and_makes_a_calendar(
    fresh_installation, base, visit, tmp_path
):
    page = visit(f"{fresh_installation.address}/")
    keys = Keyboard(page)
    sign_in(keys, "adviser")
    for name in ("planning", "stand", "partners", "evenwicht", "excel", "weergaven"):
        page.goto(f"{base}/{name}/")
        look_everywhere(page, f"programma-{name}")
    page.goto(f"{base}/planning/")
    keep_a_view(keys)
    fill_in_hours(keys, base)
    work_in_excel(keys, base, tmp_path)
    make_a_calendar(keys, fresh_installation.address)


def keep_a_view(keys: Keyboard) -> None:
    """Filter with the keys, keep it under a name, and find it on another page."""
    page = keys.page
    keys.open("link", "Per stand", address="/stand/$")
    page.get_by_label("Stand", exact=True).select_option(label="knelpunt")
    keys.open("button", "Toon", address="stand=stuck")
    page.locator("summary", has_text="Bewaar deze weergave").focus()
    page.keyboard.press("Enter")
    keys.go_to("textbox", "Naam van de weergave")
    keys.write("Mijn zorgen")
    keys.open("button", "Bewaar", address="stand=stuck")
    expect(page.get_by_role("link", name="Mijn zorgen")).to_have_attribute("aria-current", "page")
    look_everywhere(page, "programma-weergave")


def fill_in_hours(keys: Keyboard, base: str) -> None:
    """Say how many hours there are, and read where they fall short."""
    page = keys.page
    page.goto(f"{base}/evenwicht/")
    for box in page.get_by_role("textbox", name=re.compile("kwartaal")).all():
        box.fill("4")
    keys.open("button", "Bewaar de uren", address="/evenwicht/$")
    expect(page.locator(".ig-lead")).to_contain_text("uur tekort")
    look_everywhere(page, "programma-evenwicht-uren")


def work_in_excel(keys: Keyboard, base: str, folder: Path) -> None:
    """Download, change a cell rightly and another wrongly, mend it, and take it over."""
    page = keys.page
    page.goto(f"{base}/excel/")
    with page.expect_download() as download:
        page.get_by_role("link", name=re.compile("Download het programma")).click()
    content = Path(download.value.path()).read_bytes()
    wrong, right = folder / "fout.xlsx", folder / "goed.xlsx"
    wrong.write_bytes(with_cells(content, {(2, "Einde"): "ooit", (3, "Eigenaar"): "Niemand"}))
    right.write_bytes(with_cells(content, {(2, "Maatregel"): "Preventieavond in elke wijk"}))
    page.set_input_files("input[type=file]", str(wrong))
    keys.open("button", "Bekijk wat er verandert", address="/excel/$")
    expect(page.get_by_role("region", name="Wat er niet klopt, tabel")).to_contain_text("Rij 2")
    look_everywhere(page, "programma-excel-fout")
    page.set_input_files("input[type=file]", str(right))
    keys.open("button", "Bekijk wat er verandert", address="/excel/$")
    expect(page.get_by_role("heading", name="Veranderd (1)")).to_be_visible()
    look_everywhere(page, "programma-excel-verandert")
    keys.open("button", "Neem over in het programma", address="/planning/$")
    expect(page.locator("main").get_by_text("Preventieavond in elke wijk").first).to_be_attached()


def make_a_calendar(keys: Keyboard, address: str) -> None:
    """Make an address; it answers as a calendar and stops when it is revoked."""
    page = keys.page
    page.goto(f"{address}/agenda/")
    look_everywhere(page, "agenda-leeg")
    keys.open("button", "Maak mijn agenda", address="/agenda/$")
    look_everywhere(page, "agenda")
    feed = page.get_by_label("Mijn maatregelen", exact=True).input_value()
    assert page.request.get(feed).text().startswith("BEGIN:VCALENDAR")
    keys.press("button", "Trek het adres in")
    dialog = page.get_by_role("dialog", name="Het adres intrekken?")
    dialog.get_by_role("button", name="Trek het adres in").click()
    expect(page.get_by_role("button", name="Maak mijn agenda")).to_be_visible()
    assert page.request.get(feed).status == 404
