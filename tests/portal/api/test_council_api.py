"""The council by API: the same rules as the screens, and only with the right scope."""

import json
import uuid
from datetime import date, timedelta

import pytest
from django.utils import timezone

from integraal.foundation.people.actions import make_token
from integraal.policy.accountability.models import Report
from tests.policy.programme.conftest import adopted_plan, goal, measure, programme

__all__ = ["adopted_plan", "goal", "measure", "programme"]
ROOT = "/api/v1"
ASKED = {"title": "Camera’s", "question": "Helpen ze?", "asked_by": "Fractie Voorbeeld",
         "asked_on": "2026-03-01", "theme": "woonomgeving"}  # fmt: skip


@pytest.fixture
def call(client, adviser, employ):
    """Send JSON with a key of somebody in a role, that has some scopes."""
    by_role = {}

    def sent(method, path, body=None, *, role="clerk", scopes=("account:read", "account:write")):
        by = by_role.setdefault(role, employ(role, "administrator"))
        ends_on = timezone.localdate() + timedelta(days=30)
        key = make_token(by=by, name="proef", scopes=list(scopes), ends_on=ends_on)[1]
        return client.generic(
            method, f"{ROOT}{path}", data=b"" if body is None else json.dumps(body).encode(),
            content_type="application/json", headers={"authorization": f"Bearer {key}"},
        )  # fmt: skip

    return sent


def test_a_question_is_kept_answered_and_taken_away(call):
    kept = call("POST", "/council-questions", ASKED)
    assert (kept.status_code, kept.json()["stand"]) == (201, "late")
    one = f"/council-questions/{kept.json()['id']}"
    changed = call("POST", one, {**ASKED, "title": "Camera’s nu", "base_revision": 1}).json()
    assert (changed["title"], changed["revision"]) == ("Camera’s nu", 2)
    given = {"answer": "Ja.", "answered_on": "2026-03-20", "base_revision": 2}
    assert call("POST", f"{one}/answer", given).json()["stand"] == "answered"
    assert call("POST", f"{one}/answer", given).status_code == 409
    assert call("DELETE", one).status_code == 409
    other = call("POST", "/council-questions", {**ASKED, "question": "Wat doet mevrouw Jansen?"})
    assert "lijkt op een naam" in other.json()["warnings"][0]
    assert call("DELETE", f"/council-questions/{other.json()['id']}").status_code == 204
    found = call("GET", "/council-questions?stand=answered&year=2026").json()
    assert [one["title"] for one in found] == ["Camera’s nu"]


def test_without_scope_or_role_nothing_is_written(call):
    reading = ("account:read",)
    assert call("POST", "/council-questions", ASKED, scopes=reading).status_code == 403
    assert call("GET", "/council-questions", scopes=("picture:read",)).status_code == 403
    assert call("POST", "/council-questions", ASKED, role="mayor").status_code == 403
    wrong = call("POST", "/council-questions", {**ASKED, "asked_on": "2999-01-01"})
    assert (wrong.status_code, "toekomst" in wrong.json()["detail"]) == (409, True)


def test_moments_come_with_what_is_not_there(call, loaded):
    moments = call("GET", "/planning-dates").json()
    assert len(moments) == 5
    halt = next(one for one in moments[0]["indicators"] if one["indicator"] == "bbv-halt")
    assert (halt["is_there"], halt["rate"], halt["per"]) == (False, None, 1000)
    assert halt["denominator"] == "jongeren"


def test_norms_are_answered_and_read(call, adviser, programme):  # noqa: F811
    report = Report.objects.create(
        tenant_id=adviser.tenant_id, lineage=uuid.uuid4(), version=1, kind="year", title="Jaar",
        programme=programme, first_day=date(2027, 1, 1), last_day=date(2027, 12, 31),
    )  # fmt: skip
    place = f"/reports/{report.pk}/norms"
    given = [{"code": "zicht", "answer": "partly", "text": "Deels."}]
    found = call("POST", place, given, role="adviser").json()
    assert (found[0]["answer"], found[0]["revision"], found[1]["revision"]) == ("deels", 1, 0)
    assert call("POST", place, given, role="mayor").status_code == 403


def test_a_theme_is_followed_seen_and_left(call):
    assert call("POST", "/followed-themes/jeugd").json()[0]["theme"] == "jeugd"
    assert call("GET", "/followed-themes").json()[0]["new"] == []
    assert call("POST", "/followed-themes/jeugd/seen").status_code == 204
    assert call("POST", "/followed-themes/onzin").status_code == 409
    assert call("DELETE", "/followed-themes/jeugd").status_code == 204
    assert call("GET", "/followed-themes").json() == []
