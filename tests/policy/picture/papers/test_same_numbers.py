"""Page, pdf, Word, Excel and infographic of one picture show the same numbers."""

from __future__ import annotations

import pytest

from integraal.policy.picture.documents import picture_pdf
from integraal.policy.picture.papers.infographic import picture_infographic
from integraal.policy.picture.papers.web_page import one_page
from integraal.policy.picture.papers.word import picture_word
from integraal.policy.picture.papers.workbook import picture_workbook
from integraal.policy.picture.presenters.theme_page import theme_page
from tests.policy.picture.papers.reading import (
    one_spaced,
    pdf_words,
    rows_of,
    word_words,
    workbook_cells,
)


@pytest.fixture
def key_figure(adviser, picture):
    page = theme_page(adviser, picture, "woonomgeving")
    return next(one for one in page.figures.key_figures if one.name == "Overlast")


def test_the_number_of_the_page_with_its_margin_rate_and_verdict_is_on_every_paper(
    key_figure, adviser, picture, molendrecht
):
    said = [
        key_figure.value,
        key_figure.margin.split(": ")[1],
        key_figure.rate,
        key_figure.verdict.text,
        key_figure.say,
    ]
    assert said[:3] == ["125", "104 tot 149", "10,2 per 1.000 inwoners"]
    papers = {
        "pdf": pdf_words(picture_pdf(by=adviser, picture=picture, tenant=molendrecht)[1]),
        "word": word_words(picture_word(by=adviser, picture=picture, tenant=molendrecht)[1]),
        "infographic": pdf_words(
            picture_infographic(by=adviser, picture=picture, tenant=molendrecht)[1]
        ),
    }
    for name, words in papers.items():
        for one in said:
            assert one_spaced(one) in words, name


def test_the_workbook_holds_the_same_as_numbers(key_figure, adviser, picture):
    cells = workbook_cells(picture_workbook(by=adviser, picture=picture)[1])
    now = next(row for row in rows_of(cells, "Cijfers") if row["Jaar"] == 2025)
    assert (now["Waarde"], now["Marge laag"], now["Marge hoog"], now["n"]) == (125, 104, 149, 125)
    assert (float(now["Per inwoner of woning"]), now["Per hoeveel"]) == (10.2, 1000)
    assert now["Noemer"] == 12300
    assert now["Oordeel"] == key_figure.verdict.text
    assert len(now["SHA-256"]) == 64
    assert now["Opgehaald"].date().isoformat() == "2026-03-02"


def test_the_web_page_shows_what_the_infographic_prints(key_figure, picture):
    card = next(one for one in one_page(picture).cards if one.number)
    assert card.number.value == key_figure.value
    assert "marge (95 %) 104 tot 149" in card.number.details
    assert card.number.verdict.text == key_figure.verdict.text


def test_every_number_of_every_area_is_the_same_in_word_and_excel(adviser, picture, molendrecht):
    page = theme_page(adviser, picture, "woonomgeving")
    words = word_words(picture_word(by=adviser, picture=picture, tenant=molendrecht)[1])
    cells = workbook_cells(picture_workbook(by=adviser, picture=picture)[1])
    by_area = {row["Gebied"]: row for row in rows_of(cells, "Gebieden")}
    for number, name, count, _, verdict in page.figures.area_map.twin.rows:
        assert f"{number} {name} {count}" in words
        assert str(by_area[name]["Aantal"]) == count
        assert by_area[name]["Oordeel"] == verdict
