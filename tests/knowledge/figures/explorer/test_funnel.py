"""The municipality among others like it: like with like, never a name, never a ranking."""

from __future__ import annotations

from io import BytesIO

import numpy as np
import psycopg
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from integraal.foundation.database.embedded import roles
from integraal.knowledge.figures.beside_others.funnel import FunnelContent, NoFunnel
from integraal.statistics.funnel import compare_areas, funnel_limits
from tests.knowledge.figures.explorer import small_set
from tests.knowledge.figures.explorer.small_set import BURGLARY, HOMES, PEOPLE, Value, load
from tests.provisions import own_dsn

ADDRESS = "/cijfers/verkenner/"
# Forty invented municipalities: thirty of the own size, and ten large ones with more crime.
SMALL, LARGE = 30, 10


def invented() -> list[tuple[str, int, int, int]]:
    rng = np.random.default_rng(7)
    found = []
    for number in range(SMALL + LARGE):
        people = int(rng.integers(10_500, 19_500)) if number < SMALL else 120_000
        homes = people * 10 // 24
        rate = (6.0 if number < SMALL else 14.0) / 1000
        found.append((f"GM{8000 + number}", people, homes, int(rng.poisson(homes * rate))))
    return found


@pytest.fixture(scope="module")
def many(national):
    """National figures of 2023 with forty more municipalities."""
    with psycopg.connect(own_dsn(roles.OWNER)) as owner, owner.cursor() as cursor:
        cursor.execute("SELECT id FROM figures_dataset")
        dataset = cursor.fetchone()[0]
        for code, people, homes, burglaries in invented():
            cursor.execute(
                "INSERT INTO areas_codedarea (code, year, kind, name, within_code, province,"
                " urbanity) VALUES (%s, 2024, 'municipality', %s, 'NL00', 'Verzonnen', 4)",
                [code, f"Geheim {code}"],
            )
            for measure, value in ((PEOPLE, people), (HOMES, homes), (BURGLARY, burglaries)):
                small_set._reference(cursor, dataset, measure, code, value)


def change(statement: str):
    with psycopg.connect(own_dsn(roles.OWNER)) as owner, owner.cursor() as cursor:
        cursor.execute(statement.encode())


@pytest.fixture
def without_urbanity(many):
    """The urbanity of the own municipality is not known for a while."""
    change("UPDATE areas_codedarea SET urbanity = NULL WHERE code = 'GM9901'")
    yield
    change("UPDATE areas_codedarea SET urbanity = 4 WHERE code = 'GM9901'")


@pytest.fixture
def without_own_national(many):
    """The national table does not give the own number of burglaries for a while."""
    own = f"measure = '{BURGLARY}' AND region = 'GM9901'"
    change(f"UPDATE figures_referencefigure SET value = NULL, status = 'withheld' WHERE {own}")
    yield
    change(f"UPDATE figures_referencefigure SET value = 38, status = 'present' WHERE {own}")


def content(view):
    assert isinstance(view.funnel, FunnelContent), view.funnel
    return view.funnel


def test_like_is_laid_beside_like(explore, places, many):
    found = content(explore("cijfer=woninginbraak&vorm=trechter&jaar=2023"))
    # Of the small set Oostwaard and Westwaard are of the same size; Stilveen has no figure.
    assert found.similar == SMALL + 2 + 1
    assert found.group == "even groot, 10.000 tot 20.000 inwoners"
    assert sum(not one.is_similar for one in found.others) == LARGE + 1
    every = content(explore("cijfer=woninginbraak&vorm=trechter&jaar=2023&klasse=alle"))
    assert every.similar == SMALL + LARGE + 3 + 1
    assert every.target > found.target


def test_numbers_are_those_of_the_statistics(explore, places, many):
    found = content(explore("cijfer=woninginbraak&vorm=trechter&jaar=2023"))
    alike = [(38, 5_000), (20, 7_000), (30, 8_000)]
    alike += [(count, homes) for _, people, homes, count in invented() if people < 20_000]
    counts, homes = (np.array(each, dtype=float) for each in zip(*alike, strict=True))
    funnel = compare_areas(counts, homes)
    assert found.target == pytest.approx(float(funnel.target_rate[0]) * 1000)
    assert found.expected == pytest.approx(float(funnel.limits.expected[0]))
    assert found.zone == str(funnel.zone[0])
    limits = funnel_limits(found.expected, tau2=float(funnel.tau2[0]))
    assert found.own_limits[2] == pytest.approx(float(limits.upper_95) * found.target)
    assert found.dispersion == pytest.approx(float(funnel.dispersion[0]))


def test_a_high_municipality_is_called_so_in_words_of_the_list(explore, places, many, adviser):
    load(adviser, places, [Value("Molendrecht", BURGLARY, "2023JJ00", 90)], "veel.csv")
    found = content(explore("cijfer=woninginbraak&vorm=trechter&jaar=2023"))
    assert found.zone == "higher"
    assert found.statement.sentence.startswith("Duidelijk hoger dan vergelijkbare gemeenten (90 ")


