"""The checks of a picture: what they see, what they let through, and what they say."""

from __future__ import annotations

import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integraal.policy.picture.checks.all_checks import (
    RULES,
    checks_of,
    checks_of_theme,
    missing_figures,
)
from integraal.policy.picture.checks.container_words import container_words, problems_of
from integraal.policy.picture.checks.lines import ReadLine, lines_of
from integraal.policy.picture.checks.typed_numbers import typed_numbers
from tests.policy.picture.writing.contents import CONTENT, indicator

CONTAINERS = ("leefbaarheid", "inzetten op")


def content(**texts):
    """A content whose theme Woonomgeving has these texts."""
    made = copy.deepcopy(CONTENT)
    for theme in made["themes"]:
        theme |= {"short_name": theme["code"].capitalize(), "contributions": []}
    made["themes"][0]["passages"] = {part: {"text": text} for part, text in texts.items()}
    return made


def lacking(code, made):
    found = next(one for one in checks_of(made, CONTAINERS) if one.rule.code == code)
    return [one.say for one in found.lacking]


def typed(text):
    return [number for line in lines_of(text, CONTENT) for number, _ in typed_numbers(line)]


@pytest.mark.parametrize(
    "text",
    [
        "In 2025 en 2012-2025.",
        "Op 16 maart 2026 om 20 uur, of 16-3-2026.",
        "Artikel 172, art. 13b en lid 20.",
        "Twaalf is 12 en 3,5 is wel een getal onder",
        "Jongeren van 18 tot 25 jaar en 67-jarigen.",
        "Bel 112 of 0900-8844, of ga naar de A27.",
        "Het kost € 25.000 of 300 euro.",
        "Per 1.000 inwoners, of ongeveer 12.300.",
        "Er waren [[woninginbraak aantal 2023]] inbraken.",
        "Postcode 1716 KA, tabel 47013.",
    ],
)
def test_numbers_that_no_source_revises_are_let_through(text):
    assert [number for number in typed(text) if number != "3,5"] == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Er waren 293 meldingen.", "293"),
        ("Dat is 1.293 keer.", "1.293"),
        ("Ongeveer 31,5 procent.", "31,5"),
        ("Van 88 naar", "88"),
        ("**293** meldingen", "293"),
        ("In 2025 waren er 2.025.", "2.025"),
    ],
)
def test_a_number_typed_by_hand_is_seen(text, number):
    assert typed(text) == [number]


def test_a_typed_number_is_told_with_its_sentence():
    (say,) = lacking("picked", content(story="Het is druk. Er waren 293 meldingen! Dat is veel."))
    assert say.startswith("In de tekst bij Woonomgeving staat 293 getypt. Kies het cijfer, dan")
    assert "“Er waren 293 meldingen!”" in say


@given(st.text(max_size=300))
def test_no_line_makes_the_checks_fail(text):
    for check in checks_of(content(story=text, developments=text), CONTAINERS):
        assert all(one.say for one in check.lacking)


@given(st.text(max_size=200), st.integers(0, 250))
def test_a_sentence_is_a_piece_of_its_line(words, place):
    assert ReadLine(words, ()).sentence_at(place) in words


def test_container_words_are_shown_with_their_sentence():
    line = ReadLine("Wij doen mee. Wij gaan Inzetten op de leefbaarheid. Leefbaarheidsfonds.", ())
    assert list(container_words(line, CONTAINERS)) == [
        ("Inzetten op", "Wij gaan Inzetten op de leefbaarheid."),
        ("leefbaarheid", "Wij gaan Inzetten op de leefbaarheid."),
    ]
    assert list(container_words(line, ())) == []


def test_a_list_of_container_words_that_is_wrong_is_told():
    assert problems_of({"name": "Woorden", "words": ["a"]}) == []
    assert problems_of({"name": "", "words": ["a" * 61]}) == [
        "Geef de lijst een naam.",
        "Een woord of woordgroep heeft hoogstens 60 tekens.",
    ]


def test_a_figure_that_does_not_exist_is_named_with_its_theme():
    made = content(story="Er waren [[weg aantal]] en [[woninginbraak aantal]].")
    assert missing_figures(made) == [
        "Bij Woonomgeving klopt [[weg aantal]] niet. Het cijfer “weg” staat niet in dit beeld."
    ]
    made["passages"] = {"summary": {"text": "En [[ zo."}}
    assert "Bij het beeld als geheel klopt [[ niet." in missing_figures(made)[1]


def test_a_figure_of_another_year_is_asked_about():
    texts = "[[woninginbraak aantal 2023]] [[woninginbraak aantal 2024]] [[woninginbraak aantal]]"
    (say,) = lacking("years", content(story=texts))
    assert "een cijfer van 2023: [[woninginbraak aantal 2023]]" in say


def test_what_stands_out_must_be_in_a_text_of_its_theme():
    made = content(story="Niets.")
    made["themes"][0]["indicators"] = [
        indicator(
            "vernieling",
            short_name="Vernieling",
            verdict={"kind": "up", "label": "Aantoonbaar gestegen"},
            comparisons=[],
        )
    ]
    assert lacking("looked_into", made) == [
        "Vernieling valt op, maar staat niet in een tekst bij Woonomgeving. "
        "Kies het cijfer en schrijf wat erachter zit."
    ]
    made["themes"][0]["passages"]["causes"] = {"text": "Zie [[vernieling oordeel]]."}
    assert lacking("looked_into", made) == []


def test_developments_need_a_source():
    assert len(lacking("sourced", content(developments="Overal wordt het drukker."))) == 1
    assert lacking("sourced", content(developments="- Drukker.\n- Bron: politie.")) == []


def test_who_was_heard_is_asked_per_theme():
    made = content(story="x")
    made["themes"][0]["contributions"] = [{"side": "entrepreneurs"}]
    assert [say[:10] for say in lacking("residents", made)] == ["Bij Jeugd "]
    assert len(lacking("partners", made)) == 2


def test_one_theme_is_checked_without_the_others():
    made = content()
    checks = {one.rule.code: one for one in checks_of_theme(made["themes"][0], made, CONTAINERS)}
    assert [one.theme for one in checks["written"].lacking] == ["woonomgeving"]
    assert "report" not in checks


def test_every_check_says_why_and_who_says_so():
    assert len({rule.code for rule in RULES}) == len(RULES)
    for rule in RULES:
        assert rule.sentence
        assert rule.why.endswith(".")
        assert rule.source
