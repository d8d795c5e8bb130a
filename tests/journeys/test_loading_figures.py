"""A file of StatLine on the screen: a wrong one says why, the right one is on the theme's page."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from scipy import stats

from tests.journeys.looking import look_at
from tests.statline import screen_export

pytestmark = pytest.mark.journey

SHARED = Path(os.environ.get("INTEGRAAL_SHARED_DATA", Path(__file__).parents[3] / "shared/data"))
RIGHT = screen_export({"Molendrecht": [140]}, [2025])


def at_the_figures(visit, installation, width: int = 1280) -> Page:
    page = visit(f"{installation.address}/account/login/", width=width)
    page.get_by_role("button", name=re.compile("^Adviseur veiligheid")).click()
    page.goto(f"{installation.address}/cijfers/")
    return page


def send(page: Page, content: bytes, name: str) -> None:
    file = {"name": name, "mimeType": "text/csv", "buffer": content}
    page.get_by_label("Bestand van StatLine (CSV)").set_input_files([file])
    page.get_by_role("button", name="Lees het bestand in").click()


def test_a_wrong_and_a_cut_file_change_nothing_and_the_right_one_is_shown(
    fresh_installation, visit
):
    page = at_the_figures(visit, fresh_installation)
    files = page.locator("tbody tr").count()
    for content, name, words in [
        (b"dit;is;iets;anders\n", "anders.csv", "StatLine"),
        (RIGHT[:-8], "cut.csv", "Bron"),
    ]:
        send(page, content, name)
        expect(page.get_by_role("group", name=re.compile("Er is niets ingelezen"))).to_contain_text(
            words
        )
        look_at(page, "bestand-geweigerd")
    assert page.locator("tbody tr").count() == files
    send(page, RIGHT, "herzien.csv")
    expect(page.get_by_role("status").filter(has_text="Ingelezen")).to_contain_text("1 herzien")
    look_at(page, "bestand")
    page.goto(f"{fresh_installation.address}/beeld/")
    page.get_by_role("link", name="Veiligheidsbeeld 2025").click()
    page.get_by_role("link", name="Veilige woon- en leefomgeving").click()
    expect(
        page.locator(".ig-kpi", has=page.get_by_role("heading", name="Overlast", exact=True))
    ).to_contain_text("140")


@pytest.mark.shared_data
@pytest.mark.skipif(not SHARED.is_dir(), reason="the open data is not beside the repository")
def test_opmeer_has_264_registered_crimes_in_2024(fresh_installation, visit):
    """On the real file, read by the adviser on screen; the margin is that of the exact method."""
    said = fresh_installation.command(
        "add-municipality", "--slug=opmeer", "--name=Opmeer", "--code=GM0432",
        f"--areas={SHARED}/geo/opmeer_wijk_2024_cartomap.geojson", "--areas-year=2024",
        "--administrator-email=beheer@opmeer.example", "--administrator-name=Beheer (fictief)",
    )  # fmt: skip
    path = re.search(r"/account/password/reset/key/\S+", said)
    assert path
    page = visit(f"{fresh_installation.address}{path.group()}")
    password = "een-lang-wachtwoord-voor-opmeer"
    for field in page.locator("input[type=password]").all():
        field.fill(password)
    look_at(page, "wachtwoord-kiezen")
    page.locator("main button[type=submit]").click()
    page.goto(f"{fresh_installation.address}/account/login/")
    page.get_by_label("E-mailadres").fill("beheer@opmeer.example")
    page.get_by_label("Wachtwoord", exact=True).fill(password)
    page.get_by_role("button", name="Aanmelden", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Hier staat Opmeer")
    look_at(page, "opmeer")
    page.goto(f"{fresh_installation.address}/cijfers/")
    send(page, (SHARED / "cbs/Misdrijven_2024.csv").read_bytes(), "Misdrijven_2024.csv")
    expect(page.get_by_role("row", name=re.compile("Opmeer.*2024.*264"))).to_be_visible()
    look_at(page, "opmeer-cijfers")
    low, high = stats.chi2.ppf(0.025, 2 * 264) / 2, stats.chi2.ppf(0.975, 2 * 265) / 2
    assert (int(low), int(high) + 1) == (233, 298)
    administration = fresh_installation.address + "/beheer/mensen/"
    page.goto(administration)
    page.get_by_role("link", name="Beheer (fictief)").click()
    page.get_by_label(re.compile("^Adviseur veiligheid")).check()
    page.get_by_role("button", name="Bewaren").click()
    page.goto(f"{fresh_installation.address}/beeld/")
    page.get_by_label("Over welk jaar gaat het beeld?").fill("2024")
    page.get_by_role("button", name="Begin het beeld").click()
    page.get_by_role("link", name="Veilige woon- en leefomgeving").click()
    figure = page.locator(".ig-kpi", has=page.get_by_role("heading", name="Misdrijven"))
    expect(figure).to_contain_text("264")
    expect(figure).to_contain_text("95 %-marge: 233 tot 298")
    expect(page.get_by_role("link", name="Misdrijven_2024.csv")).to_be_visible()
    look_at(page, "opmeer-thema")
