"""Prioritisation sessions by API: the same deeds, refusals and trail as on screen."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from integraal.foundation.audit.models import Event
from integraal.foundation.people.actions import make_token
from integraal.policy.picture.actions import adopt_picture, propose_picture, start_picture
from integraal.policy.picture.writing.actions import write_text
from integraal.policy.priorities.leading.rounds.actions import open_round
from integraal.policy.priorities.models import Session
from tests.policy.priorities.around.ground import hold_rounds, seat


@pytest.fixture
def adviser(employ):
    return employ("adviser", "administrator", "mayor")


@pytest.fixture
def picture(adviser, loaded):
    draft = start_picture(by=adviser, year=2025)
    write_text(by=adviser, picture=draft, theme="jeugd", text="Onrust.", base_revision=0)
    propose_picture(by=adviser, picture=draft)
    return adopt_picture(by=adviser, picture=draft, on=timezone.localdate())


@pytest.fixture
def call(client, adviser):
    """Ask the API as the adviser: method and path after /sessions; returns status and answer."""
    ends_on = timezone.localdate() + timedelta(days=30)
    scopes = ["session:read", "session:write"]
    key = make_token(by=adviser, name="koppeling", scopes=scopes, ends_on=ends_on)[1]

    def called(method, path, body=None):
        answer = client.generic(
            method,
            f"/api/v1/sessions{path}",
            data=json.dumps(body) if body is not None else "",
            content_type="application/json",
            HTTP_AUTHORIZATION=f"Bearer {key}",
        )
        return answer.status_code, answer.json() if answer.content else None

    return called


@pytest.fixture
def session(call, picture):
    """The address of a session that was begun by API."""
    status, made = call("POST", "", {"picture": str(picture.pk)})
    assert status == 201
    return f"/{made['id']}"


def _settings(**more):
    return {"title": "Sessie", "chair": "Burgemeester", "base_revision": 1, **more}


def test_a_session_is_decided_on_and_signed_by_api(call, session):
    today = timezone.localdate().isoformat()
    assert call("PUT", f"{session}/settings", _settings(held_on=today))[0] == 200
    decided = {"outcome": "priority", "reason": "Meer jonge aanwas"}
    assert call("PUT", f"{session}/decisions/jeugd", decided)[1]["revision"] == 1
    assert call("POST", f"{session}/propose")[1]["state"] == "proposed"
    status, signed = call("POST", f"{session}/sign", {"on": today, "number": "BM-1"})
    assert (status, signed["state"]) == (200, "adopted")
    content = call("GET", session)[1]["content"]
    assert content["decisions"][0]["reason"] == "Meer jonge aanwas"
    assert Event.objects.get(verb="session.signed").through == "api"


def test_a_decision_that_builds_on_an_old_stand_is_refused(call, session):
    call("PUT", f"{session}/decisions/jeugd", {"outcome": "priority"})
    status, told = call("PUT", f"{session}/decisions/jeugd", {"outcome": "not"})
    assert (status, "intussen veranderd" in told["detail"]) == (409, True)
    assert call("DELETE", f"{session}/decisions/jeugd?base_revision=1")[0] == 204
    assert {one["outcome"] for one in call("GET", f"{session}/decisions")[1]} == {""}


def test_what_the_screen_refuses_the_api_refuses_with_the_same_sentence(call, session):
    status, told = call("PUT", f"{session}/decisions/jeugd", {"outcome": "elsewhere"})
    assert (status, "Noem het beleidsstuk" in told["detail"]) == (409, True)
    assert "wat er is besloten" in call("POST", f"{session}/propose")[1]["detail"]
    assert call("PUT", f"{session}/decisions/nergens", {"outcome": "not"})[0] == 404


def test_priorities_of_others_and_their_matches(call, session):
    other = {"body": "police", "priority": "Jonge aanwas", "theme": "jeugd"}
    status, row = call("POST", f"{session}/others", other)
    assert status == 201
    path = f"{session}/others/{row['id']}"
    change = {**other, "reason": "Speelt hier niet", "base_revision": 1}
    assert call("PUT", path, change)[1]["revision"] == 2
    assert call("PUT", path, {**change, "reason": "Anders"})[0] == 409
    found = call("GET", f"{session}/others")[1]
    assert found["matches"][0]["theme"] == "Jeugd en veiligheid"
    assert call("DELETE", f"{path}?base_revision=2")[0] == 204


def test_criteria_and_themes_are_prepared(call, session):
    status, row = call("POST", f"{session}/criteria", {"name": "Draagvlak"})
    assert (status, row["order"]) == (201, 4)
    assert call("POST", f"{session}/criteria/{row['id']}/move", {"up": True})[0] == 204
    assert call("GET", f"{session}/criteria")[1][2]["name"] == "Draagvlak"
    assert call("DELETE", f"{session}/criteria/{row['id']}")[0] == 204
    status, own = call("POST", f"{session}/themes", {"name": "Verkeer"})
    assert call("PUT", f"{session}/themes/{own['id']}", {"name": "Veilig verkeer"})[0] == 200


def test_an_open_round_gives_no_scores(call, session, adviser):
    held = Session.objects.get()
    seat(adviser, held, "Lid")
    open_round(by=adviser, session=held)
    assert call("GET", f"{session}/results")[1] == []


def test_a_closed_round_gives_counts_and_no_ballots(call, session, adviser):
    hold_rounds(adviser, Session.objects.get())
    [found] = call("GET", f"{session}/results")[1]
    assert found["n"] == 14
    assert set(found) == {
        "number", "closed_on", "n", "groups", "weights", "sentences", "rows",
    }  # fmt: skip


def test_fact_sheet_and_warnings(call, session):
    sheet = call("GET", f"{session}/fact-sheets/woonomgeving")[1]
    assert sheet["counted"][0]["interval"]
    warned = {one["code"]: one for one in call("GET", f"{session}/warnings")[1]}
    assert warned["every_theme_decided"]["lacking"]


def test_a_key_for_pictures_opens_no_session(client, adviser, session):
    ends_on = timezone.localdate() + timedelta(days=30)
    key = make_token(by=adviser, name="beeld", scopes=["picture:read"], ends_on=ends_on)[1]
    answer = client.get(f"/api/v1/sessions{session}", HTTP_AUTHORIZATION=f"Bearer {key}")
    assert answer.status_code == 403
