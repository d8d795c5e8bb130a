"""At real size the papers stay short, readable and quick: 5 themes, 65 figures, all texts."""

from __future__ import annotations

import time

import pytest

from integraal.foundation.documents.typesetting import compile_pdf
from integraal.policy.picture import documents
from integraal.policy.picture.document_parts.themes import outlines_of
from integraal.policy.picture.documents import TEMPLATE, body_of, cover_of
from integraal.policy.picture.papers import infographic
from tests.policy.picture.papers.reading import pdf_pages, pdf_words


@pytest.fixture
def data(large, picture, molendrecht):
    cover = cover_of(picture, molendrecht, large)
    return {**cover, "changes": None, **body_of(large, outlines_of(large), cover)}


@pytest.fixture
def pages(data):
    return pdf_pages(compile_pdf(TEMPLATE, data))


def begin_of(pages, heading):
    """Numbers of the pages that begin with a heading, below the head of the page."""
    return [
        number
        for number, text in enumerate(pages, start=1)
        if text.split("versie 1 ", 1)[-1].removeprefix("Concept ").startswith(heading)
    ]


def test_a_picture_of_real_size_takes_ten_to_twenty_pages(pages):
    assert 10 <= len(pages) <= 20


def test_the_summary_is_exactly_one_page(pages):
    (start,) = begin_of(pages, "Samenvatting")
    summary = pages[start - 1]
    assert "Wat opvalt" in summary
    assert "Oordelen per thema" in summary
    assert begin_of(pages, "De gemeente in het kort") == [start + 1]


def test_every_theme_is_a_spread_that_begins_on_the_left(pages, large):
    starts = [begin_of(pages, theme["name"])[0] for theme in large["themes"]]
    assert starts == [starts[0] + 2 * place for place in range(len(starts))]
    assert starts[0] % 2 == 0


def test_every_figure_of_every_theme_is_in_the_document(pages, large):
    text = " ".join(pages)
    for theme in large["themes"]:
        for one in theme["indicators"]:
            assert one["name"] in text or one["short_name"] in text


def test_it_says_how_much_was_compared_and_what_chance_would_give(pages):
    text = " ".join(pages)
    assert "Het jaar ervoor 65 26 3,3" in text
    assert "door toeval" in text


def test_promises_referrals_and_contributions_are_told_with_who_and_when(pages):
    text = " ".join(pages)
    assert "6 toezeggingen: 2 bereikt, 2 deels bereikt, 1 niet bereikt en 1 niet te zeggen" in text
    assert "Antwoord: beleidsmedewerker verkeer, 20 februari 2026" in text
    assert "Nog geen antwoord." in text
    assert "Basisteam Wilgenwaard, wijkagent, 20 januari 2026" in text


def test_a_figure_in_a_text_leads_to_its_source(data):
    first = data["themes"][0]
    (piece,) = [
        piece
        for block in first["texts"][0]["blocks"]
        for line in block["lines"]
        for piece in line
        if piece["kind"] == "figure" and "inwoners" not in piece["text"]
    ]
    assert piece["text"] == "125"
    assert piece["source"] in {one["number"] for one in data["sources"]}


def test_it_is_made_in_time(data):
    compile_pdf(TEMPLATE, data)
    start = time.perf_counter()
    compile_pdf(TEMPLATE, {**data, "state_line": "gemeten"})
    assert time.perf_counter() - start < 6  # measured 0.7 s alone; room for a busy machine


def test_a_very_long_text_is_printed_whole(large, picture, molendrecht):
    words = " ".join(f"woord{number}" for number in range(3_000))
    large["passages"]["summary"]["text"] = words
    large["themes"][0]["passages"]["story"]["text"] = words
    cover = documents.cover_of(picture, molendrecht, large)
    made = {**cover, "changes": None, **body_of(large, {}, cover)}
    text = pdf_words(compile_pdf(TEMPLATE, made))
    assert text.count("woord0 ") == 2
    assert text.count("woord2999") == 2


@pytest.mark.parametrize("most", [1, 5, 8])
def test_the_infographic_is_one_page_whatever_stands_on_it(large, picture, molendrecht, most):
    themes = [*large["themes"], *large["themes"]][:most]
    some = {**large, "themes": themes}
    cover = cover_of(picture, molendrecht, large)
    filled = {**cover, **infographic.page_of(some, outlines_of(large), cover)}
    (page,) = pdf_pages(compile_pdf(infographic.TEMPLATE, filled))
    for theme in themes:
        assert theme["name"] in page
    assert "Bronnen:" in page
