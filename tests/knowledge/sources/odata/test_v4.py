"""Observations of OData v4 arrive as rows of v3, each with what is the matter with its value."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from integraal.knowledge.sources.odata.fetching import Fetched, fetch_table
from integraal.knowledge.sources.odata.filters import Condition
from integraal.knowledge.sources.odata.pages_v4 import status_of
from integraal.knowledge.sources.odata.transport import FetchProblem
from tests.knowledge.sources.odata.asking import FAST, rows_of
from tests.knowledge.sources.odata.cbs_server import CbsServer, Misbehave, crime_table

TOPICS = {"GeregistreerdeMisdrijven": "alle"}


def served(misbehave: Misbehave | None = None) -> CbsServer:
    """Twelve regions and periods, two measures each: 24 observations."""
    rows, properties, codes = crime_table()
    properties.append({**properties[-1], "ID": 5, "Key": "PerInwoner_2", "Title": "Per inwoner"})
    for row in rows:
        row["PerInwoner_2"] = row["ID"] / 4
    return CbsServer("47013NED", rows, properties, codes, 5, misbehave=misbehave)


def fetch(server: CbsServer, folder: Path, **more: Any) -> Fetched:
    return fetch_table(server.v4_address, "odata-v4", TOPICS, folder, options=FAST, **more)


def test_observations_become_rows(tmp_path: Path):
    with served() as server:
        fetched = fetch(server, tmp_path)
        assert len(server.page_requests) == 3
    rows = rows_of(fetched)
    assert [row["GeregistreerdeMisdrijven_1"] for row in rows] == [n * 3 for n in range(12)]
    assert {key: rows[2][key] for key in ("ID", "SoortMisdrijf", "RegioS", "Perioden")} == {
        "ID": 4,
        "SoortMisdrijf": "0.0.0 ",
        "RegioS": "GM0432",
        "Perioden": "2023JJ00",
    }
    assert {row["_topic"] for row in rows} == {"GeregistreerdeMisdrijven_1"}
    assert {row["_status"] for row in rows} == {"present"}
    assert "PerInwoner_2" not in rows[0]
    about = fetched.metadata
    assert (fetched.rows, about.region_column, about.division_year) == (12, "RegioS", 2024)
    assert about.provisional_periods == ("2024JJ00",)
    assert fetched.topic_columns == {"GeregistreerdeMisdrijven_1": "alle"}


def test_a_value_that_is_not_there_says_why(tmp_path: Path):
    key = "GeregistreerdeMisdrijven_1"
    with served() as server:
        for number, attribute in enumerate(
            ["Confidential", "Impossible", "Unknown", "None", "Nieuw"]
        ):
            server.rows[number].update({key: None, "_attributes": {key: attribute}})
        server.rows[5].update({key: 0, "_attributes": {key: "Confidential"}})
        server.rows[6].update({key: 0})
        rows = rows_of(fetch(server, tmp_path))
    assert [(row["_status"], row[key]) for row in rows[:7]] == [
        ("withheld", None),
        ("impossible", None),
        ("missing", None),
        ("missing", None),
        ("missing", None),
        ("withheld", None),
        ("present", 0),
    ]
    assert rows[4]["_attribute"] == "Nieuw"


def test_a_value_under_an_unknown_mark_is_refused(tmp_path: Path):
    with served() as server:
        server.rows[3]["_attributes"] = {"GeregistreerdeMisdrijven_1": "Nieuw"}
        with pytest.raises(FetchProblem, match="onbekende kenmerk 'Nieuw'"):
            fetch(server, tmp_path)
        assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("kind", ["loop", "repeat_page", "repeat_row", "short", "grow", "revise"])
def test_misbehaviour_is_refused_whole(tmp_path: Path, kind: str):
    with served(Misbehave(kind, at=2, times=1)) as server:
        with pytest.raises(FetchProblem, match="Er is niets bewaard"):
            fetch(server, tmp_path)
        assert list(tmp_path.iterdir()) == []


def test_a_cut_off_fetch_goes_on(tmp_path: Path):
    with served(Misbehave("error", at=3)) as server:
        with pytest.raises(FetchProblem, match="geeft fout 500"):
            fetch(server, tmp_path)
        server.misbehave = None
        server.requests.clear()
        fetched = fetch(server, tmp_path)
        assert (len(server.page_requests), fetched.rows, fetched.resumed_pages) == (1, 12, 2)


def test_conditions_join_the_measures(tmp_path: Path):
    with served() as server:
        where = [Condition("RegioS", "equals", ("NL00",))]
        assert fetch(server, tmp_path, where=where).rows == 4


def test_no_value_without_reason_is_never_present():
    assert status_of(None, None) == "missing"
    assert status_of("None", "") == "missing"
    assert status_of(None, 0) == "present"
    assert status_of(" confidential ", 12) == "withheld"
