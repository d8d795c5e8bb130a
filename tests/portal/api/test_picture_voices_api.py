"""The voices around the texts by API: the same deeds, refusals and trail as on screen."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from integraal.foundation.audit.models import Event
from integraal.foundation.people.actions import make_token
from integraal.policy.picture.actions import propose_picture, start_picture
from integraal.policy.picture.writing.actions import write_text

SAID = {
    "theme": "jeugd", "side": "residents", "source": "Flitspeiling", "said_on": "2026-03-02",
    "text": "Er wordt te hard gereden.",
}  # fmt: skip
MATTER = {
    "subject": "Te hard rijden", "text": "Dorpsstraat.", "went_to": "Het verkeersplan",
    "referred_on": "2026-03-03",
}  # fmt: skip


@pytest.fixture
def writer(employ):
    return employ("adviser", "administrator")


@pytest.fixture
def picture(writer, loaded):
    draft = start_picture(by=writer, year=2025)
    write_text(by=writer, picture=draft, theme="jeugd", text="Er is meer onrust.", base_revision=0)
    return draft


@pytest.fixture
def call(client, picture, writer):
    """Ask the API as the writer: method and path after the picture; returns status and answer."""
    ends_on = timezone.localdate() + timedelta(days=30)
    scopes = ["picture:read", "picture:write"]
    key = make_token(by=writer, name="koppeling", scopes=scopes, ends_on=ends_on)[1]

    def called(method, path, body=None):
        answer = client.generic(
            method,
            f"/api/v1/pictures/{picture.pk}/{path}",
            data=json.dumps(body) if body is not None else "",
            content_type="application/json",
            HTTP_AUTHORIZATION=f"Bearer {key}",
        )
        return answer.status_code, answer.json() if answer.content else None

    return called


def test_a_contribution_is_added_changed_and_removed_on_its_revision(call):
    status, row = call("POST", "contributions", SAID)
    assert (status, row["revision"], row["looks_like_a_person"]) == (201, 1, False)
    path = f"contributions/{row['id']}"
    change = {**SAID, "source": "Jan de Vries", "base_revision": 1}
    status, changed = call("PUT", path, change)
    assert (status, changed["revision"], changed["looks_like_a_person"]) == (200, 2, True)
    status, told = call("PUT", path, {**change, "text": "Anders."})
    assert (status, "intussen veranderd" in told["detail"]) == (409, True)
    assert call("DELETE", f"{path}?base_revision=1")[0] == 409
    assert call("DELETE", f"{path}?base_revision=2")[0] == 204
    assert call("GET", "contributions")[1] == []
    assert Event.objects.get(verb="picture.contribution_added").through == "api"


def test_a_day_that_cannot_be_and_a_theme_that_is_none_get_the_sentence_of_the_screen(call):
    assert (
        "toekomst" in call("POST", "contributions", {**SAID, "said_on": "2999-01-01"})[1]["detail"]
    )
    assert call("POST", "contributions", {**SAID, "theme": "nergens"})[0] == 409
    assert call("POST", "contributions", {**SAID, "text": "a" * 20_001})[0] == 422


def test_a_matter_is_referred_and_its_answer_kept(call):
    said = call("POST", "contributions", SAID)[1]
    status, row = call("POST", "referrals", {**MATTER, "contribution": said["id"]})
    assert (status, row["came_from"]) == (201, "Flitspeiling, 2 maart 2026")
    assert row["days_open"] > 30
    answer = {
        "answer": "De drempels komen.", "answered_on": "2026-04-01", "answered_by": "Verkeer",
        "stand": row["stand"],
    }  # fmt: skip
    status, answered = call("PUT", f"referrals/{row['id']}/answer", answer)
    assert (status, answered["days_open"], answered["answered_by"]) == (200, None, "Verkeer")
    assert call("PUT", f"referrals/{row['id']}/answer", {**answer, "answer": "Nee."})[0] == 409
    assert call("DELETE", f"referrals/{row['id']}?stand={answered['stand']}")[0] == 409
    bad = call("POST", "referrals", {**MATTER, "link": "javascript:alert(1)"})
    assert (bad[0], "https://" in bad[1]["detail"]) == (409, True)


def test_promises_are_imported_moved_changed_and_counted(call):
    status, rows = call("POST", "promises/lines", {"lines": "Een\nTwee"})
    assert (status, [row["promised"] for row in rows]) == (201, ["Een", "Twee"])
    assert call("POST", f"promises/{rows[1]['id']}/move", {"up": True})[1]["order"] == 1
    change = {"promised": "Twee", "reached": "yes", "base_revision": 1}
    assert call("PUT", f"promises/{rows[1]['id']}", change)[1]["revision"] == 2
    found = call("GET", "promises")[1]
    assert found["count"] == "Van 2 beloften is er 1 bereikt; van 1 is het niet te zeggen."
    assert [row["promised"] for row in found["promises"]] == ["Twee", "Een"]
    assert call("DELETE", f"promises/{rows[0]['id']}?base_revision=1")[0] == 204


def test_a_suggestion_is_made_and_accepted_and_then_settled_for_good(call):
    suggestion = {
        "kind": "suggestion", "theme": "jeugd", "part": "story", "quote": "meer onrust",
        "replacement": "veel meer onrust",
    }  # fmt: skip
    status, row = call("POST", "remarks", suggestion)
    assert status == 201
    assert call("POST", f"remarks/{row['id']}/accept")[1]["outcome"] == "accepted"
    assert call("GET", "texts/jeugd/story")[1]["text"] == "Er is veel meer onrust."
    assert call("POST", f"remarks/{row['id']}/decline")[0] == 409
    assert call("DELETE", f"remarks/{row['id']}")[0] == 409
    assert len(call("GET", "remarks")[1]) == 1


def test_a_proposed_picture_takes_nothing(call, picture, writer):
    propose_picture(by=writer, picture=picture)
    for path, body in (
        ("contributions", SAID),
        ("referrals", MATTER),
        ("promises", {"promised": "X"}),
    ):
        status, told = call("POST", path, body)
        assert (status, "De staat is voorgesteld" in told["detail"]) == (403, True)
