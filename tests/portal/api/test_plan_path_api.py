"""From consultation to adoption and interim change by API: the deeds of the screens."""

from __future__ import annotations

import pytest
from django.utils import timezone

from integraal.foundation.audit.models import Event
from integraal.policy.plan.actions import start_plan
from integraal.policy.plan.models import Comment, Plan
from integraal.policy.plan.writing.actions import add_block
from tests.portal.api.test_api import ROOT, bearer, key_of

SCOPES = ["plan:read", "plan:write"]


@pytest.fixture
def writer(employ):
    """Adviser and clerk in one, as in a small municipality; may make keys."""
    return employ("adviser", "clerk", "administrator")


@pytest.fixture
def plan(writer):
    plan = start_plan(by=writer, first_year=2027, last_year=2030)
    details = {"owner": "Boa", "by_date": "2030-12-31"}
    add_block(
        by=writer, plan=plan, kind="goal", theme="jeugd", title="Minder overlast", details=details
    )
    return plan


@pytest.fixture
def call(client, writer):
    """Send something, or get when nothing is given; returns status and answer."""
    key = key_of(writer, scopes=SCOPES)

    def called(path, given=None):
        if given is None:
            answer = client.get(ROOT + path, **bearer(key))
        else:
            answer = client.post(ROOT + path, given, content_type="application/json", **bearer(key))
        return answer.status_code, answer.json()

    return called


def test_a_consultation_from_invitation_to_answer(client, call, plan):
    rounds = f"/plans/{plan.pk}/consultations"
    status, made = call(rounds, {"title": "Partners"})
    assert (status, made["edition"]) == (201, 1)
    invitee = {"recipient": "Teamchef", "organisation": "Politie", "themes": ["jeugd"]}
    status, invited = call(f"{rounds}/{made['id']}/invitations", invitee)
    assert status == 201
    assert client.post(invited["address"], {"deed": "zeg", "text": "Goed zo."}).status_code == 303
    status, twice = call(f"{rounds}/{made['id']}/invitations", invitee)
    assert status == 409
    assert "is al uitgenodigd" in twice["detail"]
    [line] = call(f"/plans/{plan.pk}/comments")[1]
    assert (line["organisation"], line["text"], line["revision"]) == ("Politie", "Goed zo.", 1)
    path = f"/plans/{plan.pk}/comments/{line['id']}/answer"
    status, answered = call(path, {"weighing": "noted", "response": "Dank.", "base_revision": 1})
    assert (status, answered["weighing"]) == (200, "voor kennisgeving aangenomen")
    link = f"{rounds}/{made['id']}/invitations/{invited['id']}"
    assert call(f"{link}/reminded", {})[1]["reminded_on"]
    assert call(f"{link}/renew", {})[1]["address"] != invited["address"]
    assert client.get(invited["address"]).status_code == 404
    assert call(f"{link}/revoke", {})[1]["state"] == "revoked"
    [listed] = call(rounds)[1]
    assert listed["invitations"][0]["comments"] == 1
    assert "address" not in listed["invitations"][0]


