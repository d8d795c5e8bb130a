"""The catalogue: which figures there are, what they mean, and how to find one."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from integraal.foundation.database.tenancy import tenant_scope
from integraal.knowledge.figures.definitions import indicators
from tests.provisions import employ_at


@pytest.fixture
def as_adviser(client, sign_in, adviser, loaded):
    return sign_in(client, adviser)


def listed(client, **asked) -> str:
    return client.get(reverse("catalogue"), asked).content.decode()


def codes(page: str) -> list[str]:
    return re.findall(r'href="/cijfers/catalogus/([a-z0-9-]+)/"', page)


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Diefstal uit woningen", "woninginbraak"),
        ("woninginbraak", "woninginbraak"),
        ("1.1.1", "woninginbraak"),
        ("A20", "woninginbraak"),
        ("a20", "woninginbraak"),
    ],
)
def test_a_figure_is_found_by_name_code_class_and_incident_code(as_adviser, words, wanted):
    found = codes(listed(as_adviser, q=words))
    assert wanted in found
    assert "winkeldiefstal" not in found


def test_every_incident_code_of_the_police_leads_to_a_figure(as_adviser):
    assert codes(listed(as_adviser, q="F636"))


def test_filters_narrow_the_list_and_say_how_much_is_left(as_adviser):
    with_figures = listed(as_adviser, cijfers="met")
    assert set(codes(with_figures)) >= {"overlast-totaal", "inwoners"}
    assert "woninginbraak" not in codes(with_figures)
    assert f"{len(set(codes(with_figures)))} van {len(indicators())} cijfers" in with_figures
    of_theme = listed(as_adviser, thema="jeugd")
    assert {indicators()[code].theme for code in codes(of_theme)} == {"jeugd"}
    assert "Niets gevonden" in listed(as_adviser, q="bestaat-zeker-niet")


def test_the_list_is_cut_in_pages_of_25_that_keep_the_filters(as_adviser):
    first = listed(as_adviser, indeling="misdrijven")
    assert len(codes(first)) == 25
    assert "indeling=misdrijven&amp;blad=2" in first or "indeling=misdrijven&blad=2" in first
    second = listed(as_adviser, indeling="misdrijven", blad="2")
    assert not set(codes(first)) & set(codes(second))


def test_the_newest_period_sorts_what_has_figures_first(as_adviser):
    found = codes(listed(as_adviser, sorteer="-periode"))
    assert set(found[:2]) <= {
        code for code in indicators() if listed(as_adviser, q=code, cijfers="met")
    }
    assert "2025" in listed(as_adviser, q="overlast-totaal")


def test_what_is_no_choice_is_left_aside(as_adviser):
    page = listed(as_adviser, thema="<script>", sorteer="x", blad="99999", veld="zzz")
    assert "<script>alert" not in page
    assert codes(page)


@pytest.mark.parametrize("code", ["woninginbraak", "overlast-totaal", "inwoners"])
def test_the_page_of_a_figure_says_what_it_means_and_where_it_comes_from(as_adviser, code):
    page = as_adviser.get(reverse("indicator", args=[code])).content.decode()
    one = indicators()[code]
    for words in ("Wat wordt geteld", "Verhouding", "Richting", "Waar het vandaan komt"):
        assert words in page
    assert f'href="{reverse("definition", args=["indicators", code])}"' in page
    assert all(part in page for part in one.numerator.classes)


def test_the_page_tells_incident_codes_breaks_and_years_left_out(as_adviser):
    page = as_adviser.get(reverse("indicator", args=["woninginbraak"])).content.decode()
    assert "A20, A30, B20, B30" in page
    assert "juli 2018" in page
    assert "maart 2020 tot en met februari 2022" in page
    page = as_adviser.get(reverse("indicator", args=["bedreiging-stalking"])).content.decode()
    assert "De oudere telling" in page


def test_every_figure_of_the_catalogue_has_a_page(as_adviser):
    for code in indicators():
        assert as_adviser.get(reverse("indicator", args=[code])).status_code == 200


def test_what_does_not_exist_is_not_found(as_adviser):
    assert as_adviser.get("/cijfers/catalogus/bestaat-niet/").status_code == 404
    assert as_adviser.get("/cijfers/bronnen/bestaat-niet/").status_code == 404


def test_a_councillor_looks_but_is_offered_no_change(client, sign_in, employ, loaded):
    sign_in(client, employ("councillor"))
    page = client.get(reverse("indicator", args=["woninginbraak"])).content.decode()
    assert "Deze definitie veranderen" not in page
    assert "Een eigen cijfer toevoegen" not in listed(client)


def test_another_municipality_has_the_catalogue_without_our_figures(
    client, sign_in, loaded, oostwaard
):
    with tenant_scope(oostwaard.pk):
        sign_in(client, employ_at(oostwaard, "adviser"))
    assert codes(listed(client, cijfers="met")) == []


def test_nobody_looks_without_signing_in(client, db):
    assert client.get(reverse("catalogue")).status_code == 302


def test_the_list_takes_a_fixed_number_of_queries(as_adviser, django_assert_max_num_queries):
    listed(as_adviser)
    with django_assert_max_num_queries(17):
        listed(as_adviser)
