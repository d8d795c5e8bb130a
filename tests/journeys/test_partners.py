"""The adviser adds a partner and a covenant and is warned; residents find who is around."""

from __future__ import annotations

import io
import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from tests.journeys.keyboard import Keyboard
from tests.journeys.looking import look_at, look_everywhere
from tests.journeys.people import open_menu, sign_in

pytestmark = pytest.mark.journey

HERE = "/openbaar/molendrecht/zichtbaar-team/"
# As many as a municipality of this size has: all of them on one A4.
MORE = """
from integraal.foundation.database.models import Tenant
from integraal.foundation.database.tenancy import tenant_scope
from integraal.foundation.partners.team.actions import Card, add_card, show_card
from integraal.portal.setting_up.demo_people import somebody
from datetime import date
with tenant_scope(Tenant.objects.get(slug="molendrecht").pk):
    by = somebody("adviser")
    for number in range(14):
        card = Card(f"Naam {number} (verzonnen)", "Wijkagent", phone="0000 555 99",
            mail=f"naam{number}@politie.example", agreed_on=date(2026, 1, 5),
            reachable="Dinsdag van 15 tot 16 uur in het dorpshuis.")
        show_card(by=by, row=add_card(by=by, card=card))
"""


def test_from_partner_to_covenant_with_a_warning(fresh_installation, visit):
    page = visit(f"{fresh_installation.address}/")
    keys = Keyboard(page)
    sign_in(keys, "adviser")
    open_menu(keys)
    keys.open("link", "Partners", address="/partners/$")
    look_everywhere(page, "partners")
    _adds_a_partner(keys)
    _adds_a_contact(keys)
    look_everywhere(page, "partner")
    _makes_a_covenant(keys)
    look_everywhere(page, "convenant")
    keys.open("link", "Convenanten", address="/convenanten/$")
    warned = page.get_by_role("region", name="Dit vraagt aandacht")
    expect(warned).to_contain_text("Convenant jeugd en groepsdruk: Eindigt op")
    look_everywhere(page, "convenanten")


def _adds_a_partner(keys: Keyboard) -> None:
    keys.open("link", "Partner toevoegen", address="/partners/nieuw/$")
    keys.open("button", "Toevoegen", address="/partners/nieuw/$")
    expect(keys.page.get_by_role("main")).to_contain_text("Vul de naam")
    look_at(keys.page, "partner-nieuw")
    keys.go_to("textbox", "Naam")
    keys.write("Bureau Weerbaar (verzonnen)")
    keys.page.get_by_label("Soort").select_option("youth")
    keys.page.get_by_label("Rol in de veiligheid").fill("Leert jongeren nee te zeggen.")
    keys.open("button", "Toevoegen", address=r"/partners/[0-9a-f-]{36}/$")


def _adds_a_contact(keys: Keyboard) -> None:
    keys.open("link", "Contactpersoon", address="/contact/nieuw/$")
    keys.go_to("textbox", "Functie")
    keys.write("Trainer")
    keys.page.get_by_label("Naam").fill("Iris Nooitgedacht")
    keys.page.get_by_label("E-mailadres").fill("iris@weerbaar.example")
    keys.open("button", "Toevoegen", address=r"/partners/[0-9a-f-]{36}/$")
    expect(keys.page.get_by_role("main")).to_contain_text("iris@weerbaar.example")


def _makes_a_covenant(keys: Keyboard) -> None:
    page = keys.page
    keys.open("link", "Convenant toevoegen", address="/convenanten/nieuw/")
    expect(page.get_by_label("Bureau Weerbaar (verzonnen)")).to_be_checked()
    keys.go_to("textbox", "Hoe heet het convenant?")
    keys.write("Convenant jeugd en groepsdruk")
    page.get_by_label("Begint op").fill("2024-01-01")
    page.get_by_label("Eindigt op").fill("2023-01-01")
    keys.open("button", "Toevoegen", address="/convenanten/nieuw/")
    expect(page.get_by_role("main")).to_contain_text("eindigt voordat het begint")
    look_at(page, "convenant-nieuw")
    soon = timezone.localdate() + timedelta(days=60)
    page.get_by_label("Eindigt op").fill(soon.isoformat())
    keys.open("button", "Toevoegen", address=r"/convenanten/[0-9a-f-]{36}/$")
    expect(page.locator(".ig-lead")).to_contain_text("over 60 dagen")


def test_residents_find_who_is_in_their_street(fresh_installation, visit, browser):
    address = f"{fresh_installation.address}{HERE}"
    for width in (390, 320, 1280):
        page = visit(address, width=width)
        expect(page.get_by_role("heading", level=1)).to_have_text("Wie er in uw buurt is")
        look_at(page, "zichtbaar-team-openbaar")
        assert "Els Vriesland" not in page.content()
        assert page.context.cookies() == []
    Keyboard(page).go_to("link", "wijkbeheer@dewiek.example")
    _shows_one_more(fresh_installation, visit)
    page.reload()
    expect(page.get_by_role("main")).to_contain_text("Els Vriesland")
    _reads_without_script(browser, address)
    fresh_installation.command("shell", "-c", MORE)
    assert _pages_on_paper(browser, address) == 1


def _shows_one_more(installation, visit) -> None:
    page: Page = visit(f"{installation.address}/")
    keys = Keyboard(page)
    sign_in(keys, "adviser")
    page.goto(f"{installation.address}/zichtbaar-team/")
    look_everywhere(page, "zichtbaar-team")
    keys.open("button", "Laat zien Els Vriesland", address="/zichtbaar-team/$")
    expect(page.get_by_role("main")).to_contain_text("Leg eerst vast op welke dag")
    keys.open("link", "Aanpassen Els Vriesland", address=r"/zichtbaar-team/[0-9a-f-]{36}/$")
    look_everywhere(page, "zichtbaar-team-kaart")
    page.get_by_label("Stemde ermee in op").fill("2026-03-01")
    keys.open("button", "Bewaren", address="/zichtbaar-team/$")
    keys.open("button", "Laat zien Els Vriesland", address="/zichtbaar-team/$")
    expect(page.get_by_role("main")).to_contain_text(re.compile("Inwoners zien nu de kaart"))


def _reads_without_script(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    expect(page.get_by_role("main")).to_contain_text("Dennis Kruisland")
    context.close()


def _pages_on_paper(browser: Browser, address: str) -> int:
    context = browser.new_context()
    page = context.new_page()
    page.goto(address)
    paper = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    context.close()
    assert "Naam 13 (verzonnen)" in " ".join(
        " ".join(one.extract_text() for one in paper.pages).split()
    )
    return len(paper.pages)
