"""A table comes whole, or not at all; and a fetch that was cut off goes on where it was."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from integraal.knowledge.sources.odata.fetching import fetch_table
from integraal.knowledge.sources.odata.filters import Condition
from integraal.knowledge.sources.odata.transport import FetchProblem
from tests.knowledge.sources.odata.asking import FAST, TOPICS, fetch, problem, rows_of, served
from tests.knowledge.sources.odata.cbs_server import CbsServer, Misbehave, crime_table


def test_all_rows_arrive_as_given_with_what_they_mean(tmp_path: Path):
    said: list[tuple[int, int]] = []
    with served() as server:
        fetched = fetch(
            server, tmp_path / "new", progress=lambda done, of, _: said.append((done, of))
        )
        assert rows_of(fetched) == server.rows, "keys keep their padding, ID 0 keeps its 0"
        assert len(server.requests) == fetched.requests
    assert [page.name for page in fetched.pages] == [f"page-0000{n}.ndjson" for n in range(1, 5)]
    assert said == [(3, 12), (6, 12), (9, 12), (12, 12)]
    assert (fetched.rows, fetched.topic_columns) == (12, {"GeregistreerdeMisdrijven_1": ""})
    about = fetched.metadata
    assert (about.identifier, about.modified) == ("47013NED", "2026-08-15T02:00:00")
    assert about.division_year == 2024, "not MapYear, which says 2019"
    assert (about.region_column, about.period_column) == ("RegioS", "Perioden")
    assert about.class_columns == ("SoortMisdrijf",)
    assert about.provisional_periods == ("2024JJ00",)
    assert [code.code for code in about.codes["RegioS"]] == ["NL00", "GM0432", "GM0375"]
    assert len(fetched.sha256) == 64


def test_next_links_are_followed_byte_for_byte(tmp_path: Path):
    with served() as server:
        fetch(server, tmp_path)
        assert server.page_requests[0].endswith("/TypedDataSet?$format=json")
        assert server.page_requests[1:] == list(server.links)
        assert "%24skiptoken=%c3%ab~'3'+a%2fb&x=%7e" in server.page_requests[1]


def test_missing_values_stay_what_they_are(tmp_path: Path):
    given = [0, None, 4, ".", "", "x", "      7", 1.5, "0", None, 3, 2]
    rows, properties, codes = crime_table(value=lambda number: given[number])
    with CbsServer("47013NED", rows, properties, codes, 3) as server:
        fetched = fetch(server, tmp_path, dataset="UntypedDataSet")
        assert "UntypedDataSet" in server.page_requests[0]
    assert [row["GeregistreerdeMisdrijven_1"] for row in rows_of(fetched)] == given


def test_a_measure_under_another_number_is_found(tmp_path: Path):
    with served(Misbehave("shifted")) as server:
        fetched = fetch(server, tmp_path)
    assert fetched.topic_columns == {"GeregistreerdeMisdrijven_2": ""}
    assert rows_of(fetched)[1]["GeregistreerdeMisdrijven_2"] == 3


WHOLE_REFUSALS = [
    (Misbehave("loop", at=3), "terug naar een pagina die al gelezen is"),
    (Misbehave("repeat_page", at=3), "dezelfde pagina twee keer (rij 3)"),
    (Misbehave("repeat_row", at=2), "dezelfde rij twee keer (rij 2)"),
    (Misbehave("short", at=3), "zegt dat tabel 47013NED 12 rijen heeft, maar gaf er 9"),
    (Misbehave("wrong_count"), "zegt dat tabel 47013NED 11 rijen heeft, maar gaf er 12"),
    (Misbehave("wrong_count", times=1), "Eerst had zij 11 rijen en daarna 12"),
    (Misbehave("no_count"), "zegt niet hoeveel rijen"),
    (Misbehave("grow", at=2, times=1), "Eerst had zij 12 rijen en daarna 13"),
    (Misbehave("grow", at=4, times=1), "Eerst had zij 12 rijen en daarna 13"),
    (Misbehave("revise", at=3, times=1), "is veranderd tijdens het ophalen"),
    (Misbehave("other_host"), "verwijst naar een ander adres (example.org)"),
    (Misbehave("no_value"), "geen lijst met rijen"),
]


@pytest.mark.parametrize(("wrong", "sentence"), WHOLE_REFUSALS, ids=lambda case: str(case)[:40])
def test_a_table_that_does_not_hold_is_refused_whole(
    tmp_path: Path, wrong: Misbehave, sentence: str
):
    (tmp_path / "mine.txt").write_text("not a page")
    with served(wrong) as server:
        assert sentence in problem(server, tmp_path)
        assert len(server.page_requests) <= 5, "it never goes round"
        left = [file.name for file in tmp_path.iterdir()]
        assert left == ["mine.txt"], "no page of it stays"
        server.misbehave = None
        assert rows_of(fetch(server, tmp_path)) == server.rows, "the next try is not in its way"


def test_only_the_rows_and_columns_asked_for(tmp_path: Path):
    where = [
        Condition("SoortMisdrijf", "equals", ("1.1.1",)),
        Condition("RegioS", "equals", ("NL00", "GM0432")),
        Condition("Perioden", "contains", ("JJ",)),
    ]
    with served() as server:
        fetched = fetch(server, tmp_path, where=where, only_needed=True)
        assert "%20eq%20'1.1.1%20')" in server.page_requests[0], "padded, and encoded once"
    assert [row["ID"] for row in rows_of(fetched)] == [6, 7, 8, 9]
    assert fetched.rows == 4


def test_a_filter_that_gives_nothing_is_said(tmp_path: Path):
    with served() as server:
        wrong = [Condition("RegioS", "equals", ("GM9999",))]
        assert "kent 'GM9999' niet" in problem(server, tmp_path, where=wrong)
        nothing = [Condition("RegioS", "starts_with", ("BU",))]
        assert "heeft geen rijen" in problem(server, tmp_path, where=nothing)


def test_a_column_that_is_gone_or_doubled_is_named(tmp_path: Path):
    with served() as server:
        server.properties[-1]["Key"] = "AantalMisdrijven_1"
        said = problem(server, tmp_path)
        assert "geen kolom GeregistreerdeMisdrijven meer. Er is wel: AantalMisdrijven_1." in said
        assert server.page_requests == []
        server.properties[-1]["Key"] = "GeregistreerdeMisdrijven_1"
        server.properties.append(
            {**server.properties[-1], "ID": 5, "Key": "GeregistreerdeMisdrijven_4"}
        )
        said = problem(server, tmp_path)
        assert "GeregistreerdeMisdrijven_1, GeregistreerdeMisdrijven_4" in said


def test_rows_without_a_column_that_is_promised_are_refused(tmp_path: Path):
    with served() as server:
        del server.rows[7]["GeregistreerdeMisdrijven_1"]
        assert "zonder de kolom GeregistreerdeMisdrijven_1" in problem(server, tmp_path)
        server.rows[7]["GeregistreerdeMisdrijven_1"] = 1
        server.rows[7]["RegioS"] = None
        assert "in rij 7 geen code in de kolom RegioS" in problem(server, tmp_path)
        assert list(tmp_path.iterdir()) == []


def test_the_api_that_does_not_page_is_refused_for_large_tables(tmp_path: Path):
    periods = [f"{year}JJ00" for year in range(1000, 6001)]
    rows, properties, codes = crime_table(("NL00  ",), periods=periods)
    with CbsServer("47013NED", rows, properties, codes) as server:
        with pytest.raises(FetchProblem, match="Gebruik hetzelfde adres met ODataFeed"):
            fetch_table(server.api_address, "odata-v3", TOPICS, tmp_path, options=FAST)
        assert server.page_requests == []
        assert fetch(server, tmp_path).rows == 10_002
        assert len(server.page_requests) == 2


@pytest.mark.parametrize(
    ("service", "tail"), [("odata-v5", ""), ("odata-v3", "?x=1"), ("odata-v3", "#x")]
)
def test_an_unusable_question_is_refused(tmp_path: Path, service: Any, tail: str):
    with served() as server:
        with pytest.raises(FetchProblem, match=r"Kies odata-v3|zonder vraagteken"):
            fetch_table(server.address + tail, service, TOPICS, tmp_path, options=FAST)
        assert server.requests == []


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path):
    (tmp_path / "file").write_text("x")
    with served() as server:
        assert "kan niet worden geschreven" in problem(server, tmp_path / "file")
