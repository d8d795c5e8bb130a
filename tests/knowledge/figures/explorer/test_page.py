"""The page of the explorer: three forms, sorting, pages, empty states, and how fast it is."""

from __future__ import annotations

import re
from datetime import date

import pytest

from tests.knowledge.figures.explorer.small_set import BURGLARY, HOMES, OF_2023, YEARS, Value, load

ADDRESS = "/cijfers/verkenner/"


@pytest.fixture
def at_work(client, sign_in, adviser, places):
    return sign_in(client, adviser)


def seen(browser, query="", status=200):
    answer = browser.get(f"{ADDRESS}?{query}")
    assert answer.status_code == status, answer.content.decode()[-2000:]
    return answer.content.decode()


def cells(page, label):
    return re.findall(rf'data-l="{label}">([^<]*)<', page)


def test_without_a_choice_there_is_a_list_by_theme_to_choose_from(at_work):
    page = seen(at_work)
    assert '<optgroup label="Veilige woon- en leefomgeving">' in page
    assert '<option value="woninginbraak">Woninginbraak</option>' in page
    assert "export.xlsx" not in page


def test_searching_needs_no_script(at_work):
    page = seen(at_work, "zoek=inbraak%20bedr")
    options = re.findall(
        r'<option value="([a-z-]+)">', page.split('id="cijfer"')[1].split("</select>")[0]
    )
    assert options == ["bedrijfsinbraak"]
    assert "Geen cijfer met ‘xyzzy’" in seen(at_work, "zoek=xyzzy")


def test_every_number_has_margin_period_source_and_a_way_back(at_work):
    page = seen(at_work, "cijfer=woninginbraak&jaar=2023")
    assert cells(page, "Misdrijven") == ["38"]
    assert cells(page, "Marge") == ["26 tot 53"]
    assert cells(page, "Bron") == ["Politie via CBS StatLine, opgehaald 2 maart 2026"]
    assert re.search(r'href="/cijfers/herkomst/[0-9a-f-]{36}/">herkomst<', page)
    assert "Molendrecht, 2023: 38 misdrijven, 7,6 per 1.000 woningen." in page


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("aantal", ["0", "3", "5", "8", "9", "10", "11", "12", "13"]),
        ("-aantal", ["13", "12", "11", "10", "9", "8", "5", "3", "0"]),
    ],
)
def test_the_table_sorts_and_keeps_what_has_no_number_last(at_work, asked, expected):
    page = seen(at_work, f"cijfer=woninginbraak&gebied=buurten&sorteer={asked}")
    found = cells(page, "Misdrijven")
    assert found[:9] == expected
    assert set(found[9:]) == {"onbekend", "niet vrijgegeven", "komt niet voor"}


def test_a_long_table_has_pages_that_keep_the_choice(at_work, adviser, places):
    values = [
        Value("Hof", BURGLARY, f"{year}MM{month:02d}", month)
        for year in range(2015, 2021)
        for month in range(1, 13)
    ]
    load(adviser, places, values, "maanden.csv")
    query = "cijfer=woninginbraak&gebied=buurten&periode=maanden&van=2015&tot=2020"
    page = seen(at_work, f"{query}&blad=2")
    assert "Rij 26 tot en met 50 van 288." in page
    assert "periode=maanden" in re.search(r'rel="next" href="([^"]+)"', page)[1]


@pytest.mark.parametrize("per", ["aantal", "inwoners"])
def test_a_line_has_margins_a_table_and_the_years_of_corona_named(at_work, per):
    page = seen(at_work, f"cijfer=woninginbraak&vorm=lijn&per={per}")
    assert page.count('class="c-err"') == 2 * len(YEARS) + 1  # wide, narrow, and in the legend
    assert "(corona)" in page
    assert "Toon de cijfers als tabel" in page


def test_months_in_a_line_mark_what_is_unfinished(at_work):
    page = seen(at_work, "cijfer=woninginbraak&vorm=lijn&periode=maanden")
    assert "nog niet compleet na deze lijn" in page
    assert "Misdrijven per maand" in page


def test_what_is_still_being_filled_is_no_headline(at_work):
    """December 2024 has 2 so far; the newest month that is whole is November, with 12."""
    page = seen(at_work, "cijfer=woninginbraak&vorm=lijn&periode=maanden")
    assert "Molendrecht: 12 misdrijven in november 2024" in page
    assert "Molendrecht, november 2024: 12 misdrijven" in page


def test_an_empty_answer_names_the_rule_of_the_source(at_work):
    page = seen(at_work, "cijfer=zedenmisdrijven&gebied=buurten&jaar=2023")
    empty = page.split("Geen cijfers bij deze keuze")[1].split("</section>")[0]
    assert "Zedenmisdrijven" in empty or "zedenmisdrijven" in empty


