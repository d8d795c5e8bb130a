"""A programme by API, from its first measure to an adopted second version: the screens' deeds."""

from __future__ import annotations

import uuid

import pytest
from django.utils import timezone

from integraal.foundation.audit.models import Event
from integraal.policy.programme.models import Measure
from tests.portal.api.test_api import ROOT, bearer, key_of

SCOPES = ["programme:read", "programme:write"]


@pytest.fixture
def writer(employ):
    """Adviser and college in one, as nobody is; may make keys."""
    return employ("adviser", "college", "administrator")


@pytest.fixture
def call(client, writer):
    """Send something, or get when nothing is given; returns status and answer."""
    key = key_of(writer, scopes=SCOPES)

    def called(path, given=None, method=""):
        send = getattr(client, method or ("get" if given is None else "post"))
        more = {} if given is None else {"data": given, "content_type": "application/json"}
        answer = send(f"{ROOT}/programmes{path}", **more, **bearer(key))
        return answer.status_code, answer.json() if answer.content else None

    return called


@pytest.fixture
def made(call):
    status, made = call("", {"first_year": 2027, "last_year": 2028})
    assert status == 201
    return f"/{made['id']}"


def test_measures_are_added_changed_removed_and_brought_back(call, made):
    several = {
        "measures": [{"title": "Halt", "theme": "jeugd"}, {"title": "Boa", "theme": "jeugd"}]
    }
    status, [first, second] = call(f"{made}/measures/several", several)
    assert (status, first["stand"], second["order"]) == (201, "none", 2)
    one = f"{made}/measures/{first['key']}"
    change = {"base_revision": 1, "kind": "prevention",
              "milestones": [{"title": "Start", "day": "2027-02-01"}]}  # fmt: skip
    status, changed = call(one, change)
    assert (status, changed["revision"], changed["title"]) == (200, 2, "Halt")
    assert changed["milestones"][0]["title"] == "Start"
    assert call(one, change)[0] == 409
    assert call(one, method="delete")[0] == 204
    assert [gone["content"]["title"] for gone in call(f"{made}/measures/removed")[1]] == ["Halt"]
    status, back = call(f"{one}/bring-back", {})
    assert (status, back["milestones"][0]["title"]) == (201, "Start")
    [latest, *_] = call(f"{one}/earlier")[1]
    assert latest["content"]["kind"] == "prevention"


def test_one_wrong_measure_makes_none(call, made):
    several = {"measures": [{"title": "Goed", "theme": "jeugd"}, {"title": "", "theme": "jeugd"}]}
    status, answer = call(f"{made}/measures/several", several)
    assert (status, answer["detail"]) == (409, "Schrijf op wat u gaat doen.")
    assert not Measure.objects.exists()


def test_from_proposal_to_a_second_version_that_differs(call, made):
    assert "nog geen maatregelen" in call(f"{made}/propose", {})[1]["detail"]
    call(f"{made}/measures", {"title": "Halt", "theme": "jeugd"})
    assert "measure_has_owner" in {one["rule"] for one in call(f"{made}/lacking")[1]}
    assert call(f"{made}/propose", {})[1]["state"] == "proposed"
    assert call(f"{made}/send-back", {"reason": "Nazorg"})[1]["returned_reason"] == "Nazorg"
    call(f"{made}/propose", {})
    today = timezone.localdate().isoformat()
    assert call(f"{made}/adopt", {"decided_on": today})[1]["state"] == "adopted"
    assert call(f"{made}/told", {"told_on": today})[1]["council_told_on"] == today
    status, row = call(f"{made}/changes", {"title": "Meer nodig", "cause": "incident"})
    assert status == 201
    status, changed = call(f"{made}/changes/{row['id']}/version", {})
    following = f"/{changed['following_id']}"
    call(f"{following}/measures", {"title": "Boa", "theme": "jeugd"})
    [change] = call(f"{following}/compare?before=1&after=2")[1]
    assert (change["name"], change["what"]) == ("Boa", "added")
    assert Event.objects.filter(verb="programme.adopted").exists()


def test_hours_a_target_and_an_unknown_owner_are_told(call, made):
    wrong = {"title": "Halt", "theme": "jeugd", "outcome": "misdrijven-totaal",
             "outcome_target": {"2027": "5", "2028": "9"}}  # fmt: skip
    status, answer = call(f"{made}/measures", wrong)
    assert (status, "moet omlaag" in answer["detail"]) == (409, True)
    nobody = {"title": "Halt", "theme": "jeugd", "owner": str(uuid.uuid4())}
    assert call(f"{made}/measures", nobody)[0] == 404


def test_a_key_that_may_only_read_does_not_write(client, writer, made):
    reader = bearer(key_of(writer, scopes=["programme:read"]))
    given = {"title": "Halt", "theme": "jeugd"}
    answer = client.post(f"{ROOT}/programmes{made}/measures", given,
                         content_type="application/json", **reader)  # fmt: skip
    assert answer.status_code == 403
    assert client.get(f"{ROOT}/programmes{made}", **reader).status_code == 200


def test_another_municipality_sees_nothing(client, made, oostwaard):
    from integraal.foundation.database.tenancy import tenant_scope
    from tests.provisions import employ_at

    with tenant_scope(oostwaard.pk):
        stranger = employ_at(oostwaard, "adviser", "administrator")
        key = bearer(key_of(stranger, scopes=SCOPES))
    assert client.get(f"{ROOT}/programmes{made}", **key).status_code == 404
    assert client.get(f"{ROOT}/programmes", **key).json() == []
