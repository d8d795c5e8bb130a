"""Reports by API: the same rules as the screens, and only with the right scope."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from integraal.foundation.people.actions import make_token
from tests.policy.accountability.conftest import (  # noqa: F401
    goal,
    lively,
    measures,
    own_goal,
    plan,
    programme,
)

ROOT = "/api/v1/reports"
BOTH = ("account:read", "account:write")


@pytest.fixture
def call(client, employ):
    """Send JSON with a key of somebody in some roles."""
    people: dict[tuple[str, ...], Any] = {}

    def sent(method, path="", body=None, *, scopes=BOTH, roles=("adviser", "administrator")):
        by = people.setdefault(roles, employ(*roles))
        ends_on = timezone.localdate() + timedelta(days=30)
        maker = people.setdefault(("administrator",), employ("administrator"))
        del maker
        key = make_token(by=by, name="proef", scopes=list(scopes), ends_on=ends_on)[1]
        return client.generic(
            method, f"{ROOT}{path}", data=_json(body), content_type="application/json",
            headers={"authorization": f"Bearer {key}"},
        )  # fmt: skip

    return sent


def _json(body: Any) -> bytes:
    import json

    return b"" if body is None else json.dumps(body).encode()


def begin(call, programme) -> Any:  # noqa: F811
    given = {
        "kind": "year", "programme": str(programme.pk), "first_day": "2024-01-01",
        "last_day": "2024-12-31",
    }  # fmt: skip
    return call("POST", "", given)


def test_the_whole_way_of_a_report(call, programme, lively):  # noqa: F811
    made = begin(call, programme)
    assert made.status_code == 201, made.content
    one = f"/{made.json()['id']}"
    assert begin(call, programme).status_code == 409
    text = {"place": "intro", "text": "Een jaar.", "base_revision": 0}
    assert call("PUT", f"{one}/texts", text).json()["revision"] == 1
    assert call("PUT", f"{one}/texts", text).status_code == 409
    assert call("POST", f"{one}/gather").status_code == 200
    assert call("POST", f"{one}/propose").json()["state"] == "proposed"
    decided = {"body": "college", "decided_on": str(timezone.localdate()), "number": "C-3"}
    assert call("POST", f"{one}/adopt", decided).status_code == 403
    mayor = ("mayor", "administrator")
    assert call("POST", f"{one}/adopt", decided, roles=mayor).json()["state"] == "adopted"
    again = call("GET", f"{one}/recomputed").json()
    assert (again["equal"], again["say"]) == (True, "Gelijk: zelfde vingerafdruk en tekst.")
    read = call("GET", one).json()
    assert read["content"]["texts"]["intro"] == "Een jaar."
    sentence = next(each for each in read["sentences"] if each["sources"])
    sources = call("GET", f"{one}/sentences/{sentence['code']}/sources").json()
    assert [each["key"] for each in sources] == sentence["sources"]
    told = call("POST", f"{one}/told", {"told_on": str(timezone.localdate())})
    assert told.json()["council_told_on"]


def test_a_key_needs_its_scope_and_a_councillor_sees_no_draft(call, programme):  # noqa: F811
    one = f"/{begin(call, programme).json()['id']}"
    assert call("POST", f"{one}/gather", scopes=("account:read",)).status_code == 403
    assert call("GET", one, scopes=("picture:read",)).status_code == 403
    council = ("councillor", "administrator")
    assert call("GET", one, roles=("administrator",)).status_code == 200
    assert call("POST", f"{one}/gather", roles=council).status_code == 403
