"""What residents read of a whole report, made of the sample; and the same as open data."""

from __future__ import annotations

import csv
import io
import json

from integraal.policy.accountability.public import data
from integraal.policy.accountability.public.here import Here
from integraal.policy.accountability.public.page import public_account, villages_of
from integraal.policy.accountability.public.themes import theme_of
from tests.policy.accountability.sample import an_account


def overview(village: str = ""):
    here = Here("/openbaar/x/", village=village)
    return public_account(an_account(), here, body="college", adopted_on=None)


def test_every_goal_has_a_mark_in_words() -> None:
    assert [one.text for one in overview().marks] == ["3 doelen nog niet te zeggen"]
    card = theme_of(an_account().themes[0], an_account(), Here())
    assert card.goals[0].mark.text == "Niet te zeggen"


def test_a_village_reads_its_own_measures_and_those_of_all() -> None:
    assert villages_of(an_account()) == ["Zandwijk"]
    homes = an_account().themes[0]
    whole = theme_of(homes, an_account(), Here("/o/"))
    elsewhere = theme_of(homes, an_account(), Here("/o/", village="Oosterwerf"))
    assert whole.standing.startswith("Van de 3 maatregelen")
    assert elsewhere.standing.startswith("Van de 2 maatregelen")
    assert [one.title for one in elsewhere.goals[0].measures] == ["Keurmerk"]


def test_a_link_keeps_year_and_village() -> None:
    here = Here("/o/", "2025", "Zandwijk")
    assert here.url("thema/jeugd/") == "/o/thema/jeugd/?jaar=2025&dorp=Zandwijk"
    assert here.url(village="") == "/o/?jaar=2025"
    assert Here().url("thema/jeugd/") == ""


def test_nothing_of_an_owner_is_told() -> None:
    everything = repr(overview()) + repr([theme_of(one, an_account(), Here()) for one in
                                          an_account().themes])  # fmt: skip
    everything += data.as_json(an_account()).decode() + data.as_csv(an_account()).decode()
    assert "Wijkagent" not in everything
    assert "Zes avonden gehouden" not in everything


def test_csv_and_json_hold_the_same_with_a_point() -> None:
    rows = list(csv.DictReader(io.StringIO(data.as_csv(an_account()).decode())))
    told = json.loads(data.as_json(an_account()))
    assert rows == told["maatregelen"]
    assert len(rows) == 6
    assert (rows[0]["begroot"], rows[0]["uitgegeven"]) == ("16000", "7200")
    assert rows[0]["organisatie"] == "Politie"
    named = {one["veld"] for one in told["codeboek"]["maatregelen"]}
    assert named == set(rows[0])
    assert told["licentie"]["naam"] == "CC BY 4.0"


def test_an_amount_has_a_point_and_unknown_stays_empty() -> None:
    assert data.plain_number("16.000,50") == "16000.50"
    assert data.plain_number("") == ""
