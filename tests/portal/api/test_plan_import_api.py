"""The import of a plan and its trace by API: the same deeds and rules as on the screens."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from integraal.policy.plan.models import Plan, PlanImport
from tests.policy.plan.importing.known import PLANS
from tests.policy.plan.importing.test_reading import scanned
from tests.policy.plan.trace.conftest import goal, picture, plan, session
from tests.portal.api.test_api import ROOT, bearer, key_of

__all__ = ["goal", "picture", "plan", "session"]
SCOPES = ["plan:read", "plan:write"]


@pytest.fixture
def adviser(employ):
    return employ("adviser", "administrator")


@pytest.fixture
def key(adviser):
    return key_of(adviser, SCOPES)


def send(client, path, key, given):
    return client.post(ROOT + path, given, content_type="application/json", **bearer(key))


def test_a_document_is_read_judged_and_taken_over(client, key):
    file = SimpleUploadedFile("heideveld.txt", (PLANS / "numbered.txt").read_bytes())
    made = client.post(f"{ROOT}/plan-imports/file", {"file": file}, **bearer(key))
    assert made.status_code == 201
    found = made.json()
    one = f"/plan-imports/{found['id']}"
    goals = [each for each in found["proposals"] if each["kind"] == "goal"]
    assert goals[0]["judgement"]["deed"] == "open"
    ids = [each["id"] for each in goals]
    judged = send(client, f"{one}/judge", key, {"proposals": ids, "deed": "accepted"})
    assert judged.status_code == 200
    done = send(client, f"{one}/finish", key, {"first_year": 2024, "last_year": 2027})
    assert done.status_code == 200
    assert done.json()["proposals"] == []
    assert {each["outcome"] for each in done.json()["report"]} == {"taken", "open"}
    assert str(Plan.objects.get().pk) == done.json()["plan"]


def test_refusals_are_the_sentences_of_the_screens(client, key):
    scan = SimpleUploadedFile("scan.pdf", scanned())
    answer = client.post(f"{ROOT}/plan-imports/file", {"file": scan}, **bearer(key))
    assert answer.status_code == 400
    assert "gescand" in answer.json()["detail"]
    text = (PLANS / "capitals.txt").read_text()
    one = send(client, "/plan-imports/text", key, {"text": text}).json()["id"]
    answer = send(client, f"/plan-imports/{one}/finish", key, {"first_year": 2026})
    assert answer.status_code == 409
    assert "ten minste één" in answer.json()["detail"]
    assert client.delete(f"{ROOT}/plan-imports/{one}", **bearer(key)).status_code == 204
    assert PlanImport.objects.count() == 0


def test_a_key_that_only_reads_reads_nothing_in(client, adviser):
    key = key_of(adviser, ["plan:read"])
    assert send(client, "/plan-imports/text", key, {"text": "Een plan."}).status_code in (401, 403)
    assert client.get(f"{ROOT}/plan-imports", **bearer(key)).json() == []


def test_the_trace_leads_to_the_rows(client, key, plan, goal):
    answer = client.get(f"{ROOT}/plans/{plan.pk}/trace", **bearer(key))
    assert answer.status_code == 200
    (line,) = answer.json()["lines"]
    assert (line["words"], line["value"], line["nothing"]) == ("Minder overlast", "125", "")
    assert line["scores"][0] == {
        "criterion": "Impact", "mean": "4,0", "spread": "", "n": 3,
    }  # fmt: skip
    assert line["rows"][0]["line"] > 0
    alone = client.get(f"{ROOT}/plans/{plan.pk}/trace/{goal.key}", **bearer(key))
    assert alone.json()["lines"] == answer.json()["lines"]
    other = client.get(f"{ROOT}/plans/{plan.pk}/trace/{plan.pk}", **bearer(key))
    assert other.status_code == 404
