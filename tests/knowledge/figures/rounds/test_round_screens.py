"""The page of the round, its Excel and API, and the explorer's months."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from openpyxl import load_workbook

from integraal.foundation.jobs.models import Job
from integraal.knowledge.figures.rounds.actions import make_round
from tests.portal.api.test_figures_api import bearer

ADDRESS = "/cijfers/maandronde/"


@pytest.fixture
def made(adviser, loaded):
    return make_round(by=adviser)


def page(client, query=""):
    answer = client.get(f"{ADDRESS}{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_page_tells_what_stood_out_among_how_many(client, sign_in, adviser, made):
    text = page(sign_in(client, adviser))
    assert "<h1>Maandronde, september 2025</h1>" in text
    assert "In september 2025 vielen er 2 op, van de 3 reeksen die genoeg gevallen hadden." in text
    assert "Diefstal van fietsen, bromfietsen en snorfietsen, Hof" in text
    assert "Dit is een van 3 vergelijkingen die samen beoordeeld zijn." in text
    assert "de coronatijd telt niet mee" in text


def test_another_month_can_be_looked_at_and_a_wrong_one_gives_the_newest(
    client, sign_in, adviser, made
):
    browser = sign_in(client, adviser)
    assert "<h1>Maandronde, augustus 2025</h1>" in page(browser, "?maand=2025-08")
    for wrong in ("1999-01", "x", "2025-12", "' or 1=1"):
        assert "<h1>Maandronde, september 2025</h1>" in page(browser, f"?maand={wrong}")


def test_who_may_not_see_small_counts_sees_no_verdict_on_a_part(client, sign_in, mayor, made):
    browser = sign_in(client, mayor)
    text = page(browser)
    assert "Hof" not in text
    assert "In september 2025 viel er 1 op" in text
    rows = list(load_workbook(BytesIO(browser.get(f"{ADDRESS}excel").content))["Oordelen"].values)
    assert {row[2] for row in rows[1:]} == {"Molendrecht"}


def test_excel_and_api_give_the_verdicts_of_the_page(client, sign_in, adviser, employ, made):
    answer = sign_in(client, adviser).get(f"{ADDRESS}excel")
    book = load_workbook(BytesIO(answer.content))
    heads, *rows = book["Oordelen"].values
    in_excel = {(row[0], row[2], row[4]): row[9] for row in rows}
    assert heads[:3] == ("Cijfer", "Versie", "Gebied")
    assert [list(row) for row in book["Families"].values][-1] == ["2025MM09", 3, 2]
    headers = bearer(employ("adviser", "administrator"), "figures:read")
    told = client.get("/api/v1/month-round", {"maand": "2025-09"}, **headers).json()
    assert told["families"]["2025MM09"] == {"comparisons": 3, "alarms": 2}
    by_api = {(v["indicator"], v["area"], v["period"]): v["sentence"] for v in told["verdicts"]}
    assert by_api
    assert by_api.items() <= in_excel.items()
    text = page(client)
    for one in told["verdicts"]:
        assert one["standing"] != "alarm" or one["sentence"] in text
        assert f">{one['seen']}</td>" in text


def test_a_round_can_be_made_by_api(client, employ, loaded):
    headers = bearer(employ("adviser", "administrator"), "figures:write")
    told = client.post("/api/v1/month-round", **headers).json()
    assert told["last_judged"] == "2025MM09"
    reader = bearer(employ("adviser", "administrator", name="lezer"), "figures:read")
    assert client.post("/api/v1/month-round", **reader).status_code == 403


def test_without_a_round_the_page_says_what_to_do_first(client, sign_in, adviser, places):
    text = page(sign_in(client, adviser))
    assert "Nog geen maandronde" in text
    assert client.get(f"{ADDRESS}excel").status_code == 404


def test_a_new_round_is_asked_on_the_page(client, sign_in, adviser, mayor, loaded):
    browser = sign_in(client, adviser)
    assert browser.post(f"{ADDRESS}maken").status_code == 302
    assert Job.objects.get().kind == "month-round"
    other = sign_in(client, mayor)
    assert "Maak de maandronde opnieuw" not in page(other)
    assert other.post(f"{ADDRESS}maken").status_code == 403


def test_the_explorer_shows_the_verdict_and_the_band_of_the_round(client, sign_in, adviser, made):
    browser = sign_in(client, adviser)
    query = "?cijfer=fietsendiefstal&periode=maanden&vorm=lijn"
    text = browser.get(f"/cijfers/verkenner/{query}").content.decode()
    assert '<h2 id="oordeel">September 2025 naast de jaren ervoor</h2>' in text
    assert "Opvallend: meer dan verwacht" in text
    assert 'class="c-band"' in text
    assert "in alle gebieden van de gemeente, in deze maand" in text


def test_a_filter_on_the_months_changes_no_verdict(client, sign_in, adviser, made):
    browser = sign_in(client, adviser)
    said = set()
    for more in ("", "&van=2025-09", "&gebied=gemeente&gebied=buurten", "&vorm=lijn"):
        query = f"?cijfer=fietsendiefstal&periode=maanden{more}"
        text = browser.get(f"/cijfers/verkenner/{query}").content.decode()
        said.add(re.search(r"Opvallend: meer dan verwacht \([^)]*\)", text)[0])
    assert len(said) == 1


def test_the_page_takes_a_fixed_number_of_queries(
    client, sign_in, adviser, made, django_assert_max_num_queries
):
    browser = sign_in(client, adviser)
    page(browser)
    with django_assert_max_num_queries(16):
        page(browser)
