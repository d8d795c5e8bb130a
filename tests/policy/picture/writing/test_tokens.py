"""Figures in a text: what they are written as, what they read as, and what is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integraal.policy.picture.writing.resolving import Resolver
from integraal.policy.picture.writing.tokens import (
    WHATS,
    Token,
    figures_in,
    marked_in,
    parse_token,
    why_broken,
)
from tests.policy.picture.writing.contents import CONTENT

codes = st.from_regex(r"[a-z][a-z0-9]{0,9}(-[a-z0-9]{1,9}){0,3}", fullmatch=True)
tokens = st.builds(
    Token,
    indicator=codes,
    what=st.sampled_from(WHATS),
    year=st.none() | st.integers(1000, 2999),
    area=st.none() | st.integers(1, 9999),
)


@given(before=st.text(), token=tokens, after=st.text())
def test_a_token_is_read_back_from_any_text_as_it_was_written(before, token, after):
    text = f"{before} {token} {after}"
    assert token in figures_in(text)


@given(st.text(alphabet="[]abc 2025-\n*#gebied", max_size=200))
def test_what_is_marked_lies_in_order_and_holds_what_was_typed(text):
    place = 0
    for one in marked_in(text):
        assert place <= one.start < one.end
        assert text[one.start : one.end] == one.words
        place = one.end
        if one.token is None:
            assert why_broken(one.words).endswith(".")


def test_capitals_and_spaces_have_no_meaning():
    assert parse_token("  Woninginbraak\u00a0 AANTAL  2025 gebied  3 ") == Token(
        "woninginbraak", "aantal", 2025, 3
    )


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ("[[woninginbraak prijs]]", "“prijs” is geen soort cijfer. Kies uit aantal,"),
        ("[[woninginbraak]]", "Schrijf een cijfer zo"),
        ("[[]]", "Schrijf een cijfer zo"),
        ("[[woninginbraak aantal 25]]", "Schrijf een cijfer zo"),
        ("[[woninginbraak aantal\n", "komt geen ]]"),
    ],
)
def test_double_brackets_that_are_no_figure_say_what_is_wrong(words, problem):
    (marked,) = marked_in(words)
    assert marked.token is None
    assert problem in why_broken(marked.words)


def test_a_third_bracket_is_a_bracket():
    assert figures_in("[[[woninginbraak aantal]]]") == (Token("woninginbraak", "aantal"),)


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("woninginbraak aantal", "7"),
        ("woninginbraak aantal 2024", "14"),
        ("woninginbraak aantal 2023", "1.234"),
        ("woninginbraak per", "0,6 per 1.000 inwoners (marge 0,2 tot 1,2)"),
        ("woninginbraak marge", "marge 2 tot 15"),
        ("woninginbraak tegen", "7 tegen 14"),
        ("woninginbraak tegen 2024", "14 tegen 1.234"),
        ("woninginbraak oordeel", "geen aantoonbare verandering"),
        ("woninginbraak zin", "14 in 2024 en 7 in 2025. Zulke verschillen bestaan."),
        ("woninginbraak gemiddelde", "gemiddeld 12,4 (te verwachten 4 tot 21)"),
        ("woninginbraak regio", "geen aantoonbaar verschil met 16 gemeenten in de regio"),
        ("woninginbraak land", "aantoonbaar lager dan de rest van Nederland"),
        ("woninginbraak vergelijkbaar", "past bij vergelijkbare gemeenten"),
        ("woninginbraak aantal gebied 1", "1.004"),
        ("woninginbraak oordeel gebied 1", "hoger dan de rest"),
        ("onveilig-buurt waarde", "31,0\u00a0% (marge 26,1 tot 36,2)"),
        ("onveilig-buurt aantal", "31,0\u00a0%"),
    ],
)  # fmt: skip
def test_a_figure_reads_as_the_content_says(written, words):
    read = Resolver(CONTENT).resolve(parse_token(written))
    assert (read.words, read.problem) == (words, "")
    assert read.theme == "woonomgeving"


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("straatroof aantal", "afgeschermd"),
        ("straatroof per", "afgeschermd"),
        ("straatroof marge", "afgeschermd"),
        ("straatroof tegen", "afgeschermd tegen onbekend"),
        ("woninginbraak aantal gebied 2", "afgeschermd"),
        ("woninginbraak aantal gebied 3", "afgeschermd"),
        ("woninginbraak aantal gebied 4", "onbekend"),
    ],
)
def test_what_is_hidden_or_not_known_is_a_word_and_never_a_number(written, words):
    assert Resolver(CONTENT).resolve(parse_token(written)).words == words


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("ingetrokken aantal", "“ingetrokken” staat niet in dit beeld"),
        ("woninginbraak aantal 2001", "over 2001 staat er geen cijfer"),
        ("woninginbraak per 2023", "geen cijfer per inwoner of woning"),
        ("woninginbraak oordeel 2024", "over 2024 is er geen oordeel"),
        ("onveilig-buurt oordeel", "geen oordeel over dit cijfer"),
        ("onveilig-buurt gemiddelde", "te weinig jaren"),
        ("onveilig-buurt regio", "deze vergelijking is er niet over 2025. Er is geen cijfer van"),
        ("woninginbraak gemiddelde 2023", "te weinig jaren"),
        ("woninginbraak aantal gebied 9", "gebied 9 staat niet op de kaart"),
        ("woninginbraak aantal 2024 gebied 1", "alleen cijfers van 2025"),
        ("woninginbraak per gebied 1", "alleen “aantal” en “oordeel”"),
    ],
)
def test_a_figure_that_is_not_there_says_why(written, problem):
    read = Resolver(CONTENT).resolve(parse_token(written))
    assert problem in read.problem
    assert read.words == ""


@given(tokens)
def test_resolving_always_gives_words_or_a_reason(token):
    read = Resolver(CONTENT).resolve(token)
    assert bool(read.words) != bool(read.problem)
