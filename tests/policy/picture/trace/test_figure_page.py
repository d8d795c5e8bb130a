"""From a figure in a picture to what it rests on."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from integraal.foundation.definitions import kinds
from integraal.foundation.definitions.actions import change_definition
from integraal.knowledge.figures.actions import load_figures
from integraal.knowledge.figures.models import Figure
from integraal.knowledge.figures.reading import read_file
from integraal.policy.picture.actions import adopt_picture, propose_picture
from integraal.policy.picture.trace.figure import traced_figure
from integraal.policy.picture.trace.sentences import sentence_around
from integraal.policy.picture.writing.actions import write_text
from tests.statline import screen_export

CODE = "overlast-totaal"
TEXT = (
    "Het dorp is rustig. In 2025 waren er [[overlast-totaal aantal 2025]] meldingen, ofwel 1.000 "
    "keer niets. In het centrum waren het er [[overlast-totaal aantal 2025 gebied 1]]."
)


@pytest.fixture
def told(adviser, picture):
    write_text(
        by=adviser, picture=picture, theme="woonomgeving", part="trends", text=TEXT,
        base_revision=0,
    )  # fmt: skip
    return picture


def adopt(adviser, mayor, picture):
    propose_picture(by=adviser, picture=picture)
    picture.refresh_from_db()
    adopt_picture(by=mayor, picture=picture, on=timezone.localdate())
    picture.refresh_from_db()


def revise(adviser, count):
    later = screen_export({"Molendrecht": [count]}, [2025])
    load_figures(by=adviser, reading=read_file(later, "herzien.csv", date(2026, 4, 1)))


def page_of(client, picture, **asked):
    return client.get(reverse("picture-figure", args=[picture.pk, CODE]), asked)


def test_the_page_shows_the_figure_with_all_it_rests_on(client, sign_in, adviser, told):
    words = page_of(sign_in(client, adviser), told, jaar=2025).content.decode()
    row = Figure.objects.get(
        measure__contains="overlast", period="2025JJ00", area__name="Molendrecht"
    )
    for wanted in (
        "125", "10,2 per 1.000 inwoners (marge ", "104 tot 149", "Waarnemingen (n)", "12.300 inwon",
        "Geen aantoonbare verandering", "/methoden/marge-van-een-aantal/",
        "/methoden/twee-aantallen-vergelijken/", reverse("figure-origin", args=[row.pk]),
        reverse("snapshot", args=[row.snapshot_id]), reverse("indicator", args=[CODE]),
        "overlast.csv", "(noemer)", "inwoners.csv",
    ):  # fmt: skip
        assert wanted in words, wanted


def test_the_sentences_with_the_figure_stand_there_and_lead_back(client, sign_in, adviser, told):
    words = page_of(sign_in(client, adviser), told, jaar=2025).content.decode()
    assert "In 2025 waren er <b>125</b> meldingen, ofwel 1.000 keer niets." in words
    assert "Het dorp is rustig" not in words
    assert "Veilige woon- en leefomgeving: Trends" in words
    back = reverse("picture-reading", args=[told.pk]) + "#tekst-woonomgeving-trends-1"
    assert f'href="{back}"' in words
    assert 'id="tekst-woonomgeving-trends-1"' in client.get(back).content.decode()


def test_a_part_of_the_municipality_has_a_page_of_its_own(client, sign_in, adviser, told):
    words = page_of(sign_in(client, adviser), told, gebied=1).content.decode()
    assert "In het centrum waren het er <b>90</b>." in words
    assert "ofwel 1.000" not in words
    assert "Naast de rest van de gemeente" in words


def test_a_small_count_stays_hidden_from_who_may_not_see_it(client, sign_in, adviser, mayor, told):
    small = screen_export(
        {"Molendrecht": [125], "Centrum": [90], "Zandwijk": [32], "Het Rietland": [3]}, [2025]
    )
    load_figures(by=adviser, reading=read_file(small, "klein.csv", date(2026, 3, 3)))
    words = page_of(sign_in(client, mayor), told, gebied=3).content.decode()
    assert "&lt; 5" in words
    assert "niet getoond" in words
    hidden = traced_figure(mayor, told, CODE, None, 3)
    assert {row.shown for row in hidden.rows} == {"niet getoond"}


def test_a_frozen_figure_keeps_its_row_and_says_that_it_was_revised(
    client, sign_in, adviser, mayor, told
):
    adopt(adviser, mayor, told)
    revise(adviser, 140)
    words = page_of(sign_in(client, adviser), told).content.decode()
    assert "In dit beeld blijft staan wat toen gold" in words
    assert "later herzien" in words
    traced = traced_figure(adviser, told, CODE)
    assert [row.shown for row in traced.rows] == ["125", "12.300"]
    assert traced.given["value"] == "125"


def test_a_draft_follows_the_file_that_was_read_last(adviser, told):
    revise(adviser, 140)
    traced = traced_figure(adviser, told, CODE)
    assert (traced.given["value"], traced.rows[0].shown) == ("140", "140")
    assert not traced.is_revised


def test_a_file_taken_back_after_adoption_is_still_what_the_picture_rests_on(adviser, mayor, told):
    adopt(adviser, mayor, told)
    row = traced_figure(adviser, told, CODE).rows[0]
    snapshot = Figure.objects.get(pk=row.pk).snapshot
    snapshot.taken_back_at = timezone.now()
    snapshot.save()
    assert traced_figure(adviser, told, CODE).rows[0].pk == row.pk


def test_a_definition_that_changed_since_is_told(
    client, sign_in, adviser, administrator, mayor, told
):
    adopt(adviser, mayor, told)
    change_definition(
        by=administrator, kind=kinds.kind("indicators"), code=CODE,
        values={"short_name": "Hinder"}, reason="Zo noemen wij het.", based_on=0,
    )  # fmt: skip
    words = page_of(sign_in(client, adviser), told).content.decode()
    assert "na het vaststellen veranderd of ingetrokken" in words


@pytest.mark.parametrize(
    "asked",
    [{"jaar": "1999"}, {"jaar": "x"}, {"gebied": "99"}, {"jaar": "2024", "gebied": "1"},
     {"jaar": "²"}, {"jaar": "99999999"}],
)  # fmt: skip
def test_a_figure_that_is_not_there_is_told_in_a_page(client, sign_in, adviser, told, asked):
    assert page_of(sign_in(client, adviser), told, **asked).status_code == 404


def test_another_figure_and_anothers_draft_are_not_found(client, sign_in, employ, adviser, told):
    address = reverse("picture-figure", args=[told.pk, "bestaat-niet"])
    assert sign_in(client, adviser).get(address).status_code == 404
    assert page_of(sign_in(client, employ("councillor")), told).status_code == 404


def test_the_page_takes_few_queries(client, sign_in, adviser, told, django_assert_max_num_queries):
    sign_in(client, adviser)
    page_of(client, told)
    with django_assert_max_num_queries(35):
        page_of(client, told)


@pytest.mark.parametrize(
    ("words", "figure", "wanted"),
    [
        ("Eén. Twee 5 is er. Drie.", "5", ("Twee ", " is er.")),
        ("Bij 1.000 inwoners 5!", "5", ("Bij 1.000 inwoners ", "!")),
        ("5", "5", ("", "")),
        ("Kop\nRegel 5 hier\nNa", "5", ("Regel ", " hier")),
        ("Zei hij ‘nee.’ Toen 5.", "5", ("Toen ", ".")),
    ],
)
def test_a_sentence_ends_where_a_reader_sees_it_end(words, figure, wanted):
    start = words.rindex(figure)
    assert sentence_around(words, start, start + len(figure)) == wanted
