"""Plans by API: the same deeds, refusals and trail as on screen."""

from __future__ import annotations

import json
import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from integraal.foundation.audit.models import Event
from integraal.foundation.people.actions import make_token
from integraal.policy.plan.models import Block, Plan


@pytest.fixture
def writer(employ):
    return employ("adviser", "administrator")


@pytest.fixture
def key_of():
    def made(who, *scopes):
        ends_on = timezone.localdate() + timedelta(days=30)
        return make_token(by=who, name="koppeling", scopes=list(scopes), ends_on=ends_on)[1]

    return made


@pytest.fixture
def ask(client):
    def asked(key, method, path, body=None):
        answer = client.generic(
            method,
            f"/api/v1/plans{path}",
            data=json.dumps(body) if body is not None else "",
            content_type="application/json",
            HTTP_AUTHORIZATION=f"Bearer {key}",
        )
        return answer.status_code, answer.json() if answer.content else None

    return asked


@pytest.fixture
def call(ask, key_of, writer, loaded):
    key = key_of(writer, "plan:read", "plan:write")
    return lambda *args: ask(key, *args)


@pytest.fixture
def plan(call):
    status, made = call("POST", "", {"first_year": 2027, "last_year": 2030})
    assert status == 201
    return made["id"]


def goal(call, plan, **given):
    body = {"kind": "goal", "theme": "jeugd", "title": "Minder overlast", **given}
    status, row = call("POST", f"/{plan}/blocks", body)
    assert status == 201
    return row


def test_a_plan_is_begun_and_read_whole(call, plan):
    assert [one["id"] for one in call("GET", "")[1]] == [plan]
    status, found = call("GET", f"/{plan}")
    assert status == 200
    assert found["content"]["themes"][0]["code"] == "woonomgeving"
    status, told = call("POST", "", {"first_year": 2027, "last_year": 2030})
    assert (status, "bestaat al" in told["detail"]) == (409, True)


def test_blocks_are_added_written_moved_removed_and_brought_back(call, plan):
    first, second = (goal(call, plan, title=name) for name in ("Een", "Twee"))
    place = f"/{plan}/blocks/{first['key']}"
    status, row = call("PATCH", place, {"base_revision": 1, "details": {"owner": "Jongerenwerk"}})
    assert (status, row["revision"], row["title"]) == (200, 2, "Een")
    status, told = call("PATCH", place, {"base_revision": 1, "title": "Botst"})
    assert (status, "intussen veranderd" in told["detail"]) == (409, True)
    status, row = call("POST", f"/{plan}/blocks/{second['key']}/move", {"to": 1})
    assert (status, row["order"]) == (200, 1)
    assert call("DELETE", f"{place}?base_revision=1")[0] == 409
    assert call("DELETE", f"{place}?base_revision=2")[0] == 204
    assert call("PATCH", place, {"base_revision": 2, "title": "Weg"})[0] == 404
    status, row = call("POST", f"{place}/restore")
    assert (status, row["title"], row["details"]) == (200, "Een", {"owner": "Jongerenwerk"})
    assert call("GET", f"{place}/earlier")[1][0]["title"] == "Een"
    assert call("POST", f"{place}/restore")[0] == 409
    deeds = set(Event.objects.values_list("verb", flat=True))
    assert {"plan.block_added", "plan.block_moved", "plan.block_removed"} <= deeds


def test_a_block_tells_how_it_reads_and_what_is_wrong(call, plan):
    row = goal(call, plan, text="Nu [[weg aantal]].",
               details={"baseline": "10", "target": "12", "direction": "down"})  # fmt: skip
    assert row["plain"] == "Nu [[weg aantal]]."
    assert "staat niet in dit beeld" in row["problems"][0]
    assert "moet omlaag" in row["hints"][0]
    assert row in call("GET", f"/{plan}/blocks")[1]


@pytest.mark.parametrize("body", [
    {"kind": "nothing"}, {"kind": "goal"}, {"kind": "goal", "theme": "elders", "title": "x"},
    {"kind": "goal", "theme": "jeugd"}, {"kind": "goal", "theme": "jeugd", "details": {"x": "y"}},
])  # fmt: skip
def test_what_cannot_be_a_block_is_refused_with_a_sentence(call, plan, body):
    status, told = call("POST", f"/{plan}/blocks", body)
    assert status == 409
    assert told["detail"].endswith(".")


def test_an_edition_is_kept_and_compared_with_the_draft(call, plan):
    row = goal(call, plan)
    status, edition = call("POST", f"/{plan}/editions")
    assert (status, edition["number"]) == (201, 1)
    call("PATCH", f"/{plan}/blocks/{row['key']}", {"base_revision": 1, "title": "Anders"})
    codes = [one["code"] for one in call("GET", f"/{plan}/stands")[1]]
    assert codes == ["versie-1", "uitgave-1-1"]
    status, found = call("GET", f"/{plan}/compare?before=uitgave-1-1&after=versie-1")
    assert [(one["what"], one["name"]) for one in found] == [("changed", "Anders")]
    pair = {"label": "Wat wilt u bereiken?", "before": "Minder overlast", "after": "Anders"}
    assert found[0]["parts"] == [pair]
    assert call("GET", f"/{plan}/compare?before=x&after=versie-1")[0] == 404


def test_only_an_adopted_plan_has_a_next_version(call, plan):
    status, told = call("POST", f"/{plan}/next-version")
    assert (status, "vastgestelde versie" in told["detail"]) == (409, True)


def test_a_key_does_no_more_than_its_scopes_and_its_owner_may(
    ask, key_of, employ, writer, call, plan
):
    row = goal(call, plan)
    reader = key_of(writer, "plan:read")
    body = {"base_revision": 1, "title": "Anders"}
    assert ask(reader, "PATCH", f"/{plan}/blocks/{row['key']}", body)[0] == 403
    assert ask(key_of(writer, "picture:read"), "GET", f"/{plan}")[0] == 403
    clerk = key_of(employ("clerk", "administrator"), "plan:read", "plan:write")
    assert ask(clerk, "PATCH", f"/{plan}/blocks/{row['key']}", body)[0] == 403
    assert Block.objects.get(key=row["key"]).title == "Minder overlast"


def test_a_plan_that_is_not_ours_is_not_there(call, plan):
    assert call("GET", f"/{uuid.uuid4()}")[0] == 404
    assert Plan.objects.count() == 1
