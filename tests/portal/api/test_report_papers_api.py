"""Papers of a report by API, and what it tells a picture: the same rules as the screens."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from integraal.foundation.people.actions import make_token
from integraal.policy.accountability.models import Report
from integraal.policy.picture.actions import start_picture
from integraal.policy.picture.evaluation.queries import promises
from tests.policy.accountability.adopting import a_report, adopt
from tests.policy.accountability.conftest import (  # noqa: F401
    goal,
    lively,
    measures,
    own_goal,
    plan,
    programme,
)

SCOPES = ("account:read", "picture:write")


@pytest.fixture
def report(adviser, programme, lively) -> Report:  # noqa: F811
    return adopt(adviser, a_report(adviser, programme))


@pytest.fixture
def call(client, employ):
    """Send JSON with a key of somebody in some roles that has some scopes."""

    def sent(method, path, body=None, *, scopes=SCOPES, roles=("adviser", "administrator")):
        ends_on = timezone.localdate() + timedelta(days=30)
        key = make_token(by=employ(*roles), name="proef", scopes=list(scopes), ends_on=ends_on)[1]
        return client.generic(
            method, f"/api/v1/reports{path}", data=json.dumps(body).encode() if body else b"",
            content_type="application/json", headers={"authorization": f"Bearer {key}"},
        )  # fmt: skip

    return sent


@pytest.mark.parametrize(
    ("path", "begins"), [("pdf", b"%PDF"), ("word", b"PK"), ("workbook", b"PK")]
)
def test_each_paper_by_api_is_the_file_itself(call, report, path, begins) -> None:
    answer = call("GET", f"/{report.pk}/{path}")
    assert (answer.status_code, answer.content[: len(begins)]) == (200, begins)
    assert call("GET", f"/{report.pk}/{path}", scopes=["picture:read"]).status_code == 403


def test_a_report_tells_a_draft_picture_once(call, report, adviser) -> None:
    picture = start_picture(by=adviser, year=2025)
    offered = call("GET", f"/{report.pk}/to-picture").json()
    body = {
        "picture": str(picture.pk),
        "promises": [{"key": offered[0]["key"], "reached": "partly", "learnt": "Eerder."}],
    }
    sent = call("POST", f"/{report.pk}/to-picture", body)
    assert sent.status_code == 201
    assert (sent.json()["added"][0]["learnt"], sent.json()["present"]) == ("Eerder.", 0)
    again = call("POST", f"/{report.pk}/to-picture", body).json()
    assert (again["added"], again["present"]) == ([], 1)
    assert len(promises(picture)) == 1


def test_a_choice_that_cannot_be_is_refused_with_a_sentence(call, report, adviser) -> None:
    picture = start_picture(by=adviser, year=2025)
    body = {"picture": str(picture.pk), "promises": [{"key": "goal:elders"}]}
    answer = call("POST", f"/{report.pk}/to-picture", body)
    assert (answer.status_code, "niet in dit rapport" in answer.json()["detail"]) == (409, True)
    assert call("POST", f"/{report.pk}/to-picture", body, scopes=["account:write"]).status_code in (
        401, 403,
    )  # fmt: skip


def test_who_reads_no_drafts_gets_no_paper_of_one(call, adviser, programme, lively) -> None:  # noqa: F811
    draft = a_report(adviser, programme)
    roles = ("councillor", "administrator")
    assert call("GET", f"/{draft.pk}/pdf", roles=roles).status_code in (200, 404)