def test_rounding_never_makes_an_alarm(explore, places, many, adviser):
    def zone(count, step):
        values = [Value("Molendrecht", BURGLARY, "2023JJ00", count, more=(("rounded_to", step),))]
        load(adviser, places, values, f"{count}-{step}.csv")
        return content(explore("cijfer=woninginbraak&vorm=trechter&jaar=2023")).zone

    assert zone(55, 1) == "higher"
    assert zone(54, 20) == "maybe_higher"
    assert zone(56, 60) == "within"


def test_page_excel_and_api_say_the_same_and_name_nobody(
    client, sign_in, adviser, employ, places, many
):
    from tests.portal.api.test_figures_api import bearer

    browser = sign_in(client, adviser)
    query = "cijfer=woninginbraak&vorm=trechter&jaar=2023"
    page = browser.get(f"{ADDRESS}?{query}").content.decode()
    book = load_workbook(BytesIO(browser.get(f"{ADDRESS}export.xlsx?{query}").content))
    told = dict(list(book["Toelichting"].values)[1:])
    headers = bearer(employ("adviser", "administrator"), "figures:read")
    by_api = client.get(f"/api/v1/explorer?{query}", **headers).json()["funnel"]
    assert by_api["sentence"] == told["Trechter"]
    assert by_api["sentence"] in page
    assert f"({by_api['municipalities']} gemeenten)" in told["Vergelijkbaar is"]
    assert f"naast {by_api['municipalities'] - 1} vergelijkbare gemeenten" in page
    comma = {name: str(fact).replace(".", ",") for name, fact in by_api.items()}
    both = f"{comma['lower_95']} tot {comma['upper_95']}"
    assert told["Vergelijkbare gemeenten samen"] == (
        f"{comma['target_rate']} misdrijven per 1.000 woningen"
    )
    assert told["95 van de 100 te verwachten tussen"] == both.replace(" tot ", " en ")
    assert both in page
    assert told["Bron van de andere gemeenten"]
    assert told["Bron van de andere gemeenten"] in page
    csv = browser.get(f"{ADDRESS}toelichting.csv?{query}").content.decode()
    assert told["Vergelijkbare gemeenten samen"] in csv
    assert "Geheim" not in page.split('id="antwoord"')[1]
    assert "Geheim" not in str(by_api) + csv
    assert 'class="c-funnel-inner"' in page


def test_the_choice_of_a_group_is_kept_in_the_link_and_offered_where_it_is_known(
    client, sign_in, adviser, places, many
):
    browser = sign_in(client, adviser)
    query = "cijfer=woninginbraak&vorm=trechter&jaar=2023"
    page = browser.get(f"{ADDRESS}?{query}").content.decode().split('id="antwoord"')[1]
    assert "Even stedelijk" in page
    assert "jaar=2023&amp;vorm=trechter&amp;klasse=stedelijkheid" in page
    urban = browser.get(f"{ADDRESS}?{query}&klasse=stedelijkheid").content.decode()
    assert "Vergeleken met: even stedelijk, weinig stedelijk." in urban


def test_with_a_group_that_is_not_known_it_says_so(explore, places, many, without_urbanity):
    found = explore("cijfer=woninginbraak&vorm=trechter&jaar=2023&klasse=stedelijkheid").funnel
    assert found == NoFunnel(
        "Van uw gemeente is de stedelijkheid niet bekend.",
        has_choice=True,
        advice="Kies onder ‘Vergelijkbaar is’ een andere groep.",
    )


def test_an_own_figure_that_is_not_national_is_still_laid_beside_its_like(
    explore, places, many, without_own_national
):
    found = content(explore("cijfer=woninginbraak&vorm=trechter&jaar=2023"))
    assert found.group == "even groot, 10.000 tot 20.000 inwoners"
    assert found.similar == SMALL + 2 + 1


def test_without_a_year_the_newest_with_enough_others_is_taken(explore, places, many):
    """Of 2024 the municipality has a figure, and no other has."""
    assert content(explore("cijfer=woninginbraak&vorm=trechter")).period.code == "2023JJ00"
    asked = explore("cijfer=woninginbraak&vorm=trechter&jaar=2024").funnel
    assert isinstance(asked, NoFunnel)
    assert "te weinig vergelijkbare gemeenten met een cijfer over 2024: 1, met de uwe" in asked.why


def test_of_months_it_says_that_a_funnel_is_of_a_year(client, sign_in, adviser, places, many):
    browser = sign_in(client, adviser)
    query = "cijfer=woninginbraak&vorm=trechter&periode=maanden"
    page = browser.get(f"{ADDRESS}?{query}").content.decode()
    assert "Een trechter gaat altijd over een heel jaar." in page
    assert "per 1.000 woningen, 2023." in page


def test_the_funnel_takes_at_most_three_queries_more(
    client, sign_in, adviser, places, many, django_assert_max_num_queries
):
    browser = sign_in(client, adviser)
    query = f"{ADDRESS}?cijfer=woninginbraak&jaar=2023"
    browser.get(query)
    with CaptureQueriesContext(connection) as table:
        browser.get(query)
    with django_assert_max_num_queries(len(table) + 3):
        browser.get(f"{query}&vorm=trechter")
