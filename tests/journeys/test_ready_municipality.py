"""From a folder of open data to an exported figure, with the keys only."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import urllib.request
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from tests import open_data
from tests.journeys.keyboard import Keyboard
from tests.journeys.looking import look_at
from tests.journeys.new_municipality import EXPLORER, make_ready

pytestmark = pytest.mark.journey

REPOSITORY = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("INTEGRAAL_SHARED_DATA", REPOSITORY.parent / "shared" / "data"))


def rows_on_page(page: Page) -> dict[tuple[str, str], str]:
    """Area and period to the count as the table shows it."""
    found = {}
    for row in page.locator("table.utrecht-table").first.locator("tbody tr").all():
        cells = [cell.inner_text().strip() for cell in row.locator("th, td").all()]
        found[cells[0], cells[1]] = cells[2]
    return found


def key_of(keys: Keyboard, address: str) -> str:
    """Let the adviser make a key that reads figures."""
    keys.page.goto(f"{address}/beheer/sleutels/")
    keys.go_to("textbox", "Naam")
    keys.write("dashboard")
    keys.page.get_by_role("checkbox", name=re.compile("cijfers", re.IGNORECASE)).first.focus()
    keys.page.keyboard.press("Space")
    keys.open("button", "Sleutel maken", address="/beheer/sleutels/")
    return keys.page.locator(".ig-difference code").inner_text().strip()


def from_api(address: str, key: str, query: str) -> dict[str, Any]:
    asked = urllib.request.Request(
        f"{address}/api/v1/explorer?{query}", headers={"Authorization": f"Bearer {key}"}
    )
    with urllib.request.urlopen(asked, timeout=20) as answer:
        return json.load(answer)


def test_an_administrator_sets_up_and_the_adviser_finds_burglary_per_village(
    fresh_installation, visit, tmp_path
):
    at = fresh_installation.address
    folder = open_data.write_folder(tmp_path / "open-data")
    keys = make_ready(fresh_installation, visit, tmp_path / "store", open_data.CODE, folder)
    page = keys.page
    keys.go_to("searchbox", "Zoek een cijfer")
    keys.write("inbraak")
    keys.open("button", "Zoek in de lijst", address="zoek=inbraak")
    keys.go_to("combobox", "Cijfer")
    page.keyboard.type("Woninginbraak", delay=5)
    keys.go_to("checkbox", "Alle buurten")
    page.keyboard.press("Space")
    keys.open("button", "Toon de cijfers", address="cijfer=woninginbraak")
    shown = rows_on_page(page)
    assert shown["Kern", "2024"] == "9"
    assert shown["Bedrijvenpark", "2024"] == "0"
    assert shown["Buitengebied", "2024"].startswith("niet vrijgegeven")
    expect(page.get_by_role("row", name=re.compile("Buitengebied"))).to_contain_text("geheim")
    look_at(page, "inbraak-per-buurt")
    in_excel = the_same_everywhere(keys, at, shown)
    assert in_excel["Buitengebied", "2024"] == "niet vrijgegeven"


@pytest.mark.shared_data
@pytest.mark.skipif(not (SHARED / "opmeer").is_dir(), reason="the open data is not there")
def test_opmeer_from_real_open_data(fresh_installation, visit, tmp_path):
    at = fresh_installation.address
    keys = make_ready(fresh_installation, visit, tmp_path / "store", "GM0432", SHARED)
    page = keys.page
    keys.go_to("combobox", "Cijfer")
    page.keyboard.type("Misdrijven", delay=5)
    for label in ("Van", "Tot en met"):
        keys.go_to("textbox", label)
        keys.write("2023")
    keys.go_to("checkbox", "Alle wijken")
    page.keyboard.press("Space")
    keys.open("button", "Toon de cijfers", address="cijfer=misdrijven-totaal")
    shown = rows_on_page(page)
    assert {area: count for (area, _), count in shown.items()} == {
        "Opmeer (gemeente)": "293", "Opmeer (wijk)": "75", "Spanbroek": "108", "Hoogwoud": "85",
        "Aartswoud": "7", "De Weere": "16",
    }  # fmt: skip
    expect(page.locator("main")).to_contain_text("291; de gemeente zelf staat op 293, een verschil")
    look_at(page, "opmeer-per-wijk")
    the_same_everywhere(keys, at, shown)

    page.goto(f"{at}{EXPLORER}?cijfer=zedenmisdrijven&gebied=buurten")
    expect(page.locator("main")).to_contain_text("om slachtoffers niet herkenbaar te maken")
    look_at(page, "opmeer-niet-per-buurt")


def the_same_everywhere(
    keys: Keyboard, at: str, shown: dict[tuple[str, str], str]
) -> dict[tuple[str, str], str]:
    """Check that Excel, CSV and API hold the numbers of the page, and nothing where it has none.

    Returns what Excel says of each number: known, withheld and so on.
    """
    page, query = keys.page, keys.page.url.partition("?")[2]
    keys.go_to("link", "Excel")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    content = Path(download.value.path()).read_bytes()
    sheet = load_workbook(io.BytesIO(content))["Cijfers"]
    headings, *rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    in_excel = {
        (str(row[headings.index("Gebied")]), str(row[headings.index("Periode")])): row
        for row in rows
    }
    value, state = headings.index("Waarde"), headings.index("Stand")
    as_text = page.request.get(f"{at}/cijfers/verkenner/export.csv?{query}").body()
    in_csv = {
        (row["Gebied"], row["Periode"]): row["Waarde"]
        for row in csv.DictReader(as_text.decode("utf-8-sig").splitlines(), delimiter=";")
    }
    answer = from_api(at, key_of(keys, at), query)
    in_api = {(str(row["area"]), str(row["period"])): row["value"] for row in answer["rows"]}
    assert shown.keys() == in_excel.keys() == in_csv.keys() == in_api.keys()
    for place, words in shown.items():
        number = words if words.isdecimal() else ""
        excel = in_excel[place][value]
        assert (number, number) == (in_csv[place], in_api[place] or "")
        assert ("" if excel is None else str(excel)) == number
    return {place: str(row[state]) for place, row in in_excel.items()}
