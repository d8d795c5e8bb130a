"""The PDF of a picture: the numbers of the screen, the same bytes for ever, and whose arms."""

from __future__ import annotations

import hashlib
import io
import json
import re
import shutil

import pdfua
import pypdf
import pytest
from django.utils import timezone

from integraal.foundation.database.tenancy import tenant_scope
from integraal.foundation.documents import typesetting
from integraal.foundation.documents.models import Rendition
from integraal.foundation.house_style.actions import change_style
from integraal.foundation.ui.house_style import DEFAULT
from integraal.policy.picture.actions import (
    adopt_picture,
    propose_picture,
    start_next_version,
)
from integraal.policy.picture.content import content_of
from integraal.policy.picture.document_parts.closing import RECIPE
from integraal.policy.picture.documents import document_data, picture_pdf
from integraal.policy.picture.models import Picture
from integraal.policy.picture.presenters.theme_page import theme_page
from integraal.policy.picture.writing.actions import write_text
from tests.provisions import employ_at

SHIELD = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>'
)


@pytest.fixture
def adopted(picture, adviser, mayor) -> Picture:
    propose_picture(by=adviser, picture=picture)
    return adopt_picture(by=mayor, picture=picture, on=timezone.localdate(), number="B-12")


@pytest.fixture
def second(adopted, adviser, mayor) -> Picture:
    """The second version, with one word more in its text."""
    following = start_next_version(by=adviser, picture=adopted)
    write_text(
        by=adviser, picture=following, theme="woonomgeving",
        text="In het centrum is veel meer overlast.", base_revision=1,
    )  # fmt: skip
    propose_picture(by=adviser, picture=following)
    return adopt_picture(by=mayor, picture=following, on=timezone.localdate())


def read(pdf: bytes) -> str:
    """All words, each run of white space as one space."""
    text = "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)
    return re.sub(r"\s+", " ", text.replace("\u200b", ""))


def made(by, picture, tenant) -> bytes:
    return picture_pdf(by=by, picture=picture, tenant=tenant)[1]


def shown_on_screen(page) -> list[str]:
    """Every number and verdict of the theme page, as the screen writes them."""
    texts = [page.lead, page.figures.course.title, page.figures.area_map.title]
    for one in page.figures.key_figures:
        texts += [one.value, one.rate, one.margin.split(": ")[1], one.verdict.text, one.say]
    for row in (*page.figures.area_map.twin.rows, *page.figures.area_map.twin.foot):
        texts += [str(cell) for cell in row]
    for point in page.figures.course.chart.points:
        texts += [f"{point.value:.0f}", f"{point.low:.0f} tot {point.high:.0f}"]
    return [text for text in texts if text]


def test_every_number_of_the_theme_page_stands_in_the_pdf(picture, adviser, molendrecht):
    page = theme_page(adviser, picture, "woonomgeving")
    text = read(made(adviser, picture, molendrecht))
    shown = shown_on_screen(page)
    assert "125" in shown
    assert [one for one in shown if re.sub(r"\s+", " ", one) not in text] == []


def test_the_summary_counts_the_verdicts_and_names_what_cannot_be_said(
    picture, adviser, molendrecht
):
    content = content_of(picture)
    text = read(made(adviser, picture, molendrecht))
    assert content["comparisons"] == 1
    assert "is 1 cijfer van 2025 vergeleken met 2024. Geen ervan is aantoonbaar" in text
    assert "Overlast 131 125 Geen aantoonbare verandering" in text
    empty = [theme["name"] for theme in content["themes"] if not theme["indicators"]]
    assert empty
    for name in empty:
        assert f"{name}. Over dit thema zijn nog geen cijfers ingelezen." in text


def test_a_source_is_said_to_be_one_once(picture, adviser, molendrecht):
    text = read(made(adviser, picture, molendrecht))
    assert "Bron: Politie" in text
    assert "Bron: Bron" not in text


