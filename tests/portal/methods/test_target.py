"""Choosing a target: told beforehand whether it could be seen, with the municipality's numbers."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from integraal.portal.methods.target.content import (
    CHANGES,
    LEAST,
    MOST,
    TERMS,
    Question,
    target_answer,
)
from integraal.statistics.evaluation import count_needed, power_before_after


def page(client, **asked):
    return client.get(reverse("target"), asked)


def told(answer):
    return answer.context["page"].answer


@pytest.mark.usefixtures("db")
def test_fourteen_a_year_cannot_show_twenty_percent_less(client):
    answer = page(client, aantal="14", verandering="-20", jaren_voor="3", jaren_na="3")
    assert answer.status_code == 200
    needed = float(count_needed(-0.2, years_before=3, years_after=3))
    assert 110 <= needed <= 120
    assert told(answer).sentence == (
        "Met deze aantallen kunnen we een daling van 20 % niet aantonen; pas vanaf ongeveer 120 "
        "per jaar."
    )
    assert "de kans 16 %" in told(answer).more[0]
    assert told(answer).sentence in answer.content.decode()


@pytest.mark.parametrize(
    ("asked", "begin"),
    [
        (
            {"aantal": "500", "verandering": "-20"},
            "Met deze aantallen kunnen we een daling van 20 % goed",
        ),
        (
            {"aantal": "80", "verandering": "-20"},
            "Met deze aantallen kunnen we een daling van 20 % misschien",
        ),
        (
            {"aantal": "500", "verandering": "30"},
            "Met deze aantallen kunnen we een stijging van 30 % goed",
        ),
    ],
)
@pytest.mark.usefixtures("db")
def test_each_answer_is_of_the_closed_list(client, asked, begin):
    assert told(page(client, **asked)).sentence.startswith(begin)


def test_the_table_is_that_of_the_library_for_every_change_and_term():
    found = target_answer(Question(40, -0.3, 2, 3))
    for change, row in zip(CHANGES, found.grid, strict=True):
        for years, power in zip(TERMS, row, strict=True):
            again = power_before_after(40, -change, years_before=years, years_after=years)
            assert power == float(again)
    assert found.power == float(power_before_after(40, -0.3, years_before=2, years_after=3))


def test_more_cases_more_years_and_larger_changes_are_seen_better():
    found = target_answer(Question(40, -0.3, 2, 2))
    assert list(found.curve) == sorted(found.curve)
    assert all(list(row) == sorted(row) for row in found.grid)
    assert all(list(column) == sorted(column) for column in zip(*found.grid, strict=True))


def test_the_smallest_change_told_would_really_be_shown():
    found = target_answer(Question(40, -0.2, 3, 3))
    percent = int(re.search(r"daling van (\d+) %", found.smallest_words)[1])
    shown = float(power_before_after(40, -percent / 100, years_before=3, years_after=3))
    assert shown >= 0.8
    assert float(power_before_after(40, -(percent - 2) / 100, years_before=3, years_after=3)) < 0.8


@pytest.mark.parametrize("count", [LEAST, 1.0, MOST])
@pytest.mark.parametrize("change", [-0.95, -0.05, 0.05, 2.0])
@pytest.mark.parametrize("years", [(1, 8), (8, 1), (8, 8)])
def test_every_corner_of_the_form_has_an_answer(count, change, years):
    found = target_answer(Question(count, change, *years))
    assert 0 <= found.power <= 1
    assert found.statement.sentence


@pytest.mark.parametrize(
    ("name", "typed", "sentence"),
    [
        ("verandering", "-3", "-3 is te klein om te kunnen zien"),
        ("verandering", "0", "0 is te klein"),
        ("verandering", "-100", "Vul een heel getal in van -95 tot en met 200"),
        ("verandering", "twintig", "‘twintig’ kan niet"),
        ("aantal", "1e30", "Vul een getal in van 0,1 tot en met 5.000"),
        ("aantal", "NaN", "‘NaN’ kan niet"),
        ("aantal", "", "Aantal per jaar, nu is leeg"),
        ("jaren_voor", "0", "Vul een heel getal in van 1 tot en met 8"),
        ("jaren_na", "2,5", "‘2,5’ kan niet"),
    ],
)
@pytest.mark.usefixtures("db")
def test_what_cannot_be_reckoned_is_told_and_kept(client, name, typed, sentence):
    answer = page(client, **{"aantal": "14", name: typed})
    assert answer.status_code == 422
    form = answer.context["page"].form
    assert sentence in form.errors[name][0]
    assert form[name].value() == typed
    assert told(answer) is None


@pytest.fixture
def reading(client, adviser, sign_in, loaded):
    return sign_in(client, adviser)


def test_a_link_with_an_indicator_begins_with_its_own_mean(reading):
    answer = page(reading, cijfer="overlast-totaal", jaren_voor="3")
    shown = answer.context["page"]
    # (138 + 131 + 125) / 3; the file says where it comes from.
    assert shown.form["aantal"].value() == "131,3"
    assert "138 in 2023, 131 in 2024 en 125 in 2025" in shown.begun_with
    assert "opgehaald 2 maart 2026" in shown.begun_with
    assert '<option value="overlast-totaal" selected>' in answer.content.decode()


def test_years_that_are_no_fair_yardstick_are_not_in_the_mean(reading):
    shown = page(reading, cijfer="overlast-totaal", jaren_voor="6").context["page"]
    assert "2020" not in shown.begun_with
    assert "2019" in shown.begun_with


def test_a_number_in_the_link_is_not_replaced(reading):
    shown = page(reading, cijfer="overlast-totaal", aantal="40").context["page"]
    assert shown.form["aantal"].value() == "40"


def test_another_indicator_keeps_what_else_was_typed(reading):
    answer = page(reading, cijfer="overlast-totaal", verandering="-35", jaren_na="2")
    assert '<input type="hidden" name="verandering" value="-35">' in answer.content.decode()
    assert '<input type="hidden" name="jaren_na" value="2">' in answer.content.decode()


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("bestaat-niet", "Dit cijfer is er niet"),
        ("woninginbraak", "geen aantallen waarmee dit kan"),
        ("\x00", "Dit cijfer is er niet"),
        ("onveilig-buurt", "geen aantallen waarmee dit kan"),
    ],
)
def test_an_indicator_without_counts_is_told_and_the_page_goes_on(reading, code, words):
    answer = page(reading, cijfer=code)
    assert answer.status_code == 200
    assert words in answer.context["page"].begun_with
    assert told(answer)


def test_only_indicators_with_counts_can_be_chosen(reading):
    choices = dict(page(reading).context["page"].choices)
    assert set(choices) == {"overlast-totaal"}


def test_a_figure_with_more_cases_than_can_be_reckoned_is_told_and_has_an_answer(reading):
    shown = page(reading, cijfer="inwoners").context["page"]
    assert "Gemiddeld 12.300 per jaar" in shown.begun_with
    assert "We rekenen met 5.000 per jaar" in shown.begun_with
    assert shown.form["aantal"].value() == "5000"
    # What the sentence promises: with so many, and one year against one, 10 % less is seen.
    assert float(power_before_after(MOST, -0.1)) > 0.8


def test_anothers_counts_are_not_ours(client, oostwaard, loaded, sign_in):
    from integraal.foundation.database.tenancy import tenant_scope
    from tests.provisions import employ_at

    with tenant_scope(oostwaard.pk):
        sign_in(client, employ_at(oostwaard, "adviser"))
    shown = page(client, cijfer="overlast-totaal").context["page"]
    assert "131" not in shown.begun_with
    assert shown.choices == ()


@pytest.mark.usefixtures("db")
def test_who_is_not_signed_in_gets_no_figures_of_a_municipality(client):
    shown = page(client, cijfer="overlast-totaal").context["page"]
    assert (shown.begun_with, shown.choices) == ("", ())


def test_the_page_takes_a_handful_of_queries(reading, django_assert_max_num_queries):
    with django_assert_max_num_queries(22):  # 13 of these are in every page
        assert page(reading, cijfer="overlast-totaal").status_code == 200


@pytest.mark.parametrize("where", ["explorer", "indicator"])
def test_a_figure_leads_to_its_target(reading, where):
    code = "overlast-totaal"
    address = (
        f"{reverse('explorer')}?cijfer={code}"
        if where == "explorer"
        else reverse("indicator", args=[code])
    )
    assert f'href="{reverse("target")}?cijfer={code}"' in reading.get(address).content.decode()


def test_the_explorer_explains_its_margins_and_verdicts(reading):
    text = reading.get(f"{reverse('explorer')}?cijfer=overlast-totaal").content.decode()
    for slug in ("marge-van-een-aantal", "twee-aantallen-vergelijken"):
        assert f'href="{reverse("method", args=[slug])}?cijfer=overlast-totaal"' in text
