"""Meetings by API: the same rules and circles as the screens."""

from datetime import timedelta

import pytest
from django.utils import timezone

from integraal.foundation.people.actions import make_token
from integraal.policy.monitoring.deviations import actions as deviations

ROOT = "/api/v1/meetings"
TODAY = timezone.localdate().isoformat()
LATER = (timezone.localdate() + timedelta(days=14)).isoformat()
OPTIONS = [("Meer toezicht", "Kost 200 uur."), ("Niets doen", "Het blijft.")]


def caller(client, by, scopes=("monitoring:read", "monitoring:write")):
    """Send JSON with a key of somebody."""
    ends_on = timezone.localdate() + timedelta(days=30)
    key = make_token(by=by, name="proef", scopes=list(scopes), ends_on=ends_on)[1]

    def sent(method, path, body=None):
        return client.generic(
            method, path, data=_json(body), content_type="application/json",
            headers={"authorization": f"Bearer {key}"},
        )  # fmt: skip

    return sent


def _json(body):
    import json

    return b"" if body is None else json.dumps(body).encode()


@pytest.fixture
def by(employ):
    return employ("adviser", "administrator")


@pytest.fixture
def call(client, by):
    return caller(client, by)


@pytest.fixture
def opened(by):
    row = deviations.open_deviation(by=by, title="Onrust", cause="partner", what="Signaal.")
    row = deviations.analyse(by=by, deviation=row, analysis="x", base_revision=1)
    return deviations.give_options(by=by, deviation=row, options=OPTIONS, base_revision=2)


def test_a_meeting_by_api_from_plan_to_adopted_minutes(call, opened):
    made = call("POST", ROOT, {"kind": "integral-safety", "day": TODAY})
    assert made.status_code == 201
    one = f"{ROOT}/{made.json()['id']}"
    (item,) = call("POST", f"{one}/fill", {"deviations": [str(opened.pk)]}).json()
    own = {"title": "Rondvraag", "asked": "discuss"}
    other = call("POST", f"{one}/items", own).json()
    there = f"/api/v1/agenda-items/{other['id']}"
    assert call("POST", f"{there}/place", {"to": 1}).json()["order"] == 1
    assert call("PUT", there, {**own, "base_revision": 9}).status_code == 409
    assert call("DELETE", there).status_code == 204
    action = {"what": "Rooster", "function": "Boa", "due": LATER}
    told = call(
        "POST", f"/api/v1/agenda-items/{item['id']}/outcome",
        {"decision": "Doen.", "chosen": 0, "action": action, "base_revision": 1},
    )  # fmt: skip
    assert told.json()["decision"] == "Doen."
    found = call("GET", "/api/v1/deviations").json()[0]
    assert (found["stage"], found["decided_by"]) == ("decided", "Integraal veiligheidsoverleg")
    minutes = {"present": "Burgemeester", "chair": "Adviseur", "base_revision": 1}
    assert call("POST", f"{one}/minutes", minutes).json()["state"] == "held"
    later = call("POST", ROOT, {"kind": "integral-safety", "day": TODAY}).json()["id"]
    adoption = {"adopted_in": later, "base_revision": 2}
    assert call("POST", f"{one}/adoption", adoption).json()["state"] == "adopted"
    again = call("POST", f"{one}/minutes", {**minutes, "base_revision": 3})
    assert "verandert niet meer" in again.json()["detail"]
    assert call("GET", one).json()["content"]["items"][0]["actions"][0]["what"] == "Rooster"
    assert call("GET", f"{one}/minutes.pdf").content.startswith(b"%PDF-")
    (point,) = call("GET", "/api/v1/action-points").json()
    place = f"/api/v1/action-points/{point['id']}"
    assert call("POST", f"{place}/done", {"base_revision": 1}).json()["done_on"] == TODAY
    assert call("POST", f"{place}/reopen", {"base_revision": 2}).json()["done_on"] is None
    stays = call("DELETE", f"{ROOT}/{later}")
    assert "eerder verslag vastgesteld" in stays.json()["detail"]
    third = call("POST", ROOT, {"kind": "integral-safety", "day": TODAY}).json()["id"]
    assert call("DELETE", f"{ROOT}/{third}").status_code == 204


def test_outside_the_circle_the_api_knows_nothing(client, call, employ, opened):
    made = call("POST", ROOT, {"kind": "triangle", "day": TODAY, "title": "Zwanenlaan"}).json()
    (item,) = call("POST", f"{ROOT}/{made['id']}/fill", {"deviations": [str(opened.pk)]}).json()
    action = {"what": "Zwanenlaan", "function": "Politiechef", "due": LATER}
    outcome = {"decision": "Zwanenlaan", "chosen": 0, "action": action, "base_revision": 1}
    call("POST", f"/api/v1/agenda-items/{item['id']}/outcome", outcome)
    (point,) = call("GET", "/api/v1/action-points").json()
    outside = caller(client, employ("administrator", "clerk"))
    assert "Zwanenlaan" not in outside("GET", ROOT).content.decode()
    assert outside("GET", "/api/v1/action-points").json() == []
    assert "Zwanenlaan" not in outside("GET", "/api/v1/deviations").content.decode()
    assert "triangle" not in outside("GET", f"{ROOT}/kinds").content.decode()
    one, tick = f"{ROOT}/{made['id']}", {"base_revision": 1}
    minutes = {"present": "x", "chair": "x", "base_revision": 1}
    for method, path, body in (
        ("GET", one, None), ("GET", f"{one}/items", None), ("GET", f"{one}/minutes.pdf", None),
        ("DELETE", one, None), ("POST", f"{one}/minutes", minutes),
        ("PUT", one, {"day": TODAY, "base_revision": 1}), ("POST", f"{one}/fill", {}),
        ("POST", f"{one}/adoption", {"adopted_in": made["id"], "base_revision": 1}),
        ("POST", f"/api/v1/agenda-items/{item['id']}/outcome", outcome),
        ("POST", f"/api/v1/agenda-items/{item['id']}/place", {"to": 1}),
        ("DELETE", f"/api/v1/agenda-items/{item['id']}", None),
        ("POST", f"/api/v1/action-points/{point['id']}/done", tick),
    ):  # fmt: skip
        answer = outside(method, path, body)
        assert answer.status_code == 404, (method, path, answer.content)
        assert "Zwanenlaan" not in answer.content.decode()
    planned = outside("POST", ROOT, {"kind": "triangle", "day": TODAY})
    assert (planned.status_code, "bestaat niet" in planned.json()["detail"]) == (403, True)


def test_reading_is_not_writing(client, by):
    narrow = caller(client, by, scopes=["monitoring:read"])
    assert narrow("POST", ROOT, {"kind": "triangle", "day": TODAY}).status_code == 403
    assert caller(client, by, scopes=["plan:read"])("GET", ROOT).status_code == 403
