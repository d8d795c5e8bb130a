"""A changed text becomes one piece that is found again, and that makes the same text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from integraal.policy.picture.remarks.suggesting import problem_with, replaced, suggestion_of

WORDS = st.lists(st.sampled_from(["de", "een", "meer", " ", "\n", "é"]), max_size=12).map(" ".join)


@given(WORDS, WORDS)
def test_the_suggestion_makes_the_text_that_was_asked_for(before, after):
    found = suggestion_of(before, after)
    if found is None:
        assert before == after or not before.strip()
        return
    quote, replacement = found
    assert problem_with(before, quote) is None
    assert replaced(before, quote, replacement) == after


def test_the_piece_is_whole_words_with_three_around_it_of_the_same_paragraph():
    before = "Eerste zin.\nVan een tot negen is er meer overlast dan vorig jaar in de zomer."
    quote, replacement = suggestion_of(before, before.replace("meer", "minder"))
    assert quote == "negen is er meer overlast dan vorig"
    assert replacement == "negen is er minder overlast dan vorig"
    assert suggestion_of("Een.\nTwee.\nDrie.", "Een.\nTwee!\nDrie.") == ("Twee.", "Twee!")


def test_a_word_that_stands_there_more_often_is_taken_with_the_words_around_it():
    quote, _ = suggestion_of("meer of minder, en meer", "meer of minder, en veel")
    assert quote == "meer of minder, en meer"


def test_a_quote_that_overlaps_itself_does_not_stand_there_once():
    assert problem_with("aaa", "aa")
    assert problem_with("tekst", "")
    assert problem_with("een  tekst", "  ")
