"""From a stored text to what is read: light marks, figures, and all else as it was typed."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integraal.foundation.ui.cleaning import cleaned, controls_in
from integraal.policy.picture.writing.rendering import blocks_of, plain_text, problems_in
from tests.policy.picture.writing.contents import CONTENT

marks = st.sampled_from(
    ["**", "## ", "- ", "[[", "]]", "[[woninginbraak aantal]]", "[[x tegen 1999]]", "\n", "\n\n",
     "<script>", "{{ x }}", "\x00", "\u202e", "\ud800", "woord ", " "]
)  # fmt: skip
texts = st.lists(marks | st.text(max_size=5), max_size=40).map("".join)


@given(texts)
def test_no_text_makes_it_fail_and_no_word_is_lost(text):
    blocks = blocks_of(text, CONTENT)
    shown = "".join(piece.words for block in blocks for piece in block.pieces if not piece.token)
    typed = "".join(cleaned(text).split())
    for piece in "".join(shown.split()):
        assert piece in typed
    assert all(piece.words for block in blocks for piece in block.pieces)


@given(st.text())
def test_a_text_without_marks_stays_as_it_was_typed(text):
    plain = "".join(one for one in text if one not in "[*#-")
    assert plain_text(plain, CONTENT).split() == cleaned(plain).split()


def kinds(text):
    return [
        (block.kind, [piece.kind for piece in block.pieces]) for block in blocks_of(text, CONTENT)
    ]


def test_headings_paragraphs_and_lists():
    text = "Eerst\ntwee\n## Kop **vet**\n- een\n- twee\nslot"
    assert kinds(text) == [
        ("paragraph", ["text"]),
        ("heading", ["text", "bold"]),
        ("list", ["text", "text"]),
        ("paragraph", ["text"]),
    ]
    assert blocks_of(text, CONTENT)[0].pieces[0].words == "Eerst\ntwee"
    assert plain_text(text, CONTENT) == "Eerst\ntwee\n\nKop vet\n\n- een\n- twee\n\nslot"


def test_a_figure_stands_in_the_sentence_and_knows_what_it_is():
    (block,) = blocks_of("In **2025 [[woninginbraak aantal]] keer**.", CONTENT)
    assert [(piece.kind, piece.words) for piece in block.pieces] == [
        ("text", "In "),
        ("bold", "2025 "),
        ("figure", "7"),
        ("bold", " keer"),
        ("text", "."),
    ]
    assert block.pieces[2].token.indicator == "woninginbraak"


@pytest.mark.parametrize(
    "text",
    ["<b>x</b>", "<script>alert(1)</script>", "{{ secret }}", "{% load x %}", "2 ** 3", "# Kop",
     "##Kop", "-x", "**", "****", "[x](http://y)", "&lt;", "2**3"],
)  # fmt: skip
def test_everything_else_is_literal(text):
    (block,) = blocks_of(text, CONTENT)
    assert [(piece.kind, piece.words) for piece in block.pieces] == [("text", text)]


def test_a_figure_that_is_not_there_stays_as_typed_with_a_reason():
    text = "Er waren [[weg aantal]] en [[woninginbraak prijs]] en [[ half."
    missing = problems_in(text, CONTENT)
    assert [piece.words for piece in missing] == [
        "[[weg aantal]]",
        "[[woninginbraak prijs]]",
        "[[",
    ]
    assert all(piece.problem for piece in missing)
    assert plain_text(text, CONTENT) == text


def test_characters_that_nobody_sees_are_taken_out():
    text = "a\x00b\u202ec\r\nd\ud800"
    assert cleaned(text) == "abc\nd"
    assert controls_in(text) == 3
    assert plain_text(text, CONTENT) == "abc\nd"


@pytest.mark.parametrize(
    "piece", ["**a ", "[[ ", "**", "[[a ** ]]", "- ", "\n", "[[woninginbraak aantal]]"]
)
def test_a_text_made_to_be_slow_is_not(piece):
    text = piece * (40_000 // len(piece))
    began = time.perf_counter()
    blocks_of(text, CONTENT)
    assert time.perf_counter() - began < 1
