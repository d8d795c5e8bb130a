"""The shipped lists of partners, instruments, laws and other words for themes."""

import re

import pytest
import yaml

from integraal.policy.plan.importing.document import Document, Line
from integraal.policy.plan.importing.recognising.laws import law_proposals
from integraal.policy.plan.importing.recognising.theme_names import (
    theme_of_heading,
    theme_of_opening,
)
from integraal.policy.plan.importing.recognising.words import named_words
from tests.policy.plan.importing.known import DEFINITIONS, known


def test_every_word_is_of_a_sort_and_is_explained():
    rows = yaml.safe_load((DEFINITIONS / "instruments.yaml").read_text())["lists"]
    assert {one["sort"] for one in rows} == {"partner", "instrument", "begrip"}
    assert all(one["ways"] and one["meaning"].endswith(".") for one in rows)
    assert len({one["code"] for one in rows}) == len(rows)


def test_a_law_is_linked_only_by_a_number_of_the_national_base():
    for law in known().laws:
        assert law.number == "" or re.fullmatch(r"BWBR\d{7}", law.number)
    assert {law.code for law in known().laws if not law.number} >= {"avg", "apv"}


def named(text):
    document = Document.of([Line(text)])
    found = named_words(document, [document.span(0)], known().words)
    return [document.cut(one.span) for one in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Wij werken met de GGD Zuiderkust samen.", ["GGD Zuiderkust"]),
        ("Wij werken met de GGD samen.", ["GGD"]),
        ("Het RIEC Oost-Nederland helpt.", ["RIEC Oost-Nederland"]),
        ("Het beleidsplan Zuidrand Samen Veilig geldt.", ["Zuidrand Samen Veilig"]),
        ("Roep halt tegen geweld. De stoel is om.", []),
        ("De boa's en de BOA lopen mee.", ["boa's"]),
        ("Een bizar verhaal over biz en kvo.", []),
    ],
)
def test_names_of_a_region_and_short_names(text, found):
    assert named(text) == found


@pytest.mark.parametrize(
    ("text", "title", "link"),
    [
        ("Op grond van artikel 13b Opiumwet sluit hij.", "artikel 13b Opiumwet", "BWBR0001941"),
        ("Zie art. 172a, eerste lid, van de Gemeentewet.",
         "art. 172a, eerste lid, van de Gemeentewet", "BWBR0005416"),
        ("De Wet Bibob geldt.", "Wet Bibob", "BWBR0013798"),
        ("Artikel 2:48 van de APV geldt.", "Artikel 2:48 van de APV", ""),
        ("De AVG geldt.", "AVG", ""),
    ],
)  # fmt: skip
def test_references_to_laws(text, title, link):
    document = Document.of([Line(text)])
    (one,) = law_proposals(document, [document.span(0)], known().laws, 0)
    assert document.cut(one.title) == title
    assert link in one.link
    assert bool(one.link) == bool(link)


@pytest.mark.parametrize(
    ("heading", "theme"),
    [
        ("Veilige wijken", "woonomgeving"),
        ("VEILIGE WOON-EN LEEFOMGEVING", "woonomgeving"),
        ("Digitale veiligheid", "digitaal"),
        ("Georganiseerde criminaliteit", "ondermijning"),
        ("Veilig ondernemen", "bedrijvigheid"),
        ("Preventie en handhaving", None),
        ("Handhaving", "handhaving"),
        ("Samenwerking", None),
    ],
)
def test_themes_under_other_names(heading, theme):
    match = theme_of_heading(heading, known().themes)
    assert (match.theme.code if match and match.share >= 0.5 else None) == theme


@pytest.mark.parametrize(
    ("sentence", "theme"),
    [
        ("Onder het thema jeugd en veiligheid valt problematiek.", "jeugd"),
        ("Bij ondermijning raakt de onderwereld verweven.", "ondermijning"),
        ("Cybercrime is een groeiend probleem.", "digitaal"),
        ("Tevens hebben criminele activiteiten veel impact.", None),
    ],
)
def test_first_sentences_that_open_a_theme(sentence, theme):
    found = theme_of_opening(sentence, known().themes)
    assert (found.code if found else None) == theme