def test_a_break_cuts_the_line(at_work, adviser, places):
    values = [Value("Molendrecht", BURGLARY, f"{year}JJ00", 50) for year in (2016, 2017, 2018)]
    load(adviser, places, values, "vroeger.csv")
    page = seen(at_work, "cijfer=woninginbraak&vorm=lijn")
    assert "nieuwe telwijze" in page
    assert "Sinds juli 2018" in page


def test_the_map_has_the_areas_of_the_right_year_and_their_table(at_work):
    page = seen(at_work, "cijfer=woninginbraak&vorm=kaart&jaar=2023&gebied=wijken")
    assert page.count('class="m-area') >= 4  # two districts, wide and narrow
    assert "Grenzen volgens de indeling van 2024." in page
    assert cells(page, "Aantal") == ["22", "14"]
    assert "Verhouding met" not in page


def test_the_map_says_when_its_rates_use_another_year(at_work, adviser, places):
    values = [Value(name, BURGLARY, "2021JJ00", 20) for name in OF_2023]
    values += [Value(name, HOMES, "2022JJ00", 1_250) for name in OF_2023 if name != "Hof"]
    load(adviser, places, values, "ouder.csv")
    page = seen(at_work, "cijfer=woninginbraak&vorm=kaart&jaar=2021&gebied=wijken")
    assert "Verhouding met woningen van 2022." in page


def test_a_map_without_outlines_says_what_to_do_and_keeps_the_numbers(at_work):
    page = seen(at_work, "cijfer=woninginbraak&vorm=kaart&jaar=2023&gebied=buurten")
    assert "geen omtrek bekend" in page
    assert "ig-map" not in page
    assert sorted(cells(page, "Aantal"), key=int) == ["5", "9", "10", "12"]


def test_an_area_without_outline_is_named(at_work, adviser, places):
    from integraal.foundation.areas.actions import NewArea, add_area

    area = NewArea("district", "Nieuw", date(2000, 1, 1), code="WK990103", code_year=2024)
    areas = {**places, "Nieuw": add_area(by=adviser, area=area, within=places["Molendrecht"])}
    load(adviser, areas, [Value("Nieuw", BURGLARY, "2023JJ00", 2)], "nieuw.csv")
    page = seen(at_work, "cijfer=woninginbraak&vorm=kaart&jaar=2023&gebied=wijken")
    assert "Zonder omtrek, dus alleen in de tabel: Nieuw." in page


def test_nothing_to_show_says_what_to_do(at_work):
    page = seen(at_work, "cijfer=fietsendiefstal")
    assert "Geen cijfers bij deze keuze" in page
    assert "Naar de bestanden" in page


def test_where_there_is_no_funnel_the_page_says_why(at_work):
    page = seen(at_work, "cijfer=woninginbraak&vorm=trechter&jaar=2023")
    assert "Geen trechter" in page
    assert "te weinig vergelijkbare gemeenten" in page


@pytest.mark.parametrize(
    "query",
    ["cijfer=niet-hier", "cijfer=woninginbraak&van=gisteren", "gebied=overal", "vorm=%00",
     "cijfer=%27%3B--", "vergelijk=GM9999&cijfer=woninginbraak", "jaar=12&cijfer=woninginbraak"],
)  # fmt: skip
def test_nonsense_gives_the_page_with_a_sentence(at_work, query):
    page = seen(at_work, query, status=422)
    assert "Dit klopt niet in uw keuze:" in page


@pytest.mark.parametrize("blad", ["0", "-1", "999", "x", "%00"])
def test_a_page_that_is_not_there_gives_one_that_is(at_work, blad):
    assert "Woninginbraak" in seen(at_work, f"cijfer=woninginbraak&blad={blad}&sorteer={blad}")


@pytest.mark.parametrize("role", ["mayor", "councillor", "data_protection_officer"])
def test_every_role_may_look(client, sign_in, employ, places, role):
    assert "Woninginbraak" in seen(sign_in(client, employ(role)), "cijfer=woninginbraak")


def test_who_is_not_signed_in_is_sent_to_sign_in(client, places):
    assert client.get(ADDRESS).status_code == 302


def test_the_number_of_queries_does_not_grow(
    at_work, adviser, places, national, django_assert_max_num_queries
):
    every = "gebied=gemeente&gebied=wijken&gebied=buurten"
    others = "vergelijk=NL00&vergelijk=GM9902&vergelijk=grootteklasse&vergelijk=provincie"
    values = [
        Value(name, BURGLARY, f"{year}JJ00", 9) for name in places for year in range(1990, 2019)
    ]
    load(adviser, places, values, "veel.csv")
    for form in ("tabel", "lijn", "kaart"):
        with django_assert_max_num_queries(39):
            seen(at_work, f"cijfer=woninginbraak&{every}&{others}&vorm={form}")