def test_counts_and_their_margins_are_whole_numbers(picture, adviser, molendrecht):
    charts = [
        chart
        for theme in document_data(picture, molendrecht)["themes"]
        for chart in theme["charts"]
        if chart["table"]["head"][0] == "Jaar"
    ]
    cells = [cell for chart in charts for row in chart["table"]["rows"] for cell in row]
    assert "104 tot 149" in cells
    assert [cell for cell in cells if "," in cell or " - " in cell] == []


def test_a_draft_says_that_it_is_one_on_every_page_and_is_not_kept(picture, adviser, molendrecht):
    pdf = made(adviser, picture, molendrecht)
    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]
    assert all("Concept" in page for page in pages)
    assert "nog niet vastgesteld" in pages[0]
    assert "Zo controleert u dit document" not in read(pdf)
    assert not Rendition.objects.exists()


def test_an_adopted_picture_names_its_decision_and_is_made_once(
    adopted, adviser, mayor, molendrecht
):
    first, again = made(mayor, adopted, molendrecht), made(adviser, adopted, molendrecht)
    assert first == again
    assert Rendition.objects.count() == 1
    text = read(first)
    for words in ("door de burgemeester", "Nummer van het besluit B-12", adopted.fingerprint):
        assert words in text


def test_typeset_anew_the_frozen_content_gives_the_same_bytes(adopted, mayor, molendrecht):
    first = made(mayor, adopted, molendrecht)
    Rendition.objects.all().delete()
    assert made(mayor, adopted, molendrecht) == first


def test_another_layout_makes_another_rendition(adopted, mayor, molendrecht, monkeypatch, tmp_path):
    made(mayor, adopted, molendrecht)
    later = shutil.copytree(typesetting.LAYOUT_FOLDER, tmp_path / "layout")
    (later / "look.typ").write_text("// a later look")
    monkeypatch.setattr(typesetting, "LAYOUT_FOLDER", later)
    made(mayor, adopted, molendrecht)
    assert Rendition.objects.count() == 2


def test_who_follows_the_printed_recipe_finds_the_printed_fingerprint(adopted):
    known = {"hashlib": hashlib, "json": json, "inhoud": json.loads(json.dumps(adopted.frozen))}
    assert eval(RECIPE, known) == adopted.fingerprint  # noqa: S307  (our own words)


def test_the_second_version_says_what_changed_and_the_first_does_not(
    second, adopted, adviser, mayor, molendrecht
):
    text = read(made(mayor, second, molendrecht))
    assert "Wat er veranderde sinds versie 1" in text
    assert "is [toegevoegd: veel] meer overlast" in text
    earlier = Picture.objects.get(pk=adopted.pk)
    first = read(made(adviser, earlier, molendrecht))
    assert "sinds versie" not in first
    assert "vervangen door een latere versie" in first


def test_the_pdf_carries_the_arms_of_its_own_municipality_only(
    picture, adviser, administrator, molendrecht, oostwaard
):
    with tenant_scope(oostwaard.pk):
        change_style(by=employ_at(oostwaard, "administrator"), style=DEFAULT, shield=SHIELD)
    assert document_data(picture, molendrecht)["shield_alt"] == ""
    own = SHIELD.replace(b'width="9"', b'width="7"')
    change_style(by=administrator, style=DEFAULT, shield=own)
    look = document_data(picture, molendrecht)
    assert look["shield_alt"] == "Wapen van de gemeente Molendrecht"
    assert 'width="7"' in look["shield"]
    assert made(adviser, picture, molendrecht).startswith(b"%PDF")


def test_the_smoke_gate_for_pdf_ua_finds_nothing(
    second, mayor, administrator, molendrecht, tmp_path
):
    change_style(by=administrator, style=DEFAULT, shield=SHIELD)
    file = tmp_path / "picture.pdf"
    file.write_bytes(made(mayor, second, molendrecht))
    report = pdfua.validate(str(file))
    assert [finding.message for finding in report.findings] == []
    assert b"pdfuaid:part>1<" in file.read_bytes()
