"""By keyboard: how fresh figures are, find one by its incident code, add one, publish them."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.keyboard import Keyboard
from tests.journeys.looking import look_at
from tests.journeys.people import sign_in

pytestmark = pytest.mark.journey


@pytest.mark.parametrize("width", [1280, 390])
def test_the_adviser_finds_what_a_figure_means_and_how_fresh_it_is(installation, visit, width):
    page = visit(f"{installation.address}/account/login/", width=width)
    keys = Keyboard(page)
    sign_in(keys, "adviser")
    expect(page.get_by_role("heading", name="Hoe vers zijn de cijfers")).to_be_visible()
    look_at(page, "start-met-versheid")
    keys.open("link", "Alle bronnen", address="/cijfers/bronnen/$")
    look_at(page, "bronnen")
    keys.open("link", "Politie, tabel 47024NED", address="/cijfers/bronnen/[a-z-]+/$")
    look_at(page, "bron")
    keys.open("link", "Catalogus", address="/cijfers/catalogus/$")
    look_at(page, "catalogus")
    keys.go_to("textbox", "Naam, code of incidentcode")
    keys.write("A20")
    keys.open("button", "Zoeken", address="q=A20")
    look_at(page, "catalogus-gezocht")
    keys.open("link", re.compile("^Diefstal en inbraak uit woningen"), address="/woninginbraak/$")
    expect(page.get_by_text("A20, A30, B20, B30")).to_be_visible()
    look_at(page, "catalogus-cijfer")
    page.goto(f"{installation.address}/cijfers/catalogus/bedreiging-stalking/")
    look_at(page, "catalogus-cijfer-ouder")


@pytest.mark.parametrize("width", [1280, 390])
def test_the_adviser_adds_a_basket_and_takes_it_off(installation, visit, width):
    page = visit(f"{installation.address}/account/login/", width=width)
    keys = Keyboard(page)
    sign_in(keys, "adviser")
    page.goto(f"{installation.address}/cijfers/catalogus/")
    keys.open("link", "Een eigen cijfer toevoegen", address="/indicators/nieuw/$")
    look_at(page, "eigen-cijfer")
    for label, words in [
        ("Code", f"autos-{width}"),
        ("Naam", "Diefstal van en uit auto’s"),
        ("Korte naam", "Auto’s"),
        ("Wat wordt opgeteld", "9.9.9"),
    ]:
        keys.go_to("textbox", label)
        keys.write(words)
    for label, words in [
        ("Wat is één geval?", "misdrijven"),
        ("Waarom dit cijfer", "Bewoners noemen het vaak."),
        ("Waarom voegt u dit toe?", "Voor de raad."),
    ]:
        keys.go_to("textbox", label)
        keys.write(words)
    keys.open("button", "Toevoegen", address="/nieuw/$")
    expect(page.get_by_text("klasse 9.9.9 staat niet in de indeling").first).to_be_visible()
    look_at(page, "eigen-cijfer-fout")
    keys.go_to("textbox", "Wat wordt opgeteld")
    keys.write("1.2.1\n1.2.2")
    keys.open("button", "Toevoegen", address=f"/autos-{width}/$")
    expect(page.get_by_role("status")).to_contain_text("is toegevoegd")
    look_at(page, "eigen-cijfer-klaar")
    page.goto(f"{installation.address}/cijfers/catalogus/autos-{width}/")
    look_at(page, "eigen-cijfer-catalogus")
    page.goto(f"{installation.address}/beheer/begrippen/indicators/autos-{width}/")
    keys.go_to("textbox", "Waarom haalt u dit weg?")
    keys.write("Het was een proef.")
    keys.open("button", "Weghalen", address="/begrippen/indicators/$")
    expect(page.get_by_role("status").first).to_contain_text("is weggehaald")


@pytest.mark.parametrize("width", [1280, 390])
def test_the_adviser_makes_open_data(installation, visit, width):
    page = visit(f"{installation.address}/account/login/", width=width)
    keys = Keyboard(page)
    sign_in(keys, "adviser")
    page.goto(f"{installation.address}/cijfers/open-data/")
    look_at(page, "open-data")
    keys.go_to("textbox", re.compile("^E-mailadres voor vragen"))
    keys.write("geen adres")
    keys.open("button", "Maak alles als ZIP", address="/open-data/$")
    expect(page.get_by_text("Dit is geen e-mailadres").first).to_be_visible()
    look_at(page, "open-data-fout")
    keys.go_to("textbox", re.compile("^E-mailadres voor vragen"))
    keys.write("data@molendrecht.example")
    keys.go_to("button", "Maak alles als ZIP")
    with page.expect_download() as downloaded:
        page.keyboard.press("Enter")
    assert downloaded.value.suggested_filename == "open-data.zip"
