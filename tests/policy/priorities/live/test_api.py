"""The same deeds by API: leading, and one's own ballot with the secret of one's own address."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from integraal.foundation.people.actions import make_token
from integraal.policy.priorities.models import CountedBallot


@pytest.fixture
def ask(client, adviser):
    """Ask something of the API as the adviser, who may read and write sessions."""
    ends_on = timezone.localdate() + timedelta(days=1)
    scopes = ["session:read", "session:write"]
    key = make_token(by=adviser, name="koppeling", scopes=scopes, ends_on=ends_on)[1]

    def asked(method, path, given=None, bearer=key):
        return getattr(client, method)(
            f"/api/v1{path}",
            given,
            content_type="application/json",
            HTTP_AUTHORIZATION=f"Bearer {bearer}",
        )

    return asked


def test_a_whole_session_is_led_by_api(ask, session):
    one = f"/sessions/{session.pk}"
    opened = ask("post", f"{one}/door/open").json()
    assert (opened["stage"], len(opened["join_code"])) == ("wait", 6)
    added = ask("post", f"{one}/participants", {"name": "Griffier", "group": "staff"})
    assert added.status_code == 201
    person = f"{one}/participants/{added.json()['id']}"
    assert ask("post", f"{one}/rounds", {"minutes": 5}).json()["number"] == 1
    marks = {theme: {"impact": 4, "trend": 2} for theme in ("ondermijning", "jeugd", "digitaal")}
    assert ask("put", f"{person}/sheet", {"marks": marks}).json()["done"] is True
    told = ask("get", f"{one}/progress").json()
    assert (told["present"], told["done"]) == (1, 1)
    assert ask("get", f"{one}/rounds/1/result").status_code == 409
    assert ask("post", f"{one}/rounds/1/extend", {"minutes": 2}).status_code == 200
    assert ask("post", f"{one}/rounds/1/close").json()["closed_at"]
    result = ask("get", f"{one}/rounds/1/result").json()
    assert result["n"] == 1
    assert result["themes"][0]["mean"] == 3
    assert result["themes"][0]["scores"] == []
    written = ask("put", f"{one}/conversation", {"text": "Gesproken.", "base_revision": 1})
    assert written.json() == {"revision": 2}
    assert ask("post", f"{one}/door/close").json()["join_code"] == ""


def test_a_participant_scores_with_their_own_secret_and_sees_only_their_own(ask, held, come_in):
    (_, mine), (other, theirs) = come_in("Een"), come_in("Twee")
    assert ask("put", "/ballot", {"marks": {}}, bearer=mine).status_code == 409
    ask("post", f"/sessions/{held.pk}/rounds", {})
    kept = ask("put", "/ballot", {"marks": {"jeugd": {"impact": 5}}}, bearer=mine).json()
    assert kept["marks"] == {"jeugd": {"impact": 5}}
    assert ask("get", "/ballot", bearer=theirs).json()["marks"] == {}
    assert ask("get", "/ballot", bearer=mine).json()["marks"] == {"jeugd": {"impact": 5}}
    refused = ask("put", "/ballot", {"marks": {"jeugd": {"impact": 6}}}, bearer=mine)
    assert (refused.status_code, refused.json()["detail"]) == (
        409,
        "Geef een cijfer van 1 tot en met 5.",
    )
    again = ask("post", f"/sessions/{held.pk}/participants/{other.pk}/let-in-again").json()
    assert ask("get", "/ballot", bearer=theirs).status_code == 401
    assert ask("get", "/ballot", bearer=again["address"].split("/")[-2]).status_code == 200
    gone = ask("post", f"/sessions/{held.pk}/participants/{other.pk}/take-out")
    assert gone.status_code == 204
    assert len(ask("get", f"/sessions/{held.pk}/participants").json()) == 1
    ask("post", f"/sessions/{held.pk}/rounds/1/close")
    assert CountedBallot.objects.count() == 1


def test_a_secret_is_no_key_and_a_key_no_secret(ask, held, come_in):
    _, secret = come_in("Een")
    assert ask("get", f"/sessions/{held.pk}/progress", bearer=secret).status_code == 401
    assert ask("get", "/ballot").status_code == 401