def test_the_path_with_an_amendment_to_adoption(call, plan):
    today = timezone.localdate().isoformat()
    status, path = call(f"/plans/{plan.pk}/propose", {})
    assert (status, [one["code"] for one in path]) == (
        200,
        ["college", "raadscommissie", "gemeenteraad"],
    )
    council = path[2]
    amended = {
        "number": "1", "title": "Meer", "moved_by": "Dorpslijst", "kind": "goal",
        "theme": "jeugd", "proposed_title": "Minder vernieling",
        "proposed_details": {"owner": "Boa", "by_date": "2029-01-01"},
    }  # fmt: skip
    decisions = f"/plans/{plan.pk}/decisions"
    status, tabled = call(f"{decisions}/{council['id']}/amendments", amended)
    assert status == 201
    one = f"/plans/{plan.pk}/amendments/{tabled['id']}"
    won = {"outcome": "adopted", "votes_for": 9, "votes_against": 6, "base_revision": 1}
    assert call(f"{one}/outcome", won)[0] == 200
    for moment, given in ((path[0], {}), (council, {"votes_for": 14, "votes_against": 1})):
        outcome = "amended" if given else "agreed"
        decided = {"outcome": outcome, "decided_on": today, "base_revision": 1, **given}
        assert call(f"{decisions}/{moment['id']}", decided)[0] == 200
    status, refused = call(f"/plans/{plan.pk}/adopt", {})
    assert status == 409
    assert "staat nog niet in het plan" in refused["detail"]
    assert call(f"{one}/apply", {"base_revision": 2})[1]["applied_on"] == today
    assert call(f"/plans/{plan.pk}/adopt", {})[0] == 200
    plan.refresh_from_db()
    assert plan.state == "adopted"
    assert "Minder vernieling" in str(plan.frozen)
    assert set(
        Event.objects.filter(verb="plan.adopted").values_list("through", flat=True)
    ) == {"api"}  # fmt: skip


def test_sent_back_with_its_reason(call, plan):
    call(f"/plans/{plan.pk}/propose", {})
    status, path = call(f"/plans/{plan.pk}/send-back", {"reason": "Te vaag."})
    assert status == 200
    assert {one["sent_back_on"] for one in path} == {timezone.localdate().isoformat()}


def test_an_urgent_change_from_cause_to_council(call, plan):
    today = timezone.localdate().isoformat()
    call(f"/plans/{plan.pk}/propose", {})
    for moment in call(f"/plans/{plan.pk}/decisions")[1]:
        votes = {"votes_for": 9, "votes_against": 0} if moment["adopts"] else {}
        decided = {"outcome": "agreed", "decided_on": today, "base_revision": 1, **votes}
        call(f"/plans/{plan.pk}/decisions/{moment['id']}", decided)
    call(f"/plans/{plan.pk}/adopt", {})
    case = {"title": "Explosies", "cause": "incident", "is_urgent": True, "analysis": "Drie."}
    status, change = call(f"/plans/{plan.pk}/changes", case)
    assert status == 201
    one = f"/plans/{plan.pk}/changes/{change['id']}"
    theme = {"name": "Explosies", "goal": "Geen", "owner": "Boa", "by_date": "2028-01-01"}
    status, begun = call(f"{one}/version", {"theme": theme})
    assert status == 201
    following = begun["following"]
    path = call(f"/plans/{following}/propose", {})[1]
    assert [(one["code"], one["adopts"]) for one in path] == [("college", True)]
    votes = {"votes_for": 4, "votes_against": 0, "base_revision": 1}
    decided = {"outcome": "agreed", "decided_on": today, **votes}
    assert call(f"/plans/{following}/decisions/{path[0]['id']}", decided)[0] == 200
    assert call(f"/plans/{following}/adopt", {})[0] == 200
    [change] = call(f"/plans/{following}/changes")[1]
    assert change["decided_on"] == today
    told = {"note": change["note"], "told_on": today, "base_revision": change["revision"]}
    assert call(f"{one}/told", told)[1]["council_told_on"] == today


def test_a_key_of_somebody_without_the_role_or_scope_does_nothing(client, employ, plan):
    other = key_of(employ("councillor", "administrator"), scopes=SCOPES)
    path = ROOT + f"/plans/{plan.pk}/consultations"
    given = {"title": "Stiekem"}
    answer = client.post(path, given, content_type="application/json", **bearer(other))
    assert answer.status_code in (403, 404)
    assert not Plan.objects.get().consultations.exists()
    narrow = key_of(employ("adviser", "administrator"), scopes=["plan:read"])
    answer = client.post(path, given, content_type="application/json", **bearer(narrow))
    assert answer.status_code == 403
    assert not Comment.objects.exists()
