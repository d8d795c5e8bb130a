"""Monitoring by API: the same rules as the screens, and only with the right scope."""

from datetime import timedelta

import pytest
from django.utils import timezone

from integraal.foundation.people.actions import make_token
from tests.policy.monitoring.conftest import (  # noqa: F401
    goal,
    measure,
    own_goal,
    plan,
    running,
)

ROOT = "/api/v1/monitoring"


@pytest.fixture
def call(client, employ):
    """Send JSON with a key of the adviser that has some scopes."""
    by = employ("adviser", "administrator")

    def sent(method, path, body=None, *, scopes=("monitoring:read", "monitoring:write")):
        ends_on = timezone.localdate() + timedelta(days=30)
        key = make_token(by=by, name="proef", scopes=list(scopes), ends_on=ends_on)[1]
        return client.generic(
            method, path, data=b"" if body is None else _json(body),
            content_type="application/json", headers={"authorization": f"Bearer {key}"},
        )  # fmt: skip

    return sent


def _json(body):
    import json

    return json.dumps(body).encode()


def test_goals_tell_their_years_and_what_may_be_said(call, running, goal):  # noqa: F811
    found = next(one for one in call("GET", f"{ROOT}/goals").json() if one["key"] == str(goal.key))
    newest = found["years"][-1]
    assert (newest["year"], newest["value"], newest["path"]) == (2025, 125.0, 127.8)
    assert "binnen de marge" in newest["beside_path"]
    said = call("GET", f"{ROOT}/goals/{goal.key}/evaluation").json()["said"]
    assert said[1]["say"].startswith("Dit kunnen we niet zeggen.")


def test_a_deviation_by_api_skips_no_step(call, running, goal):  # noqa: F811
    limit = call("POST", f"{ROOT}/goals/{goal.key}/thresholds", {"rule": "above", "value": "110"})
    assert limit.status_code == 201
    (opened,) = call("POST", f"{ROOT}/check").json()["opened"]
    one = f"/api/v1/deviations/{opened}"
    early = call("POST", f"{one}/close", {"result": "Klaar.", "base_revision": 1})
    assert (early.status_code, "eerst de analyse" in early.json()["detail"]) == (409, True)
    done = call("POST", f"{one}/analysis", {"analysis": "Zomer.", "base_revision": 1})
    assert done.json()["stage"] == "analysed"
    assert "twee keuzes" in done.json()["next"]


def test_reading_is_not_writing(call, running, goal):  # noqa: F811
    body = {"rule": "above", "value": "110"}
    narrow = call("POST", f"{ROOT}/goals/{goal.key}/thresholds", body, scopes=["monitoring:read"])
    assert narrow.status_code == 403
    assert call("GET", "/api/v1/deviations", scopes=["plan:read"]).status_code == 403


def test_incidents_and_joined_programmes(call, running):  # noqa: F811
    sent = {"kind": "incident", "title": "Storm", "happened_on": "2025-01-09",
            "what": "Bel 06-12345678"}  # fmt: skip
    kept = call("POST", f"{ROOT}/incidents", sent).json()
    assert "telefoonnummer" in kept["warnings"][0]
    lesson = call("POST", f"{ROOT}/incidents/{kept['id']}/lessons", {"text": "Noodplan"})
    assert lesson.status_code == 201
    joined = {"title": "Samen veilig", "level": "regional", "since": "2024-01-01"}
    assert call("POST", f"{ROOT}/joined", joined).status_code == 201
    assert [one["title"] for one in call("GET", f"{ROOT}/joined").json()] == ["Samen veilig"]
